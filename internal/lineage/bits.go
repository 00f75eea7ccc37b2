package lineage

import "math/bits"

// A bitset marks words by their index.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) set(i int) { b[i>>6] |= 1 << (i & 63) }

// has reports whether i is marked; an empty set marks nothing.
func (b bitset) has(i int) bool { return i>>6 < len(b) && b[i>>6]>>(i&63)&1 != 0 }

// bit is has as a number, for sets of full length.
func (b bitset) bit(i int) int { return int(b[i>>6] >> (i & 63) & 1) }

// count returns how many are marked.
func (b bitset) count() int {
	n := 0
	for _, w := range b {
		n += ones(w)
	}
	return n
}

func ones(w uint64) int { return bits.OnesCount64(w) }
