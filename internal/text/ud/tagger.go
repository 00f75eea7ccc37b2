package ud

import (
	"encoding/binary"
	"fmt"

	"stemma"
	"stemma/internal/learn"
)

// A tagClass is what the tagger decides for a word: both tags at once, since
// each says something about the other.
type tagClass struct {
	tag  stemma.Tag
	penn stemma.Penn
}

// A tagger gives every word of a sentence a class, from left to right.
type tagger struct {
	table   *learn.Table
	classes []tagClass
}

// A scorer sums the weights of features: a finished table, or a trainer.
type scorer interface {
	Sum(keys []uint32, scores []int32)
}

// noTag stands for the class of a word outside the sentence.
const noTag = 255

// outside is the word that stands before and after a sentence.
var outside = word{low: 1, exact: 1, shape: 1}

// at returns word i, or the word outside.
func at(words []word, i int) *word {
	if 0 <= i && i < len(words) {
		return &words[i]
	}
	return &outside
}

// tagKeys appends the features for the class of word i: the word, its pieces
// and shape, its neighbours, and the classes t1 and t2 of the two words before.
func tagKeys(keys []uint32, words []word, i int, mode casing, t1, t2 uint8) []uint32 {
	w, p1, p2, n1, n2 := &words[i], at(words, i-1), at(words, i-2), at(words, i+1), at(words, i+2)
	kind := w.kind | uint32(mode)<<8
	if i == 0 {
		kind |= 1 << 16
	}
	a1, a2 := uint32(t1), uint32(t2)
	c := uint32(w.lex.class)
	c1, c2 := uint32(n1.lex.class), uint32(n2.lex.class)
	g := uint32(w.lex.cluster)
	x := learn.Mix
	return append(keys,
		x(1, 0, 0, 0),
		x(2, w.low, 0, 0),
		x(3, w.exact, uint32(mode), 0),
		x(4, w.suf[0], 0, 0), x(5, w.suf[1], 0, 0), x(6, w.suf[2], 0, 0), x(7, w.suf[3], 0, 0),
		x(8, w.pre[0], 0, 0), x(9, w.pre[1], 0, 0), x(10, w.pre[2], 0, 0),
		x(11, w.shape, uint32(mode), 0),
		x(12, kind, 0, 0), x(13, kind, w.suf[1], 0), x(14, kind, w.suf[2], 0), x(15, kind, c, 0), x(16, kind, a1, 0),
		x(17, p1.low, 0, 0), x(18, p2.low, 0, 0), x(19, n1.low, 0, 0), x(20, n2.low, 0, 0),
		x(21, p1.low, w.low, 0), x(22, w.low, n1.low, 0), x(23, p1.low, n1.low, 0), x(24, n1.low, n2.low, 0),
		x(25, a1, 0, 0), x(26, a1, a2, 0), x(27, a1, w.low, 0), x(28, a1, w.suf[2], 0), x(29, a1, a2, w.low),
		x(30, a1, n1.low, 0), x(31, p1.low, a2, 0),
		x(32, c, 0, 0), x(33, c1, 0, 0), x(34, c, c1, 0), x(35, a1, c, 0), x(36, a1, c, c1), x(37, a1, a2, c), x(38, c, c1, c2),
		x(39, w.low, c1, 0), x(40, w.suf[2], c1, 0), x(41, a1, c1, w.suf[1]), x(42, c1, c2, w.low),
		x(43, n1.suf[2], 0, 0), x(44, p1.suf[2], 0, 0), x(45, n1.kind, kind, 0), x(46, p1.kind, kind, 0),
		x(47, n1.suf[1], c, a1),
		x(48, g, 0, 0), x(49, g, a1, 0), x(50, uint32(n1.lex.cluster), c, 0), x(51, uint32(p1.lex.cluster), c, 0),
		x(52, g, uint32(n1.lex.cluster), 0), x(53, p1.low, w.suf[2], 0), x(54, n1.low, w.suf[2], 0),
		x(55, p1.kind, n1.kind, kind), x(56, a1, kind, w.suf[0]),
	)
}

// tag writes the class of every word to tags. keys and scores are buffers.
func (t *tagger) tag(words []word, mode casing, tags []uint8, keys []uint32, scores []int32) {
	t1, t2 := uint8(noTag), uint8(noTag)
	for i := range words {
		keys = tagKeys(keys[:0], words, i, mode, t1, t2)
		t.table.Sum(keys, scores)
		tags[i] = uint8(best(scores[:len(t.classes)]))
		t1, t2 = tags[i], t1
	}
}

// best returns the index of the largest score, the first of equal ones.
func best(scores []int32) int {
	b := 0
	for i, s := range scores {
		if s > scores[b] {
			b = i
		}
	}
	return b
}

// packClasses writes the classes: how many, then two bytes each.
func packClasses(classes []tagClass) []byte {
	b := binary.AppendUvarint(nil, uint64(len(classes)))
	for _, c := range classes {
		b = append(b, byte(c.tag), byte(c.penn))
	}
	return b
}

// unpackClasses reads what packClasses wrote.
func unpackClasses(b []byte) ([]tagClass, error) {
	r := learn.NewReader(b)
	n := r.Uint()
	if n == 0 || n >= noTag {
		return nil, fmt.Errorf("unpack tags: %d classes", n)
	}
	classes := make([]tagClass, n)
	for i := range classes {
		classes[i] = tagClass{stemma.Tag(r.Byte()), stemma.Penn(r.Byte())}
	}
	return classes, r.Err()
}
