package stemma

import (
	"fmt"
	"unicode/utf8"
)

// A Span is a piece of one article's text: bytes [Start, End) of
// [Article.Text], on rune borders, with the words themselves. Stages make
// spans with [Article.Span] and never by hand, so that Text is always the
// exact substring; nobody changes one.
type Span struct {
	// Article is the article whose text is meant.
	Article ID `json:"article"`
	// Start and End are byte offsets into the article's text, end exclusive.
	Start int `json:"start"`
	End   int `json:"end"`
	// Text is the exact substring.
	Text string `json:"text"`
}

// Len returns the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether other lies inside s, in the same article.
func (s Span) Contains(other Span) bool {
	return s.Article == other.Article && s.Start <= other.Start && other.End <= s.End
}

// Overlaps reports whether the two share at least one byte of the same article.
func (s Span) Overlaps(other Span) bool {
	return s.Article == other.Article && s.Start < other.End && other.Start < s.End
}

// Compare orders spans by article, start and end.
func (s Span) Compare(other Span) int {
	if c := s.Article.Compare(other.Article); c != 0 {
		return c
	}
	if s.Start != other.Start {
		return s.Start - other.Start
	}
	return s.End - other.End
}

// Span returns bytes [start, end) of the article's text. It panics when the
// bounds are outside the text, as slicing does: a stage that asks for such a
// span has a bug.
func (a *Article) Span(start, end int) Span {
	return Span{Article: a.ID, Start: start, End: end, Text: a.Text[start:end]}
}

// Check reports how the span breaks invariant 1 or 4 against the article it
// should lie in: wrong article, bounds outside the text, bounds inside a rune,
// or words that are not the substring. It returns nil when all is well.
func (s Span) Check(a *Article) error {
	switch {
	case s.Article != a.ID:
		return fmt.Errorf("span of %v checked against %v", s.Article, a.ID)
	case s.Start < 0 || s.End < s.Start || len(a.Text) < s.End:
		return fmt.Errorf("span [%d,%d) of %v: outside the text of %d bytes", s.Start, s.End, a.ID, len(a.Text))
	case !runeBorder(a.Text, s.Start) || !runeBorder(a.Text, s.End):
		return fmt.Errorf("span [%d,%d) of %v: cuts a rune", s.Start, s.End, a.ID)
	case a.Text[s.Start:s.End] != s.Text:
		return fmt.Errorf("span [%d,%d) of %v: words differ from the article's", s.Start, s.End, a.ID)
	}
	return nil
}

func runeBorder(text string, i int) bool {
	return i == len(text) || utf8.RuneStart(text[i])
}
