package ask

import (
	"context"
	"slices"
	"strings"

	"stemma"
)

// A Searcher finds sentences by an expression in FTS5's syntax, best first.
type Searcher interface {
	Match(ctx context.Context, expression string, limit int) ([]stemma.Hit, error)
}

// Expression writes the query for the full-text index. Every word is quoted,
// so that nothing in a question is syntax.
func (q Query) Expression() string {
	var wanted, unwanted []string
	for _, t := range q.Terms {
		s := `"` + strings.Join(t.Words, " ") + `"`
		if t.Prefix {
			s += "*"
		}
		if t.Not {
			unwanted = append(unwanted, s)
		} else {
			wanted = append(wanted, s)
		}
	}
	expression := strings.Join(wanted, " AND ")
	if len(unwanted) > 0 {
		expression = "(" + expression + ") NOT (" + strings.Join(unwanted, " OR ") + ")"
	}
	return expression
}

// Find returns at most limit sentences that answer the question, best first,
// with the places of its words marked.
func Find(ctx context.Context, s Searcher, question string, limit int) ([]stemma.Hit, error) {
	q, err := Parse(question)
	if err != nil {
		return nil, err
	}
	hits, err := s.Match(ctx, q.Expression(), limit)
	if err != nil {
		return nil, err
	}
	for i := range hits {
		hits[i].Matches = q.marks(hits[i].Sentence)
	}
	return hits, nil
}

// marks returns the places of the query's terms in a sentence, in order, without overlap.
func (q Query) marks(sentence stemma.Span) []stemma.Span {
	all := words(sentence.Text)
	var found []stemma.Span
	for _, t := range q.Terms {
		if t.Not {
			continue
		}
		for i := range all {
			if t.at(all[i:]) {
				start, end := all[i].start, all[i+len(t.Words)-1].end
				found = append(found, stemma.Span{
					Article: sentence.Article,
					Start:   sentence.Start + start, End: sentence.Start + end,
					Text: sentence.Text[start:end],
				})
			}
		}
	}
	slices.SortFunc(found, stemma.Span.Compare)
	return slices.CompactFunc(found, func(a, b stemma.Span) bool { return a.Overlaps(b) })
}

// at reports whether the term's words stand at the beginning of all.
func (t Term) at(all []word) bool {
	if len(all) < len(t.Words) {
		return false
	}
	for i, want := range t.Words {
		have := all[i].fold
		if have != want && !(t.Prefix && i == len(t.Words)-1 && strings.HasPrefix(have, want)) {
			return false
		}
	}
	return true
}
