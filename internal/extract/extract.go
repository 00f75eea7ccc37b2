package extract

import (
	"encoding/json"

	"stemma"
	"stemma/internal/directory"
)

// Version goes into the engine's hash. Raise it by one whenever the same page
// gives another article than before.
const Version = 1

// Options are what an extraction needs besides the page. The zero value works.
type Options struct {
	// Directory knows publishers and agencies; without it no credit gets a key.
	Directory *directory.Directory
	// MaxDepth is how deep HTML may be nested, [DefaultMaxDepth] when 0.
	MaxDepth int
	// MaxText is how many bytes of text an article may have, [DefaultMaxText] when 0.
	MaxText int
}

// The default limits of [Options].
const (
	DefaultMaxDepth = 2000
	DefaultMaxText  = 16 << 20
)

// A Result is what [Extract] found in a page.
type Result struct {
	Article *stemma.Article
	// Open is what could not be decided about the article.
	Open []stemma.Open
	// UnknownFields names the fields of a JSON object or of front matter that
	// nobody reads, sorted.
	UnknownFields []string
}

// Extract makes an article of a page. Exactly one of its results is nil: a page
// that holds no article gives a Skip with the reason. It reads nothing but its
// arguments, so the same page always gives the same article, and it may be
// called from any number of goroutines at once.
func Extract(page *stemma.Page, opts Options) (*Result, *stemma.Skip) {
	d := &draft{page: page, rule: "plain", source: string(page.Bytes)}
	if page.Format == stemma.FormatJSON {
		d.rule = "json"
		var fields struct{ ID, Text string }
		if err := json.Unmarshal(page.Bytes, &fields); err != nil {
			s := stemma.NewSkip("extract", page.Path, stemma.SkipBadJSON, err.Error())
			return nil, &s
		}
		d.source = fields.Text
	}
	d.lines = splitLines(d.source)
	return d.assemble(), nil
}
