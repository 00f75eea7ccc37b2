package ud

import (
	"cmp"
	"slices"

	"stemma"
	"stemma/internal/learn"
)

// minClass and minAction are how often a pair of tags or an arc must occur to
// be something that the model can decide for; rarer ones are slips of annotation.
const (
	minClass  = 3
	minAction = 10
)

// learnClasses lists the pairs of tags, the commonest first.
func learnClasses(gold []*Gold) []tagClass {
	count := make(map[tagClass]int)
	for _, g := range gold {
		for _, w := range g.Words {
			count[tagClass{w.Tag, w.Penn}]++
		}
	}
	return common(count, minClass, func(a, b tagClass) int {
		return cmp.Or(cmp.Compare(a.tag, b.tag), cmp.Compare(a.penn, b.penn))
	})
}

// learnActions lists the shift and the arcs in both directions, the commonest first.
func learnActions(gold []*Gold) []action {
	count := make(map[action]int)
	for _, g := range gold {
		for i, w := range g.Words {
			switch {
			case w.Head < 0:
				count[action{moveLeft, stemma.RelRoot}]++
			case int(w.Head) > i:
				count[action{moveLeft, w.Rel}]++
			default:
				count[action{moveRight, w.Rel}]++
			}
		}
	}
	return append([]action{{}}, common(count, minAction, func(a, b action) int {
		return cmp.Or(cmp.Compare(a.move, b.move), cmp.Compare(a.rel, b.rel))
	})...)
}

// common returns the keys that occur at least least times, the commonest first.
func common[K comparable](count map[K]int, least int, order func(a, b K) int) []K {
	var keys []K
	for k, n := range count {
		if n >= least {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b K) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), order(a, b))
	})
	return keys
}

// minForm is how often a form must occur for its set of tags to be believed,
// and minShare the share in percent that a tag must have to be in the set. A form seen
// once would give its own right answer away during training.
const (
	minForm  = 4
	minShare = 8
)

// learnLexicon collects what is known of the forms. Two forms have the same
// class when the same tags make up their set, the commonest in front.
func learnLexicon(gold []*Gold) *lexicon {
	counts := make(map[uint32]map[stemma.Tag]int)
	var f former
	for _, g := range gold {
		for _, w := range g.Words {
			key := f.word(w.Form, nil).low
			if counts[key] == nil {
				counts[key] = make(map[stemma.Tag]int)
			}
			counts[key][w.Tag]++
		}
	}
	lex := newLexicon(len(counts))
	names := make(map[string]uint16)
	for _, key := range sortedKeys(counts) {
		total := 0
		for _, n := range counts[key] {
			total += n
		}
		if total < minForm {
			continue
		}
		name := ""
		for _, tag := range common(counts[key], (total*minShare+99)/100, cmp.Compare) {
			name += string(rune(tag))
		}
		if names[name] == 0 {
			names[name] = uint16(len(names) + 1)
		}
		lex.put(key, entry{class: names[name]})
	}
	return lex
}

// changed returns a copy of some sentences as a headline or a careless writer
// would print them, so that the models meet such text: one in 16 each in lower case
// and in capitals, one in 24 with every word capitalised, one in 12 without its last stop.
func changed(g *Gold, rand *learn.Rand) *Gold {
	n := len(g.Words)
	if n < 4 {
		return nil
	}
	var turn func(form string) string
	switch rand.Intn(48) {
	case 0, 1, 2:
		turn = lowerForm
	case 3, 4, 5:
		turn = upperForm
	case 6, 7:
		turn = titleForm
	case 8, 9, 10, 11:
	default:
		return nil
	}
	c := *g
	c.Words = slices.Clone(g.Words)
	if last := c.Words[n-1]; last.Penn == stemma.PennStop && !headsAny(c.Words, int32(n-1)) {
		c.Words = c.Words[:n-1]
	}
	if turn != nil {
		for i := range c.Words {
			c.Words[i].Form = turn(c.Words[i].Form)
		}
	}
	return &c
}

// headsAny reports whether a word is the head of another or the root.
func headsAny(words []GoldWord, i int32) bool {
	if words[i].Head < 0 {
		return true
	}
	for _, w := range words {
		if w.Head == i {
			return true
		}
	}
	return false
}
