package lineage

import (
	"encoding/binary"

	"stemma"
)

// A verdict is what aligning one pair came to. It depends on the two sketches
// and on their masks, which depend on the buckets of the terms; nothing else,
// so it may be kept under a key of those (invariant 9).
type verdict struct {
	measure   Measure
	stretches []stretch // without their runs; single tells the verbatim ones
	single    bitset
	limited   bool
}

// verdictKey is the key of a pair's verdict in a memo.
func verdictKey(a, b *entry) string {
	key := binary.BigEndian.AppendUint32(make([]byte, 0, 44), Version)
	key = append(key, "pair"...)
	key = binary.BigEndian.AppendUint64(key, a.art.ID.Sum())
	key = binary.BigEndian.AppendUint64(key, b.art.ID.Sum())
	if a.mask != nil || b.mask != nil {
		key = binary.BigEndian.AppendUint64(key, maskSum(a.mask))
		key = binary.BigEndian.AppendUint64(key, maskSum(b.mask))
	}
	return string(key)
}

func maskSum(mask bitset) uint64 {
	h := uint64(len(mask))
	for _, w := range mask {
		h = mix(h*shingleBase + w)
	}
	return h
}

// judge aligns the loaded first side with b, or takes the verdict from the memo.
func (f *finder) judge(al *aligner, a, b *entry) verdict {
	var key string
	if f.memo != nil {
		key = verdictKey(a, b)
		if blob, ok := f.memo.Get(key); ok {
			var v verdict
			if v.decode(blob) {
				return v
			}
		}
	}
	v := f.align(al, a, b)
	if f.memo != nil {
		f.memo.Put(key, v.encode())
	}
	return v
}

func (f *finder) align(al *aligner, a, b *entry) verdict {
	if al.a != a.sketch {
		al.load(a.sketch)
	}
	all := al.align(b.sketch)
	v := verdict{measure: measure(a.sketch, b.sketch, a.mask, b.mask, all), limited: al.limits}
	for i := range all {
		st := &all[i]
		if a.template(st.a0, st.a1) || b.template(st.b0, st.b1) {
			continue
		}
		v.add(*st, st.verbatim())
	}
	return v
}

func (v *verdict) add(st stretch, single bool) {
	n := len(v.stretches)
	if n%64 == 0 {
		v.single = append(v.single, 0)
	}
	if single {
		v.single.set(n)
	}
	st.runs = nil
	v.stretches = append(v.stretches, st)
}

// template reports whether most of words [from, to) are template text.
func (e *entry) template(from, to int32) bool {
	n := int32(0)
	for i := from; i < to; i++ {
		if e.mask.has(int(i)) {
			n++
		}
	}
	return 2*n > to-from
}

// encode writes the verdict as unsigned varints in the order of the fields.
func (v *verdict) encode() []byte {
	m := &v.measure
	out := make([]byte, 0, 32+12*len(v.stretches))
	limited := 0
	if v.limited {
		limited = 1
	}
	for _, n := range [...]int{
		m.Shared, m.WordsA, m.WordsB, m.All, m.AllA, m.AllB, m.Pieces, m.Longest, m.Changed, limited, len(v.stretches),
	} {
		out = binary.AppendUvarint(out, uint64(n))
	}
	for i := range v.stretches {
		st := &v.stretches[i]
		out = binary.AppendVarint(out, int64(st.score))
		for _, n := range [...]int32{st.a0, st.a1 - st.a0, st.b0, st.b1 - st.b0, st.matched} {
			out = binary.AppendUvarint(out, uint64(n))
		}
		out = binary.AppendUvarint(out, uint64(v.single[i>>6]>>(i&63)&1))
	}
	return out
}

// decode reads what encode wrote, and reports whether it could.
func (v *verdict) decode(data []byte) bool {
	bad := false
	next := func() int {
		n, size := binary.Uvarint(data)
		if size <= 0 {
			bad = true
			return 0
		}
		data = data[size:]
		return int(n)
	}
	m := &v.measure
	var limited, count int
	for _, n := range [...]*int{
		&m.Shared, &m.WordsA, &m.WordsB, &m.All, &m.AllA, &m.AllB, &m.Pieces, &m.Longest, &m.Changed, &limited, &count,
	} {
		*n = next()
	}
	v.limited = limited == 1
	for i := 0; i < count && !bad; i++ {
		score, size := binary.Varint(data)
		if size <= 0 {
			return false
		}
		data = data[size:]
		a0, an, b0, bn, matched := next(), next(), next(), next(), next()
		v.add(stretch{
			a0: int32(a0), a1: int32(a0 + an), b0: int32(b0), b1: int32(b0 + bn),
			matched: int32(matched), score: int32(score),
		}, next() == 1)
	}
	return !bad
}

// A tie is a verdict that makes a derivation: a and b are entries, a before b.
type tie struct {
	a, b    int
	kind    stemma.DerivationKind
	verdict *verdict
}
