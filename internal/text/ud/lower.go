package ud

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// appendLowerRunes is the part of appendLower for forms outside ASCII.
func appendLowerRunes(b []byte, form string) []byte {
	for _, r := range form {
		if r == '\u2019' {
			r = '\''
		}
		b = utf8.AppendRune(b, unicode.ToLower(r))
	}
	return b
}

// sortedKeys returns the keys of m in rising order.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	return slices.Sorted(maps.Keys(m))
}

// lowerForm, upperForm and titleForm print a form in lower case, in capitals
// and with a capital in front.
func lowerForm(form string) string { return strings.ToLower(form) }

func upperForm(form string) string { return strings.ToUpper(form) }

func titleForm(form string) string {
	r, size := utf8.DecodeRuneInString(form)
	return string(unicode.ToUpper(r)) + form[size:]
}
