package lineage

import (
	"slices"
	"strconv"

	"stemma"
)

// minPassage is how many words a passage shares at least. Shorter runs are
// phrases that reporters share without reading each other: "at a news
// conference on Tuesday afternoon".
const minPassage = 8

func sortStretches(all []stretch) {
	slices.SortFunc(all, func(x, y stretch) int {
		if x.a0 != y.a0 {
			return int(x.a0 - y.a0)
		}
		return int(x.b0 - y.b0)
	})
}

// verbatim reports whether the two sides have the same words throughout.
func (st *stretch) verbatim() bool { return len(st.runs) == 1 }

// passage makes the record of a stretch between a and b, a having the smaller id.
func (st *stretch) passage(a, b *located, verbatim bool) stemma.Passage {
	spanA, spanB := a.span(st.a0, st.a1), b.span(st.b0, st.b1)
	kind := stemma.PassageEdited
	if verbatim {
		kind = stemma.PassageVerbatim
	}
	return stemma.Passage{
		ID:       pairID(stemma.KindPassage, spanA, spanB),
		Rule:     "aligned_words",
		Evidence: []stemma.Span{spanA, spanB},
		A:        spanA,
		B:        spanB,
		Kind:     kind,
		Score:    int(st.score),
		Quoted:   a.allQuoted(st.a0, st.a1) && b.allQuoted(st.b0, st.b1),
	}
}

// pairID is the id of something that two spans make up.
func pairID(kind stemma.Kind, a, b stemma.Span) stemma.ID {
	return stemma.NewID(kind, a.Article.String(), strconv.Itoa(a.Start), strconv.Itoa(a.End),
		b.Article.String(), strconv.Itoa(b.Start), strconv.Itoa(b.End))
}

// A located sketch is one whose words are spelled out as places in its article.
type located struct {
	*Sketch
	art *stemma.Article
	at  []place
}

func locate(art *stemma.Article, s *Sketch) *located {
	return &located{Sketch: s, art: art, at: s.places(make([]place, 0, len(s.hash)))}
}

// span returns words [from, to) as a span of the article.
func (l *located) span(from, to int32) stemma.Span {
	if from >= to {
		return l.art.Span(int(l.at[from].start), int(l.at[from].start))
	}
	return l.art.Span(int(l.at[from].start), int(l.at[to-1].end))
}

// allQuoted reports whether words [from, to) all lie inside quotation marks.
func (s *Sketch) allQuoted(from, to int32) bool {
	for i := from; i < to; i++ {
		if !s.quoted.has(int(i)) {
			return false
		}
	}
	return true
}
