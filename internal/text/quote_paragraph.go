package text

import "stemma"

// endParagraph decides what becomes of the ranges still open at the end of a
// paragraph. One utterance over several paragraphs leaves each open and opens
// the next again (the newspapers' custom), or simply runs on until the closing
// mark comes. Everything else is a mark that never closes: it ends with its
// sentence or paragraph, so that it cannot swallow the article, and is told.
func (q *quoter) endParagraph(par int) {
	if len(q.stack) == 0 {
		return
	}
	outer := q.stack[0]
	q.giveUp(1)
	q.stack = q.stack[:0]
	fam := outer.family
	switch {
	case q.reopens(par+1, par, fam):
		q.endOpen(outer, par, "quote.reopened")
		q.continueAt(par + 1)
	case fam != familySingle && q.carries(par, fam):
		q.endOpen(outer, par, "quote.carried")
		q.carry(par+1, fam)
	case fam == familySingle && !q.surelyOpens(outer):
		q.stack = append(q.stack, outer)
		q.giveUp(0)
	default:
		q.endUnclosed(outer, q.paragraphs[par].last)
	}
}

// reopens reports whether paragraph next begins with an opening mark of the family.
func (q *quoter) reopens(next, par int, fam family) bool {
	if !q.follows(next, par) || q.first[next] == q.first[next+1] {
		return false
	}
	mk := q.marks[q.first[next]]
	return int(mk.tok) == q.paragraphs[next].first && mk.family == fam && mk.side == sideOpen
}

// follows reports whether paragraph next is in the same zone as par.
func (q *quoter) follows(next, par int) bool {
	return next < len(q.paragraphs) && q.paragraphs[next].zone == q.paragraphs[par].zone
}

// maxCarry is over how many paragraphs without a mark a quotation may run on.
const maxCarry = 3

// carries reports whether the first mark of the family after par closes.
func (q *quoter) carries(par int, fam family) bool {
	for next := par + 1; next <= par+1+maxCarry && q.follows(next, par); next++ {
		for m := q.first[next]; m < q.first[next+1] && m < q.first[next]+maxLook; m++ {
			if q.marks[m].family == fam && q.marks[m].side != sideNone {
				return q.marks[m].side == sideClose
			}
		}
	}
	return false
}

// endOpen ends a range with its paragraph.
func (q *quoter) endOpen(o openMark, par int, rule string) {
	quote := &q.quotes[o.quote]
	end := q.tokens[q.paragraphs[par].last-1].End
	quote.InnerEnd, quote.End = end, end
	if quote.Rule == "" || quote.Rule == "quote.reopened" {
		quote.Rule = rule
	}
}

// continueAt marks the range that will open with paragraph par as one that
// goes on: the mark is pushed when its turn comes.
func (q *quoter) continueAt(par int) { q.resumes = par }

// carry opens a range without a mark at the start of paragraph par.
func (q *quoter) carry(par int, fam family) {
	start := q.tokens[q.paragraphs[par].first].Start
	q.stack = append(q.stack, openMark{-1, len(q.quotes), fam})
	q.quotes = append(q.quotes, stemma.Quote{Start: start, Inner: start, InnerEnd: start, End: start, Continues: true, Rule: "quote.carried"})
	q.drop = append(q.drop, false)
}

// cut ends the range at place at of the stack before mark m, which opens
// another although nothing closed it: "We go, he said. "We stay."
func (q *quoter) cut(at, m int) {
	q.giveUp(at + 1)
	o := q.stack[at]
	q.stack = q.stack[:at]
	q.endUnclosed(o, int(q.marks[m].tok))
}

// surelyOpens reports whether a single mark that never closes is no apostrophe:
// it goes on a quotation, or it is curly and begins a sentence (He said: ‘We go).
func (q *quoter) surelyOpens(o openMark) bool {
	if q.quotes[o.quote].Continues {
		return true
	}
	mk := q.marks[o.mark]
	return mk.glyph == sideOpen && mk.upperAfter && q.beginsSpeech(o)
}

// beginsSpeech reports whether a range begins its paragraph or follows a colon
// or a comma.
func (q *quoter) beginsSpeech(o openMark) bool {
	if o.mark < 0 {
		return true
	}
	k := int(q.marks[o.mark].tok)
	if k == q.paragraphs[q.current].first {
		return true
	}
	before := q.word(k - 1)
	return before == ":" || before == ","
}

// endUnclosed ends a range without a closing mark before token last, and tells
// it. One that begins like speech has its paragraph, the commoner case in the piles:
//
//	"We go. They stay, and that is all.
//
// but only its first sentence when another range opens in the paragraph or
// when it begins in the middle of a sentence:
//
//	"We go, he said. He left. "We stay."
//	He called it a "disaster and left. Nobody knows why.
func (q *quoter) endUnclosed(o openMark, last int) {
	quote := &q.quotes[o.quote]
	end, where := last, "paragraph"
	if !q.beginsSpeech(o) || last < q.paragraphs[q.current].last {
		end, where = q.sentenceEnd(q.tokenAt(quote.Inner), last), "sentence"
	}
	quote.InnerEnd, quote.End = q.tokens[end-1].End, q.tokens[end-1].End
	quote.Rule = "quote.unclosed"
	q.undecided("quote.unclosed", "the quotation mark is never closed; the range ends with its "+where,
		stemma.Token{Start: quote.Start, End: quote.End})
}

// sentenceEnd returns the index after the first full stop, question or
// exclamation mark in tokens [first, last), or last.
func (q *quoter) sentenceEnd(first, last int) int {
	for k := first; k < last; k++ {
		if q.tokens[k].Flags.Has(stemma.TokenMark) {
			switch q.word(k) {
			case ".", "!", "?":
				return k + 1
			}
		}
	}
	return max(first+1, last)
}
