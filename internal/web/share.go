package web

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"stemma"
)

// A share is how much of one text another has, counted in words of the whole
// text, and again without what stands in quotation marks: two reporters who
// were at one press conference share quotations and nothing else.
type share struct {
	Words, Shared               int
	OutsideWords, OutsideShared int
}

// Percent is the share of all words, OutsidePercent that of the words outside
// quotation marks; rounded down, so that 100 means all of them.
func (s share) Percent() int { return percent(s.Shared, s.Words) }

// OutsidePercent is [share.Percent] without quotations.
func (s share) OutsidePercent() int { return percent(s.OutsideShared, s.OutsideWords) }

func percent(part, whole int) int {
	if whole == 0 {
		return 0
	}
	return 100 * part / whole
}

// Bar draws the share as a bar; the figures stand beside it in words.
func (s share) Bar() template.HTML {
	return template.HTML(fmt.Sprintf(`<svg class="sharebar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">`+
		`<rect class="whole" width="100" height="6"/><rect class="part" width="%d" height="6"/></svg>`, s.Percent()))
}

// shareOf counts the words of art that the spans cover.
func shareOf(art *stemma.Article, reading *stemma.Reading, spans []stemma.Span) share {
	covered := coverOf(spans)
	var quotes cover
	if reading != nil {
		for _, q := range reading.Quotes {
			if q.Depth == 0 && q.Shape == stemma.QuoteSpeech {
				quotes = append(quotes, [2]int{int(q.Start), int(q.End)})
			}
		}
	}
	var s share
	for _, w := range wordsOf(art.Text, 0, len(art.Text)) {
		if w.mark {
			continue
		}
		shared, quoted := covered.holds(w.start), quotes.holds(w.start)
		s.Words++
		s.Shared += bit(shared)
		s.OutsideWords += bit(!quoted)
		s.OutsideShared += bit(shared && !quoted)
	}
	return s
}

func bit(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// A cover is a list of byte ranges in order, without overlap.
type cover [][2]int

// coverOf joins spans that touch or overlap.
func coverOf(spans []stemma.Span) cover {
	sorted := slices.SortedFunc(slices.Values(spans), stemma.Span.Compare)
	var c cover
	for _, span := range sorted {
		if last := len(c) - 1; last >= 0 && span.Start <= c[last][1] {
			c[last][1] = max(c[last][1], span.End)
			continue
		}
		c = append(c, [2]int{span.Start, span.End})
	}
	return c
}

// holds reports whether byte i lies in one of the ranges.
func (c cover) holds(i int) bool {
	at, found := slices.BinarySearchFunc(c, i, func(r [2]int, i int) int {
		switch {
		case r[1] <= i:
			return -1
		case i < r[0]:
			return 1
		}
		return 0
	})
	return found && at < len(c)
}

// The geometry of the overview, in its own units.
const (
	overviewWidth  = 1000
	overviewHeight = 132
	overviewBar    = 18
)

// overview draws the two texts as bars, the left above, with a ribbon for each
// passage between them. The longer text takes the whole width, so that the
// picture tells the lengths as well.
func overview(p *pairOf) template.HTML {
	if len(p.passages) == 0 {
		return ""
	}
	longest := max(len(p.left.Text), len(p.right.Text), 1)
	x := func(at int) float64 { return float64(overviewWidth*at) / float64(longest) }
	top, bottom := float64(overviewBar), float64(overviewHeight-overviewBar)
	var w strings.Builder
	fmt.Fprintf(&w, `<svg class="overview" viewBox="0 0 %d %d" role="group" aria-label="Where the shared passages stand: the left text above, the right below">`, overviewWidth, overviewHeight)
	fmt.Fprintf(&w, `<rect class="whole" x="0" y="0" width="%.1f" height="%d" rx="2"/>`, x(len(p.left.Text)), overviewBar)
	fmt.Fprintf(&w, `<rect class="whole" x="0" y="%.1f" width="%.1f" height="%d" rx="2"/>`, bottom, x(len(p.right.Text)), overviewBar)
	for i, at := range p.passages {
		a, b := x(at.Here.Start), max(x(at.Here.End), x(at.Here.Start)+2)
		c, d := x(at.There.Start), max(x(at.There.End), x(at.There.Start)+2)
		n, kind := itoa(i+1), passageKind(at.Passage)
		fmt.Fprintf(&w, `<a href="#a%s" data-group="p%s" aria-label="Passage %s, %s"><title>Passage %s, %s</title>`, n, n, n, kind, n, kind)
		fmt.Fprintf(&w, `<path class="ribbon r-%s" d="%s"/>`, kind, ribbonPath(a, b, top, c, d, bottom))
		fmt.Fprintf(&w, `<rect class="seg r-%s" x="%.1f" y="0" width="%.1f" height="%d"/>`, kind, a, b-a, overviewBar)
		fmt.Fprintf(&w, `<rect class="seg r-%s" x="%.1f" y="%.1f" width="%.1f" height="%d"/>`, kind, c, bottom, d-c, overviewBar)
		if b-a > 16 {
			fmt.Fprintf(&w, `<text x="%.1f" y="13">%s</text>`, a+4, n)
		}
		if d-c > 16 {
			fmt.Fprintf(&w, `<text x="%.1f" y="%.1f">%s</text>`, c+4, bottom+13, n)
		}
		w.WriteString("</a>")
	}
	w.WriteString("</svg>")
	return template.HTML(w.String())
}

// ribbonPath joins [a, b) at height top with [c, d) at height bottom.
func ribbonPath(a, b, top, c, d, bottom float64) string {
	mid := (top + bottom) / 2
	return fmt.Sprintf("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fH%.1fC%.1f %.1f %.1f %.1f %.1f %.1fZ",
		a, top, a, mid, c, mid, c, bottom, d, d, mid, b, mid, b, top)
}
