package text

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"stemma"
)

var showErrors = flag.Int("errors", 0, "print this many differences from the treebank")

// goldDoc is one document of a treebank as raw text: sentences joined by
// SpaceAfter, paragraphs by newpar and newdoc.
type goldDoc struct {
	id                string
	text              string
	tokens, sentences []piece
}

// readTreebank reads the documents of a CoNLL-U file.
func readTreebank(t *testing.T, path string) []goldDoc {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var docs []goldDoc
	var b strings.Builder // text of the document at hand
	var doc *goldDoc
	finish := func() {
		if doc != nil {
			doc.text = b.String()
			docs = append(docs, *doc)
		}
	}
	gap, mwtEnd, sentStart := "", 0, -1
	var mwtGap string
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			finish()
			doc, gap = &goldDoc{id: line}, ""
			b.Reset()
		case strings.HasPrefix(line, "# newpar"):
			if b.Len() > 0 {
				gap = "\n\n"
			}
		case line == "":
			if sentStart >= 0 {
				doc.sentences = append(doc.sentences, piece{sentStart, b.Len()})
			}
			sentStart, mwtEnd = -1, 0
		case line[0] != '#':
			col := strings.Split(line, "\t")
			space := " "
			if strings.Contains(col[9], "SpaceAfter=No") {
				space = ""
			}
			if _, to, found := strings.Cut(col[0], "-"); found {
				mwtEnd, _ = strconv.Atoi(to)
				mwtGap = space
				continue
			}
			id, err := strconv.Atoi(col[0])
			if err != nil { // an empty node
				continue
			}
			if id < mwtEnd {
				space = ""
			} else if id == mwtEnd {
				space = mwtGap
			}
			b.WriteString(gap)
			if sentStart < 0 {
				sentStart = b.Len()
			}
			doc.tokens = append(doc.tokens, piece{b.Len(), b.Len() + len(col[1])})
			b.WriteString(col[1])
			gap = space
		}
	}
	finish()
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return docs
}

// counts are the right, found and wanted spans of a comparison.
type counts struct{ right, found, wanted int }

func (c *counts) add(got, want []piece) {
	wanted := make(map[piece]bool, len(want))
	for _, p := range want {
		wanted[p] = true
	}
	for _, p := range got {
		if wanted[p] {
			c.right++
		}
	}
	c.found += len(got)
	c.wanted += len(want)
}

// f1 is in percent.
func (c *counts) f1() float64 {
	return 200 * float64(c.right) / float64(c.found+c.wanted)
}

func (c *counts) String() string {
	return fmt.Sprintf("%.2f (%d right, %d found, %d wanted)", c.f1(), c.right, c.found, c.wanted)
}

func tokenPieces(doc *stemma.Doc) []piece {
	ps := make([]piece, len(doc.Tokens))
	for i, tok := range doc.Tokens {
		ps[i] = piece{int(tok.Start), int(tok.End)}
	}
	return ps
}

func sentencePieces(doc *stemma.Doc) []piece {
	ps := make([]piece, len(doc.Sentences))
	for i, sent := range doc.Sentences {
		ps[i] = piece{int(sent.Start), int(sent.End)}
	}
	return ps
}

// TestParse_Treebank scores tokens and sentences on raw text against the
// treebanks. The floors are what the rules reached; raising a floor after an
// improvement is part of the change.
func TestParse_Treebank(t *testing.T) {
	data := os.Getenv("STEMMA_DATA")
	if data == "" {
		t.Skip("STEMMA_DATA is not set: the treebanks are not here")
	}
	for _, tt := range []struct {
		file              string
		tokens, sentences float64 // floors, F1 in percent
	}{
		{"ud-ewt/en_ewt-ud-train.conllu", 0, 0},
		{"ud-ewt/en_ewt-ud-dev.conllu", 0, 0},
		{"gum-open/en_gum_open-train.conllu", 0, 0},
		{"gum-open/en_gum_open-dev.conllu", 0, 0},
	} {
		t.Run(filepath.Base(tt.file), func(t *testing.T) {
			var tokens, sentences counts
			shown := 0
			for _, gold := range readTreebank(t, filepath.Join(data, tt.file)) {
				doc, _ := Parse(&stemma.Article{Text: gold.text})
				tokens.add(tokenPieces(doc), gold.tokens)
				sentences.add(sentencePieces(doc), gold.sentences)
				for _, d := range differences(gold, doc) {
					if shown++; shown <= *showErrors {
						t.Log(d)
					}
				}
			}
			t.Logf("tokens F1 %v", &tokens)
			t.Logf("sentences F1 %v", &sentences)
			if tokens.f1() < tt.tokens || sentences.f1() < tt.sentences {
				t.Errorf("%s: tokens F1 %.2f, want %.2f; sentences F1 %.2f, want %.2f",
					tt.file, tokens.f1(), tt.tokens, sentences.f1(), tt.sentences)
			}
		})
	}
}

// differences lists where the borders of tokens and sentences differ, with the
// words around.
func differences(gold goldDoc, doc *stemma.Doc) []string {
	var out []string
	around := func(at int) string {
		from, to := max(0, at-45), min(len(gold.text), at+30)
		return strings.ReplaceAll(strings.ToValidUTF8(gold.text[from:at]+"‖"+gold.text[at:to], ""), "\n", "⏎")
	}
	compare := func(name string, got, want []piece) {
		has := func(ps []piece) map[int]bool {
			m := make(map[int]bool)
			for _, p := range ps {
				m[p.start] = true
			}
			return m
		}
		g, w := has(got), has(want)
		for _, p := range got {
			if !w[p.start] {
				out = append(out, name+" too many: "+around(p.start))
			}
		}
		for _, p := range want {
			if !g[p.start] {
				out = append(out, name+" missing:  "+around(p.start))
			}
		}
	}
	compare("TOK", tokenPieces(doc), gold.tokens)
	compare("SENT", sentencePieces(doc), gold.sentences)
	return out
}
