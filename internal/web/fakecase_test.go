package web

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"stemma"
)

var (
	_ Case      = (*fake)(nil)
	_ Originals = (*fake)(nil)
)

func (f *fake) Case(context.Context) (stemma.Case, error) {
	return stemma.Case{ID: stemma.NewID(stemma.KindCase, "fake"), Articles: len(f.order), Families: len(f.families)}, nil
}

func (f *fake) line(id stemma.ID) stemma.ArticleLine {
	art := f.articles[id]
	line := stemma.ArticleLine{ID: id, Label: labelOf(art), Titled: art.Title != "", Path: art.Paths[0], URL: art.URL, Language: art.Language, Words: art.Words}
	if art.Publisher != nil {
		line.Publisher = art.Publisher.Name
	}
	if art.Published != nil {
		line.Published, line.Method = art.Published.EDTF, art.Published.Method
	}
	if i, ok := f.familyOf[id]; ok {
		line.Family, line.FamilySize = f.families[i].ID, len(f.families[i].Articles)
	}
	return line
}

func (f *fake) Articles(_ context.Context, filter stemma.ArticleFilter) ([]stemma.ArticleLine, int, error) {
	var lines []stemma.ArticleLine
	for _, id := range f.order {
		line := f.line(id)
		if (filter.Publisher == "" || filter.Publisher == line.Publisher) && (filter.Language == "" || filter.Language == line.Language) &&
			(filter.Family.IsZero() || filter.Family == line.Family) {
			lines = append(lines, line)
		}
	}
	slices.SortFunc(lines, func(a, b stemma.ArticleLine) int {
		by := 0
		switch filter.Sort {
		case "published":
			by = cmp.Compare(a.Published, b.Published)
		case "label":
			by = cmp.Compare(a.Label, b.Label)
		case "words":
			by = cmp.Compare(b.Words, a.Words)
		case "family":
			by = cmp.Compare(b.FamilySize, a.FamilySize)
		}
		return cmp.Or(by, a.ID.Compare(b.ID))
	})
	total := len(lines)
	lines = lines[min(filter.Offset, total):]
	if filter.Limit > 0 {
		lines = lines[:min(filter.Limit, len(lines))]
	}
	return lines, total, nil
}

func (f *fake) Article(_ context.Context, id stemma.ID) (*stemma.Article, error) {
	art, ok := f.articles[id]
	if !ok {
		return nil, fmt.Errorf("article %v: %w", id, stemma.ErrNotFound)
	}
	return art, nil
}

func (f *fake) Reading(_ context.Context, id stemma.ID) (*stemma.Reading, error) {
	r, ok := f.readings[id]
	if !ok {
		return nil, fmt.Errorf("reading %v: %w", id, stemma.ErrNotFound)
	}
	return r, nil
}

func (f *fake) Original(_ context.Context, id stemma.ID) ([]byte, error) {
	b, ok := f.originals[id]
	if !ok {
		return nil, fmt.Errorf("original %v: %w", id, stemma.ErrNotFound)
	}
	return b, nil
}

func (f *fake) Skips(context.Context) ([]stemma.Skip, error) { return f.skips, nil }
func (f *fake) Opens(context.Context) ([]stemma.Open, error) { return f.opens, nil }

// Search finds sentences that hold all the words, by plain comparison.
func (f *fake) Search(_ context.Context, query string, limit int) ([]stemma.Hit, error) {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(query, `"`, "")))
	var hits []stemma.Hit
	for _, id := range f.order {
		art := f.articles[id]
		for _, sent := range f.readings[id].Sentences {
			span := art.Span(int(sent.Start), int(sent.End))
			low := strings.ToLower(span.Text)
			hit := stemma.Hit{Article: id, Label: labelOf(art), Publisher: f.line(id).Publisher, Published: f.line(id).Published, Sentence: span, Score: 1000}
			for _, w := range words {
				if i := strings.Index(low, w); i >= 0 && len(low) == len(span.Text) {
					hit.Matches = append(hit.Matches, art.Span(span.Start+i, span.Start+i+len(w)))
				}
			}
			if len(words) > 0 && len(hit.Matches) == len(words) && len(hits) < limit {
				hits = append(hits, hit)
			}
		}
	}
	return hits, nil
}

func (f *fake) Family(_ context.Context, id stemma.ID) (*stemma.Family, error) {
	for i := range f.families {
		if f.families[i].ID == id {
			return &f.families[i], nil
		}
	}
	return nil, fmt.Errorf("family %v: %w", id, stemma.ErrNotFound)
}

func (f *fake) Families(context.Context) ([]stemma.Family, error) { return f.families, nil }

func (f *fake) Passages(_ context.Context, id stemma.ID) ([]stemma.Passage, error) {
	var all []stemma.Passage
	for _, p := range f.passages {
		if p.A.Article == id || p.B.Article == id {
			all = append(all, p)
		}
	}
	return all, nil
}

func (f *fake) Derivations(_ context.Context, id stemma.ID) ([]stemma.Derivation, error) {
	return f.derivations[id], nil
}

func (f *fake) Quotations(_ context.Context, id stemma.ID) ([]stemma.Quotation, error) {
	var all []stemma.Quotation
	for _, q := range f.quotations {
		if slices.ContainsFunc(q.Variants, func(v stemma.Variant) bool { return v.Span.Article == id }) {
			all = append(all, q)
		}
	}
	return all, nil
}
