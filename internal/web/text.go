package web

import (
	"fmt"
	"html/template"
	"strings"
	"unicode"
	"unicode/utf8"
)

// writeText writes text as HTML. What HTML reads as code is escaped. What
// readers cannot see becomes visible: a control character is a small box with
// its code point, never the character itself, because a bidirectional override
// could make a sentence read as another one. The boxes carry the code point in
// `data-char` (a byte that is no UTF-8 in `data-byte`), so that the text can be
// had back from the page.
func writeText(w *strings.Builder, text string) {
	plain := 0
	before := rune(-1)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		box := boxFor(text[i:i+size], r, size, before, text[i+size:])
		if box != "" {
			w.WriteString(text[plain:i])
			w.WriteString(box)
			plain = i + size
		}
		before = r
		i += size
	}
	w.WriteString(text[plain:])
}

// boxFor returns what stands for the rune in HTML, or "" when it stands for itself.
func boxFor(raw string, r rune, size int, before rune, after string) string {
	switch r {
	case '<':
		return "&lt;"
	case '>':
		return "&gt;"
	case '&':
		return "&amp;"
	case '"':
		return "&#34;"
	case '\'':
		return "&#39;"
	}
	if r == utf8.RuneError && size == 1 {
		return fmt.Sprintf(`<i class="ctl" data-byte="%02X" title="a byte that is no UTF-8">0x%02X</i>`, raw[0], raw[0])
	}
	if hidden(r, before, after) {
		return fmt.Sprintf(`<i class="ctl" data-char="%04X" title="an invisible character">U+%04X</i>`, r, r)
	}
	return ""
}

// hidden reports whether a rune must be shown as a box. Tab and line feed are
// ordinary white space. The joiners are letters' business in some scripts and
// emoji: they are shown only where they join nothing, as in "pass\u200dword".
func hidden(r, before rune, after string) bool {
	switch {
	case r == '\t' || r == '\n':
		return false
	case r == '\u200c' || r == '\u200d':
		next, _ := utf8.DecodeRuneInString(after)
		return !joins(before) || !joins(next)
	case r == '\u00ad' || r == '\u180e' || r == '\u034f' || r == '\u2028' || r == '\u2029':
		return true
	case r == '\u115f' || r == '\u1160' || r == '\u3164' || r == '\uffa0': // blank letters
		return true
	case 0xe0100 <= r && r <= 0xe01ef:
		return true
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r)
}

// joins reports whether a joiner beside r can have an effect that is meant.
func joins(r rune) bool {
	return 0x0590 <= r && r != utf8.RuneError && !unicode.Is(unicode.Latin, r) && !unicode.IsSpace(r) &&
		!unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Greek, r) && !unicode.Is(unicode.Cyrillic, r)
}

// text returns words from outside as HTML, apart from the direction of the
// text around them.
func text(s string) template.HTML {
	var w strings.Builder
	w.WriteString("<bdi>")
	writeText(&w, s)
	w.WriteString("</bdi>")
	return template.HTML(w.String())
}

// plain returns words from outside for attributes and window titles, where no
// box can be drawn: invisible characters are spelt out.
func plain(s string) string {
	var w strings.Builder
	before := rune(-1)
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&w, "[0x%02X]", s[i])
		case hidden(r, before, s[i+size:]):
			fmt.Fprintf(&w, "[U+%04X]", r)
		default:
			w.WriteRune(r)
		}
		before = r
		i += size
	}
	return w.String()
}

// cut shortens s to about n runes at a word's end, with an ellipsis.
func cut(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)[:n]
	for i := len(runes) - 1; i > n/2; i-- {
		if runes[i] == ' ' {
			runes = runes[:i]
			break
		}
	}
	return strings.TrimRight(string(runes), " ,;:") + "…"
}
