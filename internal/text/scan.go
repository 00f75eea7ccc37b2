package text

import (
	"unicode/utf8"

	"stemma"
)

// Tokenize returns the tokens of a text in any language, without sentences,
// zones or quotations: the flags that depend on those are not set. It needs no
// model and is what `lineage` builds its fingerprints on.
func Tokenize(text string) []stemma.Token {
	return AppendTokens(nil, text, 0, len(text))
}

// AppendTokens appends the tokens of bytes [start, end) of text to dst and
// returns it. No token looks at or reaches over bytes outside of the range,
// and every byte in it that is no [IsSpace] is in a token.
func AppendTokens(dst []stemma.Token, text string, start, end int) []stemma.Token {
	s := scanner{text: text[:end], tokens: dst, last: -1}
	for i := start; i < end; {
		switch c := classes[text[i]]; {
		case c&classSpace != 0:
			i++
		case c&classAlnum != 0:
			i = s.word(i)
		case c&classHigh != 0:
			i = s.high(i)
		default:
			i = s.mark(i)
		}
	}
	return s.tokens
}

// A scanner walks over the text once; every rule looks ahead a bounded number
// of bytes or moves on by what it has looked at, so the work is linear.
type scanner struct {
	text   string
	tokens []stemma.Token
	// last is the end of the token before, to know when the next one joins it.
	last int
	// joins are the positions of hyphens and slashes in the word at hand.
	joins []int
}

func (s *scanner) emit(start, end int, flags stemma.TokenFlags) {
	if start == s.last {
		flags |= stemma.TokenJoined
	}
	s.tokens = append(s.tokens, stemma.Token{Start: int32(start), End: int32(end), Flags: flags})
	s.last = end
}

// word takes what begins with an ASCII letter or digit. Most words end at a
// space and are done here; those that a joining mark or a rune beyond ASCII
// follows go to [scanner.cluster].
func (s *scanner) word(i int) int {
	j, seen := i, class(0)
	for j < len(s.text) {
		c := classes[s.text[j]]
		if c&classAlnum == 0 {
			break
		}
		seen |= c
		j++
	}
	if j < len(s.text) {
		c := classes[s.text[j]]
		if c&classHigh != 0 || c&classJoin != 0 && s.joinsOn(j) {
			return s.cluster(i)
		}
		if s.text[j] == '.' {
			return s.beforeStop(i, j, seen)
		}
		if s.text[j] == '$' && seen == classUpper && j-i <= 3 {
			return s.currency(i, j)
		}
	}
	s.plain(i, j, seen)
	return j
}

// joinsOn reports whether something of a word follows the joining mark at j.
func (s *scanner) joinsOn(j int) bool {
	if j+1 >= len(s.text) {
		return false
	}
	c := classes[s.text[j+1]]
	return c&(classAlnum|classHigh) != 0 || s.text[j] == '_' || s.text[j+1] == '_' ||
		s.text[j] == ':' && s.text[j+1] == '/'
}

// plain emits a word of ASCII letters and digits alone.
func (s *scanner) plain(i, j int, seen class) {
	switch {
	case seen == classLower || seen&classDigit == 0 && seen&classLower != 0:
		if cut := fusedCut(s.text[i:j]); cut > 0 {
			s.emit(i, i+cut, plainFlags(s.text[i:i+cut], seen))
			s.emit(i+cut, j, plainFlags(s.text[i+cut:j], seen))
			return
		}
	case seen&classDigit != 0 && seen&classLetter != 0:
		s.numberWord(i, j)
		return
	}
	s.emit(i, j, plainFlags(s.text[i:j], seen))
}

// plainFlags are the flags of a word of ASCII letters, or of digits alone.
func plainFlags(word string, seen class) stemma.TokenFlags {
	if seen&classLetter == 0 {
		return stemma.TokenNumber
	}
	flags := stemma.TokenWord
	if classes[word[0]] == classUpper {
		flags |= stemma.TokenUpper
		if seen == classUpper && len(word) > 1 {
			flags |= stemma.TokenCaps
		}
	}
	return flags
}

// high takes what begins with a rune beyond ASCII.
func (s *scanner) high(i int) int {
	r, size := utf8.DecodeRuneInString(s.text[i:])
	switch kindOf(r) {
	case kindSpace:
		return i + size
	case kindLetter, kindUpper, kindDigit, kindInside:
		return s.cluster(i)
	case kindSolo:
		end := s.inside(i + size)
		s.emit(i, end, stemma.TokenWord)
		return end
	}
	return s.highMark(i, r, size)
}

// inside returns the end of the accents and joiners that begin at i.
func (s *scanner) inside(i int) int {
	for i < len(s.text) && s.text[i] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if kindOf(r) != kindInside {
			break
		}
		i += size
	}
	return i
}
