package lineage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"unicode/utf8"

	"stemma"
)

// maxWords is the stated limit on one article: words behind it are not
// compared. A novel has a tenth of it.
const maxWords = 1 << 21

// A Sketch is all that lineage keeps of one article: a hash per word of its
// body, where the words stand, which are quoted, and the quotations. About six
// bytes a word, so that a hundred thousand articles fit into memory together.
// It is a pure function of the Doc and of [Version]; nobody changes it.
type Sketch struct {
	// hash holds one folded hash per word.
	hash []uint32
	// place holds, per word, the bytes since the end of the word before and its
	// own length, as two unsigned varints.
	place []byte
	// quoted marks the words inside quotation marks, opens the first words of paragraphs.
	quoted, opens bitset
	quotes        []quote
	// cut is true when the article went on behind maxWords.
	cut bool
}

// A quote is a speech-shaped range between quotation marks: its words
// [first, last), and its bytes without the marks.
type quote struct {
	first, last uint32
	start, end  uint32
	// carries is 1 when it carries on the quotation before it in the next paragraph.
	carries uint32
}

// Len returns the number of words.
func (s *Sketch) Len() int { return len(s.hash) }

// NewSketch reads the body words of doc.
func NewSketch(doc *stemma.Doc) *Sketch {
	b := sketcher{doc: doc, s: &Sketch{hash: make([]uint32, 0, len(doc.Tokens)), place: make([]byte, 0, 2*len(doc.Tokens))}}
	b.words()
	b.bits()
	b.findQuotes()
	return b.s
}

type sketcher struct {
	doc *stemma.Doc
	s   *Sketch
	end int32
	// starts holds the byte at which each word starts.
	starts []int32
	inside []bool
}

// words takes in every word and number of the body.
func (b *sketcher) words() {
	text := b.doc.Article.Text
	b.starts = make([]int32, 0, len(b.doc.Tokens))
	b.inside = make([]bool, 0, len(b.doc.Tokens))
	for i := range b.doc.Tokens {
		tok := &b.doc.Tokens[i]
		if tok.Flags&(stemma.TokenWord|stemma.TokenNumber) == 0 || tok.Flags&stemma.TokenBody == 0 {
			continue
		}
		if len(b.s.hash) >= maxWords {
			b.s.cut = true
			return
		}
		word := text[tok.Start:tok.End]
		if len(word) > 12 && b.pieces(word, tok) {
			continue
		}
		b.word(tok.Start, tok.End, hashWord(word), tok.Flags.Has(stemma.TokenQuoted))
	}
}

func (b *sketcher) word(start, end int32, hash uint32, quoted bool) {
	b.s.hash = append(b.s.hash, hash)
	b.s.place = binary.AppendUvarint(b.s.place, uint64(start-b.end))
	b.s.place = binary.AppendUvarint(b.s.place, uint64(end-start))
	b.starts = append(b.starts, start)
	b.inside = append(b.inside, quoted)
	b.end = end
}

// pieces takes a long token of a script without spaces rune by rune: a whole
// Thai sentence is one token, and would match only as a whole.
func (b *sketcher) pieces(word string, tok *stemma.Token) bool {
	if r, _ := utf8.DecodeRuneInString(word); !unspaced(r) {
		return false
	}
	for i, r := range word {
		start := tok.Start + int32(i)
		end := start + int32(utf8.RuneLen(r))
		b.word(start, end, hashWord(word[i:i+utf8.RuneLen(r)]), tok.Flags.Has(stemma.TokenQuoted))
	}
	return true
}

// bits marks quoted words and the first words of paragraphs.
func (b *sketcher) bits() {
	b.s.quoted, b.s.opens = newBitset(len(b.s.hash)), newBitset(len(b.s.hash))
	par := 0
	for i, start := range b.starts {
		if b.inside[i] {
			b.s.quoted.set(i)
		}
		if par < len(b.doc.Paragraphs) && b.doc.Paragraphs[par].Start <= start {
			b.s.opens.set(i)
			for par < len(b.doc.Paragraphs) && b.doc.Paragraphs[par].Start <= start {
				par++
			}
		}
	}
}

// findQuotes keeps the outermost ranges that are somebody's words.
func (b *sketcher) findQuotes() {
	for i := range b.doc.Quotes {
		q := &b.doc.Quotes[i]
		if q.Depth > 0 || q.Shape != stemma.QuoteSpeech {
			continue
		}
		first, last := b.wordAt(q.Inner), b.wordAt(q.InnerEnd)
		if last-first < minQuoteWords {
			continue
		}
		carries := uint32(0)
		if q.Continues {
			carries = 1
		}
		b.s.quotes = append(b.s.quotes, quote{
			first: uint32(first), last: uint32(last),
			start: uint32(q.Inner), end: uint32(q.InnerEnd), carries: carries,
		})
	}
}

// wordAt returns the index of the first word that starts at byte i or behind.
func (b *sketcher) wordAt(i int32) int {
	lo, hi := 0, len(b.starts)
	for lo < hi {
		mid := (lo + hi) / 2
		if b.starts[mid] < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// A place is the bytes [start, end) of one word.
type place struct{ start, end uint32 }

// places spells out where the words stand, into buf when it is large enough.
func (s *Sketch) places(buf []place) []place {
	buf = buf[:0]
	data, at := s.place, uint32(0)
	for range s.hash {
		skip, n := binary.Uvarint(data)
		size, m := binary.Uvarint(data[n:])
		data = data[n+m:]
		start := at + uint32(skip)
		at = start + uint32(size)
		buf = append(buf, place{start, at})
	}
	return buf
}

// errSketch is what a damaged blob gives.
var errSketch = errors.New("damaged sketch")

// AppendBinary appends the sketch to b, for a cache keyed by article and [Version].
func (s *Sketch) AppendBinary(b []byte) ([]byte, error) {
	b = binary.AppendUvarint(b, Version)
	b = binary.AppendUvarint(b, uint64(len(s.hash)))
	b = binary.AppendUvarint(b, uint64(len(s.place)))
	b = binary.AppendUvarint(b, uint64(len(s.quotes)))
	cut := byte(0)
	if s.cut {
		cut = 1
	}
	b = append(b, cut)
	for _, h := range s.hash {
		b = binary.LittleEndian.AppendUint32(b, h)
	}
	b = append(b, s.place...)
	for _, set := range []bitset{s.quoted, s.opens} {
		for _, w := range set {
			b = binary.LittleEndian.AppendUint64(b, w)
		}
	}
	for _, q := range s.quotes {
		for _, v := range [...]uint32{q.first, q.last, q.start, q.end, q.carries} {
			b = binary.LittleEndian.AppendUint32(b, v)
		}
	}
	return b, nil
}

// MarshalBinary returns the sketch as bytes.
func (s *Sketch) MarshalBinary() ([]byte, error) {
	return s.AppendBinary(make([]byte, 0, 6*len(s.hash)+len(s.hash)/4+20*len(s.quotes)+32))
}

// UnmarshalBinary reads what AppendBinary wrote. It fails on bytes of another
// [Version] or of the wrong length; data is copied.
func (s *Sketch) UnmarshalBinary(data []byte) error {
	var head [4]uint64
	for i := range head {
		v, n := binary.Uvarint(data)
		if n <= 0 {
			return fmt.Errorf("read sketch: %w", errSketch)
		}
		head[i], data = v, data[n:]
	}
	words, placed, quotes := head[1], head[2], head[3]
	if head[0] != Version || words > maxWords || placed > 20*maxWords || quotes > maxWords {
		return fmt.Errorf("read sketch: %w", errSketch)
	}
	sets := 8 * ((words + 63) / 64)
	if uint64(len(data)) != 1+4*words+placed+2*sets+20*quotes {
		return fmt.Errorf("read sketch: %w", errSketch)
	}
	s.cut, data = data[0] == 1, data[1:]
	s.hash, data = takeUint32(data, int(words))
	s.place, data = append([]byte(nil), data[:placed]...), data[placed:]
	s.quoted, data = takeBits(data, int(sets/8))
	s.opens, data = takeBits(data, int(sets/8))
	var flat []uint32
	flat, _ = takeUint32(data, int(5*quotes))
	s.quotes = make([]quote, quotes)
	for i := range s.quotes {
		s.quotes[i] = quote{flat[5*i], flat[5*i+1], flat[5*i+2], flat[5*i+3], flat[5*i+4]}
	}
	return s.check()
}

// check reports whether places and quotes lie where they may.
func (s *Sketch) check() error {
	data := s.place
	for range s.hash {
		for range 2 {
			_, n := binary.Uvarint(data)
			if n <= 0 {
				return fmt.Errorf("read sketch: %w", errSketch)
			}
			data = data[n:]
		}
	}
	for _, q := range s.quotes {
		if q.first > q.last || int(q.last) > len(s.hash) || q.start > q.end {
			return fmt.Errorf("read sketch: %w", errSketch)
		}
	}
	return nil
}

func takeUint32(data []byte, n int) ([]uint32, []byte) {
	out := make([]uint32, n)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(data[4*i:])
	}
	return out, data[4*n:]
}

func takeBits(data []byte, n int) (bitset, []byte) {
	out := make(bitset, n)
	for i := range out {
		out[i] = binary.LittleEndian.Uint64(data[8*i:])
	}
	return out, data[8*n:]
}

// fits reports whether the sketch can be of art: its last word ends inside the text.
func (s *Sketch) fits(art *stemma.Article) bool {
	end := uint64(0)
	for data := s.place; len(data) > 0; {
		v, n := binary.Uvarint(data)
		end, data = end+v, data[n:]
	}
	return end <= uint64(len(art.Text))
}
