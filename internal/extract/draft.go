package extract

import (
	"slices"
	"strings"

	"stemma"
)

// A draft is an article in the making. The readers of the formats fill it, the
// rules of plain text mark its lines, and assemble makes an Article of it.
type draft struct {
	page *stemma.Page
	// source is the decoded NFC text that furniture is counted in.
	source string
	lines  []line
	// rule names what found the text.
	rule string

	title, url, publisher, published, language value
	// publishedTime is the full time stamp when the metadata gives one.
	publishedTime string
	authors       []string

	// unknown names the fields nobody reads.
	unknown []string
	// open is what could not be decided; the article has no id yet.
	open []doubt
}

// A value is one piece of metadata and the field it came from.
type value struct{ text, field string }

// A doubt becomes an [stemma.Open] about the whole article.
type doubt struct{ rule, kind, reason string }

// A line is one line of the source, or one block of an HTML page.
type line struct {
	// start and end are its bytes in the source, trimmed.
	start, end int
	// text is what is kept of it: the same bytes unless marks were taken off.
	text string
	// gap is how many line feeds stood before it, 2 at the most.
	gap int
	// zone is what the line is; empty means body.
	zone stemma.ZoneKind
	// dateline is how many bytes at the start are a dateline.
	dateline int
	// drop is set when the line is furniture.
	drop *verdict
	// links are the links in text.
	links []link
	// italic is true when the whole line is set in italics, heading when it is a heading.
	italic, heading bool
}

// A verdict says that a line is furniture and which rule says so.
type verdict struct {
	kind stemma.FurnitureKind
	rule string
}

// A link is bytes [start, end) of a line's text that lead somewhere else.
type link struct {
	start, end int
	href       string
}

// splitLines cuts source into lines without blank ones.
func splitLines(source string) []line {
	lines := make([]line, 0, 1+strings.Count(source, "\n"))
	gap := 0
	for start := 0; start < len(source); {
		end := start + strings.IndexByte(source[start:], '\n')
		if end < start {
			end = len(source)
		}
		raw := source[start:end]
		text := strings.TrimSpace(raw)
		gap = min(gap+1, 2)
		if text != "" {
			at := start + strings.Index(raw, text)
			lines = append(lines, line{start: at, end: at + len(text), text: text, gap: gap})
			gap = 0
		}
		start = end + 1
	}
	return lines
}

// kept calls yield with the index of each line that is not furniture.
func (d *draft) kept(yield func(int) bool) {
	for i := range d.lines {
		if d.lines[i].drop == nil && !yield(i) {
			return
		}
	}
}

// doubtful records what could not be decided.
func (d *draft) doubtful(rule, kind, reason string) {
	if !slices.ContainsFunc(d.open, func(o doubt) bool { return o.rule == rule && o.kind == kind }) {
		d.open = append(d.open, doubt{rule, kind, reason})
	}
}
