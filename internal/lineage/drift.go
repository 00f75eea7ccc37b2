package lineage

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// Drift is what happened to a quotation's words between the fullest variant
// and another. A variant that merely begins later or ends sooner has not
// drifted; what counts lies between words that both have.

// splitWords is how many words of narration may stand inside one utterance:
// `"We go," she told reporters on Monday, "and we stay."` is no merger.
const splitWords = 12

// A pairing is a head and a variant with their words spelled out.
type pairing struct {
	from, to *located
	// fromFirst and toFirst are the sketch's indexes of the quotes' first words.
	fromFirst, toFirst int32
	runs               []seed
	head, quote        *hung
}

// drifts compares every variant with the first of all, the head.
func (f *finder) drifts(all []hung) []stemma.Drift {
	if len(all) < 2 {
		return nil
	}
	var out []stemma.Drift
	from := locate(f.entries[all[0].entry].art, f.entries[all[0].entry].sketch)
	var before *pairing
	for i := 1; i < len(all); i++ {
		h := &all[i]
		p := &pairing{from: from, fromFirst: int32(all[0].first), toFirst: int32(h.first), runs: h.runs, head: &all[0], quote: h}
		if before != nil && before.to.art == f.entries[h.entry].art {
			p.to = before.to
		} else {
			p.to = locate(f.entries[h.entry].art, f.entries[h.entry].sketch)
		}
		out = append(out, p.drifts()...)
		if d, ok := merged(before, p); ok {
			out = append(out, d)
		}
		before = p
	}
	return out
}

// drifts lists the differences inside one pairing; when there are none, the
// one that says how the words are the same.
func (p *pairing) drifts() []stemma.Drift {
	var out []stemma.Drift
	for i := 1; i < len(p.runs); i++ {
		x, y := p.runs[i-1], p.runs[i]
		if d, ok := p.gap(x.a+x.n, y.a, x.b+x.n, y.b); ok {
			out = append(out, d)
		}
	}
	first, last := p.runs[0], p.runs[len(p.runs)-1]
	if first.b > 0 && first.a > 0 {
		out = append(out, p.edge(max(0, first.a-first.b), first.a, 0, first.b))
	}
	words, whole := int32(p.quote.last-p.quote.first), int32(p.head.last-p.head.first)
	if end := last.b + last.n; end < words && last.a+last.n < whole {
		out = append(out, p.edge(last.a+last.n, min(whole, last.a+last.n+words-end), end, words))
	}
	if len(out) > 0 {
		return out
	}
	return []stemma.Drift{p.alike(first, last)}
}

// gap classifies what stands between two runs: words [a0,a1) of the head and
// [b0,b1) of the variant. It reports false when only the spelling differs.
func (p *pairing) gap(a0, a1, b0, b1 int32) (stemma.Drift, bool) {
	rawA, rawB := p.fromBetween(a0, a1), p.toBetween(b0, b1)
	d := p.drift(a0, a1, b0, b1)
	switch {
	case strings.ContainsAny(rawA, "[]") != strings.ContainsAny(rawB, "[]"), strings.ContainsAny(rawB, "[]"):
		d.Kind = stemma.DriftBracketed
	case sameSpelling(d.From, d.To):
		return d, false
	case b1-b0 < a1-a0 && hasEllipsis(rawB), a1-a0 < b1-b0 && hasEllipsis(rawA):
		d.Kind = stemma.DriftEllipsis
	case a0 == a1 || b0 == b1:
		d.Kind = stemma.DriftCut
	default:
		d.Kind = stemma.DriftWords
	}
	return d, true
}

// edge is a change at the beginning or the end of the variant, where the head
// has words as well: other words, not a cut.
func (p *pairing) edge(a0, a1, b0, b1 int32) stemma.Drift {
	d := p.drift(a0, a1, b0, b1)
	d.Kind = stemma.DriftWords
	if strings.ContainsAny(p.toBetween(b0, b1), "[]") {
		d.Kind = stemma.DriftBracketed
	}
	return d
}

// drift fills in the two sides and the words.
func (p *pairing) drift(a0, a1, b0, b1 int32) stemma.Drift {
	var d stemma.Drift
	if a0 < a1 {
		s := p.from.span(p.fromFirst+a0, p.fromFirst+a1)
		d.From = &s
	}
	if b0 < b1 {
		s := p.to.span(p.toFirst+b0, p.toFirst+b1)
		d.To = &s
	}
	switch {
	case d.To == nil && d.From != nil:
		d.Detail = "- " + d.From.Text
	case d.From == nil && d.To != nil:
		d.Detail = "+ " + d.To.Text
	case d.From != nil:
		d.Detail = d.From.Text + " → " + d.To.Text
	}
	return d
}

// alike is the drift of a variant with all its words in the head.
func (p *pairing) alike(first, last seed) stemma.Drift {
	from := p.from.span(p.fromFirst+first.a, p.fromFirst+last.a+last.n)
	to := p.to.span(p.toFirst+first.b, p.toFirst+last.b+last.n)
	d := stemma.Drift{From: &from, To: &to, Kind: stemma.DriftIdentical}
	if plainMarks(from.Text) != plainMarks(to.Text) {
		d.Kind = stemma.DriftPunctuation
	}
	return d
}

// fromBetween returns the raw text of the head from the end of the word before
// a0 to the start of word a1.
func (p *pairing) fromBetween(a0, a1 int32) string {
	return p.from.between(p.fromFirst+a0, p.fromFirst+a1, int(p.head.start), int(p.head.end))
}

func (p *pairing) toBetween(b0, b1 int32) string {
	return p.to.between(p.toFirst+b0, p.toFirst+b1, int(p.quote.start), int(p.quote.end))
}

// between returns the raw text around words [i,j), up to the words next to
// them, but not outside bytes [start,end).
func (l *located) between(i, j int32, start, end int) string {
	if i > 0 {
		start = max(start, int(l.at[i-1].end))
	}
	if int(j) < len(l.at) {
		end = min(end, int(l.at[j].start))
	}
	if end < start {
		return ""
	}
	return l.art.Text[start:end]
}

func hasEllipsis(raw string) bool {
	return strings.Contains(raw, "…") || strings.Contains(raw, "...") || strings.Contains(raw, ". . .")
}

// plainMarks evens out the forms of marks that typesetting alone decides.
func plainMarks(s string) string {
	s = marks.Replace(s)
	return strings.Join(strings.Fields(s), " ")
}

var marks = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "–", "-", "—", "-", "…", "...")

// sameSpelling reports whether two stretches of words differ in spelling or
// numerals alone: "centre" and "center", "two" and "2". It must not hold for
// "can" and "can't".
func sameSpelling(from, to *stemma.Span) bool {
	if from == nil || to == nil {
		return false
	}
	x, y := strings.Fields(from.Text), strings.Fields(to.Text)
	if len(x) != len(y) {
		return strings.EqualFold(strings.Join(letters(x), ""), strings.Join(letters(y), ""))
	}
	for i := range x {
		if american(x[i]) != american(y[i]) {
			return false
		}
	}
	return true
}

// letters drops everything but letters and digits: "week-end" is "weekend".
func letters(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return r
			}
			return -1
		}, w)
	}
	return out
}

// american gives a word in one spelling of those that houses differ in.
func american(word string) string {
	w := strings.ToLower(strings.TrimFunc(word, unicode.IsPunct))
	if n, ok := numerals[w]; ok {
		return strconv.Itoa(n)
	}
	w = spellings.Replace(w + " ")
	return strings.TrimSpace(w)
}

// spellings are the endings in which British and American houses differ.
var spellings = strings.NewReplacer(
	"isation", "ization", "ise ", "ize ", "ised ", "ized ", "ising ", "izing ", "yse ", "yze ", "ysed ", "yzed ",
	"our ", "or ", "ours ", "ors ", "oured ", "ored ", "ourable ", "orable ", "tre ", "ter ", "tres ", "ters ",
	"lled ", "led ", "lling ", "ling ", "ence ", "ense ", "mum ", "mom ", "grey ", "gray ", "ogue ", "og ",
)

var numerals = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}

// merged reports that the head runs together what stands in one article as
// two utterances: both hang on the head, the second behind the first, and
// more than a short attribution stands between them.
func merged(before, p *pairing) (stemma.Drift, bool) {
	if before == nil || before.to.art != p.to.art || p.quote.carries != 0 {
		return stemma.Drift{}, false
	}
	last, first := before.runs[len(before.runs)-1], p.runs[0]
	narration := int(p.quote.first) - int(before.quote.last)
	if first.a < last.a+last.n || first.a > last.a+last.n+2 || narration <= splitWords && !p.to.breaks(before.quote.last, p.quote.first) {
		return stemma.Drift{}, false
	}
	end := p.runs[len(p.runs)-1]
	from := p.from.span(p.fromFirst+before.runs[0].a, p.fromFirst+end.a+end.n)
	to := p.to.span(int32(before.quote.first), int32(p.quote.last))
	return stemma.Drift{
		From: &from, To: &to, Kind: stemma.DriftMerged,
		Detail: strconv.Itoa(narration) + " words stand between the two",
	}, true
}

// breaks reports whether a paragraph begins behind word i, up to word j.
func (s *Sketch) breaks(i, j uint32) bool {
	for k := i; k <= j; k++ {
		if s.opens.has(int(k)) {
			return true
		}
	}
	return false
}

// trimSpace moves the bounds inwards over white space.
func trimSpace(text string, start, end int) (int, int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(text[start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= n
	}
	return start, end
}
