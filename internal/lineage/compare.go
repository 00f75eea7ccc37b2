package lineage

import "stemma"

// A Comparison is what two articles share, without a pile around them.
type Comparison struct {
	// A and B are the articles in the order given.
	A, B stemma.ID
	// Kind is empty when neither is a copy of the other.
	Kind     stemma.DerivationKind
	Measure  Measure
	Passages []stemma.Passage
	Open     []stemma.Open
}

// Compare aligns two articles. Nothing is masked: what is template shows only in a pile.
func Compare(a, b *stemma.Doc) *Comparison {
	sa, sb := NewSketch(a), NewSketch(b)
	var al aligner
	al.load(sa)
	stretches := al.align(sb)
	m := measure(sa, sb, nil, nil, stretches)
	c := &Comparison{A: a.Article.ID, B: b.Article.ID, Kind: m.kind(), Measure: m}
	la, lb := locate(a.Article, sa), locate(b.Article, sb)
	for i := range stretches {
		c.Passages = append(c.Passages, stretches[i].passage(la, lb, stretches[i].verbatim()))
	}
	return c
}
