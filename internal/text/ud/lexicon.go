package ud

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"

	"stemma/internal/learn"
)

// An entry is what the lexicon knows of a form in lower case. Zeros mean that
// it knows nothing.
type entry struct {
	// class is the set of tags that the form has in the treebanks, as a number.
	class uint16
	// cluster is the group of words with like neighbours that it belongs to.
	cluster uint16
}

// A lexicon maps forms, by the hash of their lower case, to entries: an
// open-addressed table that is filled once and then only read.
type lexicon struct {
	keys    []uint32
	entries []entry
	mask    uint32
	size    int
}

// newLexicon makes a lexicon with room for n forms.
func newLexicon(n int) *lexicon {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return &lexicon{keys: make([]uint32, size), entries: make([]entry, size), mask: uint32(size - 1)}
}

// put stores an entry; the key 0 is not stored, since it marks an empty place.
func (l *lexicon) put(key uint32, e entry) {
	if key == 0 {
		return
	}
	i := key * 0x9e3779b1 >> 7 & l.mask
	for l.keys[i] != 0 && l.keys[i] != key {
		i = (i + 1) & l.mask
	}
	if l.keys[i] == 0 {
		l.size++
	}
	l.keys[i], l.entries[i] = key, e
}

// find returns the entry of a form, or the zero entry.
func (l *lexicon) find(key uint32) entry {
	if l == nil {
		return entry{}
	}
	for i := key * 0x9e3779b1 >> 7 & l.mask; l.keys[i] != 0; i = (i + 1) & l.mask {
		if l.keys[i] == key {
			return l.entries[i]
		}
	}
	return entry{}
}

// pack writes the lexicon: the number of forms, then by rising hash four bytes
// of hash, class and cluster as varints.
func (l *lexicon) pack() []byte {
	var at []int
	for i, k := range l.keys {
		if k != 0 {
			at = append(at, i)
		}
	}
	slices.SortFunc(at, func(a, b int) int { return cmp.Compare(l.keys[a], l.keys[b]) })
	b := binary.AppendUvarint(nil, uint64(len(at)))
	for _, i := range at {
		b = binary.LittleEndian.AppendUint32(b, l.keys[i])
		b = binary.AppendUvarint(b, uint64(l.entries[i].class))
		b = binary.AppendUvarint(b, uint64(l.entries[i].cluster))
	}
	return b
}

// unpackLexicon reads what pack wrote.
func unpackLexicon(b []byte) (*lexicon, error) {
	r := learn.NewReader(b)
	n := r.Uint()
	if n > uint64(len(b)) {
		return nil, fmt.Errorf("unpack lexicon: %d forms in %d bytes", n, len(b))
	}
	l := newLexicon(int(n))
	for range n {
		key := r.Uint32()
		l.put(key, entry{uint16(r.Uint()), uint16(r.Uint())})
	}
	if r.Err() != nil {
		return nil, fmt.Errorf("unpack lexicon: %w", r.Err())
	}
	return l, nil
}
