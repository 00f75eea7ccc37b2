package web

import (
	"fmt"
	"html/template"
	"slices"
)

// The geometry of the map.
const (
	boxWidth  = 196.0
	boxHeight = 54.0
	rowHeight = 74.0
	colGap    = 58.0
	mapTop    = 40.0
	// mapColumns is how many columns fit beside each other.
	mapColumns = 5
)

// A familyMap draws a small family in columns. Every leaf of the tree has a
// line of its own and a parent stands on the line of its first child, so that
// no line crosses a box and no label meets another.
type familyMap struct {
	drawing
	column, line []int
	columns      []string
	lines        int
	timed        bool
}

func newFamilyMap(f *forest) *familyMap {
	m := &familyMap{drawing: drawing{f: f}, timed: f.dated()}
	m.column, m.line = make([]int, len(f.members)), make([]int, len(f.members))
	if m.timed {
		m.byTime()
	} else {
		m.byDepth()
	}
	last := -1
	f.walk(func(i, _ int) {
		p := f.parent[i]
		switch {
		case p >= 0 && f.children[p][0] == i && m.column[i] > m.column[p]:
			m.line[i] = m.line[p]
		default:
			last++
			m.line[i] = last
		}
	})
	m.lines = last + 1
	m.width = float64(len(m.columns))*(boxWidth+colGap) - colGap + 2
	m.height = mapTop + float64(m.lines)*rowHeight - (rowHeight - boxHeight) + 4
	return m
}

// byDepth puts the top of each tree into the first column.
func (m *familyMap) byDepth() {
	m.column = m.f.depths()
	for range slices.Max(append(m.column, 0)) + 1 {
		m.columns = append(m.columns, "")
	}
}

// byTime gives each day a column, and as many more as its members hang on each
// other within the day.
func (m *familyMap) byTime() {
	within := make([]int, len(m.f.members))
	m.f.walk(func(i, _ int) {
		p := m.f.parent[i]
		if p >= 0 && m.f.members[p].Line.Published == m.f.members[i].Line.Published {
			within[i] = within[p] + 1
		}
	})
	for _, day := range m.f.days() {
		first, most := len(m.columns), 0
		for i, mem := range m.f.members {
			if mem.Line.Published == day {
				m.column[i] = first + within[i]
				most = max(most, within[i])
			}
		}
		m.columns = append(m.columns, day)
		for range most {
			m.columns = append(m.columns, "")
		}
	}
}

// fits reports whether the map is no wider than a window.
func (m *familyMap) fits() bool { return len(m.columns) <= mapColumns }

func (m *familyMap) words() string {
	if m.timed {
		return "Time runs from left to right. An arrow leads from a text to one that derives from it; a line without an arrow joins two texts of which neither is known to be first."
	}
	return "Dates are not known for all, so the order from left to right is that of derivation and not of time. A line without an arrow joins two texts of which neither is known to be first."
}

func (m *familyMap) left(i int) float64 { return float64(m.column[i])*(boxWidth+colGap) + 1 }
func (m *familyMap) top(i int) float64  { return mapTop + float64(m.line[i])*rowHeight + 1 }

func (m *familyMap) draw() template.HTML {
	m.open("map", fmt.Sprintf("Family of %d", len(m.f.members)), m.words())
	m.axis()
	for i := range m.f.members {
		if p := m.f.parent[i]; p >= 0 {
			m.edge(m.f.by[i], p, i, m.path(p, i))
		}
	}
	for i := range m.f.members {
		m.box(i)
	}
	return m.close()
}

// axis writes the days over their columns.
func (m *familyMap) axis() {
	for c, day := range m.columns {
		x := float64(c)*(boxWidth+colGap) + 1
		if day == "" {
			continue
		}
		m.text("day", x, 14, day, 12, boxWidth)
		fmt.Fprintf(&m.w, `<path class="tick" d="M%.1f 22V%.1f"/>`, x+0.5, m.height)
	}
	if m.timed {
		fmt.Fprintf(&m.w, `<path class="tick" d="M0 22.5H%.1f"/>`, m.width)
	}
}

// path leaves the parent at its right, turns in the gap behind it and reaches
// the child along the child's own line.
func (m *familyMap) path(p, i int) string {
	x1, y1 := m.left(p)+boxWidth, m.top(p)+boxHeight/2
	x2, y2 := m.left(i), m.top(i)+boxHeight/2
	if y1 == y2 {
		return fmt.Sprintf("M%.1f %.1fH%.1f", x1, y1, x2)
	}
	turn := x1 + colGap/2
	const r = 10
	return fmt.Sprintf("M%.1f %.1fH%.1fQ%.1f %.1f %.1f %.1fV%.1fQ%.1f %.1f %.1f %.1fH%.1f",
		x1, y1, turn-r, turn, y1, turn, y1+r, y2-r, turn, y2, turn+r, y2, x2)
}

// box draws a member: its sign and letter, who published it, its title.
func (m *familyMap) box(i int) {
	mem := m.f.members[i]
	x, y := m.left(i), m.top(i)
	who, what := whoOf(mem.Line)
	fmt.Fprintf(&m.w, `<a class="node" href="%s" data-node="%d"><title>%s</title>`, articleHref(mem.Line.ID), i,
		template.HTMLEscapeString(plain(mem.Siglum+" · "+mem.Line.Label)))
	fmt.Fprintf(&m.w, `<rect class="box" x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="3"/>`, x, y, boxWidth, boxHeight)
	m.dot(mem, x+16, y+18)
	m.text("siglum", x+30, y+23, mem.Siglum, 15, 22)
	const indent = 52
	m.text("who", x+indent, y+23, who, 13, boxWidth-indent-8)
	if what != "" {
		class := "what"
		if !mem.Line.Titled {
			class = "what untitled"
		}
		m.text(class, x+16, y+42, what, 12, boxWidth-16-8)
	}
	m.w.WriteString("</a>")
}
