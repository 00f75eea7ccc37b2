package text

import (
	"strings"

	"stemma"
)

// singleSide decides what a single mark can be; most are apostrophes. The
// tokeniser has already taken "don't", "Okafor's", "O'Brien", "'90s" and
// "'til"; what is left opens ('Go,' she said), closes, or stands for letters
// (the dogs' tails, goin' home).
func (q *quoter) singleSide(mk *mark, s side, a around) side {
	switch s {
	case sideOpen:
		if mk.glyph == sideClose { // ’Twas: a curly apostrophe never opens
			return sideNone
		}
		return sideOpen
	case sideClose:
		if mk.glyph == sideOpen { // ‘ after a word is a slip for the apostrophe
			mk.weak = true
		}
		mk.weak = mk.weak || q.possessive(int(mk.tok), a)
		return sideClose
	}
	if a.opensBefore && mk.glyph == sideOpen {
		return sideOpen
	}
	if a.stopBefore && mk.glyph == sideClose && !a.spaceBefore {
		return sideClose
	}
	return sideNone
}

// possessive reports whether the closing mark at token k may belong to its
// word: after s, z or x ("the dogs' tails"), after a dropped g ("goin' home"), with
// a word behind it. Not "he said 'yes'." and not "'Go,' he said".
func (q *quoter) possessive(k int, a around) bool {
	if a.stopBefore || a.closesAfter || !a.wordAfter || k == 0 {
		return false
	}
	before := strings.ToLower(q.word(k - 1))
	switch {
	case !q.tokens[k-1].Flags.Has(stemma.TokenWord):
		return false
	case strings.HasSuffix(before, "s"), strings.HasSuffix(before, "z"), strings.HasSuffix(before, "x"):
		return true
	}
	return len(before) > 3 && strings.HasSuffix(before, "in") || before == "an" || before == "o"
}

// single matches a single mark. One that opens needs one that closes in the
// same paragraph, or a paragraph that goes on; otherwise it was an apostrophe.
func (q *quoter) single(m int) {
	mk := q.marks[m]
	at := q.openOf(familySingle)
	if mk.side == sideOpen {
		if at >= 0 && !q.nests(m) {
			q.giveUp(at)
		}
		q.push(m)
		return
	}
	if at < 0 || mk.weak && q.closesLater(at, m) {
		return
	}
	if above := len(q.stack) - 1; at < above && q.next[q.stack[above].mark].close > m {
		return // inside another range that closes: an apostrophe
	}
	q.closeAt(at, m)
}

// closesLater reports whether a surer closing mark than m follows for the
// single range at place at of the stack, before another opens and before the
// range around it closes: 'the dogs' tails,' she said; not 'no comments' and
// the dogs' tails.
func (q *quoter) closesLater(at, m int) bool {
	strong := q.next[m].strong
	if strong < 0 || 0 <= q.next[m].open && q.next[m].open < strong {
		return false
	}
	if at == 0 {
		return true
	}
	outer := q.stack[at-1].mark
	if outer < 0 {
		return true
	}
	for k := m + 1; k < strong && k < m+maxLook; k++ {
		if q.marks[k].family == q.marks[outer].family && q.marks[k].side == sideClose {
			return false
		}
	}
	return true
}

// maxLook bounds the marks looked at for one decision.
const maxLook = 16
