package web

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"stemma"
)

// An index holds the counts of the whole pile. It is made once and again when
// the head of the case changes, so that a page of a large pile need not read
// all of it.
type index struct {
	read Case

	mu   sync.Mutex
	head stemma.Case
	made *census
}

// A census is what an index counted. Nobody changes it.
type census struct {
	head       stemma.Case
	publishers []tally
	languages  []tally
	// Unpublished counts the articles whose publisher is unknown, Undated those
	// without a date, Superseded the old revisions.
	Unpublished, Undated, Superseded int
	// families are those with more than one member, the largest first.
	families []stemma.Family
	// familyOf is the place in families of an article that is not alone.
	familyOf map[stemma.ID]int
	lines    map[stemma.ID]stemma.ArticleLine
}

// A tally is a name and how many articles bear it.
type tally struct {
	Name  string
	Count int
}

// census returns the counts, made anew when the case has changed.
func (x *index) census(ctx context.Context) (*census, error) {
	head, err := x.read.Case(ctx)
	if err != nil {
		return nil, err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.made != nil && sameHead(x.head, head) {
		return x.made, nil
	}
	made, err := x.count(ctx)
	if err != nil {
		return nil, err
	}
	made.head = head
	x.head, x.made = head, made
	return made, nil
}

func sameHead(a, b stemma.Case) bool {
	return a.ID == b.ID && a.Engine == b.Engine && a.Articles == b.Articles && a.Families == b.Families
}

func (x *index) count(ctx context.Context) (*census, error) {
	lines, _, err := x.read.Articles(ctx, stemma.ArticleFilter{})
	if err != nil {
		return nil, err
	}
	families, err := x.read.Families(ctx)
	if err != nil {
		return nil, err
	}
	c := &census{familyOf: map[stemma.ID]int{}, lines: make(map[stemma.ID]stemma.ArticleLine, len(lines))}
	c.countLines(lines)
	for _, fam := range families {
		if len(fam.Articles) > 1 {
			c.families = append(c.families, fam)
		}
	}
	slices.SortFunc(c.families, func(a, b stemma.Family) int {
		return cmp.Or(cmp.Compare(len(b.Articles), len(a.Articles)), a.ID.Compare(b.ID))
	})
	for i, fam := range c.families {
		for _, id := range fam.Articles {
			c.familyOf[id] = i
		}
	}
	return c, nil
}

func (c *census) countLines(lines []stemma.ArticleLine) {
	publishers, languages := map[string]int{}, map[string]int{}
	for _, line := range lines {
		c.lines[line.ID] = line
		if line.Superseded {
			c.Superseded++
			continue
		}
		languages[line.Language]++
		if line.Publisher == "" {
			c.Unpublished++
		} else {
			publishers[line.Publisher]++
		}
		if line.Published == "" {
			c.Undated++
		}
	}
	c.publishers, c.languages = tallies(publishers), tallies(languages)
}

// tallies sorts the counts, the largest first.
func tallies(counts map[string]int) []tally {
	var all []tally
	for name, n := range counts {
		all = append(all, tally{name, n})
	}
	slices.SortFunc(all, func(a, b tally) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	return all
}
