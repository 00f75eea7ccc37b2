package web

import (
	"cmp"
	"slices"

	"stemma"
)

// A sharedWith is another article and the passages shared with it.
type sharedWith struct {
	// Line names the other article.
	Line stemma.ArticleLine
	// Href leads to the two side by side.
	Href     string
	Passages []sides
	// Bytes is how much of this article's text the passages cover.
	Bytes int
}

// A sides is a passage seen from one article.
type sides struct {
	Here, There stemma.Span
	Passage     stemma.Passage
}

// sidesFrom turns a passage so that its side in the article comes first; ok is
// false when it has none there.
func sidesFrom(article stemma.ID, p stemma.Passage) (s sides, ok bool) {
	switch article {
	case p.A.Article:
		return sides{p.A, p.B, p}, true
	case p.B.Article:
		return sides{p.B, p.A, p}, true
	}
	return sides{}, false
}

// sharedWith groups the passages of an article by the other article, those
// that share most first.
func (c *census) sharedWith(art *stemma.Article, passages []stemma.Passage) []sharedWith {
	by := map[stemma.ID][]sides{}
	for _, p := range passages {
		if s, ok := sidesFrom(art.ID, p); ok && s.Here.Check(art) == nil {
			by[s.There.Article] = append(by[s.There.Article], s)
		}
	}
	var all []sharedWith
	for id, ps := range by {
		slices.SortFunc(ps, func(a, b sides) int { return a.Here.Compare(b.Here) })
		line, ok := c.lines[id]
		if !ok {
			line = stemma.ArticleLine{ID: id, Label: id.String()}
		}
		all = append(all, sharedWith{line, compareHref(art.ID, id), ps, covered(ps)})
	}
	slices.SortFunc(all, func(a, b sharedWith) int {
		return cmp.Or(cmp.Compare(b.Bytes, a.Bytes), a.Line.ID.Compare(b.Line.ID))
	})
	return all
}

// covered counts the bytes under the passages, each once; ps are in order.
func covered(ps []sides) int {
	n, end := 0, 0
	for _, p := range ps {
		n += max(0, p.Here.End-max(end, p.Here.Start))
		end = max(end, p.Here.End)
	}
	return n
}

func compareHref(a, b stemma.ID) string { return "/compare/" + a.String() + "/" + b.String() }

// sharedMarks draws what the article shares with any other, each byte once: a
// text that sixty articles share is not sixty colours.
func sharedMarks(shared []sharedWith) []mark {
	var all []sides
	for _, other := range shared {
		all = append(all, other.Passages...)
	}
	slices.SortFunc(all, func(a, b sides) int { return a.Here.Compare(b.Here) })
	var marks []mark
	for _, p := range all {
		last := len(marks) - 1
		if last >= 0 && p.Here.Start <= marks[last].end {
			marks[last].end = max(marks[last].end, p.Here.End)
			continue
		}
		marks = append(marks, mark{start: p.Here.Start, end: p.Here.End, class: "shared"})
	}
	return marks
}

// A note stands in the margin beside a block: one other article that shares
// some of it.
type note struct {
	Line stemma.ArticleLine
	// Kind is verbatim, edited or quoted.
	Kind string
	// Href leads to the passage, side by side.
	Href string
}

// notesFor returns the notes of a block, one per other article.
func notesFor(shared []sharedWith, b block) []note {
	var notes []note
	for _, other := range shared {
		for i, p := range other.Passages {
			if p.Here.Start < b.end && b.start < p.Here.End {
				notes = append(notes, note{other.Line, passageKind(p.Passage), other.Href + "#a" + itoa(i+1)})
				break
			}
		}
	}
	return notes
}

// passageKind is the word for a passage: a shared quotation proves less than
// shared words of the writer's own, so it has a word of its own.
func passageKind(p stemma.Passage) string {
	if p.Quoted {
		return "quoted"
	}
	return string(p.Kind)
}

// familyWith returns the article's family when it has other members.
func (c *census) familyWith(article stemma.ID) (stemma.Family, bool) {
	i, ok := c.familyOf[article]
	if !ok {
		return stemma.Family{}, false
	}
	return c.families[i], true
}
