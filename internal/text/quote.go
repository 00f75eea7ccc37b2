package text

import (
	"cmp"
	"slices"

	"stemma"
)

// A family is a set of marks that open and close each other.
type family uint8

const (
	familyNone family = iota
	// familyDouble is " “ ” „ `` '' and their like, freely mixed.
	familyDouble
	// familySingle is ' ‘ ’ ‚ ` and their like.
	familySingle
	// familyAngle is « » and familySmallAngle ‹ ›, in either direction.
	familyAngle
	familySmallAngle
	// familyCorner is 「 」 and familyWhiteCorner 『 』.
	familyCorner
	familyWhiteCorner
	families
)

// A side says what a mark can be from its glyph or from what stands around it.
type side uint8

const (
	sideEither side = iota
	sideOpen
	sideClose
	// sideNone is a mark that quotes nothing: an inch, a foot, an apostrophe.
	sideNone
)

// A mark is a token that may open or close a quotation.
type mark struct {
	tok    int32 // its token
	family family
	glyph  side // what the glyph says
	side   side // what the surroundings say, or else the glyph
	// weak is a closing apostrophe that may be a possessive's: "the dogs' tails".
	weak bool
	around
}

// An open range on the stack of the matcher.
type openMark struct {
	mark   int // index into marks, or -1 for one carried over from the paragraph before
	quote  int // index into quotes
	family family
}

// A quoter finds the quotation ranges of one article, paragraph by paragraph.
type quoter struct {
	art    *stemma.Article
	tokens []stemma.Token
	// paragraphs are token ranges; zones tells which may continue each other.
	paragraphs []tokenRange

	marks []mark  // of the whole article, in order
	first []int   // first mark of each paragraph, and the end
	next  []ahead // per mark

	// current is the paragraph at hand.
	current int
	// resumes is the paragraph whose first range carries on the one before it.
	resumes int

	stack  []openMark
	quotes []stemma.Quote
	drop   []bool
	opens  []stemma.Open
	roles  []role // per token
}

// A tokenRange is a paragraph before it has sentences.
type tokenRange struct {
	first, last int
	bytes       piece
	zone        stemma.ZoneKind
}

// A role is what a token does for a quotation range.
type role uint8

const (
	roleNone role = iota
	roleOpens
	roleCloses
)

// What is ahead of a mark: the next marks of its own family in the paragraph,
// -1 where there is none. Made from the right, so that looking ahead costs
// nothing and an article of marks alone stays linear.
type ahead struct {
	open, close int
	strong      int // the next closing mark that is no possessive
	sure        int // the next closing mark behind a stop or a comma
}

// findQuotes returns the ranges, what could not be decided, and the role of
// each token.
func findQuotes(art *stemma.Article, tokens []stemma.Token, pars []tokenRange) ([]stemma.Quote, []stemma.Open, []role) {
	q := &quoter{art: art, tokens: tokens, paragraphs: pars}
	q.findMarks()
	if len(q.marks) == 0 {
		return nil, nil, nil
	}
	q.roles = make([]role, len(tokens))
	q.lookAhead()
	for par := range pars {
		q.paragraph(par)
	}
	q.finish()
	return q.quotes, q.opens, q.roles
}

// findMarks collects the marks of all paragraphs with what their surroundings
// say of them.
func (q *quoter) findMarks() {
	for _, par := range q.paragraphs {
		q.first = append(q.first, len(q.marks))
		for k := par.first; k < par.last; k++ {
			if q.tokens[k].Flags&stemma.TokenMark == 0 {
				continue
			}
			fam, glyph := glyphOf(q.word(k))
			if fam == familyNone {
				continue
			}
			q.marks = append(q.marks, mark{tok: int32(k), family: fam, glyph: glyph, side: sideEither})
		}
		q.judge(q.first[len(q.first)-1], par)
	}
	q.first = append(q.first, len(q.marks))
	q.angles()
}

func (q *quoter) word(k int) string {
	return q.art.Text[q.tokens[k].Start:q.tokens[k].End]
}

// lookAhead fills q.next, from the right, each paragraph for itself.
func (q *quoter) lookAhead() {
	q.next = make([]ahead, len(q.marks))
	for par := range q.paragraphs {
		var seen [families]ahead
		for f := range seen {
			seen[f] = ahead{-1, -1, -1, -1}
		}
		for m := q.first[par+1] - 1; m >= q.first[par]; m-- {
			mk := q.marks[m]
			to := &seen[mk.family]
			q.next[m] = *to
			switch mk.side {
			case sideOpen:
				to.open = m
			case sideClose:
				to.close = m
				if !mk.weak {
					to.strong = m
				}
				if mk.stopBefore {
					to.sure = m
				}
			}
		}
	}
}

// paragraph matches the marks of one paragraph. What is still open at its end
// either goes on in the next or is closed by a rule.
func (q *quoter) paragraph(par int) {
	q.current = par
	for m := q.first[par]; m < q.first[par+1]; m++ {
		mk := q.marks[m]
		switch {
		case mk.side == sideNone || q.swallow(m):
		case mk.family == familySingle:
			q.single(m)
		default:
			q.double(m)
		}
	}
	q.endParagraph(par)
}

// double matches a mark of any family but the single ones.
func (q *quoter) double(m int) {
	mk := q.marks[m]
	at := q.openOf(mk.family)
	switch {
	case q.inch(m):
	case mk.side == sideClose && at >= 0, mk.side == sideEither && at >= 0:
		q.closeAt(at, m)
	case mk.side == sideClose && mk.stopBefore && q.openOf(familySingle) >= 0:
		q.closeAt(q.openOf(familySingle), m) // 'We go," she said
	case mk.side == sideClose && q.opensAfterAll(m):
		q.push(m)
	case mk.side == sideClose:
		q.stray(m)
	case mk.side == sideEither && q.next[m].close < 0 && !q.eitherAhead(m):
		q.stray(m)
	case at >= 0 && !q.nests(m):
		q.cut(at, m)
		q.push(m)
	default:
		q.push(m)
	}
}

// opensAfterAll reports whether a closing glyph with space on both sides and
// nothing open stands for an opening one: he said ” we go”.
func (q *quoter) opensAfterAll(m int) bool {
	mk, next := q.marks[m], q.next[m]
	return mk.spaceBefore && mk.spaceAfter && next.close >= 0 && (next.open < 0 || next.close < next.open)
}

// inch reports whether a straight mark after a number is a measure's: it is
// when nothing is open (a 5" screen), or when the range that is open still
// finds its closing mark (she said, "a 5" screen is small").
func (q *quoter) inch(m int) bool {
	mk := q.marks[m]
	if mk.glyph != sideEither || mk.side != sideClose || !mk.digitBefore {
		return false
	}
	next := q.next[m]
	return q.openOf(mk.family) < 0 || mk.wordAfter && next.close >= 0 && (next.open < 0 || next.close < next.open)
}

// eitherAhead reports whether the next mark of the paragraph could close m.
func (q *quoter) eitherAhead(m int) bool {
	return m+1 < len(q.marks) && q.marks[m+1].family == q.marks[m].family && q.marks[m+1].side == sideEither
}

// nests reports whether the opening mark m, which finds another of its family
// open, lies inside that one, because two closing marks follow before the
// next opening one: "she said "go" to me", not "We go, he said. "We stay." One
// is enough when the next paragraph opens again.
func (q *quoter) nests(m int) bool {
	c := q.next[m].close
	if c < 0 || 0 <= q.next[m].open && q.next[m].open < c {
		return false
	}
	if q.next[c].close < 0 && q.next[c].open < 0 && q.reopens(q.current+1, q.current, q.marks[m].family) {
		return true
	}
	c2 := q.next[c].close
	return c2 >= 0 && (q.next[c].open < 0 || c2 < q.next[c].open)
}

// openOf returns the place on the stack of the innermost open range of a
// family, or -1.
func (q *quoter) openOf(f family) int {
	for at := len(q.stack) - 1; at >= 0 && at >= len(q.stack)-maxDepth; at-- {
		if q.stack[at].family == f {
			return at
		}
	}
	return -1
}

// maxDepth is how deep ranges nest. Found in the piles: 2; the bound keeps an
// article of opening marks linear.
const maxDepth = 8

// push opens a range at mark m.
func (q *quoter) push(m int) {
	if len(q.stack) >= maxDepth {
		q.giveUp(0)
	}
	tok := q.tokens[q.marks[m].tok]
	q.stack = append(q.stack, openMark{m, len(q.quotes), q.marks[m].family})
	q.quotes = append(q.quotes, stemma.Quote{Start: tok.Start, Inner: tok.End, InnerEnd: tok.End, End: tok.End})
	q.drop = append(q.drop, false)
	q.roles[q.marks[m].tok] = roleOpens
	if q.resumes > 0 && m == q.first[q.resumes] {
		q.quotes[len(q.quotes)-1].Continues = true
	}
}

// closeAt closes the range at place at of the stack with mark m; ranges opened
// inside it and still open were none.
func (q *quoter) closeAt(at, m int) {
	q.giveUp(at + 1)
	o := q.stack[at]
	q.stack = q.stack[:at]
	tok := q.tokens[q.marks[m].tok]
	quote := &q.quotes[o.quote]
	quote.InnerEnd, quote.End, quote.Closed = tok.Start, tok.End, true
	if quote.Rule == "" {
		quote.Rule = q.ruleOf(o.mark, m)
	}
	q.roles[q.marks[m].tok] = roleCloses
}

// giveUp drops the ranges from place at of the stack upwards: their marks were
// apostrophes or slips. One that is plainly a quotation mark is told.
func (q *quoter) giveUp(at int) {
	for _, o := range q.stack[at:] {
		q.drop[o.quote] = true
		if o.mark < 0 {
			continue
		}
		mk := q.marks[o.mark]
		q.roles[mk.tok] = roleNone
		if mk.family != familySingle || mk.glyph == sideOpen {
			q.undecided("quote.unclosed", "the quotation mark is never closed", q.tokens[mk.tok])
		}
	}
	q.stack = q.stack[:at]
}

// stray notes a closing mark that nothing opened.
func (q *quoter) stray(m int) {
	q.undecided("quote.unopened", "the closing quotation mark has no opening one", q.tokens[q.marks[m].tok])
}

func (q *quoter) undecided(rule, reason string, tok stemma.Token) {
	if len(q.opens) > maxOpens {
		return
	}
	if len(q.opens) == maxOpens {
		rule, reason = "quote.limit", "more quotation marks without a partner follow; only the first are listed"
	}
	span := q.art.Span(int(tok.Start), int(tok.End))
	q.opens = append(q.opens, stemma.NewOpen(rule, "quotation", reason, span))
}

// maxOpens is how many undecided marks of one article are told. The most in
// any article of the piles is 8; an article of stray marks alone could have millions.
const maxOpens = 64

// swallow takes a mark doubled by mistake (""We go"") into the one beside it.
func (q *quoter) swallow(m int) bool {
	mk := q.marks[m]
	if m == 0 || mk.family != familyDouble || !q.doubled(m) {
		return false
	}
	tok := q.tokens[mk.tok]
	at := q.openOf(mk.family)
	if mk.side == sideOpen && at >= 0 && q.stack[at].mark == m-1 && !q.nests(m) {
		q.quotes[q.stack[at].quote].Inner = tok.End
		q.roles[mk.tok] = roleOpens
		return true
	}
	if mk.side != sideClose || at >= 0 {
		return false
	}
	for k := len(q.quotes) - 1; k >= 0 && k >= len(q.quotes)-maxDepth; k-- {
		if q.quotes[k].End == tok.Start && q.quotes[k].Closed {
			q.quotes[k].End = tok.End
			q.roles[mk.tok] = roleCloses
			return true
		}
	}
	return false
}

// doubled reports whether mark m repeats the mark right before it.
func (q *quoter) doubled(m int) bool {
	a, b := int(q.marks[m-1].tok), int(q.marks[m].tok)
	return a+1 == b && q.tokens[b].Flags.Has(stemma.TokenJoined) && q.word(a) == q.word(b)
}

// finish drops what was given up or is empty, sets depth and shape, and puts
// the ranges and the undecided in order.
func (q *quoter) finish() {
	kept := q.quotes[:0]
	for k, quote := range q.quotes {
		if p := trim(q.art.Text, int(quote.Inner), int(quote.InnerEnd)); !q.drop[k] && p.start < p.end {
			kept = append(kept, quote)
		}
	}
	q.quotes = kept
	var ends []int32 // of the ranges around
	for k := range q.quotes {
		quote := &q.quotes[k]
		for len(ends) > 0 && ends[len(ends)-1] <= quote.Start {
			ends = ends[:len(ends)-1]
		}
		quote.Depth = uint8(len(ends))
		ends = append(ends, quote.End)
		q.flag(quote)
	}
	slices.SortStableFunc(q.opens, func(a, b stemma.Open) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

// flag marks the tokens inside an outermost range, and shapes any range.
func (q *quoter) flag(quote *stemma.Quote) {
	first := q.tokenAt(quote.Inner)
	last := q.tokenAt(quote.InnerEnd)
	quote.Shape = shapeOf(q.art.Text, q.tokens, first, last, quote)
	if quote.Depth > 0 {
		return
	}
	for k := first; k < last; k++ {
		q.tokens[k].Flags |= stemma.TokenQuoted
	}
}

// tokenAt returns the index of the first token that starts at byte i or later.
func (q *quoter) tokenAt(i int32) int {
	k, _ := slices.BinarySearchFunc(q.tokens, i, func(t stemma.Token, i int32) int { return cmp.Compare(t.Start, i) })
	return k
}
