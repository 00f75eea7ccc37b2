package lineage

// A Measure is what two texts share, counted in words. Words inside quotation
// marks on both sides are left out of the plain figures: two reporters at one
// press conference quote the same sentences and copy nothing. Words of a
// template are left out everywhere.
type Measure struct {
	// Shared counts the matched words that are not quoted on both sides.
	Shared int
	// WordsA and WordsB count the words that could have been: those outside
	// quotation marks, and those matched with such on the other side.
	WordsA, WordsB int
	// All counts all matched words, AllA and AllB all words.
	All, AllA, AllB int
	// Pieces counts the stretches with most of their words outside quotations,
	// Longest is the longest run of equal words outside them.
	Pieces, Longest int
	// Changed counts the words inside the stretches that do not match, both sides together.
	Changed int
}

// ContainmentA returns how much of A's own words B has, in thousandths.
func (m Measure) ContainmentA() int { return permille(m.Shared, m.WordsA) }

// ContainmentB returns how much of B's own words A has, in thousandths.
func (m Measure) ContainmentB() int { return permille(m.Shared, m.WordsB) }

// Containment is the greater of the two.
func (m Measure) Containment() int { return max(m.ContainmentA(), m.ContainmentB()) }

// ContainmentAll is the greater containment with quotations counted in.
func (m Measure) ContainmentAll() int { return max(permille(m.All, m.AllA), permille(m.All, m.AllB)) }

func permille(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return 1000 * part / whole
}

// measure counts what the stretches of a and b come to.
func measure(a, b *Sketch, maskA, maskB bitset, all []stretch) Measure {
	m := Measure{AllA: a.unmasked(maskA), AllB: b.unmasked(maskB)}
	m.WordsA, m.WordsB = a.plain(maskA), b.plain(maskB)
	seenA, seenB := newBitset(len(a.hash)), newBitset(len(b.hash))
	for i := range all {
		st := &all[i]
		plain := 0
		for _, r := range st.runs {
			plain += m.addRun(a, b, maskA, maskB, seenA, seenB, r)
		}
		if 2*plain > int(st.matched) {
			m.Pieces++
			m.Changed += int(st.a1-st.a0+st.b1-st.b0) - 2*int(st.matched)
		}
	}
	return m
}

// addRun counts one run of equal words, each word once, and returns how many
// of them are not quoted on both sides.
func (m *Measure) addRun(a, b *Sketch, maskA, maskB, seenA, seenB bitset, r seed) int {
	plain, longest := 0, 0
	for k := range r.n {
		i, j := int(r.a+k), int(r.b+k)
		if maskA.has(i) || maskB.has(j) || seenA.has(i) || seenB.has(j) {
			continue
		}
		seenA.set(i)
		seenB.set(j)
		m.All++
		quotedA, quotedB := a.quoted.has(i), b.quoted.has(j)
		if quotedA && quotedB {
			longest = 0
			continue
		}
		if quotedA {
			m.WordsA++
		}
		if quotedB {
			m.WordsB++
		}
		plain++
		longest++
		m.Longest = max(m.Longest, longest)
	}
	m.Shared += plain
	return plain
}

// unmasked counts the words that are no template.
func (s *Sketch) unmasked(mask bitset) int { return len(s.hash) - mask.count() }

// plain counts the words outside quotation marks that are no template.
func (s *Sketch) plain(mask bitset) int {
	n := len(s.hash)
	for i, w := range s.quoted {
		if i < len(mask) {
			w |= mask[i]
		}
		n -= ones(w)
	}
	return n
}
