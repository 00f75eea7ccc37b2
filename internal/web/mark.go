package web

import (
	"cmp"
	"html/template"
	"slices"
	"strings"
)

// A mark is a range of an article's text that is drawn in its own way. Marks
// may overlap and nest as they like: the text is cut at every border, and each
// piece gets the elements of all the marks over it, so that the page never
// loses or doubles a byte.
type mark struct {
	start, end int
	// tag is the element, `span` when empty; `ins`, `del` and `mark` say more.
	tag string
	// class is its CSS class, id the anchor before its first piece.
	class, id string
	// href makes the anchor a link, label names it.
	href, label string
	// group ties pieces together for hover, in `data-group`.
	group string
	// number is shown at the anchor by the stylesheet, so that it is never
	// copied with the text.
	number string
}

// A painter writes the text of an article from the front to the back, with
// marks over it. Calls of paint must go forward; each looks only at the marks
// that are near, so that a long text with many marks takes linear time.
type painter struct {
	text  string
	marks []mark
	// next is the first mark not yet reached, near those reached and not passed.
	next int
	near []mark
}

// newPainter returns a painter of text. Borders inside a rune move to its
// start; what lies outside the text is cut off.
func newPainter(text string, marks []mark) *painter {
	p := &painter{text: text}
	for _, m := range marks {
		m.start, m.end = runeBorder(text, m.start), runeBorder(text, m.end)
		if m.start < m.end {
			p.marks = append(p.marks, m)
		}
	}
	slices.SortStableFunc(p.marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	return p
}

// runeBorder returns the last rune border at or before i, inside the text.
func runeBorder(text string, i int) int {
	i = min(max(i, 0), len(text))
	for 0 < i && i < len(text) && text[i]&0xc0 == 0x80 {
		i--
	}
	return i
}

// marked returns bytes [start, end) of text with marks over them.
func marked(text string, start, end int, marks []mark) template.HTML {
	return newPainter(text, marks).html(start, end)
}

// paint writes bytes [start, end).
func (p *painter) paint(w *strings.Builder, start, end int) {
	for p.next < len(p.marks) && p.marks[p.next].start < end {
		p.near = append(p.near, p.marks[p.next])
		p.next++
	}
	p.near = slices.DeleteFunc(p.near, func(m mark) bool { return m.end <= start })
	borders := bordersOf(p.near, start, end)
	for i := 0; i+1 < len(borders); i++ {
		writePiece(w, p.text, borders[i], borders[i+1], p.near)
	}
}

// bordersOf returns where the text is cut: sorted, the ends included.
func bordersOf(marks []mark, start, end int) []int {
	borders := []int{start, end}
	for _, m := range marks {
		for _, at := range []int{m.start, m.end} {
			if start < at && at < end {
				borders = append(borders, at)
			}
		}
	}
	slices.Sort(borders)
	return slices.Compact(borders)
}

// writePiece writes the bytes between two borders inside the elements of the marks over them.
func writePiece(w *strings.Builder, text string, from, to int, near []mark) {
	var closing []string
	for _, m := range near {
		if m.start == from {
			writeAnchor(w, m)
		}
	}
	for _, m := range near {
		if m.start <= from && from < m.end && (m.class != "" || m.tag != "") {
			tag := cmp.Or(m.tag, "span")
			w.WriteString("<" + tag + attribute("class", m.class) + attribute("data-group", m.group) + ">")
			closing = append(closing, "</"+tag+">")
		}
	}
	writeText(w, text[from:to])
	for _, c := range slices.Backward(closing) {
		w.WriteString(c)
	}
}

// writeAnchor writes what stands before a mark: its id and its number.
func writeAnchor(w *strings.Builder, m mark) {
	switch {
	case m.href != "":
		w.WriteString(`<a class="anchor"` + attribute("id", m.id) + attribute("href", m.href) + attribute("data-n", m.number) +
			attribute("data-group", m.group) + attribute("aria-label", m.label) + "></a>")
	case m.id != "":
		w.WriteString(`<span class="anchor"` + attribute("id", m.id) + "></span>")
	}
}

// attribute returns ` name="value"`, escaped, or nothing for an empty value.
func attribute(name, value string) string {
	if value == "" {
		return ""
	}
	return " " + name + `="` + template.HTMLEscapeString(plain(value)) + `"`
}

// html is paint for a template.
func (p *painter) html(start, end int) template.HTML {
	var w strings.Builder
	p.paint(&w, start, end)
	return template.HTML(w.String())
}
