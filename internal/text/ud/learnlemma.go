package ud

import (
	"cmp"
	"slices"

	"stemma"
)

// A lemmaCount counts how often each edit was right for the forms of one key.
type lemmaCount map[edit]int

// learnLemmas finds for every tag and ending the edit that is right for most
// different forms, leaves out the rules that a shorter ending implies, and keeps the
// forms that the rules get wrong as exceptions.
func learnLemmas(gold []*Gold) *lemmatizer {
	type formTag struct {
		low string
		c   tagClass
	}
	forms := make(map[formTag]lemmaCount)
	for _, g := range gold {
		for _, w := range g.Words {
			if w.Lemma == "_" || w.Rel == stemma.RelGoeswith {
				continue
			}
			key := formTag{string(appendLower(nil, w.Form)), tagClass{w.Tag, w.Penn}}
			if forms[key] == nil {
				forms[key] = make(lemmaCount)
			}
			forms[key][editFor(key.low, w.Lemma, w.Tag)]++
		}
	}
	keys := make([]formTag, 0, len(forms))
	for k := range forms {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b formTag) int {
		return cmp.Or(cmp.Compare(a.low, b.low), cmp.Compare(a.c.tag, b.c.tag), cmp.Compare(a.c.penn, b.c.penn))
	})

	b := &lemmaBuilder{l: &lemmatizer{rules: make(map[uint32]uint16)}, of: make(map[edit]uint16)}
	for length := 0; length <= maxSuffix; length++ {
		endings := make(map[formTag]lemmaCount)
		for _, k := range keys {
			e := top(forms[k])
			if len(k.low) < length || e.whole {
				continue
			}
			key := formTag{k.low[len(k.low)-length:], k.c}
			if endings[key] == nil {
				endings[key] = make(lemmaCount)
			}
			endings[key][e]++
		}
		b.addRules(length, func(yield func(string, tagClass, lemmaCount)) {
			done := make(map[formTag]bool)
			for _, k := range keys {
				if len(k.low) < length {
					continue
				}
				key := formTag{k.low[len(k.low)-length:], k.c}
				if !done[key] && endings[key] != nil {
					done[key] = true
					yield(key.low, key.c, endings[key])
				}
			}
		})
	}
	for _, k := range keys {
		e := top(forms[k])
		if got, ok := b.l.find([]byte(k.low), k.c); !ok || got != e {
			b.put(ruleKey(k.c.penn, k.c.tag, []byte(k.low), true), e)
		}
	}
	return b.l
}

// A lemmaBuilder collects edits and rules.
type lemmaBuilder struct {
	l  *lemmatizer
	of map[edit]uint16
}

func (b *lemmaBuilder) put(key uint32, e edit) {
	i, ok := b.of[e]
	if !ok {
		i = uint16(len(b.l.edits))
		b.of[e] = i
		b.l.edits = append(b.l.edits, e)
	}
	b.l.rules[key] = i
}

// addRules adds the rules of one length of ending. A rule needs two different
// forms, three quarters of the forms on its side, and to differ from what a
// shorter ending says.
func (b *lemmaBuilder) addRules(length int, each func(func(string, tagClass, lemmaCount))) {
	each(func(ending string, c tagClass, count lemmaCount) {
		e := top(count)
		total := 0
		for _, n := range count {
			total += n
		}
		if length > 0 && (count[e] < 2 || count[e]*4 < total*3) {
			return
		}
		if got, ok := b.l.find([]byte(ending), c); ok && got == e {
			return
		}
		b.put(ruleKey(c.penn, c.tag, []byte(ending), false), e)
	})
}

// editFor returns the edit that makes the lemma from the form in lower case.
func editFor(low, lemma string, tag stemma.Tag) edit {
	if tag == stemma.TagPropn {
		lemma = string(appendLower(nil, lemma))
	}
	same := 0
	for same < len(low) && same < len(lemma) && low[same] == lemma[same] {
		same++
	}
	if same == 0 || len(low)-same > maxSuffix+2 {
		return edit{whole: true, add: lemma}
	}
	return edit{cut: uint8(len(low) - same), add: lemma[same:]}
}

// top returns the commonest edit; ties go to the smaller cut and then by what is added.
func top(count lemmaCount) edit {
	return common(count, 1, func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.cut, b.cut), cmp.Compare(a.add, b.add))
	})[0]
}
