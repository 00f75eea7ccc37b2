package stemma

// An Article is one published text with its metadata. `extract` makes it from
// a page; nobody changes it afterwards. Unknown values stay zero and are left
// out of the record.
type Article struct {
	// ID is [ArticleID] over the original bytes and the URL.
	ID ID `json:"id"`
	// Rule names what found the text: `plain`, `html.trafilatura`, ...
	Rule string `json:"rule"`
	// Evidence is empty for an article: its evidence is the original, see SHA256.
	Evidence []Span `json:"evidence"`
	// Paths are where the item was taken from, sorted, relative to the argument
	// of `read`, with `/`; an item inside a JSON file has `#` and its own id behind the path.
	Paths []string `json:"paths,omitempty"`
	// URL is the address the item names for itself.
	URL string `json:"url,omitempty"`
	// SHA256 is the hex digest of the original bytes.
	SHA256 string `json:"sha256"`
	// Text is UTF-8, NFC: title, byline, dateline, body, captions and note in
	// their order, page furniture left out.
	Text string `json:"text"`
	// Zones cover every non-space byte of Text, in order, without overlap.
	Zones []Zone `json:"zones"`
	// Title is empty when there is none; it is never the first sentence.
	Title string `json:"title,omitempty"`
	// Publisher is nil when neither the page nor the user says who published it.
	Publisher *Publisher `json:"publisher,omitempty"`
	// Authors are the names of the byline or the metadata, in their order.
	Authors []string `json:"authors,omitempty"`
	// Credits are the agencies, datelines and source lines that the text shows.
	Credits []Credit `json:"credits,omitempty"`
	// Published is nil when the date is unknown.
	Published *Published `json:"published,omitempty"`
	// Language is an ISO 639-1 code (639-3 where there is none), or empty.
	Language string `json:"language,omitempty"`
	// Words counts the word tokens of the body.
	Words int `json:"words"`
	// RevisionOf is the article that this one replaced at the same path or URL.
	RevisionOf ID `json:"revision_of,omitzero"`
	// Furniture lists what was left out of Text.
	Furniture []Furniture `json:"furniture,omitempty"`
}

// ZoneKind says which part of an article a [Zone] is.
type ZoneKind string

// The zones of an article.
const (
	ZoneTitle    ZoneKind = "title"
	ZoneByline   ZoneKind = "byline"
	ZoneDateline ZoneKind = "dateline"
	ZoneBody     ZoneKind = "body"
	ZoneCaption  ZoneKind = "caption"
	ZoneNote     ZoneKind = "note"
)

// A Zone is one part of an article's text: bytes [Start, End) of it.
type Zone struct {
	Kind  ZoneKind `json:"zone"`
	Start int      `json:"start"`
	End   int      `json:"end"`
}

// Method says how a value of an article's metadata came to be known.
type Method string

// The methods. Stated: the text says it. Metadata: the page's head, the JSON
// fields, the front matter or the user's flag say it. Inferred: a rule
// concluded it from the content, as a bound and never as a point.
const (
	MethodStated   Method = "stated"
	MethodMetadata Method = "metadata"
	MethodInferred Method = "inferred"
)

// A Publisher is who published an article, as far as the page or the user says.
type Publisher struct {
	// Name is the publisher's name as found; a domain when nothing better is known.
	Name string `json:"name"`
	// Key is the publisher's key in the directory, empty when it is not listed.
	Key    string `json:"key,omitempty"`
	Method Method `json:"method"`
	// Field names the metadata field (`json-ld publisher`, `--publisher`), empty when stated.
	Field string `json:"field,omitempty"`
	// Evidence is the words of a stated publisher.
	Evidence []Span `json:"evidence,omitempty"`
}

// Published is when an article was published.
type Published struct {
	// EDTF is the date as ISO 8601-2: `2019-03-09`, `2019-03`, `2019-03/..`.
	EDTF string `json:"edtf"`
	// Time is the full time stamp as the metadata gives it, RFC 3339, or empty.
	Time   string `json:"time,omitempty"`
	Method Method `json:"method"`
	// Field names the metadata field, empty when stated.
	Field string `json:"field,omitempty"`
	// Evidence is the words of a stated or inferred date.
	Evidence []Span `json:"evidence,omitempty"`
}

// CreditKind says in which form an article credits somebody.
type CreditKind string

// The forms of credit.
const (
	// CreditAgency is an agency's tag: "(Reuters)", "AP" at the end of a dateline.
	CreditAgency CreditKind = "agency"
	// CreditByline names the writer or the agency in a byline.
	CreditByline CreditKind = "byline"
	// CreditSource is a line like "Source: X", "First published by X".
	CreditSource CreditKind = "source"
	// CreditLink is a link out of the body to another publisher's article.
	CreditLink CreditKind = "link"
)

// A Credit is a place where an article says whom it owes its text or part of it.
type Credit struct {
	Kind CreditKind `json:"kind"`
	// Name is who is credited, in the words of the span.
	Name string `json:"name"`
	// Key is the directory key of the credited publisher, empty when it is not listed.
	Key string `json:"key,omitempty"`
	// Span is the words that give the credit.
	Span Span `json:"span"`
	// Rule names the rule that found it.
	Rule string `json:"rule"`
}

// FurnitureKind says what sort of page furniture was left out.
type FurnitureKind string

// The sorts of furniture that saved pages leave in a text.
const (
	FurnitureNewsletter    FurnitureKind = "newsletter"
	FurnitureAdvertisement FurnitureKind = "advertisement"
	FurnitureReadMore      FurnitureKind = "read_more"
	FurnitureMostRead      FurnitureKind = "most_read"
	FurnitureShare         FurnitureKind = "share"
	FurnitureStray         FurnitureKind = "stray"
	FurnitureMedia         FurnitureKind = "media"
	FurnitureLegal         FurnitureKind = "legal"
	FurnitureComments      FurnitureKind = "comments"
)

// Furniture is a piece of the page that is not the article's: bytes
// [Start, End) of the original text, after decoding to UTF-8 NFC and before
// anything was left out.
type Furniture struct {
	Kind  FurnitureKind `json:"kind"`
	Start int           `json:"start"`
	End   int           `json:"end"`
	// Text is the words left out, exact.
	Text string `json:"text"`
	// Rule names the rule that left it out.
	Rule string `json:"rule"`
}

// ZoneText returns the text of the first zone of the given kind, or "".
func (a *Article) ZoneText(kind ZoneKind) string {
	for _, z := range a.Zones {
		if z.Kind == kind {
			return a.Text[z.Start:z.End]
		}
	}
	return ""
}

// ZoneAt returns the kind of the zone that holds byte i of the text, or "" between zones.
func (a *Article) ZoneAt(i int) ZoneKind {
	for _, z := range a.Zones {
		if z.Start <= i && i < z.End {
			return z.Kind
		}
	}
	return ""
}
