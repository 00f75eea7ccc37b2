package web

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"strings"
)

//go:embed template/*.html
var templates embed.FS

//go:embed asset/*
var assets embed.FS

// An answer is a finished page or file, not yet sent: a page that fails half
// way is never shown as if it were whole.
type answer struct {
	status int
	header map[string]string
	cookie *http.Cookie
	body   []byte
}

func (a answer) write(w http.ResponseWriter, r *http.Request) {
	for name, value := range a.header {
		w.Header().Set(name, value)
	}
	if a.cookie != nil {
		http.SetCookie(w, a.cookie)
	}
	w.WriteHeader(a.status)
	if r.Method != http.MethodHead {
		w.Write(a.body)
	}
}

// A page is what the frame shows around a view.
type page struct {
	// Title is plain text; Case the name of the case.
	Title, Case string
	// Section is the menu entry that is current, Crumbs the way here.
	Section string
	Crumbs  []crumb
	// Theme is light, dark or empty for the system's; Here the address to come back to.
	Theme, Here string
	// Query fills the search box.
	Query string
	// Wide pages use the whole window.
	Wide bool
	// View is what the page's own template shows.
	View any
}

// A crumb is one step of the way to a page. The last has no address.
type crumb struct{ Label, Href string }

// pages holds the parsed templates, one set per page inside the common frame.
type pages struct{ byName map[string]*template.Template }

// newPages parses the embedded templates. A template that does not parse is a
// bug that every test finds, so it panics.
func newPages() *pages {
	frame := template.Must(template.New("frame.html").Funcs(functions()).ParseFS(templates, "template/frame.html", "template/part_*.html"))
	names, err := templates.ReadDir("template")
	if err != nil {
		panic(err) // the folder is embedded
	}
	p := &pages{byName: map[string]*template.Template{}}
	for _, entry := range names {
		name := entry.Name()
		if name == "frame.html" || strings.HasPrefix(name, "part_") {
			continue
		}
		set := template.Must(template.Must(frame.Clone()).ParseFS(templates, "template/"+name))
		p.byName[strings.TrimSuffix(name, ".html")] = set
	}
	return p
}

// render makes the named page.
func (s *Server) render(r *http.Request, name string, pg page) (answer, error) {
	pg.Case = s.opts.Name
	pg.Theme = themeOf(r)
	pg.Here = r.URL.RequestURI()
	var body bytes.Buffer
	set, ok := s.pages.byName[name]
	if !ok {
		return answer{}, fmt.Errorf("render %s: no such template", name)
	}
	if err := set.ExecuteTemplate(&body, "frame.html", pg); err != nil {
		return answer{}, fmt.Errorf("render %s: %w", name, err)
	}
	return answer{
		status: http.StatusOK,
		header: map[string]string{"Content-Type": "text/html; charset=utf-8"},
		body:   body.Bytes(),
	}, nil
}

// themeCookie keeps the theme; it holds no secret and no name of a reader.
const themeCookie = "stemma-theme"

// themeOf returns the theme that the reader chose, or "" for the system's.
func themeOf(r *http.Request) string {
	c, err := r.Cookie(themeCookie)
	if err == nil && (c.Value == "light" || c.Value == "dark") {
		return c.Value
	}
	return ""
}

// themePage remembers a theme and goes back to where the reader was.
func (s *Server) themePage(r *http.Request) (answer, error) {
	theme := r.PathValue("theme")
	cookie := &http.Cookie{Name: themeCookie, Value: theme, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: 365 * 24 * 3600}
	if theme != "light" && theme != "dark" {
		cookie.Value, cookie.MaxAge = "", -1
	}
	back := r.URL.Query().Get("back")
	return answer{status: http.StatusSeeOther, cookie: cookie, header: map[string]string{"Location": localPath(back)}}, nil
}

// localPath keeps an address inside the room: a path that does not begin with
// exactly one slash could lead to another site.
func localPath(p string) string {
	if !strings.HasPrefix(p, "/") || strings.HasPrefix(p, "//") || strings.ContainsAny(p, "\\\r\n\t") {
		return "/"
	}
	if clean, query, found := strings.Cut(p, "?"); found {
		return path.Clean(clean) + "?" + query
	}
	return path.Clean(p)
}
