package stemma

// DriftKind says what happened to a quotation's words between two variants.
type DriftKind string

// The kinds of drift that words inside quotation marks undergo.
const (
	DriftIdentical   DriftKind = "identical"
	DriftPunctuation DriftKind = "punctuation"
	// DriftBracketed has words in square brackets put in or in place of others.
	DriftBracketed DriftKind = "bracketed_insert"
	// DriftEllipsis leaves words out and marks the place.
	DriftEllipsis DriftKind = "marked_ellipsis"
	// DriftCut leaves words out and does not say so.
	DriftCut DriftKind = "unmarked_cut"
	// DriftWords has other words in the same place.
	DriftWords DriftKind = "words_changed"
	// DriftMerged joins two utterances that stood apart.
	DriftMerged DriftKind = "merged"
)

// A Variant is one appearance of a [Quotation].
type Variant struct {
	// Span is the words between the marks, marks left out.
	Span Span `json:"span"`
}

// A Drift is one difference between two variants of a [Quotation].
type Drift struct {
	// From is the words in the fuller variant, To those in the other; a side is nil when empty.
	From *Span     `json:"from,omitempty"`
	To   *Span     `json:"to,omitempty"`
	Kind DriftKind `json:"kind"`
	// Detail is the words that differ, for a reader.
	Detail string `json:"detail,omitempty"`
}

// A Quotation is the same quoted words wherever they appear, hung on the
// fullest variant.
type Quotation struct {
	// ID carries the sum of the smallest variant's anchored id.
	ID   ID     `json:"id"`
	Rule string `json:"rule"`
	// Evidence is the fullest variant.
	Evidence []Span `json:"evidence"`
	// Variants are the appearances, the fullest first, then by span.
	Variants []Variant `json:"variants"`
	// Drifts are the differences between the fullest variant and the others.
	Drifts []Drift `json:"drifts,omitempty"`
}
