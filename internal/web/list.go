package web

import (
	"cmp"
	"html/template"
	"net/http"
	"slices"

	"stemma"
)

// listRows is how many rows a page of a plain list shows.
const listRows = 100

// A familiesView lists the families of two articles or more.
type familiesView struct {
	Total, Single int
	Families      []familyCard
	Pager         pager
}

func (s *Server) familiesPage(r *http.Request) (answer, error) {
	c, err := s.index.census(r.Context())
	if err != nil {
		return answer{}, err
	}
	view := familiesView{Total: len(c.families), Single: c.head.Families - len(c.families)}
	rows, pager := cutPage(r, c.families, listRows)
	view.Pager = pager
	for _, fam := range rows {
		view.Families = append(view.Families, c.card(fam))
	}
	return s.render(r, "families", page{Title: "Families", Section: "families", View: view})
}

// cutPage returns the rows of the page that the address asks for.
func cutPage[T any](r *http.Request, rows []T, size int) ([]T, pager) {
	at := pageNumber(r.URL.Query())
	p := newPager(r.URL, at, len(rows), size)
	from := min((at-1)*size, len(rows))
	return rows[from:min(from+size, len(rows))], p
}

// An openView lists what could not be decided, by kind.
type openView struct {
	Total int
	Kinds []tally
	Kind  string
	Rows  []openRow
	Pager pager
}

// An openRow is one open question with its words.
type openRow struct {
	stemma.Open
	Line  stemma.ArticleLine
	Words template.HTML
	Href  string
}

func (s *Server) openPage(r *http.Request) (answer, error) {
	opens, err := s.read.Opens(r.Context())
	if err != nil {
		return answer{}, err
	}
	c, err := s.index.census(r.Context())
	if err != nil {
		return answer{}, err
	}
	view := openView{Total: len(opens), Kind: r.URL.Query().Get("kind")}
	kinds := map[string]int{}
	for _, o := range opens {
		kinds[o.Kind]++
	}
	view.Kinds = tallies(kinds)
	if view.Kind != "" {
		opens = slices.DeleteFunc(slices.Clone(opens), func(o stemma.Open) bool { return o.Kind != view.Kind })
	}
	rows, pager := cutPage(r, opens, listRows)
	view.Pager = pager
	check := s.checker(r.Context())
	for _, o := range rows {
		view.Rows = append(view.Rows, openRowOf(check, c, o))
	}
	return s.render(r, "open", page{Title: "Open questions", Section: "open", View: view})
}

func openRowOf(check *checker, c *census, o stemma.Open) openRow {
	line, ok := c.lines[o.Article]
	if !ok {
		line = stemma.ArticleLine{ID: o.Article, Label: o.Article.String(), Titled: true}
	}
	row := openRow{Open: o, Line: line, Href: articleHref(o.Article)}
	if o.Span != nil {
		row.Words, row.Href = check.span(excerpt(check, *o.Span), nil), spanHref(*o.Span)
	}
	return row
}

// excerptSize is how many bytes of a long span a list shows.
const excerptSize = 240

// excerpt shortens a long span to its beginning. It is a span itself, so it
// is checked like any other.
func excerpt(check *checker, span stemma.Span) stemma.Span {
	art, err := check.article(span.Article)
	if err != nil || span.Check(art) != nil || span.Len() <= excerptSize {
		return span
	}
	return art.Span(span.Start, runeBorder(art.Text, span.Start+excerptSize))
}

// A skippedView lists what could not be taken in, by reason.
type skippedView struct {
	Total   int
	Reasons []skipGroup
}

// A skipGroup is the items that were left out for one reason.
type skipGroup struct {
	Name, Explain string
	Count         int
	Skips         []stemma.Skip
}

func (s *Server) skippedPage(r *http.Request) (answer, error) {
	skips, err := s.read.Skips(r.Context())
	if err != nil {
		return answer{}, err
	}
	view := skippedView{Total: len(skips)}
	by := map[stemma.SkipReason][]stemma.Skip{}
	for _, skip := range skips {
		by[skip.Reason] = append(by[skip.Reason], skip)
	}
	for reason, group := range by {
		slices.SortFunc(group, func(a, b stemma.Skip) int {
			return cmp.Or(cmp.Compare(a.Path, b.Path), a.ID.Compare(b.ID))
		})
		view.Reasons = append(view.Reasons, skipGroup{reason.String(), reason.Explain(), len(group), group[:min(len(group), listRows)]})
	}
	slices.SortFunc(view.Reasons, func(a, b skipGroup) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	return s.render(r, "skipped", page{Title: "Skipped", Section: "skipped", View: view})
}
