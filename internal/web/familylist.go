package web

import (
	"fmt"
	"html/template"
)

// The geometry of the list.
const (
	listWidth = 1040.0
	listLine  = 27.0
	listStep  = 20.0
	// listDeep is how many levels are indented; deeper ones stay at the last.
	listDeep = 14
)

// A familyList draws a family with one member on a line, the tree at the left,
// as programs draw the history of a file.
type familyList struct {
	drawing
	f    *forest
	x, y []float64
	deep int
}

func (l *familyList) words() string {
	return "One line for each member, under the text it hangs on; among those of one text the earlier stands first. An arrow leads to a text that derives from the one above it; without an arrow neither is known to be first."
}

func (l *familyList) draw() template.HTML {
	l.drawing.f = l.f
	l.x, l.y = make([]float64, len(l.f.members)), make([]float64, len(l.f.members))
	var order []int
	l.f.walk(func(i, depth int) {
		depth = min(depth, listDeep)
		l.x[i] = 12 + float64(depth)*listStep
		l.y[i] = 20 + float64(len(order))*listLine
		l.deep = max(l.deep, depth)
		order = append(order, i)
	})
	shown := order[:min(len(order), listMost)]
	l.width, l.height = listWidth, 14+float64(len(shown))*listLine
	l.open("lines", fmt.Sprintf("Family of %d", len(l.f.members)), l.words())
	for _, i := range shown {
		if p := l.f.parent[i]; p >= 0 {
			l.edge(l.f.by[i], p, i, l.path(p, i))
		}
	}
	for _, i := range shown {
		l.line(i)
	}
	return l.close()
}

// path goes down from the dot above and turns to the one below.
func (l *familyList) path(p, i int) string {
	const r, room = 7.0, 8.0
	x1, y1, x2, y2 := l.x[p], l.y[p]+room, l.x[i]-room, l.y[i]
	if l.x[p] == l.x[i] { // deeper than the list indents
		return fmt.Sprintf("M%.1f %.1fV%.1f", x1, y1, y2-room)
	}
	return fmt.Sprintf("M%.1f %.1fV%.1fQ%.1f %.1f %.1f %.1fH%.1f", x1, y1, y2-r, x1, y2, x1+r, y2, x2)
}

// line draws one member.
func (l *familyList) line(i int) {
	mem := l.f.members[i]
	x, y := l.x[i], l.y[i]
	who, what := whoOf(mem.Line)
	fmt.Fprintf(&l.w, `<a class="node" href="%s" data-node="%d"><title>%s</title>`, articleHref(mem.Line.ID), i,
		template.HTMLEscapeString(plain(mem.Siglum+" · "+mem.Line.Label)))
	left := 12 + float64(l.deep)*listStep + 22
	fmt.Fprintf(&l.w, `<rect class="band" x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="2"/>`, x-10, y-listLine/2, listWidth-x+10, listLine)
	fmt.Fprintf(&l.w, `<path class="leader" d="M%.1f %.1fH%.1f"/>`, x+10, y, left-6)
	l.dot(mem, x, y)
	l.text("siglum", left, y+5, mem.Siglum, 14, 26)
	const whoWidth, dayWidth = 190.0, 100.0
	at := left + 34
	l.text("who", at, y+5, who, 13, whoWidth-12)
	room := listWidth - dayWidth - at - whoWidth - 12
	if what == "" { // no publisher: the words take both columns
		fmt.Fprintf(&l.w, `<text class="day" x="%.1f" y="%.1f">%s</text></a>`, listWidth-dayWidth, y+5, template.HTMLEscapeString(plain(dayOf(mem.Line.Published))))
		return
	}
	class := "what"
	if !mem.Line.Titled {
		class = "what untitled"
	}
	l.text(class, at+whoWidth, y+5, what, 13, room)
	l.text("day", listWidth-dayWidth, y+5, dayOf(mem.Line.Published), 12, dayWidth)
	l.w.WriteString("</a>")
}
