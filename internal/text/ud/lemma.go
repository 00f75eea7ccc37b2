package ud

import (
	"encoding/binary"
	"fmt"
	"unicode/utf8"

	"stemma"
	"stemma/internal/learn"
)

// An edit makes a lemma from a form in lower case: cut bytes from its end and
// append add. When whole is set the lemma is add alone.
type edit struct {
	cut   uint8
	whole bool
	add   string
}

// A lemmatizer knows for a tag and the end of a form which edit to make. Whole
// forms that the rules would get wrong stand in the same table, marked as whole.
type lemmatizer struct {
	edits []edit
	rules map[uint32]uint16
}

// maxSuffix is the longest ending in bytes that a rule asks for.
const maxSuffix = 6

// ruleKey makes the key of a rule for an ending, or of an exception for a form.
func ruleKey(p stemma.Penn, t stemma.Tag, ending []byte, whole bool) uint32 {
	seed := uint32(p) | uint32(t)<<8
	if whole {
		seed |= 1 << 16
	}
	return learn.Mix(seed, learn.Hash(7, ending), 0, 0)
}

// find returns the edit for the form in lower case: its own when it is an
// exception, else that of the longest ending with a rule.
func (l *lemmatizer) find(low []byte, c tagClass) (edit, bool) {
	if i, ok := l.rules[ruleKey(c.penn, c.tag, low, true)]; ok {
		return l.edits[i], true
	}
	for n := min(maxSuffix, len(low)); n >= 0; n-- {
		if i, ok := l.rules[ruleKey(c.penn, c.tag, low[len(low)-n:], false)]; ok {
			return l.edits[i], true
		}
	}
	return edit{}, false
}

// appendLemma appends the lemma of a form to b. A proper noun keeps its capitals.
func (l *lemmatizer) appendLemma(b []byte, form string, c tagClass) []byte {
	start := len(b)
	b = appendLower(b, form)
	e, ok := l.find(b[start:], c)
	keep := c.tag == stemma.TagPropn && len(b)-start == len(form)
	if keep {
		b = append(b[:start], form...)
	}
	switch {
	case !ok || int(e.cut) > len(b)-start || !utf8.Valid(b[start:len(b)-int(e.cut)]):
		return b
	case e.whole && keep:
		return b
	case e.whole:
		b = b[:start]
	}
	b = b[:len(b)-int(e.cut)]
	return append(b, e.add...)
}

// appendLower appends the form in lower case, typeset apostrophes made plain.
func appendLower(b []byte, form string) []byte {
	for i := range len(form) {
		c := form[i]
		if c >= 0x80 {
			return appendLowerRunes(b, form[i:])
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b = append(b, c)
	}
	return b
}

// pack writes the edits and then the rules by rising key.
func (l *lemmatizer) pack() []byte {
	b := binary.AppendUvarint(nil, uint64(len(l.edits)))
	for _, e := range l.edits {
		whole := byte(0)
		if e.whole {
			whole = 1
		}
		b = append(b, e.cut, whole)
		b = learn.AppendString(b, e.add)
	}
	keys := sortedKeys(l.rules)
	b = binary.AppendUvarint(b, uint64(len(keys)))
	for _, k := range keys {
		b = binary.LittleEndian.AppendUint32(b, k)
		b = binary.AppendUvarint(b, uint64(l.rules[k]))
	}
	return b
}

// unpackLemmas reads what pack wrote.
func unpackLemmas(b []byte) (*lemmatizer, error) {
	r := learn.NewReader(b)
	l := &lemmatizer{}
	n := r.Uint()
	for range n {
		e := edit{cut: r.Byte(), whole: r.Byte() == 1, add: r.String()}
		if r.Err() != nil {
			break
		}
		l.edits = append(l.edits, e)
	}
	n = r.Uint()
	if r.Err() != nil || n > uint64(len(b)) {
		return nil, fmt.Errorf("unpack lemmas: %w", learn.ErrFormat)
	}
	l.rules = make(map[uint32]uint16, n)
	for range n {
		key, i := r.Uint32(), r.Uint()
		if i >= uint64(len(l.edits)) {
			return nil, fmt.Errorf("unpack lemmas: rule names edit %d of %d", i, len(l.edits))
		}
		l.rules[key] = uint16(i)
	}
	if r.Err() != nil {
		return nil, fmt.Errorf("unpack lemmas: %w", r.Err())
	}
	return l, nil
}

// lemmatize fills in the lemmas of the tree. All of them are pieces of one string.
func (m *Model) lemmatize(w *workspace, t *stemma.Tree) {
	for i, tok := range t.Doc.Tokens {
		form := t.Doc.Article.Text[tok.Start:tok.End]
		w.lemma = m.lemmas.appendLemma(w.lemma, form, tagClass{t.Tags[i], t.Penns[i]})
		w.ends = append(w.ends, int32(len(w.lemma)))
	}
	all := string(w.lemma)
	start := int32(0)
	for i, end := range w.ends {
		t.Lemmas[i] = all[start:end]
		start = end
	}
}
