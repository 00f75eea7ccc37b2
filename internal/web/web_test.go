package web

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"stemma"
)

// testToken opens the rooms of tests.
const testToken = "0123456789abcdef0123456789abcdef"

// A visitor is a browser without a window: it holds the cookie of one room.
type visitor struct {
	t       *testing.T
	handler http.Handler
	cookies []*http.Cookie
}

// visit opens a room over c and takes the cookie.
func visit(t *testing.T, c Case) *visitor {
	t.Helper()
	v := &visitor{t: t, handler: New(c, Options{Token: testToken, Name: "test.stemma"}).Handler()}
	res := v.ask("/?token=" + testToken)
	if res.Code != http.StatusSeeOther {
		t.Fatalf("opening address: status %d, want %d", res.Code, http.StatusSeeOther)
	}
	v.cookies = res.Result().Cookies()
	return v
}

// ask sends one request.
func (v *visitor) ask(path string) *httptest.ResponseRecorder {
	v.t.Helper()
	r := httptest.NewRequestWithContext(context.Background(), http.MethodGet, "http://127.0.0.1"+path, nil)
	for _, c := range v.cookies {
		r.AddCookie(c)
	}
	w := httptest.NewRecorder()
	v.handler.ServeHTTP(w, r)
	return w
}

// get asks for a page that must be there and parses it.
func (v *visitor) get(path string) *node {
	v.t.Helper()
	w := v.ask(path)
	if w.Code != http.StatusOK {
		v.t.Fatalf("GET %s: status %d, want 200\n%s", path, w.Code, w.Body)
	}
	return parse(v.t, w.Body.String())
}

// A node is an element of a page with a few ways to look at it.
type node struct{ *html.Node }

func parse(t *testing.T, page string) *node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatalf("parse page: %v", err)
	}
	return &node{root}
}

// all returns the elements below n that look like selector: `tag`, `.class`,
// `tag.class`, `#id`.
func (n *node) all(selector string) []*node {
	var found []*node
	for d := range n.Descendants() {
		if el := (&node{d}); d.Type == html.ElementNode && el.is(selector) {
			found = append(found, el)
		}
	}
	return found
}

func (n *node) is(selector string) bool {
	if id, ok := strings.CutPrefix(selector, "#"); ok {
		return n.attr("id") == id
	}
	tag, class, _ := strings.Cut(selector, ".")
	if tag != "" && n.Data != tag {
		return false
	}
	return class == "" || strings.Contains(" "+n.attr("class")+" ", " "+class+" ")
}

func (n *node) attr(name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// words returns the text below n with single spaces.
func (n *node) words() string {
	return strings.Join(strings.Fields(n.raw()), " ")
}

// raw returns the text below n as it stands, boxes turned back into what they stand for.
func (n *node) raw() string {
	var w strings.Builder
	n.write(&w)
	return w.String()
}

// one returns the only element that looks like selector.
func one(t *testing.T, n *node, selector string) *node {
	t.Helper()
	found := n.all(selector)
	if len(found) != 1 {
		t.Fatalf("%d elements are %q, want 1", len(found), selector)
	}
	return found[0]
}

func TestPile(t *testing.T) {
	f := harbourCase()
	page := visit(t, f).get("/")
	if got := one(t, page, "h1").words(); !strings.Contains(got, "articles") {
		t.Errorf("headline = %q, want the number of articles", got)
	}
	rows := one(t, page, "tbody").all("tr")
	if len(rows) != len(f.order) {
		t.Errorf("%d rows, want %d", len(rows), len(f.order))
	}
}

func TestArticle(t *testing.T) {
	f := harbourCase()
	for _, id := range f.order {
		page := visit(t, f).get(articleHref(id))
		one(t, page, "h1")
		var text strings.Builder
		for _, txt := range page.all(".txt") {
			text.WriteString(txt.raw())
		}
		if got, want := text.String(), f.articles[id].Text; got != want {
			t.Errorf("text of %v = %q, want %q", id, got, want)
		}
	}
}

var _ = stemma.KindArticle
