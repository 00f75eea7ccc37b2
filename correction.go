package stemma

import "strings"

// AnchorMargin is how many bytes of context an [Anchor] keeps on each side.
const AnchorMargin = 32

// An Anchor points at words of an article in a way that survives a new
// extraction of the same page: the words themselves with what stands before
// and after them (the W3C Web Annotation text-quote selector). Corrections
// point with anchors, never with an id alone.
type Anchor struct {
	Article ID `json:"article"`
	// Kind is the kind of finding meant; KindArticle for the article's own metadata.
	Kind Kind `json:"kind"`
	// Exact is the words; empty when the whole article is meant.
	Exact string `json:"exact"`
	// Prefix and Suffix are up to [AnchorMargin] bytes before and after, on rune borders.
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
	// Start is the byte offset at the time of writing.
	Start int `json:"start"`
}

// NewAnchor makes the anchor of a span of art.
func NewAnchor(art *Article, kind Kind, span Span) Anchor {
	before := max(0, span.Start-AnchorMargin)
	for !runeBorder(art.Text, before) {
		before++
	}
	after := min(len(art.Text), span.End+AnchorMargin)
	for !runeBorder(art.Text, after) {
		after--
	}
	return Anchor{
		Article: art.ID,
		Kind:    kind,
		Exact:   span.Text,
		Prefix:  art.Text[before:span.Start],
		Suffix:  art.Text[span.End:after],
		Start:   span.Start,
	}
}

// Find returns the span that the anchor means in art. It reports false when
// the words with their context are gone, or stand in several places and none
// of them is the old one: such a correction is an orphan, shown on a list and
// never attached to the next best words.
func (a Anchor) Find(art *Article) (Span, bool) {
	if a.Article != art.ID {
		return Span{}, false
	}
	whole := a.Prefix + a.Exact + a.Suffix
	at := func(i int) bool { return 0 <= i && i <= len(art.Text) && strings.HasPrefix(art.Text[i:], whole) }
	first := a.Start - len(a.Prefix)
	if !at(first) {
		first = strings.Index(art.Text, whole)
		if first < 0 || strings.Contains(art.Text[first+1:], whole) {
			return Span{}, false
		}
	}
	start := first + len(a.Prefix)
	return art.Span(start, start+len(a.Exact)), true
}

// MarshalText writes the kind's word.
func (k Kind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads a kind's word; a word it does not know becomes unknown.
func (k *Kind) UnmarshalText(text []byte) error {
	*k = ParseKind(string(text))
	return nil
}

// A Correction is one line of the log of what people put right. Corrections
// are appended and undone by another one, never changed or deleted.
type Correction struct {
	ID ID `json:"id"`
	// Target is what the correction is about.
	Target Anchor `json:"target"`
	// Action is the verb: `fix`, `merge`, `split`, `never-merge`, `undo`.
	Action string `json:"action"`
	// Field is the part of the target that is put right: `publisher`, `published`, `language`.
	Field string `json:"field,omitempty"`
	// Before and After are the values, as the record prints them.
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
	// By and At say who wrote it and when (RFC 3339); part of the log only.
	By string `json:"by,omitempty"`
	At string `json:"at,omitempty"`
	// Note is the person's own reason.
	Note string `json:"note,omitempty"`
}
