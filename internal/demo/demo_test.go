package demo_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"stemma"
	"stemma/internal/demo"
	"stemma/internal/eval"
)

// plain returns the words of each item of the pile by its id in the truth:
// HTML without its tags, the title and text of a JSON item, other files as they are.
func plain(t *testing.T) map[string]string {
	t.Helper()
	pages, err := demo.Pages(stemma.Hints{})
	if err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	for _, page := range pages {
		id, text := page.Path, string(page.Bytes)
		switch page.Format {
		case stemma.FormatHTML:
			text = htmlWords(text)
		case stemma.FormatJSON:
			var item struct{ ID, Title, Text string }
			if err := json.Unmarshal(page.Bytes, &item); err != nil {
				t.Fatalf("%s line %d: %v", page.Path, page.Line, err)
			}
			id, text = page.Path+"#"+item.ID, item.Title+"\n\n"+item.Text
		}
		if all[id] != "" {
			t.Fatalf("two items have the id %s", id)
		}
		all[id] = text
	}
	if len(all) == 0 {
		t.Fatal("the pile is empty")
	}
	return all
}

func htmlWords(page string) string {
	var words strings.Builder
	tok := html.NewTokenizer(strings.NewReader(page))
	hidden := false
	for {
		switch tok.Next() {
		case html.ErrorToken:
			return words.String()
		case html.StartTagToken:
			name, _ := tok.TagName()
			hidden = string(name) == "script" || string(name) == "style"
		case html.EndTagToken:
			hidden = false
		case html.TextToken:
			if !hidden {
				words.Write(tok.Text())
			}
		}
	}
}

func truth(t *testing.T) *eval.Demo {
	t.Helper()
	d, err := eval.ReadDemo(os.DirFS("truth"))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestPages(t *testing.T) {
	pages, err := demo.Pages(stemma.Hints{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	formats := make(map[stemma.PageFormat]int)
	for _, page := range pages {
		formats[page.Format]++
		if !utf8.Valid(page.Bytes) {
			t.Errorf("%s is not UTF-8", page.Path)
		}
		if page.Hints.Language != "en" {
			t.Errorf("%s: the hints are lost", page.Path)
		}
	}
	want := map[stemma.PageFormat]int{stemma.FormatText: 7, stemma.FormatMarkdown: 4, stemma.FormatHTML: 3, stemma.FormatJSON: 3}
	for format, n := range want {
		if formats[format] != n {
			t.Errorf("%d pages of format %s, want %d", formats[format], format, n)
		}
	}
}

func TestFiles_SameAsFolder(t *testing.T) {
	names, err := filepath.Glob("pile/*")
	if err != nil || len(names) == 0 {
		t.Fatalf("no files in pile: %v", err)
	}
	for _, name := range names {
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if have, err := fs.ReadFile(demo.Files(), filepath.Base(name)); err != nil || string(have) != string(want) {
			t.Errorf("%s differs in the binary: %v", name, err)
		}
	}
}

// Articles are meant to be read at one sitting; a correction may be shorter.
func TestPile_Length(t *testing.T) {
	for id, text := range plain(t) {
		if n := len(strings.Fields(text)); n < 100 || 400 < n {
			t.Errorf("%s has %d words, want 100 to 400 with its furniture", id, n)
		}
	}
}

// Nobody real is misquoted: no state of the world has a part in the story.
func TestPile_NoRealState(t *testing.T) {
	dir := os.Getenv("STEMMA_DATA")
	if dir == "" {
		t.Skip("STEMMA_DATA is not set: cannot compare the pile with the names of real states")
	}
	data, err := os.ReadFile(filepath.Join(dir, "world", "countries.json"))
	if err != nil {
		t.Skipf("no list of states: %v", err)
	}
	var states []struct {
		Name     struct{ Common, Official string }
		Capital  []string
		Demonyms struct{ Eng struct{ M string } }
	}
	if err := json.Unmarshal(data, &states); err != nil {
		t.Fatal(err)
	}
	for id, text := range plain(t) {
		padded := " " + strings.Join(strings.FieldsFunc(text, notLetter), " ") + " "
		for _, s := range states {
			for _, name := range append(s.Capital, s.Name.Common, s.Name.Official, s.Demonyms.Eng.M) {
				if name != "" && strings.Contains(padded, " "+name+" ") {
					t.Errorf("%s names %s", id, name)
				}
			}
		}
	}
}

func notLetter(r rune) bool { return strings.ContainsRune(" \n\t.,;:!?()“”\"'’‘…–—-#*/|0123456789", r) }

func TestTruth_WordsAreExact(t *testing.T) {
	texts, d := plain(t), truth(t)
	quoted := d.Quoted()
	if len(quoted) < 100 {
		t.Fatalf("the truth gives %d places, want at least 100", len(quoted))
	}
	for _, w := range quoted {
		if text, ok := texts[w.Article]; !ok {
			t.Errorf("no article %q (%q)", w.Article, w.Text)
		} else if !strings.Contains(text, w.Text) {
			t.Errorf("%s does not have the words %q", w.Article, w.Text)
		}
	}
}

func TestTruth_SpeakersAreQuoted(t *testing.T) {
	texts := plain(t)
	for _, s := range truth(t).Speakers {
		text := texts[s.Article]
		i := strings.Index(text, s.Text)
		before, _ := utf8.DecodeLastRuneInString(text[:max(i, 0)])
		if before != '“' && before != '"' {
			t.Errorf("%s: %q does not follow a quotation mark", s.Article, s.Text)
		}
		who := s.Speaker
		if who == "unnamed" {
			who = s.Described
		}
		if surname := who[strings.LastIndex(who, " ")+1:]; !strings.Contains(text, surname) {
			t.Errorf("%s does not name %s", s.Article, who)
		}
	}
}

func TestTruth_TreeCoversPile(t *testing.T) {
	texts, d := plain(t), truth(t)
	known := make(map[string]bool)
	for _, g := range d.Ghosts {
		known[g.ID] = true
	}
	parents := make(map[string]bool)
	for _, a := range d.Articles {
		if known[a.ID] {
			t.Errorf("%s stands twice in the tree", a.ID)
		}
		known[a.ID], parents[a.Parent] = true, true
		if texts[a.ID] == "" {
			t.Errorf("%s is in the tree and not in the pile", a.ID)
		}
	}
	for id := range texts {
		if !known[id] {
			t.Errorf("%s is in the pile and not in the tree", id)
		}
	}
	for _, a := range d.Articles {
		derived := slices.Contains([]string{"copy", "edited_copy", "rewrite", "re_report"}, a.Kind)
		switch {
		case derived != (a.Parent != ""):
			t.Errorf("%s: kind %s with parent %q", a.ID, a.Kind, a.Parent)
		case a.Parent != "" && !known[a.Parent]:
			t.Errorf("%s: no parent %s", a.ID, a.Parent)
		case !derived && (a.Kind == "root") != parents[a.ID]:
			t.Errorf("%s: kind %s, has children: %v", a.ID, a.Kind, parents[a.ID])
		case a.Corrects != "" && !known[a.Corrects]:
			t.Errorf("%s corrects %s, which is not there", a.ID, a.Corrects)
		}
	}
}

func TestTruth_FamiliesFollowTree(t *testing.T) {
	d := truth(t)
	root := make(map[string]string)
	text := make(map[string]string)
	for _, a := range d.Articles { // parents come before their children
		root[a.ID], text[a.ID] = a.ID, a.ID
		if a.Parent != "" {
			root[a.ID] = a.Parent
			if above, ok := root[a.Parent]; ok {
				root[a.ID] = above
			}
		}
		if a.Kind == "copy" || a.Kind == "edited_copy" {
			text[a.ID] = text[a.Parent]
		}
	}
	checkFamilies(t, "by_origin", d.ByOrigin, root)
	checkFamilies(t, "by_text", d.ByText, text)
}

func checkFamilies(t *testing.T, name string, families []eval.DemoFamily, root map[string]string) {
	t.Helper()
	members := make(map[string][]string)
	for id, r := range root {
		members[r] = append(members[r], id)
	}
	listed := make(map[string]bool)
	for _, f := range families {
		listed[f.Root] = true
		have, want := slices.Sorted(slices.Values(f.Articles)), slices.Sorted(slices.Values(members[f.Root]))
		if !slices.Equal(have, want) {
			t.Errorf("%s: family of %s is %v, want %v", name, f.Root, have, want)
		}
		if !slices.Contains(f.Articles, f.Centre) {
			t.Errorf("%s: centre %s is no member", name, f.Centre)
		}
	}
	for r, ids := range members {
		if len(ids) > 1 && !listed[r] {
			t.Errorf("%s: %v are not listed as a family", name, ids)
		}
	}
}

func TestTruth_CountsAddUp(t *testing.T) {
	d := truth(t)
	publisher := make(map[string]string)
	for _, a := range d.Articles {
		publisher[a.ID] = a.Publisher
	}
	for _, c := range d.Claims {
		known, unknown := make(map[string]bool), 0
		for _, w := range c.Appearances {
			if p := publisher[w.Article]; p != "" {
				known[p] = true
			} else {
				unknown++
			}
		}
		n := c.Counts
		if n.Reports != len(c.Appearances) {
			t.Errorf("%s: %d reports, want %d", c.ID, n.Reports, len(c.Appearances))
		}
		if want := (eval.Interval{Low: len(known), High: len(known) + unknown}); n.Publishers != want {
			t.Errorf("%s: publishers %v, want %v", c.ID, n.Publishers, want)
		}
		if n.Origins.Low < 1 || n.Origins.High < n.Origins.Low || n.Origins.High < len(c.Origins) {
			t.Errorf("%s: origins %v with %d listed", c.ID, n.Origins, len(c.Origins))
		}
	}
}

// What the pile promises its reader, by number.
func TestTruth_HasWhatWasPromised(t *testing.T) {
	d := truth(t)
	count := make(map[string]int)
	for _, a := range d.Articles {
		count[a.Kind]++
		count[a.Genre]++
		if a.Published == "" {
			count["undated"]++
		}
	}
	for _, q := range d.Quotations {
		if last := q.Variants[len(q.Variants)-1]; last.Wording == 3 {
			count["three wordings"]++
		}
	}
	states := make(map[string]bool)
	for _, s := range d.Laws[0].States {
		states[s.State] = true
	}
	count["states of the law"] = len(states)
	for what, want := range map[string]int{
		"copy": 2, "edited_copy": 1, "rewrite": 1, "editorial": 1, "press release": 1,
		"undated": 1, "correction": 1, "three wordings": 1, "states of the law": 5,
	} {
		if count[what] != want {
			t.Errorf("%s: %d, want %d", what, count[what], want)
		}
	}
}
