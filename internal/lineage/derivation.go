package lineage

import (
	"slices"

	"stemma"
)

// derive makes the derivation of a tie, a having the smaller id.
func (f *finder) derive(t *tie, a, b *located) stemma.Derivation {
	reasons, sum := direction(a.art, b.art)
	d := stemma.Derivation{
		Rule:   "containment",
		Parent: a.art.ID,
		Child:  b.art.ID,
		Kind:   t.kind,
	}
	d.Directed = max(sum, -sum) >= directedMargin
	m := t.verdict.measure
	inChild, inParent := m.ContainmentB(), m.ContainmentA()
	if d.Directed && sum < 0 {
		d.Parent, d.Child = d.Child, d.Parent
		inChild, inParent = inParent, inChild
		for i := range reasons {
			reasons[i].Millis = -reasons[i].Millis
		}
	}
	d.Probability = m.probability()
	d.Reasons = append(kindReasons(m, inChild, inParent), reasons...)
	slices.SortStableFunc(d.Reasons, func(x, y stemma.Reason) int { return abs(y.Millis) - abs(x.Millis) })
	st := t.verdict.longest()
	spanA, spanB := a.span(st.a0, st.a1), b.span(st.b0, st.b1)
	d.Evidence = []stemma.Span{spanA, spanB}
	d.ID = pairID(stemma.KindDerivation, spanA, spanB)
	return d
}

// longest returns the stretch with the most matched words, the first of equals.
func (v *verdict) longest() stretch {
	best := v.stretches[0]
	for _, st := range v.stretches {
		if st.matched > best.matched {
			best = st
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }
