package web

import (
	"html/template"
	"net/http"
	"slices"
	"strings"

	"stemma"
)

// A familyView is one family: its stemma and the same as a table.
type familyView struct {
	Card    familyCard
	Roots   int
	Drawing template.HTML
	Words   string
	Members []memberRow
	Pager   pager
	// Drawn and Ties count the derivations that the drawing shows, and all.
	Drawn, Ties int
	Cut         bool
	Alone       bool
	Shown       int
	Loose       int
}

// A memberRow is one member in the table.
type memberRow struct {
	member
	// Parent is the member that it hangs on in the drawing, nil at the top.
	Parent *member
	Tie    *stemma.Derivation
	// ToParent is true when the arrow leads from Parent to this one, FromHere
	// when it leads the other way.
	ToParent, FromHere bool
	Compare            string
	// Detail is the figures of the heaviest reasons.
	Detail []string
}

func (s *Server) familyPage(r *http.Request) (answer, error) {
	id, err := idOf(r.PathValue("id"), stemma.KindFamily)
	if err != nil {
		return answer{}, err
	}
	fam, err := s.read.Family(r.Context(), id)
	if err != nil {
		return answer{}, err
	}
	derivations, err := s.read.Derivations(r.Context(), id)
	if err != nil {
		return answer{}, err
	}
	c, err := s.index.census(r.Context())
	if err != nil {
		return answer{}, err
	}
	f := newForest(membersOf(c, *fam), derivations)
	view := familyView{Card: c.card(*fam), Roots: len(fam.Roots), Ties: len(f.ties), Alone: len(fam.Articles) == 1}
	view.Drawing, view.Words = draw(f)
	view.Cut, view.Shown = len(f.members) > listMost, min(len(f.members), listMost)
	for i := range f.members {
		view.Drawn += bit(f.parent[i] >= 0)
	}
	view.Loose = len(f.tops) - 1
	view.Members, view.Pager = cutPage(r, f.rows(), listRows)
	return s.render(r, "family", page{
		Title: "Family of " + num(len(fam.Articles)) + ": " + view.Card.Label, Section: "families", Wide: true,
		Crumbs: []crumb{{"Pile", "/"}, {"Families", "/families"}, {Label: "Family of " + num(len(fam.Articles))}}, View: view,
	})
}

// rows lists the members with what they hang on.
func (f *forest) rows() []memberRow {
	var rows []memberRow
	for i, m := range f.members {
		row := memberRow{member: m}
		if p := f.parent[i]; p >= 0 {
			t := f.by[i]
			row.Parent, row.Tie = &f.members[p], &t.d
			row.ToParent = t.d.Directed && t.to == i
			row.FromHere = t.d.Directed && t.to != i
			row.Compare = compareHref(t.d.Parent, t.d.Child)
			row.Detail = details(t.d)
		}
		rows = append(rows, row)
	}
	return rows
}

// details are the figures of the two heaviest reasons.
func details(d stemma.Derivation) []string {
	reasons := slices.Clone(d.Reasons)
	slices.SortStableFunc(reasons, func(a, b stemma.Reason) int { return abs(b.Millis) - abs(a.Millis) })
	var words []string
	for _, reason := range reasons[:min(2, len(reasons))] {
		name := strings.ReplaceAll(reason.Name, "_", " ")
		if reason.Detail != "" {
			name += ": " + reason.Detail
		}
		words = append(words, name)
	}
	return words
}
