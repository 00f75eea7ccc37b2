package lineage

import "slices"

// A seed is a run of words that both texts have, as long as it can be:
// a[a:a+n] equals b[b:b+n] and cannot be made longer on either side.
type seed struct{ a, b, n int32 }

// Limits on one pair. A text that repeats itself has as many seeds as the
// product of the repetitions; beyond these the rest is left out and said so.
const (
	// maxRepeats is how many places of one shingle are looked at.
	maxRepeats = 8
	// maxSeeds is how many seeds of one pair are chained.
	maxSeeds = 1 << 16
)

// A lookup finds the places of a shingle in one text: an open hash table of
// first places with chains of later ones. It is filled once for an article and
// asked for each of its partners.
type lookup struct {
	hash  []uint32
	slots []int32 // 1 + the place, 0 when free
	next  []int32 // 1 + the next place with the same slot
	shift uint
}

// fill indexes the shingles of text. Places are chained from the last to the
// first, so they come out in order.
func (l *lookup) fill(text []uint32) {
	l.hash = text
	n := max(0, len(text)-shingle+1)
	size, shift := 16, uint(60)
	for size < 2*n {
		size, shift = 2*size, shift-1
	}
	l.slots, l.shift = zeroed(l.slots, size), shift
	l.next = zeroed(l.next, n)
	for i := n - 1; i >= 0; i-- {
		slot := l.slot(text[i : i+shingle])
		l.next[i] = l.slots[slot]
		l.slots[slot] = int32(i) + 1
	}
}

func (l *lookup) slot(words []uint32) uint64 {
	h := uint64(0)
	for _, w := range words[:shingle] {
		h = h*shingleBase + uint64(w)
	}
	return mix(h) * shingleBase >> l.shift
}

// zeroed returns a slice of n zeroes, in buf when it is large enough.
func zeroed(buf []int32, n int) []int32 {
	if cap(buf) < n {
		return make([]int32, n)
	}
	buf = buf[:n]
	clear(buf)
	return buf
}

// seeds appends the maximal runs that b shares with the text in the lookup,
// by their place in it. It reports whether a limit cut them off.
func (l *lookup) seeds(b []uint32, out []seed) ([]seed, bool) {
	cut := false
	for j := 0; j+shingle <= len(b); j++ {
		tries := 0
		for at := l.slots[l.slot(b[j:j+shingle])]; at != 0; at = l.next[at-1] {
			i := int(at) - 1
			if !slices.Equal(l.hash[i:i+shingle], b[j:j+shingle]) {
				continue
			}
			if tries++; tries > maxRepeats || len(out) >= maxSeeds {
				cut = true
				break
			}
			if i > 0 && j > 0 && l.hash[i-1] == b[j-1] {
				continue // inside a run that began before
			}
			n := shingle
			for i+n < len(l.hash) && j+n < len(b) && l.hash[i+n] == b[j+n] {
				n++
			}
			out = append(out, seed{int32(i), int32(j), int32(n)})
		}
	}
	slices.SortFunc(out, func(x, y seed) int {
		if x.a != y.a {
			return int(x.a - y.a)
		}
		return int(x.b - y.b)
	})
	return out, cut
}
