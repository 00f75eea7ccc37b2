package web

import (
	"net/http"
	"net/url"
	"strconv"

	"stemma"
)

// pileRows is how many articles one page of the pile lists, pileFamilies how
// many families stand above them, pilePublishers how many names the filter offers.
const (
	pileRows       = 50
	pileFamilies   = 6
	pilePublishers = 300
)

// A pileView is the start page: what the case holds.
type pileView struct {
	Case   stemma.Case
	Census *census
	// Known is the number of publishers that are known by name.
	Known         int
	Skipped, Open int
	Families      []familyCard
	MoreFamilies  int
	Publishers    []tally
	Languages     []tally
	Filter        stemma.ArticleFilter
	Filtered      bool
	Lines         []stemma.ArticleLine
	Pager         pager
	Sorts         []choice
}

// A choice is one entry of a menu.
type choice struct {
	Value, Label string
	Chosen       bool
}

func (s *Server) pilePage(r *http.Request) (answer, error) {
	ctx := r.Context()
	c, err := s.index.census(ctx)
	if err != nil {
		return answer{}, err
	}
	filter := filterOf(r.URL.Query())
	view := pileView{Case: c.head, Census: c, Known: len(c.publishers), Filter: filter, Languages: c.languages}
	view.Publishers = c.publishers[:min(len(c.publishers), pilePublishers)]
	view.Filtered = filter.Publisher != "" || filter.Language != ""
	view.Sorts = sortChoices(filter.Sort)
	at := pageNumber(r.URL.Query())
	filter.Limit, filter.Offset = pileRows, (at-1)*pileRows
	lines, total, err := s.read.Articles(ctx, filter)
	if err != nil {
		return answer{}, err
	}
	view.Lines, view.Pager = lines, newPager(r.URL, at, total, pileRows)
	if err := s.fillPile(r, &view); err != nil {
		return answer{}, err
	}
	return s.render(r, "pile", page{Title: "Pile", Section: "pile", View: view})
}

// fillPile adds what stands around the list.
func (s *Server) fillPile(r *http.Request, view *pileView) error {
	skips, err := s.read.Skips(r.Context())
	if err != nil {
		return err
	}
	opens, err := s.read.Opens(r.Context())
	if err != nil {
		return err
	}
	view.Skipped, view.Open = len(skips), len(opens)
	c := view.Census
	for _, fam := range c.families[:min(len(c.families), pileFamilies)] {
		view.Families = append(view.Families, c.card(fam))
	}
	view.MoreFamilies = len(c.families) - len(view.Families)
	return nil
}

// A familyCard is one family in a list.
type familyCard struct {
	ID    stemma.ID
	Label string
	// Titled is false when Label is first words.
	Titled bool
	Size   int
	// Publishers names some of the members' publishers, Unknown counts members without one.
	Publishers []string
	Unknown    int
	From, To   string
}

// card sums up a family from its members' lines.
func (c *census) card(fam stemma.Family) familyCard {
	centre := c.lines[fam.Centre]
	card := familyCard{ID: fam.ID, Label: centre.Label, Titled: centre.Titled, Size: len(fam.Articles)}
	seen := map[string]bool{}
	for _, id := range fam.Articles {
		line := c.lines[id]
		if line.Publisher == "" {
			card.Unknown++
		} else if !seen[line.Publisher] {
			seen[line.Publisher] = true
			card.Publishers = append(card.Publishers, line.Publisher)
		}
		if d := line.Published; d != "" {
			if card.From == "" || d < card.From {
				card.From = d
			}
			card.To = max(card.To, d)
		}
	}
	return card
}

// filterOf reads a filter from an address; what it does not know it leaves out.
func filterOf(q url.Values) stemma.ArticleFilter {
	f := stemma.ArticleFilter{Publisher: q.Get("publisher"), Language: q.Get("language")}
	for _, c := range sortChoices("") {
		if c.Value == q.Get("sort") {
			f.Sort = c.Value
		}
	}
	return f
}

func sortChoices(chosen string) []choice {
	all := []choice{
		{Value: "", Label: "as stored"},
		{Value: "published", Label: "by date"},
		{Value: "label", Label: "by title"},
		{Value: "words", Label: "by length"},
		{Value: "family", Label: "by family"},
	}
	for i := range all {
		all[i].Chosen = all[i].Value == chosen
	}
	return all
}

// pageNumber reads `page`, 1 when it is missing or no number.
func pageNumber(q url.Values) int {
	n, err := strconv.Atoi(q.Get("page"))
	if err != nil || n < 1 || n > 1<<30/pileRows {
		return 1
	}
	return n
}
