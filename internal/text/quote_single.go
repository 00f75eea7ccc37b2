package text

import (
	"strings"

	"stemma"
)

// singleSide decides what a single mark can be; most are apostrophes. The
// tokeniser has already taken "don't", "Okafor's", "O'Brien", "'90s" and
// "'til"; what is left opens ('Go,' she said), closes, or stands for letters
// (the dogs' tails, goin' home).
func (q *quoter) singleSide(mk *mark, s side) side {
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
		mk.weak = mk.weak || q.possessive(mk)
		return sideClose
	}
	if mk.opensBefore && mk.glyph == sideOpen {
		return sideOpen
	}
	if mk.stopBefore && mk.glyph == sideClose && !mk.spaceBefore {
		return sideClose
	}
	return sideNone
}

// possessive reports whether a closing mark may belong to its word: after s, z
// or x ("the dogs' tails"), after a dropped g ("goin' home"), with a word
// behind it. Not "he said 'yes'." and not "'Go,' he said".
func (q *quoter) possessive(mk *mark) bool {
	k := int(mk.tok)
	if mk.stopBefore || mk.closesAfter || !mk.wordAfter || k == 0 || !q.tokens[k-1].Flags.Has(stemma.TokenWord) {
		return false
	}
	before := strings.ToLower(q.word(k - 1))
	switch before[len(before)-1] {
	case 's', 'z', 'x':
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
	switch {
	case at < 0 && mk.side == sideClose && mk.stopBefore && q.closesDouble(m):
		q.closeAt(len(q.stack)-1, m)
		return
	case at < 0 || q.closesLater(at, m):
		return
	}
	if above := len(q.stack) - 1; at < above && q.next[q.stack[above].mark].close > m {
		return // inside another range that closes: an apostrophe
	}
	q.closeAt(at, m)
}

// closesDouble reports whether the single mark m closes the double range that
// is open, because nothing else will: "We go,' she said.
func (q *quoter) closesDouble(m int) bool {
	if len(q.stack) != 1 || q.stack[0].mark < 0 {
		return false
	}
	fam := q.stack[0].family
	for k := m + 1; k < q.first[q.current+1]; k++ {
		switch {
		case k > m+maxLook, q.marks[k].family == fam && q.marks[k].side != sideOpen:
			return false
		case q.marks[k].family == fam:
			return true
		}
	}
	return !q.reopens(q.current+1, q.current, fam) && !q.carries(q.current, fam)
}

// closesLater reports whether a surer closing mark than m follows for the
// single range at place at of the stack, before another opens and before the
// range around it closes: 'the dogs' tails,' she said; not 'no comments' and
// the dogs' tails. A mark that is no possessive but has a word right behind it
// gives way only to one behind a stop or a comma.
func (q *quoter) closesLater(at, m int) bool {
	mk, next := q.marks[m], q.next[m]
	later := next.sure
	switch {
	case mk.weak:
		later = next.strong
	case mk.stopBefore || mk.closesAfter || !mk.wordAfter || mk.upperAfter:
		return false
	}
	if later < 0 || 0 <= next.open && next.open < later {
		return false
	}
	if at == 0 {
		return true
	}
	outer := q.stack[at-1].family
	for k := m + 1; k < later && k < m+maxLook; k++ {
		if q.marks[k].family == outer && q.marks[k].side == sideClose {
			return false
		}
	}
	return true
}

// maxLook bounds the marks looked at for one decision.
const maxLook = 16
