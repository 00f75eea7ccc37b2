package lineage

// Articles with the same words in the same order, quoted alike, are twins. One
// of them stands for all when texts are compared, so ten thousand copies of
// one article cost no more than one; the others hang on it by the whole text.

// A textKey tells texts apart by 128 bits of hash and their length.
type textKey struct {
	a, b uint64
	n    int
}

func (s *Sketch) key() textKey {
	k := textKey{a: hashSeed, b: hashPrime, n: len(s.hash)}
	for _, h := range s.hash {
		k.a = mix(k.a + uint64(h))
		k.b = mix(k.b ^ uint64(h)*shingleBase)
	}
	for _, w := range s.quoted {
		k.a, k.b = mix(k.a+w), mix(k.b^w*shingleBase)
	}
	return k
}

// findTwins groups the entries of equal words under the smallest index. Texts
// too short for one shingle are nobody's twins: two empty bodies share nothing.
func (f *finder) findTwins() {
	keys := make([]textKey, len(f.entries))
	f.each("hash", len(f.entries), func(int) func(int) {
		return func(i int) { keys[i] = f.entries[i].sketch.key() }
	})
	first := make(map[textKey]int, len(f.entries))
	f.twins = make(map[int][]int)
	for i := range f.entries {
		e := &f.entries[i]
		e.twin = i
		if e.sketch.Len() >= tinyShared {
			if at, ok := first[keys[i]]; ok {
				e.twin = at
				f.twins[at] = append(f.twins[at], i)
				continue
			}
			first[keys[i]] = i
		}
		f.firsts = append(f.firsts, i)
	}
}
