package stemma

// PageFormat says how the bytes of a [Page] are to be read.
type PageFormat string

// The formats a page may have.
const (
	FormatText     PageFormat = "text"
	FormatMarkdown PageFormat = "markdown"
	FormatHTML     PageFormat = "html"
	// FormatJSON is one JSON object: a whole .json file, an element of the array
	// in one, or a line of a .jsonl file.
	FormatJSON PageFormat = "json"
)

// A Page is one item as `fetch` found it, before anybody looked inside: bytes
// and where they came from. `extract` makes an [Article] of it.
type Page struct {
	// Path is relative to the argument of `read`, with `/`; `-` is standard input.
	Path string
	// Line is the line of a .jsonl file, or the place in a JSON array, from 1; 0 for a whole file.
	Line int
	// Origin is the absolute path. It tells revisions of one file apart from
	// different files of one name; it belongs to the reading log and is never exported.
	Origin string
	Format PageFormat
	// Bytes are the original ones: the file's, unpacked if it was compressed,
	// or the JSON object's.
	Bytes []byte
	Hints Hints
}

// Hints are what the user says of all pages of one `read`; they win over
// nothing that the page itself says. Empty fields say nothing.
type Hints struct {
	Publisher string `json:"publisher,omitempty"`
	// Published is an EDTF date.
	Published string `json:"published,omitempty"`
	Language  string `json:"language,omitempty"`
}
