package lineage

import (
	"cmp"
	"container/heap"
	"slices"

	"stemma"
)

// Families are grown round centres, not by following ties to their ends: a
// digest that holds two stories is tied to both, and must not make one family
// of strangers. The article that shares most with those not yet in a family
// becomes a centre; its neighbours join when they share the same part of it,
// then their neighbours, when they share the same part of those. Nobody joins
// over two strangers.

// An edge is a tie as one of its two ends sees it.
type edge struct {
	to     int // node
	weight int // shared words
	near   int // likeness of the whole texts, in thousandths
	tie    int // index into the ties
	// own says where the shared text lies here, in the words of entry at.
	own []stretchRange
	at  int
	// parent is true when this end is known to come first.
	parent bool
}

// A stretchRange is words [from, to).
type stretchRange struct{ from, to int32 }

// A grower grows families over nodes; a node is an entry or, for an article
// with old revisions, all of them together under the smallest index.
type grower struct {
	f      *finder
	ties   []tie
	signs  []int // 1: b derives from a, -1: a from b, 0: undirected
	edges  map[int][]edge
	family map[int]int // node -> centre
}

// families puts every article into one family.
func (f *finder) families(ties []tie, signs []int, ids []stemma.ID) []stemma.Family {
	g := &grower{f: f, ties: ties, signs: signs, edges: make(map[int][]edge), family: make(map[int]int)}
	g.connect()
	members := g.grow()
	var out []stemma.Family
	revisions := f.chainMembers()
	for i := range f.entries {
		if f.entries[i].chain != i {
			continue
		}
		centre, ok := g.family[i]
		switch {
		case !ok:
			out = append(out, f.family(i, []int{i}, revisions))
		case centre == i:
			fam := f.family(i, members[i], revisions)
			g.tree(&fam, members[i], ids)
			out = append(out, fam)
		}
	}
	return out
}

// connect turns ties into edges at both ends.
func (g *grower) connect() {
	for t := range g.ties {
		x := &g.ties[t]
		a, b := g.f.entries[x.a].chain, g.f.entries[x.b].chain
		if a == b {
			continue
		}
		m := x.verdict.measure
		e := edge{weight: m.Shared, near: permille(2*m.All, m.AllA+m.AllB), tie: t}
		var ownA, ownB []stretchRange
		for _, st := range x.verdict.stretches {
			ownA = append(ownA, stretchRange{st.a0, st.a1})
			ownB = append(ownB, stretchRange{st.b0, st.b1})
		}
		e.to, e.own, e.at, e.parent = b, sortRanges(ownA), x.a, g.signs[t] > 0
		g.edges[a] = append(g.edges[a], e)
		e.to, e.own, e.at, e.parent = a, sortRanges(ownB), x.b, g.signs[t] < 0
		g.edges[b] = append(g.edges[b], e)
	}
	for _, list := range g.edges {
		slices.SortFunc(list, func(x, y edge) int {
			return cmp.Or(y.weight-x.weight, y.near-x.near, x.to-y.to, x.tie-y.tie)
		})
	}
}

// A seat is a node with the words it shares with nodes not yet in a family.
type seat struct{ node, words int }

type seats []seat

func (s seats) Len() int { return len(s) }
func (s seats) Less(i, j int) bool {
	return s[i].words > s[j].words || s[i].words == s[j].words && s[i].node < s[j].node
}
func (s seats) Swap(i, j int) { s[i], s[j] = s[j], s[i] }
func (s *seats) Push(x any)   { *s = append(*s, x.(seat)) }
func (s *seats) Pop() any {
	last := (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return last
}

// grow makes centres, the one that shares most first, and returns the members of each.
func (g *grower) grow() map[int][]int {
	members := make(map[int][]int)
	var queue seats
	for node := range g.edges {
		queue = append(queue, seat{node, g.words(node)})
	}
	heap.Init(&queue)
	for queue.Len() > 0 {
		s := heap.Pop(&queue).(seat)
		if _, ok := g.family[s.node]; ok {
			continue
		}
		if now := g.words(s.node); now != s.words {
			heap.Push(&queue, seat{s.node, now})
			continue
		}
		members[s.node] = g.around(s.node)
	}
	return members
}

// words sums what a node shares with those not yet in a family.
func (g *grower) words(node int) int {
	sum := 0
	for i := range g.edges[node] {
		if _, ok := g.family[g.edges[node][i].to]; !ok {
			sum += g.edges[node][i].weight
		}
	}
	return sum
}

// around gathers the family of a centre and returns its members, sorted.
func (g *grower) around(centre int) []int {
	g.family[centre] = centre
	members := []int{centre}
	first := g.ring(centre, nil, true)
	members = append(members, first...)
	for _, m := range first {
		members = append(members, g.ring(m, g.partWith(m, centre), false)...)
	}
	slices.Sort(members)
	return members
}

// partWith returns the part of node that it shares with other.
func (g *grower) partWith(node, other int) *part {
	for i := range g.edges[node] {
		if e := &g.edges[node][i]; e.to == other {
			return &part{e.at, e.own}
		}
	}
	return nil
}

// A part is some text of a node: ranges of words of one of its entries.
type part struct {
	at     int
	ranges []stretchRange
}

// covers reports whether e's text is the same text: half of the smaller of the
// two lies in the other. Texts of two revisions are taken for the same.
func (p *part) covers(e *edge) bool {
	if p.at != e.at {
		return true
	}
	return 2*overlap(p.ranges, e.own) >= min(total(p.ranges), total(e.own))
}

// ring returns the neighbours of node that join, marked as of its family. At
// the centre the strongest neighbour founds the family's text and others
// widen it; further out the text is given, and a neighbour joins only when
// nothing outside the family is closer to it.
func (g *grower) ring(node int, text *part, centre bool) []int {
	var joined []int
	for again := true; again; {
		again = false
		for i := range g.edges[node] {
			e := &g.edges[node][i]
			if _, ok := g.family[e.to]; ok {
				continue
			}
			if !centre && !g.closest(e.to, g.family[node]) {
				continue
			}
			if text != nil && !text.covers(e) && !(centre && e.parent) {
				continue
			}
			g.family[e.to] = g.family[node]
			joined = append(joined, e.to)
			if centre {
				again = text.widen(e) && text != nil || again
			}
			if text == nil {
				text = &part{e.at, slices.Clone(e.own)}
			}
		}
	}
	return joined
}

// widen adds e's text to the part and reports whether that made it larger.
func (p *part) widen(e *edge) bool {
	if p == nil || p.at != e.at {
		return false
	}
	before := total(p.ranges)
	p.ranges = sortRanges(append(p.ranges, e.own...))
	return total(p.ranges) > before
}

// closest reports whether node's strongest tie leads into the family of centre.
func (g *grower) closest(node, centre int) bool {
	c, ok := g.family[g.edges[node][0].to]
	return ok && c == centre
}

// sortRanges sorts and joins ranges.
func sortRanges(ranges []stretchRange) []stretchRange {
	slices.SortFunc(ranges, func(x, y stretchRange) int { return cmp.Or(int(x.from-y.from), int(x.to-y.to)) })
	out := ranges[:0]
	for _, r := range ranges {
		if n := len(out); n > 0 && r.from <= out[n-1].to {
			out[n-1].to = max(out[n-1].to, r.to)
			continue
		}
		out = append(out, r)
	}
	return out
}

func total(ranges []stretchRange) int {
	n := 0
	for _, r := range ranges {
		n += int(r.to - r.from)
	}
	return n
}

// overlap counts the words in both of two sorted lists.
func overlap(x, y []stretchRange) int {
	n := 0
	for len(x) > 0 && len(y) > 0 {
		n += max(0, int(min(x[0].to, y[0].to)-max(x[0].from, y[0].from)))
		if x[0].to < y[0].to {
			x = x[1:]
		} else {
			y = y[1:]
		}
	}
	return n
}
