package stemma

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Check returns how the article breaks the invariants: text that is not
// UTF-8, zones that overlap, leave words uncovered or cut a rune, spans that do
// not quote it. It returns nothing when all is well.
func (a *Article) Check() []error {
	var problems []error
	wrong := func(format string, args ...any) { problems = append(problems, fmt.Errorf(format, args...)) }
	if !utf8.ValidString(a.Text) {
		wrong("text: not valid UTF-8")
	}
	end := 0
	for _, z := range a.Zones {
		if z.Start < end || z.End < z.Start || len(a.Text) < z.End || !runeBorder(a.Text, z.Start) || !runeBorder(a.Text, z.End) {
			wrong("zone %s [%d,%d): overlaps, is out of order, outside the text or cuts a rune", z.Kind, z.Start, z.End)
			return problems
		}
		if strings.TrimSpace(a.Text[end:z.Start]) != "" {
			wrong("zones: words before byte %d lie in none", z.Start)
		}
		end = z.End
	}
	if strings.TrimSpace(a.Text[end:]) != "" {
		wrong("zones: words after byte %d lie in none", end)
	}
	for _, span := range a.Spans() {
		if err := span.Check(a); err != nil {
			problems = append(problems, err)
		}
	}
	return problems
}

// Check returns how the reading breaks the invariants against its article:
// sentences and quotation ranges on rune borders, in order, inside the text.
func (r *Reading) Check(a *Article) []error {
	var problems []error
	inside := func(what string, start, end int32) {
		if start < 0 || end < start || len(a.Text) < int(end) || !runeBorder(a.Text, int(start)) || !runeBorder(a.Text, int(end)) {
			problems = append(problems, fmt.Errorf("%s [%d,%d): outside the text or cuts a rune", what, start, end))
		}
	}
	var last int32
	for _, s := range r.Sentences {
		inside("sentence", s.Start, s.End)
		if s.Start < last {
			problems = append(problems, fmt.Errorf("sentence at %d: overlaps the one before", s.Start))
		}
		last = s.End
	}
	for _, q := range r.Quotes {
		inside("quotation", q.Start, q.End)
		if q.Inner < q.Start || q.InnerEnd < q.Inner || q.End < q.InnerEnd {
			problems = append(problems, fmt.Errorf("quotation at %d: its inner range is not inside", q.Start))
		}
	}
	for i := range r.Open {
		for _, span := range r.Open[i].Spans() {
			if err := span.Check(a); err != nil {
				problems = append(problems, err)
			}
		}
	}
	return problems
}
