package lineage

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// FNV-1a, 32 bits: two words are the same word when their folded bytes hash
// alike. Among a million different words about a hundred pairs collide, and a
// collision costs one wrongly matched word in a passage of many.
const (
	hashSeed  = 2166136261
	hashPrime = 16777619
)

// foldTable lower-cases ASCII; bytes of longer runes map to zero, which sends
// the word to the slow path.
var foldTable = func() (table [256]byte) {
	for c := range 128 {
		table[c] = byte(c)
		if 'A' <= c && c <= 'Z' {
			table[c] = byte(c) + 'a' - 'A'
		}
	}
	return table
}()

// hashWord hashes a word without regard to case, the form of its apostrophe,
// or Latin, Greek and Cyrillic diacritics: "José" and "JOSE" are one word.
func hashWord(word string) uint32 {
	h := uint32(hashSeed)
	for i := range len(word) {
		c := foldTable[word[i]]
		if c == 0 {
			return hashWide(word)
		}
		h = (h ^ uint32(c)) * hashPrime
	}
	return h
}

// hashWide is hashWord for words with a rune outside ASCII. Combining marks of
// the common block are dropped; the vowel signs of Indic scripts are not in it.
func hashWide(word string) uint32 {
	h := uint32(hashSeed)
	var buf [utf8.UTFMax]byte
	for _, r := range norm.NFD.String(word) {
		switch {
		case 0x300 <= r && r <= 0x36f, r == 0xad, r == 0x200b:
			continue
		case r == '’' || r == 'ʼ' || r == '`':
			r = '\''
		}
		n := utf8.EncodeRune(buf[:], unicode.ToLower(r))
		for _, c := range buf[:n] {
			h = (h ^ uint32(c)) * hashPrime
		}
	}
	return h
}

// unspaced reports whether r belongs to a script that writes words without
// spaces between them, so that a long token in it is a run of words.
func unspaced(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai,
		unicode.Lao, unicode.Khmer, unicode.Myanmar)
}
