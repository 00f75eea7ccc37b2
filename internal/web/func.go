package web

import (
	"fmt"
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// functions are what the templates may call.
func functions() template.FuncMap {
	return template.FuncMap{
		"text":     text,
		"plain":    plain,
		"cut":      cut,
		"num":      num,
		"count":    count,
		"language": languageName,
		"words":    spaced,
		"outside":  outside,
		"glyph":    glyph,
		"escape":   url.QueryEscape,
		"add":      func(a, b int) int { return a + b },
		"minus":    func(n int) int { return -n },
	}
}

// num writes a number with thin groups of three: 12,345.
func num(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return sign + digits
}

// count writes a number with its noun: "1 article", "2 articles", "3 families".
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return num(n) + " " + many
}

// languageName returns the English name of a language code, the code itself
// when it has none.
func languageName(code string) string {
	if code == "" {
		return "unknown"
	}
	tag, err := language.Parse(code)
	if err != nil {
		return plain(code)
	}
	if name := display.English.Languages().Name(tag); name != "" {
		return name
	}
	return plain(code)
}

// spaced turns a rule's or a kind's name into words: `edited_copy` to "edited copy".
func spaced(name any) string {
	return strings.ReplaceAll(plain(fmt.Sprint(name)), "_", " ")
}

// outside returns an address as a link out of the room, or "" when a browser
// might do anything but open it: only http and https count.
func outside(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

func itoa(n int) string { return strconv.Itoa(n) }

func rangeOf(start, end int) string { return strconv.Itoa(start) + "-" + strconv.Itoa(end) }

// glyphs is the sign of each thing, the same on every page. part_legend.html explains them.
var glyphs = map[string]string{
	"article":     "¶",
	"family":      "⋔",
	"verbatim":    "=",
	"edited":      "≈",
	"copy":        "=",
	"edited_copy": "≈",
	"quotation":   "❝",
	"quoted":      "❝",
	"open":        "?",
	"unknown":     "—",
	"compare":     "⇋",
	"root":        "◆",
	"centre":      "◉",
	"member":      "●",
	"directed":    "→",
	"undirected":  "—",
	"skipped":     "⊘",
	"outside":     "↗",
}

// glyph returns the sign of a thing, hidden from readers that speak: the word
// stands beside it.
func glyph(thing any) template.HTML {
	sign, ok := glyphs[fmt.Sprint(thing)]
	if !ok {
		return ""
	}
	return template.HTML(`<span class="glyph" aria-hidden="true">` + sign + `</span>`)
}
