package stemma

import "strconv"

// An Open is something that Stemma could not decide, or stopped working at
// because of a stated limit: unknown before wrong, and said aloud.
type Open struct {
	ID   ID     `json:"id"`
	Rule string `json:"rule"`
	// Evidence is the words in question, the same as Span when there is one.
	Evidence []Span `json:"evidence"`
	// Article is the article concerned.
	Article ID `json:"article"`
	// Span is the words in question; nil when the whole article is meant.
	Span *Span `json:"span,omitempty"`
	// Kind says what is undecided: `quotation`, `title`, `language`, ...
	Kind string `json:"kind"`
	// Reason says why, in words for the user.
	Reason string `json:"reason"`
}

// NewOpen makes an Open about the given span of an article.
func NewOpen(rule, kind, reason string, span Span) Open {
	return Open{
		ID:       NewID(KindOpen, span.Article.String(), kind, rule, strconv.Itoa(span.Start), strconv.Itoa(span.End)),
		Rule:     rule,
		Evidence: []Span{span},
		Article:  span.Article,
		Span:     &span,
		Kind:     kind,
		Reason:   reason,
	}
}

// NewOpenArticle makes an Open about a whole article.
func NewOpenArticle(rule, kind, reason string, article ID) Open {
	return Open{
		ID:       NewID(KindOpen, article.String(), kind, rule),
		Rule:     rule,
		Evidence: []Span{},
		Article:  article,
		Kind:     kind,
		Reason:   reason,
	}
}
