package web

import (
	"context"
	"html/template"

	"stemma"
)

// A checker renders spans. It holds the articles of one page, each loaded once.
type checker struct {
	ctx      context.Context
	read     Case
	articles map[stemma.ID]*stemma.Article
}

func (s *Server) checker(ctx context.Context) *checker {
	return &checker{ctx: ctx, read: s.read, articles: map[stemma.ID]*stemma.Article{}}
}

// article loads an article once for the page.
func (c *checker) article(id stemma.ID) (*stemma.Article, error) {
	if art, ok := c.articles[id]; ok {
		return art, nil
	}
	art, err := c.read.Article(c.ctx, id)
	if err != nil {
		return nil, err
	}
	c.articles[id] = art
	return art, nil
}

// span renders the words of a span with marks over them, whose places are in
// the article. It is the only way in which a page quotes: words that are not
// the article's own, byte for byte, are never shown as if they were.
func (c *checker) span(span stemma.Span, marks []mark) template.HTML {
	art, err := c.article(span.Article)
	if err != nil {
		return badSpan("the article of these words cannot be opened: " + err.Error())
	}
	if err := span.Check(art); err != nil {
		return badSpan(err.Error())
	}
	return "<bdi>" + marked(art.Text, span.Start, span.End, marks) + "</bdi>"
}

// badSpan is shown in the place of words that are not the article's.
func badSpan(why string) template.HTML {
	return template.HTML(`<strong class="broken"` + attribute("title", why) + `>these words are not in the article</strong>`)
}

// spanHref is the address of a span inside its article.
func spanHref(span stemma.Span) string {
	at := rangeOf(span.Start, span.End)
	return articleHref(span.Article) + "?at=" + at + "#b" + at
}

func articleHref(id stemma.ID) string { return "/article/" + id.String() }
