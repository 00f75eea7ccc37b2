package web

import (
	"strings"
	"unicode"
)

// measure estimates the width of s in thousandths of the font size, on the
// safe side for the usual sans-serif faces. The drawing is made on the server,
// which has no fonts to ask.
func measure(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch {
	case strings.ContainsRune("iIjl|!.,:;'’‘`", r):
		return 330
	case strings.ContainsRune("mwMW%@—…", r):
		return 1000
	case r == ' ' || strings.ContainsRune("ftr()[]-\"“”", r):
		return 420
	case r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.So):
		return 1100
	case unicode.IsUpper(r):
		return 760
	case unicode.Is(unicode.Mn, r):
		return 0
	}
	return 610
}

// fit shortens s so that it takes at most width units at the font size.
func fit(s string, size, width float64) string {
	s = strings.Join(strings.Fields(plain(s)), " ")
	if textWidth(s, size) <= width {
		return s
	}
	room := width - textWidth("…", size)
	used := 0.0
	for i, r := range s {
		used += float64(runeWidth(r)) * size / 1000
		if used > room {
			return strings.TrimRight(s[:i], " ,;:.") + "…"
		}
	}
	return s
}

func textWidth(s string, size float64) float64 { return float64(measure(s)) * size / 1000 }
