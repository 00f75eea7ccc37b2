package web

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"stemma"
)

// A fake is a case in memory. It finds sentences, quotations and passages in
// the plainest way that makes pages to look at; the stages do it properly.
type fake struct {
	order       []stemma.ID
	articles    map[stemma.ID]*stemma.Article
	readings    map[stemma.ID]*stemma.Reading
	originals   map[stemma.ID][]byte
	skips       []stemma.Skip
	opens       []stemma.Open
	passages    []stemma.Passage
	quotations  []stemma.Quotation
	derivations map[stemma.ID][]stemma.Derivation
	families    []stemma.Family
	familyOf    map[stemma.ID]int
}

// A draft is what a fake article is made of. Paragraphs are body paragraphs;
// one that begins with a zone's name and a bar belongs to that zone.
type draft struct {
	title, publisher, published, language string
	paragraphs                            []string
	url                                   string
}

func newFake() *fake {
	return &fake{
		articles: map[stemma.ID]*stemma.Article{}, readings: map[stemma.ID]*stemma.Reading{},
		originals: map[stemma.ID][]byte{}, derivations: map[stemma.ID][]stemma.Derivation{}, familyOf: map[stemma.ID]int{},
	}
}

var zoneBar = regexp.MustCompile(`^(byline|dateline|caption|note)\|`)

// add makes an article of a draft and returns its id.
func (f *fake) add(d draft) stemma.ID {
	original := []byte(fmt.Sprintf("%+v", d))
	sum := sha256.Sum256(original)
	art := &stemma.Article{
		ID: stemma.ArticleID(original, d.url), Rule: "plain", URL: d.url, Title: d.title, Language: cmp.Or(d.language, "en"),
		SHA256: hex.EncodeToString(sum[:]), Paths: []string{fmt.Sprintf("desk/%03d.txt", len(f.order)+1)},
	}
	r := &stemma.Reading{Article: art.ID}
	f.write(art, r, stemma.ZoneTitle, d.title)
	for _, par := range d.paragraphs {
		zone := stemma.ZoneBody
		if m := zoneBar.FindStringSubmatch(par); m != nil {
			zone, par = stemma.ZoneKind(m[1]), par[len(m[0]):]
		}
		f.write(art, r, zone, par)
		if zone == stemma.ZoneBody {
			art.Words += len(strings.Fields(par))
		}
	}
	r.Quotes = fakeQuotes(art.Text)
	f.describe(art, d)
	f.order = append(f.order, art.ID)
	f.articles[art.ID], f.readings[art.ID], f.originals[art.ID] = art, r, original
	return art.ID
}

func (f *fake) describe(art *stemma.Article, d draft) {
	if d.publisher != "" {
		art.Publisher = &stemma.Publisher{Name: d.publisher, Method: stemma.MethodMetadata, Field: "json-ld publisher"}
	}
	if d.published != "" {
		art.Published = &stemma.Published{EDTF: d.published, Method: stemma.MethodMetadata, Field: "meta article:published_time"}
	}
	for _, z := range art.Zones {
		words := art.Text[z.Start:z.End]
		if name, ok := strings.CutPrefix(words, "By "); ok && z.Kind == stemma.ZoneByline {
			art.Authors = append(art.Authors, name)
		}
		if i := strings.Index(words, "(Meridian)"); i >= 0 {
			span := art.Span(z.Start+i+1, z.Start+i+9)
			art.Credits = append(art.Credits, stemma.Credit{Kind: stemma.CreditAgency, Name: "Meridian", Span: span, Rule: "agency_in_dateline"})
		}
	}
}

var sentenceEnd = regexp.MustCompile(`[.!?][”"]?\s`)

// write appends a paragraph to an article. A dateline ends its line with what follows.
func (f *fake) write(art *stemma.Article, r *stemma.Reading, zone stemma.ZoneKind, par string) {
	if par == "" {
		return
	}
	joined := len(art.Zones) > 0 && art.Zones[len(art.Zones)-1].Kind == stemma.ZoneDateline
	switch {
	case joined:
		art.Text += " "
	case art.Text != "":
		art.Text += "\n\n"
	}
	start := len(art.Text)
	art.Text += par
	art.Zones = append(art.Zones, stemma.Zone{Kind: zone, Start: start, End: len(art.Text)})
	at := 0
	for first := true; at < len(par); first = false {
		end := len(par)
		if m := sentenceEnd.FindStringIndex(par[at:]); m != nil {
			end = at + m[1] - 1
		}
		r.Sentences = append(r.Sentences, stemma.SentenceRange{
			Start: int32(start + at), End: int32(start + end), Zone: zone, Paragraph: first && !joined,
		})
		at = end + 1
	}
}

// fakeQuotes finds curly marks; one without an end runs to the end of its line.
func fakeQuotes(text string) []stemma.Quote {
	var quotes []stemma.Quote
	for at := 0; ; {
		i := strings.Index(text[at:], "“")
		if i < 0 {
			return quotes
		}
		q := stemma.Quote{Start: int32(at + i), Inner: int32(at + i + len("“")), Rule: "curly"}
		line := strings.IndexByte(text[q.Start:]+"\n", '\n') + int(q.Start)
		if j := strings.Index(text[q.Start:line], "”"); j >= 0 {
			q.InnerEnd, q.Closed = q.Start+int32(j), true
			q.End = q.InnerEnd + int32(len("”"))
		} else {
			q.InnerEnd, q.End = int32(line), int32(line)
		}
		q.Shape = fakeShape(text[q.Inner:q.InnerEnd])
		quotes = append(quotes, q)
		at = int(q.End)
	}
}

func fakeShape(words string) stemma.QuoteShape {
	switch {
	case words == strings.ToLower(words) && len(strings.Fields(words)) < 3:
		return stemma.QuoteScare
	case regexp.MustCompile(`^(The )?(\p{Lu}\S*\s?)+$`).MatchString(words):
		return stemma.QuoteTitle
	}
	return stemma.QuoteSpeech
}

// family makes a family of the given members; the first is the centre.
func (f *fake) family(members ...stemma.ID) *stemma.Family {
	ids := slices.SortedFunc(slices.Values(members), stemma.ID.Compare)
	f.families = append(f.families, stemma.Family{
		ID: ids[0].As(stemma.KindFamily), Rule: "passages", Evidence: []stemma.Span{},
		Articles: ids, Roots: []stemma.ID{}, Centre: members[0],
	})
	for _, id := range ids {
		f.familyOf[id] = len(f.families) - 1
	}
	for i, a := range ids {
		for _, b := range ids[i+1:] {
			f.share(a, b)
		}
	}
	return &f.families[len(f.families)-1]
}

// alone puts every article that has no family into one of its own.
func (f *fake) alone() {
	for _, id := range f.order {
		if _, ok := f.familyOf[id]; !ok {
			f.family(id)
		}
	}
}

// derive adds a derivation to the family of child.
func (f *fake) derive(parent, child stemma.ID, kind stemma.DerivationKind, directed bool) {
	fam := f.families[f.familyOf[child]].ID
	d := stemma.Derivation{
		ID: stemma.NewID(stemma.KindDerivation, child.String(), parent.String()), Rule: "containment",
		Child: child, Parent: parent, Kind: kind, Directed: directed, Probability: 93,
		Reasons: []stemma.Reason{
			{Name: "containment", Millis: 4200, Detail: "91% of the child's words are in the parent, 64% the other way"},
			{Name: "longest_run", Millis: 1100, Detail: "38 words without a change"},
		},
	}
	if directed {
		d.Reasons = append(d.Reasons, stemma.Reason{Name: "dates", Millis: 1900, Detail: "the parent is dated earlier"})
	} else if parent.Compare(child) > 0 {
		d.Child, d.Parent = parent, child
	}
	f.derivations[fam] = append(f.derivations[fam], d)
}

// share adds the passages of two articles: runs of sentences that are the same or nearly so.
func (f *fake) share(a, b stemma.ID) {
	artA, artB := f.articles[a], f.articles[b]
	var last *stemma.Passage
	lastJ := -2
	for _, sa := range f.readings[a].Sentences {
		j, alike := f.nearest(artA.Text[sa.Start:sa.End], b)
		if alike < 45 || sa.Zone != stemma.ZoneBody {
			last = nil
			continue
		}
		sb := f.readings[b].Sentences[j]
		kind := stemma.PassageEdited
		if alike == 100 {
			kind = stemma.PassageVerbatim
		}
		if last != nil && last.Kind == kind && j == lastJ+1 {
			last.A, last.B = artA.Span(last.A.Start, int(sa.End)), artB.Span(last.B.Start, int(sb.End))
		} else {
			f.passages = append(f.passages, stemma.Passage{
				Rule: "align", A: artA.Span(int(sa.Start), int(sa.End)), B: artB.Span(int(sb.Start), int(sb.End)), Kind: kind, Score: alike,
			})
			last = &f.passages[len(f.passages)-1]
			last.Quoted = strings.HasPrefix(last.A.Text, "“") && strings.HasSuffix(last.A.Text, "”")
		}
		last.ID = stemma.NewID(stemma.KindPassage, last.A.Text, last.B.Text)
		last.Evidence = []stemma.Span{last.A, last.B}
		lastJ = j
	}
}

// nearest returns the sentence of article b that shares most words with s, in percent.
func (f *fake) nearest(s string, b stemma.ID) (best, alike int) {
	words := map[string]bool{}
	for _, w := range strings.Fields(s) {
		words[w] = true
	}
	for j, sb := range f.readings[b].Sentences {
		other := strings.Fields(f.articles[b].Text[sb.Start:sb.End])
		both := 0
		for _, w := range other {
			if words[w] {
				both++
			}
		}
		if n := 100 * both / max(len(words), len(other), 1); n > alike && sb.Zone == stemma.ZoneBody {
			best, alike = j, n
		}
	}
	return best, alike
}

// quote adds a quotation from the places where the given words stand; the first is the fullest.
func (f *fake) quote(places map[stemma.ID]string, order []stemma.ID, drifts func(spans []stemma.Span) []stemma.Drift) {
	var spans []stemma.Span
	for _, id := range order {
		art := f.articles[id]
		i := strings.Index(art.Text, places[id])
		spans = append(spans, art.Span(i, i+len(places[id])))
	}
	q := stemma.Quotation{ID: stemma.NewID(stemma.KindQuotation, spans[0].Text), Rule: "fingerprint", Evidence: spans[:1]}
	for _, span := range spans {
		q.Variants = append(q.Variants, stemma.Variant{Span: span})
	}
	if drifts != nil {
		q.Drifts = drifts(spans)
	}
	f.quotations = append(f.quotations, q)
}
