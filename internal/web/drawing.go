package web

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"stemma"
)

// A drawing is a family as SVG. The map puts members in columns, time or depth
// from left to right, and is for small families; the list puts one member on a
// line, the tree at the left, and takes any number.
type drawing struct {
	w strings.Builder
	f *forest
	// x and y are where each member's dot or box is tied to.
	width, height float64
}

// mapMost is how many members the map takes: more columns or rows than fit a
// window are read better as a list.
const mapMost = 14

// listMost is how many members the list draws; the table pages through all.
const listMost = 400

// draw returns the family as SVG, with what the drawing shows in words.
func draw(f *forest) (svg template.HTML, words string) {
	if len(f.members) <= mapMost {
		if m := newFamilyMap(f); m.fits() {
			return m.draw(), m.words()
		}
	}
	l := familyList{f: f}
	return l.draw(), l.words()
}

func (d *drawing) open(kind, title, words string) {
	fmt.Fprintf(&d.w, `<svg class="stemma %s" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f" role="group" aria-labelledby="stemma-title stemma-desc">`,
		kind, d.width, d.height, d.width, d.height)
	fmt.Fprintf(&d.w, `<title id="stemma-title">%s</title><desc id="stemma-desc">%s</desc>`, template.HTMLEscapeString(title), template.HTMLEscapeString(words))
	d.w.WriteString(`<defs>`)
	for _, kind := range []stemma.DerivationKind{stemma.DerivationCopy, stemma.DerivationEditedCopy} {
		fmt.Fprintf(&d.w, `<marker id="arrow-%s" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="head k-%s" d="M0 0.5L8 4L0 7.5Z"/></marker>`, kind, kind)
	}
	d.w.WriteString(`</defs>`)
}

func (d *drawing) close() template.HTML {
	d.w.WriteString("</svg>")
	return template.HTML(d.w.String())
}

// edge draws a tie along path, which runs from the member above to the one below.
func (d *drawing) edge(t *tie, above, below int, path string) {
	kind := knownKind(t.d.Kind)
	arrow := ""
	switch {
	case t.d.Directed && t.to == below:
		arrow = ` marker-end="url(#arrow-` + kind + `)"`
	case t.d.Directed:
		arrow = ` marker-start="url(#arrow-` + kind + `)"`
	}
	fmt.Fprintf(&d.w, `<a class="edge" href="%s" data-from="%d" data-to="%d"><title>%s</title><path class="hit" d="%s"/><path class="line k-%s" d="%s"%s/></a>`,
		compareHref(t.d.Parent, t.d.Child), above, below, template.HTMLEscapeString(d.f.tieWords(t)), path, kind, path, arrow)
}

// knownKind keeps unknown kinds out of class names and addresses.
func knownKind(kind stemma.DerivationKind) string {
	if kind == stemma.DerivationCopy {
		return string(kind)
	}
	return string(stemma.DerivationEditedCopy)
}

// tieWords says a tie in words: "B is an edited copy of A, 93%".
func (f *forest) tieWords(t *tie) string {
	from, to := f.members[t.from].Siglum, f.members[t.to].Siglum
	kind := strings.ReplaceAll(knownKind(t.d.Kind), "_", " ")
	if t.d.Directed {
		article := "a "
		if strings.HasPrefix(kind, "e") {
			article = "an "
		}
		return fmt.Sprintf("%s is %s%s of %s, %d%%", to, article, kind, from, t.d.Probability)
	}
	return fmt.Sprintf("%s and %s: %s, direction not known, %d%%", from, to, kind, t.d.Probability)
}

// text draws words that fit into width.
func (d *drawing) text(class string, x, y float64, words string, size, width float64) {
	fmt.Fprintf(&d.w, `<text class="%s" x="%.1f" y="%.1f">%s</text>`, class, x, y, template.HTMLEscapeString(fit(words, size, width)))
}

// dot draws the sign of a member: a lozenge for a root, a ring for the centre.
func (d *drawing) dot(m member, x, y float64) {
	switch {
	case m.Root:
		fmt.Fprintf(&d.w, `<path class="dot root" d="M%.1f %.1fl6.5 6.5l-6.5 6.5l-6.5 -6.5Z"/>`, x, y-6.5)
	case m.Centre:
		fmt.Fprintf(&d.w, `<circle class="dot ring" cx="%.1f" cy="%.1f" r="6"/><circle class="dot" cx="%.1f" cy="%.1f" r="2.6"/>`, x, y, x, y)
	default:
		fmt.Fprintf(&d.w, `<circle class="dot" cx="%.1f" cy="%.1f" r="4.5"/>`, x, y)
	}
}

// whoOf names a member for the drawing: the publisher, or the first words.
func whoOf(line stemma.ArticleLine) (who, what string) {
	if line.Publisher != "" {
		return line.Publisher, line.Label
	}
	return line.Label, ""
}

// dayOf is a date without its time or what follows.
func dayOf(published string) string {
	return cmp.Or(published, "date unknown")
}

// dated reports whether every member has a date and no member hangs on a later one.
func (f *forest) dated() bool {
	for i, m := range f.members {
		if m.Line.Published == "" || m.Line.Method == stemma.MethodInferred {
			return false
		}
		if p := f.parent[i]; p >= 0 && m.Line.Published < f.members[p].Line.Published {
			return false
		}
	}
	return len(f.members) > 0
}

// depths returns how far each member is from the top of its tree.
func (f *forest) depths() []int {
	depth := make([]int, len(f.members))
	f.walk(func(i, d int) { depth[i] = d })
	return depth
}

// days returns the dates of the members, each once, in order.
func (f *forest) days() []string {
	var all []string
	for _, m := range f.members {
		all = append(all, m.Line.Published)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
