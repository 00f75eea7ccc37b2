package stemma

// DerivationKind says how one article derives from another.
type DerivationKind string

// The kinds that Stemma tells apart so far.
const (
	// DerivationCopy is the same text, trimmed or with furniture at most.
	DerivationCopy DerivationKind = "copy"
	// DerivationEditedCopy keeps most of the text and changes, adds or cuts some.
	DerivationEditedCopy DerivationKind = "edited_copy"
)

// A Reason is one named term of a decision, in milli-log-odds, with what it rests on.
type Reason struct {
	// Name is the term's: `containment`, `dates`, `agency_credit`, ...
	Name string `json:"name"`
	// Millis is its weight in thousandths of a natural log-odds unit, for (+) or against (-).
	Millis int `json:"millis"`
	// Detail is the figures behind it, for a reader.
	Detail string `json:"detail,omitempty"`
	// Evidence is the words it rests on, when there are any.
	Evidence []Span `json:"evidence,omitempty"`
}

// A Derivation says that one article derives from another, or that the two
// share a text and nobody can say which way it went.
type Derivation struct {
	// ID is over the ids and spans of both sides.
	ID   ID     `json:"id"`
	Rule string `json:"rule"`
	// Evidence is the longest shared passage, both sides.
	Evidence []Span `json:"evidence"`
	// Child derives from Parent; when Directed is false, Parent is the smaller id.
	Child    ID             `json:"child"`
	Parent   ID             `json:"parent"`
	Kind     DerivationKind `json:"kind"`
	Directed bool           `json:"directed"`
	// Probability is that of the kind, in percent.
	Probability int `json:"probability"`
	// Reasons are the terms, the heaviest first.
	Reasons []Reason `json:"reasons"`
}
