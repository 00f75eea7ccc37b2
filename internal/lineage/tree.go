package lineage

import (
	"cmp"
	"slices"

	"stemma"
)

// chainMembers lists, per smallest index, the entries of every article with revisions.
func (f *finder) chainMembers() map[int][]int {
	chains := make(map[int][]int)
	for i := range f.entries {
		if c := f.entries[i].chain; c != i {
			chains[c] = append(chains[c], i)
		}
	}
	return chains
}

// family makes the record of a family of nodes; centre is one of them.
func (f *finder) family(centre int, nodes []int, revisions map[int][]int) stemma.Family {
	fam := stemma.Family{Rule: "centre", Evidence: []stemma.Span{}}
	old := make(map[stemma.ID]bool)
	var all []int
	for _, n := range nodes {
		chain := append([]int{n}, revisions[n]...)
		if len(chain) > 1 {
			for _, i := range chain {
				old[f.entries[i].art.RevisionOf] = true
			}
		}
		all = append(all, chain...)
	}
	slices.Sort(all)
	for _, i := range all {
		id := f.entries[i].art.ID
		if old[id] {
			fam.Revisions = append(fam.Revisions, id)
			continue
		}
		fam.Articles = append(fam.Articles, id)
		if f.entries[i].chain == centre && fam.Centre.IsZero() {
			fam.Centre = id
		}
	}
	fam.ID = f.entries[all[0]].art.ID.As(stemma.KindFamily)
	fam.Roots = slices.Clone(fam.Articles)
	return fam
}

// tree picks, among all ties of a family, those that draw its tree: at most
// one known parent for each member, the nearest text first, then undirected
// ties until all hang together. It also finds the roots.
func (g *grower) tree(fam *stemma.Family, members []int, ids []stemma.ID) {
	index := make(map[int]int, len(members))
	for i, m := range members {
		index[m] = i
	}
	inside := g.inside(members, index)
	up, joined := newForest(len(members)), newForest(len(members))
	child := make([]bool, len(members))
	var picked []int
	for round := range 3 {
		for _, e := range inside {
			x := &g.ties[e.tie]
			a, b := index[g.f.entries[x.a].chain], index[g.f.entries[x.b].chain]
			sign := g.signs[e.tie]
			if sign < 0 {
				a, b = b, a
			}
			if sign != 0 {
				child[b] = true
			}
			if !up.mayHang(round, sign, b) || !joined.join(a, b) {
				continue
			}
			if sign != 0 {
				up[b] = a
			}
			picked = append(picked, e.tie)
		}
	}
	slices.Sort(picked)
	g.fill(fam, members, child, picked, ids)
}

// inside lists each tie between two members once, the nearest first.
func (g *grower) inside(members []int, index map[int]int) []edge {
	var out []edge
	for _, m := range members {
		for _, e := range g.edges[m] {
			if _, ok := index[e.to]; ok && m < e.to {
				out = append(out, e)
			}
		}
	}
	slices.SortFunc(out, func(x, y edge) int { return cmp.Or(y.near-x.near, y.weight-x.weight, x.tie-y.tie) })
	return out
}

// fill writes what tree found into the record.
func (g *grower) fill(fam *stemma.Family, members []int, child []bool, picked []int, ids []stemma.ID) {
	var roots []stemma.ID
	for _, id := range fam.Articles {
		at, _ := slices.BinarySearch(members, g.f.entries[g.f.entryOf(id)].chain)
		if !child[at] {
			roots = append(roots, id)
		}
	}
	if len(roots) > 0 {
		fam.Roots = roots
	}
	for _, t := range picked {
		fam.Ties = append(fam.Ties, ids[t])
		fam.Evidence = append(fam.Evidence, g.f.evidence(&g.ties[t])...)
	}
	slices.SortFunc(fam.Ties, stemma.ID.Compare)
	slices.SortFunc(fam.Evidence, stemma.Span.Compare)
	fam.Evidence = slices.Compact(fam.Evidence)
}

// entryOf returns the entry of an article of the pile.
func (f *finder) entryOf(id stemma.ID) int {
	i, _ := slices.BinarySearchFunc(f.entries, id, func(e entry, id stemma.ID) int { return e.art.ID.Compare(id) })
	return i
}

// A forest holds the parent of each node, itself at a root.
type forest []int

func newForest(n int) forest {
	f := make(forest, n)
	for i := range f {
		f[i] = i
	}
	return f
}

// mayHang reports whether a tie may be used in a round: known parents first,
// one for each child; then undirected ties; then whatever still joins.
func (f forest) mayHang(round, sign, child int) bool {
	switch round {
	case 0:
		return sign != 0 && f[child] == child
	case 1:
		return sign == 0
	}
	return true
}

// join puts the trees of a and b together; false when they are one already.
func (f forest) join(a, b int) bool {
	root := func(i int) int {
		for f[i] != i {
			f[i] = f[f[i]]
			i = f[i]
		}
		return i
	}
	x, y := root(a), root(b)
	if x == y {
		return false
	}
	f[max(x, y)] = min(x, y)
	return true
}
