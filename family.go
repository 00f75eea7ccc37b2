package stemma

// A Family is the articles that share an origin. Every article is in exactly
// one family, alone when nothing ties it to another.
type Family struct {
	// ID carries the sum of the smallest member.
	ID   ID     `json:"id"`
	Rule string `json:"rule"`
	// Evidence is the passages' spans that tie the members to the centre.
	Evidence []Span `json:"evidence"`
	// Articles are the members, sorted by id.
	Articles []ID `json:"articles"`
	// Roots are the members that nothing is known to precede.
	Roots []ID `json:"roots"`
	// Centre is the member that shares most with the others.
	Centre ID `json:"centre"`
	// Ties are the derivations that draw the family's tree: one fewer than the
	// members, at most one known parent for each, the nearest text first.
	Ties []ID `json:"ties,omitempty"`
	// Revisions are old revisions of members: kept and shown, no reports.
	Revisions []ID `json:"revisions,omitempty"`
}

// A Lineage is what the pile-level stage of the same name found: which
// articles share text, and how they hang together. Each slice is sorted by id.
type Lineage struct {
	Passages    []Passage
	Quotations  []Quotation
	Derivations []Derivation
	Families    []Family
	Open        []Open
}
