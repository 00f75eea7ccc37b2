package web

import (
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"strconv"
	"strings"

	"stemma"
)

// An articleView is one article with its apparatus.
type articleView struct {
	Art *stemma.Article
	// Label is the title, or the first words.
	Label string
	Rows  []row
	Part  part
	// Family is the article's family when it has other members.
	Family *familyCard
	Opens  []stemma.Open
	// Shared lists the articles that share text with this one.
	Shared []sharedWith
	// Evidence of the dates and the publisher, checked.
	PublisherEvidence, PublishedEvidence []quoted
	Credits                              []creditView
	Sentences, Quotes, Unclosed          int
	Original                             bool
	Superseded                           bool
	// Read is false when the article has no Reading yet.
	Read bool
}

// A quoted is words of an article with the address where they stand.
type quoted struct {
	Words template.HTML
	Href  string
}

// A creditView is a credit with its words.
type creditView struct {
	stemma.Credit
	Quoted quoted
}

// A row is one block of text with what stands beside it.
type row struct {
	Zone string
	// Text is the marked text of the block.
	Text  template.HTML
	Notes []note
	// Heading is true for the article's title.
	Heading bool
}

func (s *Server) articlePage(r *http.Request) (answer, error) {
	id, err := articleID(r.PathValue("id"))
	if err != nil {
		return answer{}, err
	}
	check := s.checker(r.Context())
	art, err := check.article(id)
	if err != nil {
		return answer{}, err
	}
	reading, err := s.read.Reading(r.Context(), id)
	if err != nil && !errors.Is(err, stemma.ErrNotFound) {
		return answer{}, err
	}
	c, err := s.index.census(r.Context())
	if err != nil {
		return answer{}, err
	}
	view := articleView{Art: art, Label: labelOf(art), Read: reading != nil, Superseded: c.lines[id].Superseded}
	passages, err := s.read.Passages(r.Context(), id)
	if err != nil {
		return answer{}, err
	}
	view.Shared = c.sharedWith(art, passages)
	leaf := newLeaf(art, reading, view.Shared)
	leaf.point(r.URL.Query().Get("at"))
	view.Rows, view.Part = leaf.rows(r.URL)
	view.Sentences, view.Quotes, view.Unclosed = leaf.counts()
	if fam, ok := c.familyWith(id); ok {
		card := c.card(fam)
		view.Family = &card
	}
	if err := s.fillApparatus(r, check, reading, &view); err != nil {
		return answer{}, err
	}
	return s.render(r, "article", page{
		Title: view.Label, Section: "pile", Crumbs: []crumb{{"Pile", "/"}, {Label: cut(view.Label, 60)}}, View: view, Wide: true,
	})
}

// fillApparatus adds what stands at the side of the text.
func (s *Server) fillApparatus(r *http.Request, check *checker, reading *stemma.Reading, view *articleView) error {
	art := view.Art
	if reading != nil {
		view.Opens = reading.Open
	}
	if p := art.Publisher; p != nil {
		view.PublisherEvidence = check.quoted(p.Evidence)
	}
	if p := art.Published; p != nil {
		view.PublishedEvidence = check.quoted(p.Evidence)
	}
	for _, credit := range art.Credits {
		q := check.quoted([]stemma.Span{credit.Span})
		view.Credits = append(view.Credits, creditView{credit, q[0]})
	}
	if originals, ok := s.read.(Originals); ok {
		_, err := originals.Original(r.Context(), art.ID)
		view.Original = err == nil
	}
	return nil
}

// quoted renders spans with their addresses.
func (c *checker) quoted(spans []stemma.Span) []quoted {
	var all []quoted
	for _, span := range spans {
		all = append(all, quoted{c.span(span, nil), spanHref(span)})
	}
	return all
}

// originalPage gives out the bytes that the article was made from, as a file
// and never as a page.
func (s *Server) originalPage(r *http.Request) (answer, error) {
	id, err := articleID(r.PathValue("id"))
	if err != nil {
		return answer{}, err
	}
	originals, ok := s.read.(Originals)
	if !ok {
		return answer{}, fmt.Errorf("original of %v: %w", id, stemma.ErrNotFound)
	}
	body, err := originals.Original(r.Context(), id)
	if err != nil {
		return answer{}, err
	}
	return answer{status: http.StatusOK, body: body, header: map[string]string{
		"Content-Type":        "application/octet-stream",
		"Content-Disposition": `attachment; filename="` + id.String() + `.original"`,
		"Content-Length":      strconv.Itoa(len(body)),
	}}, nil
}

// articleID reads the id of an article from an address.
func articleID(word string) (stemma.ID, error) { return idOf(word, stemma.KindArticle) }

// idOf reads an id of the given kind from an address. Another kind, or no id
// at all, names nothing.
func idOf(word string, kind stemma.Kind) (stemma.ID, error) {
	id, err := stemma.ParseID(word)
	if err != nil || id.Kind() != kind {
		return stemma.ID{}, fmt.Errorf("%v %q: %w", kind, word, stemma.ErrNotFound)
	}
	return id, nil
}

// labelOf is the article's title, or its first words.
func labelOf(art *stemma.Article) string {
	if art.Title != "" {
		return art.Title
	}
	body := art.ZoneText(stemma.ZoneBody)
	if body == "" {
		body = art.Text
	}
	if strings.TrimSpace(body) == "" {
		return art.ID.String()
	}
	return cut(body[:runeBorder(body, 600)], 80)
}
