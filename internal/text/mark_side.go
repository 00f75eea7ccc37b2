package text

import (
	"strings"

	"stemma"
)

// glyphOf returns the family of a mark and what its glyph says, or familyNone.
func glyphOf(word string) (family, side) {
	switch word {
	case `"`, "＂", "″":
		return familyDouble, sideEither
	case "“", "„", "‟", "``", "‘‘":
		return familyDouble, sideOpen
	case "”", "''", "’’":
		return familyDouble, sideClose
	case "'", "`":
		return familySingle, sideEither
	case "‘", "‚", "‛":
		return familySingle, sideOpen
	case "’":
		return familySingle, sideClose
	case "«":
		return familyAngle, sideOpen
	case "»":
		return familyAngle, sideClose
	case "‹":
		return familySmallAngle, sideOpen
	case "›":
		return familySmallAngle, sideClose
	case "「":
		return familyCorner, sideOpen
	case "」":
		return familyCorner, sideClose
	case "『":
		return familyWhiteCorner, sideOpen
	case "』":
		return familyWhiteCorner, sideClose
	}
	return familyNone, sideEither
}

// judge decides the sides of the marks from index m on, the marks of par, by
// what stands around them. Marks without space between them are a run and are judged
// by what stands before and after the run, so that "'Go!'" is two and two.
func (q *quoter) judge(m int, par tokenRange) {
	for m < len(q.marks) {
		end := m + 1
		for end < len(q.marks) && q.marks[end].tok == q.marks[end-1].tok+1 && q.joined(int(q.marks[end].tok)) {
			end++
		}
		around := q.look(int(q.marks[m].tok), int(q.marks[end-1].tok), par)
		for k := m; k < end; k++ {
			q.marks[k].around = around
			q.marks[k].side = q.sideOf(&q.marks[k], par)
		}
		m = end
	}
}

func (q *quoter) joined(k int) bool { return q.tokens[k].Flags.Has(stemma.TokenJoined) }

// around is what stands on both sides of a run of marks.
type around struct {
	spaceBefore, spaceAfter bool // space, or the border of the paragraph
	opensBefore             bool // an opening bracket or a dash, without space
	closesAfter             bool // a stop, comma, closing bracket or dash, without space
	stopBefore              bool // a stop or a comma, without space
	wordAfter               bool // a word or number follows, with or without space
	upperAfter              bool // and it begins in upper case
	digitBefore             bool
}

func (q *quoter) look(first, last int, par tokenRange) around {
	var a around
	a.spaceBefore = first == par.first || !q.joined(first)
	a.spaceAfter = last+1 >= par.last || !q.joined(last+1)
	if !a.spaceBefore {
		before := q.word(first - 1)
		a.opensBefore = isOpening(before)
		a.stopBefore = strings.ContainsAny(before[len(before)-1:], ".,!?;:") || before == "…"
		a.digitBefore = isASCIIDigit(before[len(before)-1])
	}
	if last+1 < par.last {
		after := q.word(last + 1)
		a.closesAfter = !a.spaceAfter && isClosing(after)
		a.wordAfter = !q.tokens[last+1].Flags.Has(stemma.TokenMark)
		a.upperAfter = q.tokens[last+1].Flags.Has(stemma.TokenUpper)
	}
	return a
}

func isOpening(word string) bool {
	switch word {
	case "(", "[", "{", "<", "/", "=", "—", "–", "-", "--", "¿", "¡":
		return true
	}
	return false
}

func isClosing(word string) bool {
	switch word[0] {
	case '.', ',', ';', ':', '!', '?', ')', ']', '}', '-', '>', '/':
		return true
	}
	switch word {
	case "…", "—", "–", "。", "，", "、", "！", "？":
		return true
	}
	return false
}

// sideOf decides one mark.
func (q *quoter) sideOf(mk *mark, par tokenRange) side {
	if q.measures(int(mk.tok), mk.around, par) {
		return sideNone
	}
	s := sideBySpace(mk.around)
	if mk.family == familySingle {
		return q.singleSide(mk, s)
	}
	if s == sideEither || mk.family >= familyAngle {
		return mk.glyph
	}
	return s
}

// sideBySpace is what the white space alone says: sideEither when a mark has
// space on both sides or on none.
func sideBySpace(a around) side {
	switch {
	case a.spaceBefore && !a.spaceAfter && !a.closesAfter:
		return sideOpen
	case a.spaceAfter && !a.spaceBefore && !a.opensBefore:
		return sideClose
	case a.spaceBefore || a.spaceAfter:
		return sideEither
	case a.opensBefore && !a.closesAfter:
		return sideOpen
	case a.closesAfter && !a.opensBefore:
		return sideClose
	}
	return sideEither
}

// measures reports whether the mark at token k is feet, inches, minutes or
// seconds: digits on both sides (6'2) or after such a pair (6'2"). A lone
// mark after a number (5" screen) is told apart when ranges are matched.
func (q *quoter) measures(k int, a around, par tokenRange) bool {
	if !a.digitBefore || a.spaceBefore {
		return false
	}
	if k+1 < par.last && !a.spaceAfter && q.tokens[k+1].Flags.Has(stemma.TokenNumber) {
		return true
	}
	if k-2 < par.first || !q.joined(k-1) {
		return false
	}
	fam, _ := glyphOf(q.word(k - 2))
	return fam == familySingle && k-3 >= par.first && q.tokens[k-3].Flags.Has(stemma.TokenNumber) && q.joined(k-2)
}
