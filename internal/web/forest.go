package web

import (
	"cmp"
	"slices"

	"stemma"
)

// A tie is a derivation as the drawing uses it: from and to are places in the
// list of members; directed ones run from parent to child.
type tie struct {
	from, to int
	d        stemma.Derivation
	weight   int
}

// A forest is a family as trees: for each member the one it hangs on. It is
// made for the eye: of all ties it keeps the strongest that hold the members
// together, and the rest is in the table.
type forest struct {
	members []member
	ties    []tie
	// parent is the place of the member that this one hangs on, -1 for the top
	// of a tree; by is the tie between them.
	parent []int
	by     []*tie
	// children are in the order of time, then id.
	children [][]int
	tops     []int
}

// A member is one article of a family.
type member struct {
	Line stemma.ArticleLine
	// Siglum is its letter, as editors of manuscripts give them.
	Siglum       string
	Root, Centre bool
}

// membersOf lists a family's members in the order of time, those without a
// date last, then by id.
func membersOf(c *census, fam stemma.Family) []member {
	var all []member
	for _, id := range fam.Articles {
		line, ok := c.lines[id]
		if !ok {
			line = stemma.ArticleLine{ID: id, Label: id.String(), Titled: true}
		}
		all = append(all, member{Line: line, Root: slices.Contains(fam.Roots, id), Centre: fam.Centre == id})
	}
	slices.SortFunc(all, func(a, b member) int {
		return cmp.Or(
			cmp.Compare(bit(a.Line.Published == ""), bit(b.Line.Published == "")),
			cmp.Compare(a.Line.Published, b.Line.Published), a.Line.ID.Compare(b.Line.ID),
		)
	})
	for i := range all {
		all[i].Siglum = siglum(i)
	}
	return all
}

// siglum is A to Z, then Aa, Ab and so on.
func siglum(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return siglum(i/26-1) + string(rune('a'+i%26))
}

// newForest hangs the members on each other by the given derivations.
func newForest(members []member, derivations []stemma.Derivation) *forest {
	f := &forest{members: members, parent: make([]int, len(members)), by: make([]*tie, len(members)), children: make([][]int, len(members))}
	place := map[stemma.ID]int{}
	for i, m := range members {
		place[m.Line.ID] = i
		f.parent[i] = -1
	}
	for _, d := range derivations {
		from, ok1 := place[d.Parent]
		to, ok2 := place[d.Child]
		if !ok1 || !ok2 || from == to {
			continue
		}
		t := tie{from: from, to: to, d: d}
		for _, span := range d.Evidence {
			t.weight += span.Len()
		}
		f.ties = append(f.ties, t)
	}
	slices.SortStableFunc(f.ties, func(a, b tie) int {
		return cmp.Or(
			cmp.Compare(bit(b.d.Directed), bit(a.d.Directed)), cmp.Compare(b.d.Probability, a.d.Probability),
			cmp.Compare(b.weight, a.weight), a.d.ID.Compare(b.d.ID),
		)
	})
	f.hang(f.strongest())
	return f
}

// strongest picks the ties of a spanning forest, the strongest first.
func (f *forest) strongest() [][]*tie {
	group := make([]int, len(f.members))
	for i := range group {
		group[i] = i
	}
	var find func(i int) int
	find = func(i int) int {
		if group[i] != i {
			group[i] = find(group[i])
		}
		return group[i]
	}
	beside := make([][]*tie, len(f.members))
	for i := range f.ties {
		t := &f.ties[i]
		a, b := find(t.from), find(t.to)
		if a == b {
			continue
		}
		group[a] = b
		beside[t.from] = append(beside[t.from], t)
		beside[t.to] = append(beside[t.to], t)
	}
	return beside
}

// hang walks each tree from its top: a root, else the centre, else the earliest.
func (f *forest) hang(beside [][]*tie) {
	done := make([]bool, len(f.members))
	for _, top := range f.topOrder() {
		if done[top] {
			continue
		}
		f.tops = append(f.tops, top)
		done[top] = true
		for queue := []int{top}; len(queue) > 0; queue = queue[1:] {
			at := queue[0]
			for _, t := range beside[at] {
				next := t.from + t.to - at
				if done[next] {
					continue
				}
				done[next] = true
				f.parent[next], f.by[next] = at, t
				f.children[at] = append(f.children[at], next)
				queue = append(queue, next)
			}
			slices.Sort(f.children[at])
		}
	}
}

func (f *forest) topOrder() []int {
	order := make([]int, len(f.members))
	for i := range order {
		order[i] = i
	}
	rank := func(i int) int {
		switch m := f.members[i]; {
		case m.Root:
			return 0
		case m.Centre:
			return 1
		}
		return 2
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(a), rank(b)) })
	return order
}

// walk calls visit for every member, each tree from its top down.
func (f *forest) walk(visit func(i, depth int)) {
	type step struct{ i, depth int }
	var stack []step
	for _, top := range slices.Backward(f.tops) {
		stack = append(stack, step{top, 0})
	}
	for len(stack) > 0 {
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		visit(at.i, at.depth)
		for _, child := range slices.Backward(f.children[at.i]) {
			stack = append(stack, step{child, at.depth + 1})
		}
	}
}
