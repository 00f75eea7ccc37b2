package ud

import (
	"fmt"
	"strings"

	"stemma"
)

// A Score counts what a model got right on treebank sentences.
type Score struct {
	// Words is the number of words, Found the number that the system found (the same with gold tokens).
	Words, Found int
	// Tags, Penns and Lemmas count words with the right label, Heads those with
	// the right head, Arcs those with the right head and universal relation, and
	// Labels those where the subtype is right too.
	Tags, Penns, Lemmas, Heads, Arcs, Labels int
}

// Add adds another score.
func (s *Score) Add(o Score) {
	s.Words += o.Words
	s.Found += o.Found
	s.Tags += o.Tags
	s.Penns += o.Penns
	s.Lemmas += o.Lemmas
	s.Heads += o.Heads
	s.Arcs += o.Arcs
	s.Labels += o.Labels
}

// F1 returns the F1 of a count in hundredths of a percent, rounded.
func (s Score) F1(right int) int {
	if s.Words+s.Found == 0 {
		return 0
	}
	return (right*2*10000 + (s.Words+s.Found)/2) / (s.Words + s.Found)
}

// String prints the score in percent.
func (s Score) String() string {
	var b strings.Builder
	for _, p := range []struct {
		name  string
		right int
	}{{"UPOS", s.Tags}, {"XPOS", s.Penns}, {"lemma", s.Lemmas}, {"UAS", s.Heads}, {"LAS", s.Arcs}, {"LAS with subtypes", s.Labels}} {
		f := s.F1(p.right)
		fmt.Fprintf(&b, "%s %d.%02d  ", p.name, f/100, f%100)
	}
	return strings.TrimSpace(b.String())
}

// ScoreGold parses sentences with their own tokens and compares.
func (m *Model) ScoreGold(gold []*Gold) Score {
	var s Score
	for _, g := range gold {
		t := m.Parse(g.Sentence())
		for i := range g.Words {
			s.word(t, i, &g.Words[i], t.Heads[i] == g.Words[i].Head)
		}
	}
	return s
}

// word compares word i of the tree with the right one.
func (s *Score) word(t *stemma.Tree, i int, w *GoldWord, head bool) {
	s.Words++
	s.Found++
	count := func(n *int, right bool) {
		if right {
			*n++
		}
	}
	count(&s.Tags, t.Tags[i] == w.Tag)
	count(&s.Penns, t.Penns[i] == w.Penn)
	count(&s.Lemmas, t.Lemmas[i] == w.Lemma || w.Lemma == "_")
	count(&s.Heads, head)
	count(&s.Arcs, head && t.Rels[i].Base() == w.Rel.Base())
	count(&s.Labels, head && t.Rels[i] == w.Rel)
}
