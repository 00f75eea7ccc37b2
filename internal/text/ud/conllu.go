package ud

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"stemma"
)

// A Gold is one sentence of a treebank.
type Gold struct {
	// ID is the sentence's id, Text its text as it was printed.
	ID, Text string
	// Par and Doc are true when the sentence opens a paragraph or a document.
	Par, Doc bool
	// Genre is the document's genre, as GUM names it, or empty.
	Genre string
	Words []GoldWord
}

// A GoldWord is one syntactic word of a [Gold].
type GoldWord struct {
	Form, Lemma string
	Tag         stemma.Tag
	Penn        stemma.Penn
	// Head is the index of the head in Words, or -1 for the root.
	Head int32
	Rel  stemma.Rel
	// Space is true when white space follows.
	Space bool
	// Surface is set on the first word of a contraction: the printed form and
	// how many words it stands for.
	Surface string
	Span    int
}

// ReadGold reads sentences in the CoNLL-U format. Empty nodes are left out.
func ReadGold(r io.Reader) ([]*Gold, error) {
	scan := bufio.NewScanner(r)
	scan.Buffer(nil, 1<<22)
	var all []*Gold
	g := &Gold{}
	genre := ""
	for n := 1; scan.Scan(); n++ {
		line := scan.Text()
		switch {
		case line == "":
			if len(g.Words) > 0 {
				g.Genre = genre
				all = append(all, g)
				g = &Gold{}
			}
		case line[0] == '#':
			if v, ok := strings.CutPrefix(line, "# meta::genre = "); ok {
				genre = v
			}
			g.comment(line)
		default:
			if err := g.word(line); err != nil {
				return nil, fmt.Errorf("read treebank line %d: %w", n, err)
			}
		}
	}
	if len(g.Words) > 0 {
		g.Genre = genre
		all = append(all, g)
	}
	return all, scan.Err()
}

func (g *Gold) comment(line string) {
	switch {
	case strings.HasPrefix(line, "# newdoc"):
		g.Doc, g.Par = true, true
	case strings.HasPrefix(line, "# newpar"):
		g.Par = true
	case strings.HasPrefix(line, "# sent_id = "):
		g.ID = line[len("# sent_id = "):]
	case strings.HasPrefix(line, "# text = "):
		g.Text = line[len("# text = "):]
	}
}

// word takes in one line of ten columns. A contraction's line ("3-4") comes
// before its words; its space belongs to the last of them.
func (g *Gold) word(line string) error {
	col := strings.Split(line, "\t")
	if len(col) != 10 {
		return fmt.Errorf("%d columns, want 10", len(col))
	}
	space := !strings.Contains("|"+col[9]+"|", "|SpaceAfter=No|")
	if strings.Contains(col[0], ".") {
		return nil
	}
	if from, to, ok := strings.Cut(col[0], "-"); ok {
		a, err1 := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || b < a {
			return fmt.Errorf("bad range %q", col[0])
		}
		for i := a; i <= b; i++ {
			g.Words = append(g.Words, GoldWord{Space: space && i == b})
		}
		g.Words[a-1].Surface, g.Words[a-1].Span = col[1], b-a+1
		return nil
	}
	id, err := strconv.Atoi(col[0])
	if err != nil || id < 1 || id > len(g.Words)+1 {
		return fmt.Errorf("bad id %q", col[0])
	}
	if id == len(g.Words)+1 {
		g.Words = append(g.Words, GoldWord{Space: space})
	}
	head, err := strconv.Atoi(col[6])
	if err != nil {
		return fmt.Errorf("bad head %q", col[6])
	}
	w := &g.Words[id-1]
	w.Form, w.Lemma = col[1], col[2]
	w.Tag, w.Penn = stemma.ParseTag(col[3]), stemma.ParsePenn(col[4])
	w.Head, w.Rel = int32(head)-1, stemma.ParseRel(col[7])
	return nil
}

// Sentence returns the sentence as a Doc of its own, one token for each word:
// what a perfect tokeniser would give.
func (g *Gold) Sentence() *stemma.Doc {
	var b strings.Builder
	doc := &stemma.Doc{}
	for i := range g.Words {
		start := b.Len()
		b.WriteString(g.Words[i].Form)
		doc.Tokens = append(doc.Tokens, stemma.Token{Start: int32(start), End: int32(b.Len())})
		if g.Words[i].Space {
			b.WriteByte(' ')
		}
	}
	doc.Article = &stemma.Article{Text: b.String()}
	end := doc.Tokens[len(doc.Tokens)-1].End
	doc.Sentences = []stemma.Sentence{{End: end, Last: int32(len(doc.Tokens)), Zone: stemma.ZoneBody}}
	doc.Paragraphs = []stemma.Paragraph{{End: end, Last: 1}}
	return doc
}
