package stemma

// Spanned is a record that quotes articles. Spans returns pointers to every
// span in it, so that whoever keeps records may store offsets only and fill in
// the words again, and whoever checks them misses none.
type Spanned interface {
	Spans() []*Span
}

func pointers(spans []Span) []*Span {
	all := make([]*Span, len(spans))
	for i := range spans {
		all[i] = &spans[i]
	}
	return all
}

// Spans implements [Spanned].
func (a *Article) Spans() []*Span {
	all := pointers(a.Evidence)
	if a.Publisher != nil {
		all = append(all, pointers(a.Publisher.Evidence)...)
	}
	if a.Published != nil {
		all = append(all, pointers(a.Published.Evidence)...)
	}
	for i := range a.Credits {
		all = append(all, &a.Credits[i].Span)
	}
	return all
}

// Spans implements [Spanned].
func (o *Open) Spans() []*Span {
	all := pointers(o.Evidence)
	if o.Span != nil {
		all = append(all, o.Span)
	}
	return all
}

// Spans implements [Spanned].
func (p *Passage) Spans() []*Span { return append(pointers(p.Evidence), &p.A, &p.B) }

// Spans implements [Spanned].
func (q *Quotation) Spans() []*Span {
	all := pointers(q.Evidence)
	for i := range q.Variants {
		all = append(all, &q.Variants[i].Span)
	}
	for i := range q.Drifts {
		for _, side := range []*Span{q.Drifts[i].From, q.Drifts[i].To} {
			if side != nil {
				all = append(all, side)
			}
		}
	}
	return all
}

// Spans implements [Spanned].
func (d *Derivation) Spans() []*Span {
	all := pointers(d.Evidence)
	for i := range d.Reasons {
		all = append(all, pointers(d.Reasons[i].Evidence)...)
	}
	return all
}

// Spans implements [Spanned].
func (f *Family) Spans() []*Span { return pointers(f.Evidence) }
