package ud

import (
	"fmt"
	"sync"

	"stemma"
	"stemma/internal/learn"
)

// Kind is what the header of a model file says that this package's models are.
const Kind = "ud"

// A Model tags, lemmatises and parses English. It never changes, and any
// number of goroutines may use it.
type Model struct {
	notice  string
	lex     *lexicon
	tagger  *tagger
	arcs    *learn.Table
	actions []action
	lemmas  *lemmatizer
	work    sync.Pool
}

// workspace is what one parse in progress needs; it is used again for the next.
type workspace struct {
	v      sentence
	s      state
	keys   []uint32
	scores []int32
	lemma  []byte
	ends   []int32
}

// Load makes a model from the bytes of a model file, which must not change
// afterwards. The error wraps [learn.ErrFormat] when they are something else.
func Load(b []byte) (*Model, error) {
	f, err := learn.ReadFile(b, Kind)
	if err != nil {
		return nil, fmt.Errorf("load model: %w", err)
	}
	m := &Model{notice: f.Notice, tagger: &tagger{}}
	steps := []struct {
		section string
		read    func(b []byte) (err error)
	}{
		{"lexicon", func(b []byte) (err error) { m.lex, err = unpackLexicon(b); return err }},
		{"classes", func(b []byte) (err error) { m.tagger.classes, err = unpackClasses(b); return err }},
		{"tagger", func(b []byte) (err error) { m.tagger.table, err = learn.UnpackTable(b); return err }},
		{"actions", func(b []byte) (err error) { m.actions, err = unpackActions(b); return err }},
		{"arcs", func(b []byte) (err error) { m.arcs, err = learn.UnpackTable(b); return err }},
		{"lemmas", func(b []byte) (err error) { m.lemmas, err = unpackLemmas(b); return err }},
	}
	for _, step := range steps {
		if err := step.read(f.Section(step.section)); err != nil {
			return nil, fmt.Errorf("load model: section %s: %w", step.section, err)
		}
	}
	if m.tagger.table.Classes() != len(m.tagger.classes) || m.arcs.Classes() != len(m.actions) {
		return nil, fmt.Errorf("load model: tables do not fit their classes: %w", learn.ErrFormat)
	}
	return m, nil
}

// Bytes returns the model as the bytes of a model file.
func (m *Model) Bytes() []byte {
	f := &learn.File{Kind: Kind, Notice: m.notice}
	f.Add("lexicon", m.lex.pack())
	f.Add("classes", packClasses(m.tagger.classes))
	f.Add("tagger", m.tagger.table.Pack())
	f.Add("actions", packActions(m.actions))
	f.Add("arcs", m.arcs.Pack())
	f.Add("lemmas", m.lemmas.pack())
	return f.Bytes()
}

// Notice names the corpora that the model was trained from and their licences.
func (m *Model) Notice() string { return m.notice }

// workspace takes a workspace from the pool.
func (m *Model) workspace() *workspace {
	if w, ok := m.work.Get().(*workspace); ok {
		return w
	}
	width := max(m.tagger.table.Width(), m.arcs.Width())
	return &workspace{keys: make([]uint32, 0, learn.MaxKeys), scores: make([]int32, width)}
}

// Parse finds the tags, lemmas and trees of all sentences of doc. It allocates
// the result and nothing for a token.
func (m *Model) Parse(doc *stemma.Doc) *stemma.Tree {
	n := len(doc.Tokens)
	t := &stemma.Tree{
		Doc:    doc,
		Tags:   make([]stemma.Tag, n),
		Penns:  make([]stemma.Penn, n),
		Lemmas: make([]string, n),
		Heads:  make([]int32, n),
		Rels:   make([]stemma.Rel, n),
	}
	w := m.workspace()
	defer m.work.Put(w)
	w.lemma, w.ends = w.lemma[:0], w.ends[:0]
	for i := range doc.Sentences {
		m.parseSentence(w, t, int(doc.Sentences[i].First), int(doc.Sentences[i].Last))
	}
	m.lemmatize(w, t)
	return t
}

// parseSentence fills in tokens [first, last) of the tree.
func (m *Model) parseSentence(w *workspace, t *stemma.Tree, first, last int) {
	if first >= last {
		return
	}
	n := last - first
	v := &w.v
	v.reset(n)
	for i := range n {
		tok := t.Doc.Tokens[first+i]
		v.words[i] = v.form.word(t.Doc.Article.Text[tok.Start:tok.End], m.lex)
	}
	v.mode = casingOf(v.words)
	m.tagger.tag(v.words, v.mode, v.tags, w.keys, w.scores)
	v.setTags(m.tagger.classes)
	for i, c := range v.tags {
		t.Tags[first+i], t.Penns[first+i] = m.tagger.classes[c].tag, m.tagger.classes[c].penn
	}
	m.derive(w, t, first)
}

// derive runs the transitions of one sentence and writes its arcs.
func (m *Model) derive(w *workspace, t *stemma.Tree, first int) {
	v, s := &w.v, &w.s
	s.reset(len(v.words))
	for !s.done() {
		w.keys = arcKeys(w.keys[:0], s, v)
		m.arcs.Sum(w.keys, w.scores)
		a := bestAllowed(s, m.actions, w.scores)
		rel := uint8(a)
		var child, head int32
		switch m.actions[a].move {
		case moveShift:
			s.shift()
			continue
		case moveLeft:
			child, head = s.left(rel)
		case moveRight:
			child, head = s.right(rel)
		}
		t.Heads[first+int(child)] = int32(first) + head
		t.Rels[first+int(child)] = m.actions[a].rel
		if head == s.n {
			t.Heads[first+int(child)], t.Rels[first+int(child)] = -1, stemma.RelRoot
		}
	}
}

// bestAllowed returns the best action that keeps a tree possible.
func bestAllowed(s *state, actions []action, scores []int32) int {
	allowed := [3]bool{s.canShift(), s.canLeft(), s.canRight()}
	found := -1
	for i, a := range actions {
		if allowed[a.move] && (found < 0 || scores[i] > scores[found]) {
			found = i
		}
	}
	return found
}
