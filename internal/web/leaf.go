package web

import (
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"stemma"
)

// partSize is how many bytes of text one page of an article shows at most,
// about 60,000 words; longer articles come in parts, cut between blocks.
const partSize = 400_000

// A part says which piece of a long article a page shows.
type part struct {
	Number, Count int
	Before, After string
}

// A leaf is the text of one article laid out for its page.
type leaf struct {
	art    *stemma.Article
	blocks []block
	marks  []mark
	shared []sharedWith
	quotes []stemma.Quote
	// pointed is the range that the address points at, nil when there is none.
	pointed *sentence
}

func newLeaf(art *stemma.Article, reading *stemma.Reading, shared []sharedWith) *leaf {
	l := &leaf{art: art, blocks: blocksOf(art, reading), shared: shared}
	if reading != nil {
		l.quotes = reading.Quotes
	}
	for _, q := range l.quotes {
		l.marks = append(l.marks, quoteMark(q))
	}
	l.marks = append(l.marks, sharedMarks(shared)...)
	return l
}

// quoteMark draws a quotation by its shape; one that never closes is flagged.
func quoteMark(q stemma.Quote) mark {
	class := "q"
	if q.Shape != stemma.QuoteUnknown {
		class += " q-" + q.Shape.String()
	}
	if !q.Closed {
		class += " q-unclosed"
	}
	return mark{start: int(q.Start), end: int(q.End), class: class}
}

// point marks the range that an address asks for, as in `at=120-180`.
func (l *leaf) point(at string) {
	from, to, found := strings.Cut(at, "-")
	start, err1 := strconv.Atoi(from)
	end, err2 := strconv.Atoi(to)
	if !found || err1 != nil || err2 != nil || start < 0 || end <= start || len(l.art.Text) < end {
		return
	}
	start, end = runeBorder(l.art.Text, start), runeBorder(l.art.Text, end)
	l.pointed = &sentence{start: start, end: end}
	m := mark{start: start, end: end, tag: "mark", class: "pointed"}
	if !l.hasSentence(start, end) {
		m.id = "b" + rangeOf(start, end)
	}
	l.marks = append(l.marks, m)
}

// hasSentence reports whether a sentence has exactly these bytes; it bears the
// range's anchor already.
func (l *leaf) hasSentence(start, end int) bool {
	for _, b := range l.blocks {
		for _, sent := range b.sentences {
			if sent.start == start && sent.end == end && sent.number > 0 {
				return true
			}
		}
	}
	return false
}

// rows draws the part of the article that the address asks for.
func (l *leaf) rows(u *url.URL) ([]row, part) {
	parts := l.parts()
	n := min(pageNumber(u.Query()), len(parts))
	if l.pointed != nil {
		n = partWith(parts, l.blocks, l.pointed.start)
	}
	p := part{Number: n, Count: len(parts)}
	if n > 1 {
		p.Before = partHref(l.art.ID, n-1)
	}
	if n < len(parts) {
		p.After = partHref(l.art.ID, n+1)
	}
	painter := newPainter(l.art.Text, l.marks)
	var rows []row
	for _, b := range l.blocks[parts[n-1][0]:parts[n-1][1]] {
		rows = append(rows, l.row(painter, b))
	}
	return rows, p
}

func partHref(id stemma.ID, n int) string {
	return articleHref(id) + "?page=" + strconv.Itoa(n)
}

// parts cuts the blocks into runs of about partSize bytes.
func (l *leaf) parts() [][2]int {
	var parts [][2]int
	from := 0
	for i := range l.blocks {
		if l.blocks[i].end-l.blocks[from].start > partSize && i > from {
			parts = append(parts, [2]int{from, i})
			from = i
		}
	}
	return append(parts, [2]int{from, len(l.blocks)})
}

// partWith returns the number of the part that shows byte at.
func partWith(parts [][2]int, blocks []block, at int) int {
	for i, p := range parts {
		if at < blocks[p[1]-1].end {
			return i + 1
		}
	}
	return len(parts)
}

// row draws one block.
func (l *leaf) row(p *painter, b block) row {
	var w strings.Builder
	at := b.start
	for _, sent := range b.sentences {
		p.paint(&w, at, sent.start)
		writeSentence(&w, p, sent, b.zone)
		at = sent.end
	}
	p.paint(&w, at, b.end)
	return row{
		Zone: string(b.zone), Text: template.HTML(w.String()), Heading: b.zone == stemma.ZoneTitle,
		Notes: notesFor(l.shared, b),
	}
}

// writeSentence draws one sentence with its number, a link to itself. The
// number is the stylesheet's, so that copied text is the article's alone.
func writeSentence(w *strings.Builder, p *painter, sent sentence, zone stemma.ZoneKind) {
	if sent.number > 0 {
		n := strconv.Itoa(sent.number)
		w.WriteString(`<a class="n"` + attribute("id", "b"+rangeOf(sent.start, sent.end)) + attribute("href", "#s"+n) +
			attribute("data-n", n) + attribute("aria-label", "Sentence "+n) + `></a><span`)
		class := "s"
		if sent.zone != zone {
			class += " in-" + string(sent.zone)
		}
		w.WriteString(attribute("class", class) + attribute("id", "s"+n) + ">")
		defer w.WriteString("</span>")
	}
	p.paint(w, sent.start, sent.end)
}

// counts returns how many sentences, quotations and unclosed quotations there are.
func (l *leaf) counts() (sentences, quotes, unclosed int) {
	for _, b := range l.blocks {
		for _, sent := range b.sentences {
			if sent.number > 0 {
				sentences++
			}
		}
	}
	for _, q := range l.quotes {
		if !q.Closed {
			unclosed++
		}
	}
	return sentences, len(l.quotes), unclosed
}
