package web

import (
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"net/http"
	"slices"

	"stemma"
)

// A compareView is two articles side by side.
type compareView struct {
	Left, Right sideView
	// Swap is the address of the same two the other way round.
	Swap string
	// Verdict says how the two stand to each other.
	Verdict  verdict
	Overview template.HTML
	Passages []passageRow
	Drifts   []driftRow
	// Broken counts passages whose words are not in the articles; they are not drawn.
	Broken int
	// Coarse is true when a passage changed too much for a comparison of words.
	Coarse bool
	// Short is true when a text is too long to be shown whole.
	Short bool
}

// A sideView is one of the two.
type sideView struct {
	Letter string
	Art    *stemma.Article
	Line   stemma.ArticleLine
	Rows   []row
	Share  share
}

// A passageRow is one passage in the list.
type passageRow struct {
	Number      int
	Kind        string
	Words       int
	Left, Right template.HTML
}

// A pairOf is two articles and what they share: the work on a compare page.
type pairOf struct {
	left, right *stemma.Article
	passages    []sides
	changes     [][]change
	broken      int
	coarse      bool
}

func (s *Server) comparePage(r *http.Request) (answer, error) {
	left, err1 := articleID(r.PathValue("a"))
	right, err2 := articleID(r.PathValue("b"))
	if err := errors.Join(err1, err2); err != nil {
		return answer{}, err
	}
	if left == right {
		return answer{}, fmt.Errorf("compare %v with itself: %w", left, errBadAddress)
	}
	check := s.checker(r.Context())
	pair, err := s.pair(check, left, right)
	if err != nil {
		return answer{}, err
	}
	c, err := s.index.census(r.Context())
	if err != nil {
		return answer{}, err
	}
	view := compareView{Swap: compareHref(right, left), Broken: pair.broken, Coarse: pair.coarse}
	if view.Drifts, err = s.drifts(check, pair); err != nil {
		return answer{}, err
	}
	if err := s.fillSides(r, pair, c, &view); err != nil {
		return answer{}, err
	}
	if view.Verdict, err = s.verdict(r, check, c, pair); err != nil {
		return answer{}, err
	}
	view.Overview = overview(pair)
	view.Passages = pair.rows()
	return s.render(r, "compare", page{
		Title: "Side by side: " + cut(view.Left.Line.Label, 36) + " ⇋ " + cut(view.Right.Line.Label, 36), Section: "families", Wide: true,
		Crumbs: pairCrumbs(c, pair), View: view,
	})
}

func pairCrumbs(c *census, pair *pairOf) []crumb {
	way := []crumb{{"Pile", "/"}}
	if fam, ok := c.familyWith(pair.left.ID); ok {
		way = append(way, crumb{"Family of " + num(len(fam.Articles)), "/family/" + fam.ID.String()})
	}
	return append(way, crumb{Label: "Side by side"})
}

// pair loads two articles and compares what they share.
func (s *Server) pair(check *checker, left, right stemma.ID) (*pairOf, error) {
	a, err1 := check.article(left)
	b, err2 := check.article(right)
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	passages, err := s.read.Passages(check.ctx, left)
	if err != nil {
		return nil, err
	}
	pair := &pairOf{left: a, right: b}
	for _, p := range passages {
		at, ok := sidesFrom(left, p)
		if !ok || at.There.Article != right {
			continue
		}
		if at.Here.Check(a) != nil || at.There.Check(b) != nil {
			pair.broken++
			continue
		}
		pair.passages = append(pair.passages, at)
	}
	slices.SortFunc(pair.passages, func(a, b sides) int {
		return cmp.Or(a.Here.Compare(b.Here), a.There.Compare(b.There))
	})
	for _, p := range pair.passages {
		changes, ok := diff(a.Text, p.Here.Start, p.Here.End, b.Text, p.There.Start, p.There.End)
		pair.coarse = pair.coarse || !ok
		pair.changes = append(pair.changes, changes)
	}
	return pair, nil
}

// marks returns what is drawn over the left and the right text.
func (p *pairOf) marks() (left, right []mark) {
	for i, at := range p.passages {
		n := itoa(i + 1)
		class := "p p-" + passageKind(at.Passage)
		left = append(left, mark{
			start: at.Here.Start, end: at.Here.End, class: class, group: "p" + n,
			id: "a" + n, href: "#b" + n, number: n, label: "Passage " + n + ", to the right text",
		})
		right = append(right, mark{
			start: at.There.Start, end: at.There.End, class: class, group: "p" + n,
			id: "b" + n, href: "#a" + n, number: n, label: "Passage " + n + ", to the left text",
		})
		l, r := changeMarks(p.changes[i])
		left, right = append(left, l...), append(right, r...)
	}
	return left, right
}

// changeMarks draws the words that are on one side only.
func changeMarks(changes []change) (left, right []mark) {
	for _, c := range changes {
		class := "changed"
		if c.slight {
			class = "slight"
		}
		left = append(left, mark{start: c.leftStart, end: c.leftEnd, tag: "del", class: class})
		right = append(right, mark{start: c.rightStart, end: c.rightEnd, tag: "ins", class: class})
	}
	return left, right
}

// rowSize is how many bytes of each side the list of passages shows.
const rowSize = 280

// rows lists the passages with their beginnings.
func (p *pairOf) rows() []passageRow {
	var rows []passageRow
	for i, at := range p.passages {
		l, r := changeMarks(p.changes[i])
		row := passageRow{Number: i + 1, Kind: passageKind(at.Passage)}
		for _, w := range wordsOf(p.left.Text, at.Here.Start, at.Here.End) {
			if !w.mark {
				row.Words++
			}
		}
		row.Left = beginning(p.left.Text, at.Here, l)
		row.Right = beginning(p.right.Text, at.There, r)
		rows = append(rows, row)
	}
	return rows
}

// beginning renders the first bytes of a span, which has been checked.
func beginning(text string, span stemma.Span, marks []mark) template.HTML {
	if span.Len() <= rowSize {
		return "<bdi>" + marked(text, span.Start, span.End, marks) + "</bdi>"
	}
	end := runeBorder(text, span.Start+rowSize)
	return "<bdi>" + marked(text, span.Start, end, marks) + "</bdi> …"
}

// fillSides lays out the two texts.
func (s *Server) fillSides(r *http.Request, pair *pairOf, c *census, view *compareView) error {
	leftMarks, rightMarks := pair.marks()
	view.Left = sideView{Letter: "left", Art: pair.left, Line: c.lineOf(pair.left)}
	view.Right = sideView{Letter: "right", Art: pair.right, Line: c.lineOf(pair.right)}
	var here, there []stemma.Span
	for _, p := range pair.passages {
		here, there = append(here, p.Here), append(there, p.There)
	}
	for _, side := range []struct {
		view  *sideView
		marks []mark
		spans []stemma.Span
	}{{&view.Left, leftMarks, here}, {&view.Right, rightMarks, there}} {
		reading, err := s.read.Reading(r.Context(), side.view.Art.ID)
		if err != nil && !errors.Is(err, stemma.ErrNotFound) {
			return err
		}
		rows, whole := columnRows(side.view.Art, reading, side.marks)
		side.view.Rows, view.Short = rows, view.Short || !whole
		side.view.Share = shareOf(side.view.Art, reading, side.spans)
	}
	return nil
}

// columnRows draws a whole text without sentence numbers; whole is false when
// it was cut at [partSize].
func columnRows(art *stemma.Article, reading *stemma.Reading, marks []mark) (rows []row, whole bool) {
	l := &leaf{art: art, blocks: blocksOf(art, reading)}
	parts := l.parts()
	p := newPainter(art.Text, marks)
	for _, b := range l.blocks[:parts[0][1]] {
		rows = append(rows, row{Zone: string(b.zone), Text: p.html(b.start, b.end), Heading: b.zone == stemma.ZoneTitle})
	}
	return rows, len(parts) == 1
}

// lineOf is the article's row, made from the article itself when the pile's
// list does not have it.
func (c *census) lineOf(art *stemma.Article) stemma.ArticleLine {
	if line, ok := c.lines[art.ID]; ok {
		return line
	}
	return stemma.ArticleLine{ID: art.ID, Label: labelOf(art), Titled: art.Title != ""}
}
