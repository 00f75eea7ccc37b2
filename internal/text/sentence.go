package text

import "stemma"

// A splitter finds the sentences of one paragraph.
type splitter struct {
	text   string
	tokens []stemma.Token
	roles  []role // of the tokens, nil when the article has no quotation mark
}

// paragraph adds the sentences of one paragraph to doc, and the paragraph.
func (s *splitter) paragraph(doc *stemma.Doc, par tokenRange) {
	sentences := len(doc.Sentences)
	for k := par.first; k < par.last; {
		end := s.ends(k, par.last)
		s.tokens[k].Flags |= stemma.TokenSentenceStart
		doc.Sentences = append(doc.Sentences, stemma.Sentence{
			Start: s.tokens[k].Start, End: s.tokens[end-1].End,
			First: int32(k), Last: int32(end), Zone: par.zone,
		})
		k = end
	}
	doc.Paragraphs = append(doc.Paragraphs, stemma.Paragraph{
		Start: int32(par.bytes.start), End: int32(par.bytes.end),
		First: int32(sentences), Last: int32(len(doc.Sentences)),
	})
}

// ends returns the index after the last token of the sentence that begins at
// token first of a paragraph whose tokens end at last.
func (s *splitter) ends(first, last int) int {
	for k := first; k < last; k++ {
		if !s.stops(k) {
			continue
		}
		next := s.closers(k+1, last)
		if next < last && s.breaks(k, next) {
			return next
		}
	}
	return last
}

// stops reports whether token k can be the last word or mark of a sentence.
func (s *splitter) stops(k int) bool {
	tok := s.tokens[k]
	if !tok.Flags.Has(stemma.TokenMark) {
		return abbreviationOf(s.text, tok) != notAbbreviation
	}
	switch s.text[tok.Start] {
	case '.', '!', '?':
		return true
	}
	return s.word(k) == "…"
}

func (s *splitter) word(k int) string { return s.text[s.tokens[k].Start:s.tokens[k].End] }

// closers returns the index after the closing marks that stand at k.
func (s *splitter) closers(k, last int) int {
	for k < last && s.tokens[k].Flags.Has(stemma.TokenMark|stemma.TokenJoined) {
		switch s.word(k) {
		case `"`, "”", "’", "'", "''", "’’", ")", "]", "»", "›":
			k++
			continue
		}
		break
	}
	return k
}

// breaks reports whether a sentence ends with the stop at k when the next
// begins with token next.
func (s *splitter) breaks(k, next int) bool {
	if s.tokens[next].Flags.Has(stemma.TokenJoined) {
		return false
	}
	head := next
	for head < len(s.tokens)-1 && s.tokens[head].Flags.Has(stemma.TokenMark) && head < next+2 {
		head++
	}
	flags := s.tokens[head].Flags
	switch abbreviationOf(s.text, s.tokens[k]) {
	case beforeName, within, initial, beforeNumber:
		return false
	case afterName, monthName, dotted:
		return flags.Has(stemma.TokenUpper) && starters[s.word(head)]
	}
	return flags.Has(stemma.TokenUpper) || flags.Has(stemma.TokenNumber) || flags.Has(stemma.TokenMark)
}

// starters are words that seldom go on with a name, so that one of them in
// upper case after an abbreviation begins a sentence.
var starters = set("The A An He She It They We I You His Her Its Their Our This That These Those But And In On At For With After Before When While If As There")
