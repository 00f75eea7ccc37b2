package web

import (
	"cmp"
	"html/template"
	"net/http"
	"slices"

	"stemma"
)

// A verdict says how two articles stand to each other, with every term of the decision.
type verdict struct {
	// Kind is copy or edited_copy, empty when no derivation is known.
	Kind     stemma.DerivationKind
	Directed bool
	// ChildRight is true when the right article derives from the left.
	ChildRight  bool
	Probability int
	Rule        string
	Terms       []term
	// Family is the family the two share, nil when they are not in one.
	Family *familyCard
}

// A term is one reason with its evidence.
type term struct {
	stemma.Reason
	Evidence []quoted
	// Width is the length of its bar, in percent of the heaviest term's.
	Width int
	Bar   template.HTML
}

// verdict looks for the derivation that ties the pair.
func (s *Server) verdict(r *http.Request, check *checker, c *census, pair *pairOf) (verdict, error) {
	fam, ok := c.familyWith(pair.left.ID)
	if !ok || !slices.Contains(fam.Articles, pair.right.ID) {
		return verdict{}, nil
	}
	card := c.card(fam)
	v := verdict{Family: &card}
	derivations, err := s.read.Derivations(r.Context(), fam.ID)
	if err != nil {
		return verdict{}, err
	}
	for _, d := range derivations {
		if !ties(d, pair.left.ID, pair.right.ID) {
			continue
		}
		v.Kind, v.Directed, v.ChildRight = d.Kind, d.Directed, d.Child == pair.right.ID
		v.Probability, v.Rule, v.Terms = d.Probability, d.Rule, check.terms(d.Reasons)
		break
	}
	return v, nil
}

func ties(d stemma.Derivation, a, b stemma.ID) bool {
	return d.Child == a && d.Parent == b || d.Child == b && d.Parent == a
}

// terms renders the reasons of a decision, the heaviest first.
func (c *checker) terms(reasons []stemma.Reason) []term {
	reasons = slices.Clone(reasons)
	slices.SortStableFunc(reasons, func(a, b stemma.Reason) int { return cmp.Compare(abs(b.Millis), abs(a.Millis)) })
	var terms []term
	for _, reason := range reasons {
		t := term{Reason: reason, Evidence: c.quoted(reason.Evidence)}
		if most := abs(reasons[0].Millis); most > 0 {
			t.Width = 100 * abs(reason.Millis) / most
		}
		class := "for"
		if reason.Millis < 0 {
			class = "against"
		}
		t.Bar = template.HTML(`<svg class="termbar ` + class + `" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="` + itoa(t.Width) + `" height="6"/></svg>`)
		terms = append(terms, t)
	}
	return terms
}

func abs(n int) int { return max(n, -n) }

// A driftRow is a quotation that both articles have, with what happened to its
// words between the two.
type driftRow struct {
	Left, Right         template.HTML
	LeftHref, RightHref string
	// Same is true when the words are alike to the letter.
	Same bool
	// Kinds are the recorded drifts that concern the two.
	Kinds []driftKind
}

// A driftKind is one recorded difference.
type driftKind struct {
	Kind     stemma.DriftKind
	From, To template.HTML
	Detail   string
}

// drifts lists the quotations of the pair.
func (s *Server) drifts(check *checker, pair *pairOf) ([]driftRow, error) {
	quotations, err := s.read.Quotations(check.ctx, pair.left.ID)
	if err != nil {
		return nil, err
	}
	var rows []driftRow
	for _, q := range quotations {
		left, right := variantIn(q, pair.left), variantIn(q, pair.right)
		if left == nil || right == nil {
			continue
		}
		row := driftRow{LeftHref: spanHref(*left), RightHref: spanHref(*right), Same: left.Text == right.Text}
		changes, _ := diff(pair.left.Text, left.Start, left.End, pair.right.Text, right.Start, right.End)
		l, r := changeMarks(changes)
		row.Left, row.Right = check.span(*left, l), check.span(*right, r)
		row.Kinds = check.kindsBetween(q, *left, *right)
		rows = append(rows, row)
	}
	return rows, nil
}

// variantIn returns the first variant of q whose words are in the article.
func variantIn(q stemma.Quotation, art *stemma.Article) *stemma.Span {
	for _, v := range q.Variants {
		if v.Span.Check(art) == nil {
			return &v.Span
		}
	}
	return nil
}

// kindsBetween returns the drifts recorded between the two variants. Drifts
// are recorded against the fullest variant, so that two lesser variants have
// none of their own; the words beside them still show the difference.
func (c *checker) kindsBetween(q stemma.Quotation, left, right stemma.Span) []driftKind {
	inside := func(s *stemma.Span) bool { return s == nil || left.Contains(*s) || right.Contains(*s) }
	var kinds []driftKind
	for _, d := range q.Drifts {
		if d.From == nil && d.To == nil || !inside(d.From) || !inside(d.To) || d.Kind == stemma.DriftIdentical {
			continue
		}
		k := driftKind{Kind: d.Kind, Detail: d.Detail}
		if d.From != nil {
			k.From = c.span(*d.From, nil)
		}
		if d.To != nil {
			k.To = c.span(*d.To, nil)
		}
		kinds = append(kinds, k)
	}
	return kinds
}
