package ud

import (
	"fmt"

	"stemma"
	"stemma/internal/learn"
)

// Options say how to train. The zero value is not useful, see [Defaults].
type Options struct {
	// TagBits and ArcBits are the logarithms of the tables' sizes in rows.
	TagBits, ArcBits int
	// TagRounds, JackRounds and ArcRounds count the passes over the data: for the tagger,
	// for the taggers that give the parser its training tags, and for the parser.
	TagRounds, JackRounds, ArcRounds int
	// Folds is how many parts the data is cut into to tag each part with a
	// tagger that has not seen it.
	Folds int
	// Margin is by how much a right action must beat every wrong one.
	TagMargin, ArcMargin int32
	// Clip is how many of 10,000 weights the quantiser may cut off.
	Clip int
	// Notice goes into the model file.
	Notice string
	// Log is told what happens, a line at a time; it may be nil.
	Log func(format string, args ...any)
	// Round, when not nil, is called with the model so far after each parser round.
	Round func(round int, m *Model)
}

// Defaults returns the options that the embedded model was trained with.
func Defaults() Options {
	return Options{
		TagBits: 20, ArcBits: 21,
		TagRounds: 10, JackRounds: 6, ArcRounds: 12,
		Folds: 5, TagMargin: 4, ArcMargin: 8, Clip: 5,
	}
}

// A lesson is one sentence as the trainers see it.
type lesson struct {
	gold   *Gold
	number int // of the treebank sentence; a changed copy has that of its original
	words  []word
	mode   casing
	truth  []uint8 // right classes
	tags   []uint8 // classes found by a tagger that has not seen the sentence
	oracle *oracle
}

// Train makes a model from treebank sentences. It works in one goroutine and
// in integers, so the same sentences and options give the same bytes.
func Train(gold []*Gold, opt Options) (*Model, error) {
	if len(gold) == 0 {
		return nil, fmt.Errorf("train: no sentences")
	}
	if opt.Log == nil {
		opt.Log = func(string, ...any) {}
	}
	m := &Model{notice: opt.Notice, tagger: &tagger{}}
	m.lex = learnLexicon(gold)
	m.tagger.classes = learnClasses(gold)
	m.actions = learnActions(gold)
	m.lemmas = learnLemmas(gold)
	opt.Log("%d sentences, %d forms, %d classes, %d actions, %d lemma rules",
		len(gold), m.lex.size, len(m.tagger.classes), len(m.actions), len(m.lemmas.rules))

	lessons := m.lessons(gold, opt)
	for fold := range opt.Folds {
		var seen, unseen []*lesson
		for _, l := range lessons {
			if l.number/10%opt.Folds == fold {
				unseen = append(unseen, l)
			} else {
				seen = append(seen, l)
			}
		}
		t := &tagger{classes: m.tagger.classes, table: learnTags(seen, m.tagger.classes, opt, opt.JackRounds)}
		right, all := t.tagLessons(unseen)
		opt.Log("tags of fold %d: %d of %d words right", fold, right, all)
	}
	m.tagger.table = learnTags(lessons, m.tagger.classes, opt, opt.TagRounds)
	m.learnArcs(lessons, opt)
	return m, nil
}

// lessons prepares the sentences, and changed copies of some of them.
func (m *Model) lessons(gold []*Gold, opt Options) []*lesson {
	classOf := make(map[tagClass]uint8)
	for i, c := range m.tagger.classes {
		classOf[c] = uint8(i)
	}
	var all []*lesson
	var f former
	rand := learn.NewRand(1)
	for i, g := range gold {
		for _, c := range []*Gold{g, changed(g, rand)} {
			if c != nil {
				l := m.lesson(c, &f, classOf)
				l.number = i
				all = append(all, l)
			}
		}
	}
	return all
}

func (m *Model) lesson(g *Gold, f *former, classOf map[tagClass]uint8) *lesson {
	n := len(g.Words)
	l := &lesson{gold: g, words: make([]word, n), truth: make([]uint8, n), tags: make([]uint8, n)}
	for i, w := range g.Words {
		l.words[i] = f.word(w.Form, m.lex)
		class, ok := classOf[tagClass{w.Tag, w.Penn}]
		if !ok {
			class = nearestClass(m.tagger.classes, w.Tag)
		}
		l.truth[i] = class
	}
	l.mode = casingOf(l.words)
	l.oracle = newOracle(g)
	return l
}

// nearestClass returns the first class with the tag, for a rare pair.
func nearestClass(classes []tagClass, tag stemma.Tag) uint8 {
	for i, c := range classes {
		if c.tag == tag {
			return uint8(i)
		}
	}
	return 0
}
