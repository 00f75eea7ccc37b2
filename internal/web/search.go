package web

import (
	"html/template"
	"net/http"
	"strings"

	"stemma"
)

// searchLimit is how many sentences one page of answers shows at most.
const searchLimit = 200

// A searchView is the answer to a search, by article.
type searchView struct {
	Query    string
	Articles []answerOf
	Hits     int
	// More is true when there may be more than are shown.
	More bool
	// Problem says why the query could not be answered.
	Problem string
}

// An answerOf is the sentences of one article that answer, the best first.
type answerOf struct {
	ID         stemma.ID
	Label      string
	Titled     bool
	Publisher  string
	Published  string
	Method     stemma.Method
	Superseded bool
	Sentences  []quoted
}

func (s *Server) searchPage(r *http.Request) (answer, error) {
	view := searchView{Query: strings.TrimSpace(r.URL.Query().Get("q"))}
	if view.Query != "" {
		hits, err := s.read.Search(r.Context(), view.Query, searchLimit+1)
		if err != nil {
			view.Problem = err.Error()
		}
		view.More = len(hits) > searchLimit
		hits = hits[:min(len(hits), searchLimit)]
		view.Hits = len(hits)
		c, err := s.index.census(r.Context())
		if err != nil {
			return answer{}, err
		}
		view.Articles = answers(s.checker(r.Context()), c, hits)
	}
	title := "Search"
	if view.Query != "" {
		title = "Search: " + view.Query
	}
	return s.render(r, "search", page{Title: title, Section: "search", Query: view.Query, Crumbs: []crumb{{"Pile", "/"}, {Label: "Search"}}, View: view})
}

// answers groups hits by article, in the order of each article's best.
func answers(check *checker, c *census, hits []stemma.Hit) []answerOf {
	var all []answerOf
	place := map[stemma.ID]int{}
	for _, hit := range hits {
		i, ok := place[hit.Article]
		if !ok {
			i = len(all)
			place[hit.Article] = i
			line := c.lines[hit.Article]
			all = append(all, answerOf{
				ID: hit.Article, Label: hit.Label, Titled: line.Titled, Publisher: hit.Publisher,
				Published: hit.Published, Method: line.Method, Superseded: hit.Superseded,
			})
		}
		all[i].Sentences = append(all[i].Sentences, quoted{hitWords(check, hit), spanHref(hit.Sentence)})
	}
	return all
}

// hitWords renders the sentence of a hit with the words that were asked for.
func hitWords(check *checker, hit stemma.Hit) template.HTML {
	var marks []mark
	for _, m := range hit.Matches {
		if hit.Sentence.Contains(m) {
			marks = append(marks, mark{start: m.Start, end: m.End, tag: "mark"})
		}
	}
	return check.span(hit.Sentence, marks)
}
