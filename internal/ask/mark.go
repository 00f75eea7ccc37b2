package ask

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A word is a run of letters and digits: bytes [start, end) of a text, and
// its folded form.
type word struct {
	start, end int
	fold       string
}

// words splits a text into words as the index's unicode61 tokenizer does:
// letters, digits and the marks that belong to them; the rest separates.
func words(text string) []word {
	var all []word
	start := -1
	put := func(end int) {
		if start >= 0 {
			if f := fold(text[start:end]); f != "" {
				all = append(all, word{start, end, f})
			}
			start = -1
		}
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r):
			if start < 0 {
				start = i
			}
		case unicode.Is(unicode.M, r) && start >= 0:
		default:
			put(i)
		}
	}
	put(len(text))
	return all
}

// fold lower-cases a word and takes its diacritics off: "Türkiye" -> "turkiye".
func fold(s string) string {
	plain := true
	for i := range len(s) {
		plain = plain && s[i] < 0x80
	}
	if plain {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
