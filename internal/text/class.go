package text

import (
	"unicode"
	"unicode/utf8"
)

// A class says what an ASCII byte can be part of; bytes from 0x80 up are all
// [classHigh] and are looked at rune by rune.
type class uint8

const (
	classLower class = 1 << iota
	classUpper
	classDigit
	classSpace
	// classJoin may stand inside a word or number: ' - . / & : , @ `
	classJoin
	classHigh

	classLetter = classLower | classUpper
	classAlnum  = classLetter | classDigit
)

// classes is the class of every byte; zero is a mark that never joins.
var classes = classTable()

func classTable() (t [256]class) {
	for b := range t {
		switch {
		case 'a' <= b && b <= 'z':
			t[b] = classLower
		case 'A' <= b && b <= 'Z':
			t[b] = classUpper
		case '0' <= b && b <= '9':
			t[b] = classDigit
		case b == ' ' || '\t' <= b && b <= '\r':
			t[b] = classSpace
		case b >= utf8.RuneSelf:
			t[b] = classHigh
		}
	}
	for _, b := range "'-./&:,@`_" {
		t[b] = classJoin
	}
	return t
}

// IsSpace reports whether r separates tokens and belongs to none: white space,
// no-break spaces and the characters without width or ink that editors and web
// pages leave behind (zero-width space, byte order mark, direction marks).
func IsSpace(r rune) bool {
	switch {
	case r == 0x200B || r == 0xFEFF || r == 0x2060:
		return true
	case r == 0x200E || r == 0x200F || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069:
		return true
	}
	return unicode.IsSpace(r)
}

// A runeKind says what a rune beyond ASCII does to the word it stands in.
type runeKind uint8

const (
	kindMark runeKind = iota
	kindSpace
	// kindLetter goes on with a word; kindUpper is one in upper case.
	kindLetter
	kindUpper
	kindDigit
	// kindSolo is a letter of a script that writes no spaces: a token by itself.
	kindSolo
	// kindInside never starts a word but never ends one: accents, joiners, soft hyphens.
	kindInside
	// kindApostrophe and kindHyphen join words as their ASCII cousins do.
	kindApostrophe
	kindHyphen
)

func kindOf(r rune) runeKind {
	switch {
	case r == utf8.RuneError:
		return kindMark
	case r == '’' || r == 'ʼ' || r == '＇':
		return kindApostrophe
	case r == '‐' || r == '‑':
		return kindHyphen
	case r == 0xAD || r == 0x200C || r == 0x200D || unicode.Is(unicode.M, r):
		return kindInside
	case IsSpace(r):
		return kindSpace
	case unicode.IsUpper(r):
		return kindUpper
	case unicode.IsLetter(r):
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			return kindSolo
		}
		return kindLetter
	case unicode.IsDigit(r):
		return kindDigit
	}
	return kindMark
}
