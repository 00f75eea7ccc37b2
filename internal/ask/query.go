package ask

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// A Term is one thing looked for: words that stand next to each other.
type Term struct {
	// Words are the folded words; at least one.
	Words []string
	// Prefix is true when the last word may go on: `sanction*`.
	Prefix bool
	// Not is true when sentences with the term are left out: `-trade`.
	Not bool
}

// A Query is what a question looks for: sentences with all terms.
type Query struct {
	Terms []Term
}

// ErrEmpty is returned for a question without a word to look for.
var ErrEmpty = errors.New(`there is no word to look for; try: stemma ask "transit corridor" or stemma ask 'sanction*'`)

// Parse reads a question. Words are looked for in any place of a sentence,
// "words in quotation marks" next to each other, a word ending in * as a
// beginning, and a term after - is left out. Marks of all other kinds separate words.
func Parse(question string) (Query, error) {
	var q Query
	rest := question
	for {
		rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
		if rest == "" {
			break
		}
		var t Term
		t, rest = nextTerm(rest)
		if len(t.Words) > 0 {
			q.Terms = append(q.Terms, t)
		}
	}
	for _, t := range q.Terms {
		if !t.Not {
			return q, nil
		}
	}
	return q, fmt.Errorf("ask %q: %w", question, ErrEmpty)
}

// nextTerm reads one term from the start of s, which is no space.
func nextTerm(s string) (Term, string) {
	var t Term
	if strings.HasPrefix(s, "-") && len(s) > 1 {
		t.Not, s = true, s[1:]
	}
	body, rest := s, ""
	if open, closing, ok := quoteMark(s); ok {
		body = s[len(open):]
		body, rest, _ = strings.Cut(body, closing)
		if after, found := strings.CutPrefix(rest, "*"); found {
			t.Prefix, rest = true, after
		}
	} else if i := strings.IndexFunc(s, unicode.IsSpace); i >= 0 {
		body, rest = s[:i], s[i:]
	}
	if strings.HasSuffix(body, "*") {
		t.Prefix = true
	}
	for _, w := range words(body) {
		t.Words = append(t.Words, w.fold)
	}
	return t, rest
}

// quoteMark returns the quotation mark that s begins with and the one that closes it.
func quoteMark(s string) (open, closing string, ok bool) {
	for _, pair := range [][2]string{{`"`, `"`}, {"“", "”"}, {"«", "»"}, {"„", "“"}} {
		if strings.HasPrefix(s, pair[0]) {
			return pair[0], pair[1], true
		}
	}
	return "", "", false
}

// String writes the query so that [Parse] reads the same query from it.
func (q Query) String() string {
	terms := make([]string, len(q.Terms))
	for i, t := range q.Terms {
		s := strings.Join(t.Words, " ")
		if len(t.Words) > 1 {
			s = `"` + s + `"`
		}
		if t.Prefix {
			s += "*"
		}
		if t.Not {
			s = "-" + s
		}
		terms[i] = s
	}
	return strings.Join(terms, " ")
}
