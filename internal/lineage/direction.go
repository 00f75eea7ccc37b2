package lineage

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"stemma"
)

// Direction comes from what the articles say of themselves: trusted dates and
// credits. The words of the texts decide nothing yet. The terms are in
// thousandths of a natural log-odds unit, for "b derives from a"; they are
// judgements, not fits, set so that a term alone passes the margin when it
// alone would convince a careful reader.
const (
	// millisDay: a was published on an earlier day. Trusted dates only.
	millisDay = 2500
	// millisTime: on the same day, at an earlier time by time stamps of both.
	millisTime = 1800
	// millisNamed: b credits a's publisher ("Source: the Daily Mail").
	millisNamed = 4000
	// millisAgency: a carries an agency's credit that b lacks.
	millisAgency = 1500
	// directedMargin: below it no arrow is drawn; 80 percent.
	directedMargin = 1386
)

// direction returns the terms and their sum, positive when b derives from a.
func direction(a, b *stemma.Article) ([]stemma.Reason, int) {
	var reasons []stemma.Reason
	add := func(r stemma.Reason, ok bool) {
		if ok {
			reasons = append(reasons, r)
		}
	}
	add(dateReason(a, b))
	add(namedReason(a, b, 1))
	add(namedReason(b, a, -1))
	add(agencyReason(a, b))
	sum := 0
	for _, r := range reasons {
		sum += r.Millis
	}
	return reasons, sum
}

// dateReason compares when the two were published, if both say so.
func dateReason(a, b *stemma.Article) (stemma.Reason, bool) {
	pa, pb := trusted(a), trusted(b)
	if pa == nil || pb == nil {
		return stemma.Reason{}, false
	}
	sign, millis := compareDays(pa.EDTF, pb.EDTF), millisDay
	if sign == 0 {
		sign, millis = compareTimes(pa.Time, pb.Time), millisTime
	}
	if sign == 0 {
		return stemma.Reason{}, false
	}
	return stemma.Reason{
		Name:     "dates",
		Millis:   sign * millis,
		Detail:   when(pa) + " and " + when(pb),
		Evidence: append(slices.Clone(pa.Evidence), pb.Evidence...),
	}, true
}

// trusted returns when an article was published unless that was inferred.
func trusted(art *stemma.Article) *stemma.Published {
	p := art.Published
	if p == nil || p.Method != stemma.MethodStated && p.Method != stemma.MethodMetadata {
		return nil
	}
	return p
}

func when(p *stemma.Published) string {
	if p.Time != "" {
		return p.Time
	}
	return p.EDTF
}

// compareDays returns 1 when all of x lies before all of y, -1 the other way
// round, and 0 when they overlap or either is no plain date.
func compareDays(x, y string) int {
	x0, x1, okX := days(x)
	y0, y1, okY := days(y)
	switch {
	case !okX || !okY:
		return 0
	case x1.Before(y0):
		return 1
	case y1.Before(x0):
		return -1
	}
	return 0
}

// days returns the first and the last day of a plain EDTF date.
func days(edtf string) (first, last time.Time, ok bool) {
	for _, form := range [...]struct {
		layout              string
		years, months, days int
	}{{"2006-01-02", 0, 0, 0}, {"2006-01", 0, 1, -1}, {"2006", 1, 0, -1}} {
		if t, err := time.Parse(form.layout, edtf); err == nil {
			return t, t.AddDate(form.years, form.months, form.days), true
		}
	}
	return first, last, false
}

// compareTimes compares two time stamps as compareDays does.
func compareTimes(x, y string) int {
	tx, errX := time.Parse(time.RFC3339, x)
	ty, errY := time.Parse(time.RFC3339, y)
	if errX != nil || errY != nil {
		return 0
	}
	return -tx.Compare(ty)
}

// namedReason looks in child for a credit that names parent's publisher. The
// publisher's own byline names nobody else and is left out.
func namedReason(parent, child *stemma.Article, sign int) (stemma.Reason, bool) {
	if parent.Publisher == nil || same(child.Publisher, parent.Publisher.Key, parent.Publisher.Name) {
		return stemma.Reason{}, false
	}
	for _, c := range child.Credits {
		if c.Kind != stemma.CreditLink && same(parent.Publisher, c.Key, c.Name) {
			return stemma.Reason{
				Name:     "credit",
				Millis:   sign * millisNamed,
				Detail:   "credits " + c.Name,
				Evidence: []stemma.Span{c.Span},
			}, true
		}
	}
	return stemma.Reason{}, false
}

// same reports whether key and name are the publisher's.
func same(p *stemma.Publisher, key, name string) bool {
	if p == nil {
		return false
	}
	if p.Key != "" && key != "" {
		return p.Key == key
	}
	return p.Name != "" && strings.EqualFold(bare(p.Name), bare(name))
}

// bare drops the article before a name: "The Daily Star" is "Daily Star".
func bare(name string) string {
	if rest, ok := strings.CutPrefix(strings.ToLower(name), "the "); ok {
		return rest
	}
	return strings.ToLower(name)
}

// agencyReason is for an agency's credit that one text has and the other lacks:
// credits are dropped in copying, hardly ever added.
func agencyReason(a, b *stemma.Article) (stemma.Reason, bool) {
	ca, cb := agencies(a), agencies(b)
	if (len(ca) > 0) == (len(cb) > 0) {
		return stemma.Reason{}, false
	}
	r := stemma.Reason{Name: "agency_credit", Millis: millisAgency}
	held := ca
	if len(cb) > 0 {
		r.Millis, held = -millisAgency, cb
	}
	r.Detail = "only one of them credits " + held[0].Name
	r.Evidence = []stemma.Span{held[0].Span}
	return r, true
}

// agencies returns the agency credits of an article.
func agencies(art *stemma.Article) []stemma.Credit {
	var out []stemma.Credit
	for _, c := range art.Credits {
		if c.Kind == stemma.CreditAgency {
			out = append(out, c)
		}
	}
	return out
}

func itoa(n int) string { return strconv.Itoa(n) }
