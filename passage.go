package stemma

// PassageKind says how alike the two sides of a [Passage] are.
type PassageKind string

// The kinds of passages.
const (
	// PassageVerbatim has the same words on both sides; case, marks and spaces may differ.
	PassageVerbatim PassageKind = "verbatim"
	// PassageEdited has words changed, added or cut on one side.
	PassageEdited PassageKind = "edited"
)

// A Passage is text that two articles share, aligned.
type Passage struct {
	// ID is over the ids and spans of both sides.
	ID   ID     `json:"id"`
	Rule string `json:"rule"`
	// Evidence is the two sides.
	Evidence []Span `json:"evidence"`
	// A is the side in the article with the smaller id, B the other.
	A Span `json:"a"`
	B Span `json:"b"`
	// Kind says how alike they are.
	Kind PassageKind `json:"kind"`
	// Score is the alignment's, an integer: matches count for, changes and gaps against.
	Score int `json:"score"`
	// Quoted is true when it lies inside quotation marks on both sides.
	Quoted bool `json:"quoted"`
}
