package ud

import (
	"unicode"
	"unicode/utf8"

	"stemma/internal/learn"
)

// A word is what the models see of one token: numbers that stand for its form.
// The models never see the string again, so an unknown word is not special.
type word struct {
	// low stands for the form in lower case with digits made equal, exact for
	// the form as it is written.
	low, exact uint32
	// pre and suf stand for the first 1-3 and last 1-4 characters of the lower-case form.
	pre [3]uint32
	suf [4]uint32
	// shape stands for the pattern of capitals, digits and marks: "Xx", "d.d", "x-x".
	shape uint32
	// kind holds what is in the form: see the has* constants.
	kind uint32
	// lex is what the lexicon knows of the form.
	lex entry
}

// What a form has in it.
const (
	hasUpperFirst = 1 << iota
	hasUpperAll
	hasUpperInside
	hasDigit
	hasHyphen
	hasMark
	hasLetter
)

// fold gives the characters that typesetting varies one form each, so that
// "don’t" is "don't" and every quotation mark is the straight one.
func fold(r rune) rune {
	switch r {
	case '\u2018', '\u2019', '\u201b', '\u02bc', '`', '\u00b4':
		return '\''
	case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb':
		return '"'
	case '\u2010', '\u2011', '\u2012', '\u2013', '\u2212':
		return '-'
	case '\u2014', '\u2015':
		return '-'
	}
	return r
}

// A former turns forms into words; its buffers are used again.
type former struct {
	low, exact, shape []byte
	starts            []int32
}

// word returns what the models see of form.
func (f *former) word(form string, lex *lexicon) word {
	f.read(form)
	w := word{
		low:   learn.Hash(0, f.low),
		exact: learn.Hash(1, f.exact),
		shape: learn.Hash(2, f.shape),
	}
	w.kind = f.kind()
	n := len(f.starts)
	for i := range w.pre {
		end := len(f.low)
		if i+1 < n {
			end = int(f.starts[i+1])
		}
		w.pre[i] = learn.Hash(3, f.low[:end])
	}
	for i := range w.suf {
		w.suf[i] = learn.Hash(4, f.low[f.starts[max(0, n-i-1)]:])
	}
	w.lex = lex.find(w.low)
	return w
}

// maxForm is how many bytes of a form are looked at; a longer one is no word.
const maxForm = 64

// read fills the buffers from the form.
func (f *former) read(form string) {
	f.low, f.exact, f.shape, f.starts = f.low[:0], f.exact[:0], f.shape[:0], f.starts[:0]
	for i, r := range form {
		if i > maxForm {
			break
		}
		r = fold(r)
		f.starts = append(f.starts, int32(len(f.low)))
		class := byte('.')
		switch {
		case 'a' <= r && r <= 'z':
			class = 'x'
		case 'A' <= r && r <= 'Z':
			class = 'X'
		case '0' <= r && r <= '9':
			class = 'd'
			r = '0'
		case r < utf8.RuneSelf:
			class = byte(r)
		case unicode.IsUpper(r):
			class = 'X'
		case unicode.IsLetter(r):
			class = 'x'
		}
		f.exact = utf8.AppendRune(f.exact, r)
		if class == 'X' {
			r = unicode.ToLower(r)
		}
		f.low = utf8.AppendRune(f.low, r)
		if n := len(f.shape); n == 0 || f.shape[n-1] != class {
			f.shape = append(f.shape, class)
		}
	}
	if len(f.starts) == 0 {
		f.starts = append(f.starts, 0)
	}
}

// kind reads the shape: which sorts of characters there are, and where.
func (f *former) kind() uint32 {
	var k uint32
	lower := false
	for i, c := range f.shape {
		switch c {
		case 'X':
			k |= hasLetter
			if i == 0 {
				k |= hasUpperFirst
			} else {
				k |= hasUpperInside
			}
		case 'x':
			k |= hasLetter
			lower = true
		case 'd':
			k |= hasDigit
		case '-':
			k |= hasHyphen
		default:
			k |= hasMark
		}
	}
	if k&hasUpperFirst != 0 && !lower && len(f.starts) > 1 {
		k |= hasUpperAll
	}
	return k
}

// A casing is how a whole sentence uses capitals. A capital says less in a
// headline of capitalised words, and nothing in a line of capitals only.
type casing uint32

const (
	casingMixed casing = iota
	casingLower
	casingTitle
	casingUpper
)

// casingOf judges a sentence from its words: "TALKS END WITHOUT A DEAL" is
// upper, "Talks End Without a Deal in Harbour Row" is title; "Anna met Boris
// in Paris." is mixed, since half of its words are in lower case.
func casingOf(words []word) casing {
	letters, first, all := 0, 0, 0
	for i := range words {
		k := words[i].kind
		if k&hasLetter == 0 {
			continue
		}
		letters++
		if k&hasUpperFirst != 0 {
			first++
		}
		if k&hasUpperAll != 0 {
			all++
		}
	}
	switch {
	case letters == 0:
		return casingMixed
	case all*4 >= letters*3 && letters > 2:
		return casingUpper
	case first == 0:
		return casingLower
	case first*3 >= letters*2 && letters > 3:
		return casingTitle
	}
	return casingMixed
}
