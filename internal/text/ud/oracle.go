package ud

import "stemma"

// An oracle knows the right tree of a sentence and says what each move costs
// from any state: how many right arcs can no longer be made after it (the
// dynamic oracle of Goldberg and Nivre 2013 for the arc-hybrid system).
type oracle struct {
	// heads are the right heads, the index past the last word for the root.
	heads []int32
	rels  []stemma.Rel
	// kids lists the right children of every word.
	kids [][]int32
}

// newOracle makes the oracle of a sentence; arcs that cross are lifted first.
func newOracle(g *Gold) *oracle {
	n := len(g.Words)
	o := &oracle{heads: make([]int32, n), rels: make([]stemma.Rel, n), kids: make([][]int32, n+1)}
	for i := range g.Words {
		o.heads[i], o.rels[i] = g.Words[i].Head, g.Words[i].Rel
		if o.heads[i] < 0 {
			o.heads[i] = int32(n)
		}
	}
	o.lift()
	for i, h := range o.heads {
		o.kids[h] = append(o.kids[h], int32(i))
	}
	return o
}

// lift makes the tree projective: the shortest arc that crosses another moves
// up to the head of its head, until none crosses (Nivre and Nilsson 2005,
// without the marks in the labels: 2% of the sentences have such an arc).
func (o *oracle) lift() {
	for {
		child := o.shortestCrossing()
		if child < 0 {
			return
		}
		o.heads[child] = o.heads[o.heads[child]]
	}
}

// shortestCrossing returns the child of the shortest arc that covers a word
// which does not descend from its head, or -1.
func (o *oracle) shortestCrossing() int32 {
	found, length := int32(-1), int32(1<<30)
	for i := range o.heads {
		child, head := int32(i), o.heads[i]
		lo, hi := min(child, head), max(child, head)
		if hi-lo >= length || int(head) == len(o.heads) {
			continue
		}
		for j := lo + 1; j < hi; j++ {
			if !o.descends(j, head) {
				found, length = child, hi-lo
				break
			}
		}
	}
	return found
}

// descends reports whether word j lies below head.
func (o *oracle) descends(j, head int32) bool {
	for int(j) < len(o.heads) {
		if j == head {
			return true
		}
		j = o.heads[j]
	}
	return false
}

// costs returns what each move costs in state s. It does not ask whether the
// move is allowed.
func (o *oracle) costs(s *state) (costs [3]int) {
	b0 := s.front.tok
	if s.top < 0 {
		return costs
	}
	top := &s.nodes[s.top]
	s0, s1 := top.tok, int32(none)
	if top.prev >= 0 {
		s1 = s.nodes[top.prev].tok
	}
	late := 0
	for _, k := range o.kids[s0] {
		if k >= b0 {
			late++
		}
	}
	h0 := o.heads[s0]
	costs[moveLeft], costs[moveRight] = late, late
	if h0 > b0 || h0 == s1 {
		costs[moveLeft]++
	}
	if h0 >= b0 {
		costs[moveRight]++
	}
	if b0 < s.n {
		hb := o.heads[b0]
		for i := s.top; i >= 0; i = s.nodes[i].prev {
			t := s.nodes[i].tok
			if o.heads[t] == b0 || t == hb && i != s.top {
				costs[moveShift]++
			}
		}
	}
	return costs
}
