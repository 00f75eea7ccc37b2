package ud

import (
	"slices"

	"stemma"
	"stemma/internal/learn"
)

// learnTags trains a tagger's table. The classes of the words before are those
// that the tagger itself gives, as they will be later.
func learnTags(lessons []*lesson, classes []tagClass, opt Options, rounds int) *learn.Table {
	t := learn.NewTrainer(opt.TagBits, len(classes))
	scores := make([]int32, t.Width())
	order := slices.Clone(lessons)
	rand := learn.NewRand(2)
	var keys []uint32
	for range rounds {
		rand.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, l := range order {
			t1, t2 := uint8(noTag), uint8(noTag)
			for i := range l.words {
				keys = tagKeys(keys[:0], l.words, i, l.mode, t1, t2)
				t.Sum(keys, scores)
				found, good := scores[:len(classes)], int(l.truth[i])
				guess := best(found)
				if bad := rival(found, good); found[good]-found[bad] < opt.TagMargin {
					t.Add(keys, good, 1)
					t.Add(keys, bad, -1)
				}
				t.Tick()
				t1, t2 = uint8(guess), t1
			}
		}
	}
	return t.Table(opt.Clip)
}

// rival returns the best class other than the right one.
func rival(scores []int32, good int) int {
	b := -1
	for i, s := range scores {
		if i != good && (b < 0 || s > scores[b]) {
			b = i
		}
	}
	return b
}

// tagLessons tags the lessons and counts how many universal tags are right.
func (t *tagger) tagLessons(lessons []*lesson) (right, all int) {
	keys := make([]uint32, 0, learn.MaxKeys)
	scores := make([]int32, t.table.Width())
	for _, l := range lessons {
		t.tag(l.words, l.mode, l.tags, keys, scores)
		for i, c := range l.tags {
			all++
			if t.classes[c].tag == l.gold.Words[i].Tag {
				right++
			}
		}
	}
	return right, all
}

// An arcLearner trains the parser's table.
type arcLearner struct {
	*learn.Trainer
	actions []action
	of      map[action]uint8
	opt     Options
	rand    *learn.Rand
	v       sentence
	s       state
	keys    []uint32
	scores  []int32
	wrong   int
}

// learnArcs trains the parser with the dynamic oracle: from the second round on it
// mostly follows its own decisions, and learns what is best after its mistakes.
func (m *Model) learnArcs(lessons []*lesson, opt Options) {
	al := &arcLearner{
		Trainer: learn.NewTrainer(opt.ArcBits, len(m.actions)),
		actions: m.actions, of: make(map[action]uint8), opt: opt, rand: learn.NewRand(3),
	}
	al.scores = make([]int32, al.Width())
	for i, a := range m.actions {
		al.of[a] = uint8(i)
	}
	order := slices.Clone(lessons)
	for round := range opt.ArcRounds {
		al.rand.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		al.wrong = 0
		for _, l := range order {
			al.v.reset(len(l.words))
			copy(al.v.words, l.words)
			copy(al.v.tags, l.tags)
			al.v.mode = l.mode
			al.v.setTags(m.tagger.classes)
			al.sentence(l.oracle, round > 0)
		}
		opt.Log("parser round %d: %d actions wrong", round+1, al.wrong)
		if opt.Round != nil {
			m.arcs = al.Table(opt.Clip)
			opt.Round(round+1, m)
		}
	}
	m.arcs = al.Table(opt.Clip)
}

// sentence takes the parser through one sentence.
func (al *arcLearner) sentence(o *oracle, explore bool) {
	s := &al.s
	s.reset(len(o.heads))
	for !s.done() {
		al.keys = arcKeys(al.keys[:0], s, &al.v)
		al.Sum(al.keys, al.scores)
		good, bad := al.judge(o)
		next := good
		if bad >= 0 {
			if al.scores[good] <= al.scores[bad] {
				al.wrong++
				if explore && al.rand.Intn(10) > 0 {
					next = bad
				}
			}
			if al.scores[good]-al.scores[bad] < al.opt.ArcMargin {
				al.Add(al.keys, good, 1)
				al.Add(al.keys, bad, -1)
			}
		}
		al.Tick()
		al.apply(next)
	}
}

// apply makes the action.
func (al *arcLearner) apply(a int) {
	switch al.actions[a].move {
	case moveShift:
		al.s.shift()
	case moveLeft:
		al.s.left(uint8(a))
	case moveRight:
		al.s.right(uint8(a))
	}
}

// judge returns the best of the right actions and the best of the wrong ones
// (-1 when none is wrong). An arc that is in the tree must have its relation.
func (al *arcLearner) judge(o *oracle) (good, bad int) {
	s := &al.s
	costs := o.costs(s)
	allowed := [3]bool{s.canShift(), s.canLeft(), s.canRight()}
	least := 1 << 30
	for mv, ok := range allowed {
		if ok {
			least = min(least, costs[mv])
		}
	}
	exact := al.exact(o)
	good, bad = -1, -1
	for i, a := range al.actions {
		switch {
		case !allowed[a.move]:
		case costs[a.move] == least && (exact[a.move] == 0 || exact[a.move] == i):
			if good < 0 || al.scores[i] > al.scores[good] {
				good = i
			}
		case bad < 0 || al.scores[i] > al.scores[bad]:
			bad = i
		}
	}
	return good, bad
}

// exact returns for the moves that make a right arc the only right action, 0 for others.
func (al *arcLearner) exact(o *oracle) (exact [3]int) {
	s := &al.s
	if s.top < 0 {
		return exact
	}
	top := &s.nodes[s.top]
	child := top.tok
	rel := o.rels[child]
	if o.heads[child] == s.front.tok {
		exact[moveLeft] = al.action(moveLeft, rel)
	}
	if top.prev >= 0 && o.heads[child] == s.nodes[top.prev].tok {
		exact[moveRight] = al.action(moveRight, rel)
	}
	return exact
}

// action returns the number of an action; a rare relation gives way to its
// universal one, and that to dep.
func (al *arcLearner) action(mv move, rel stemma.Rel) int {
	for _, r := range []stemma.Rel{rel, rel.Base(), stemma.RelDep} {
		if i, ok := al.of[action{mv, r}]; ok {
			return int(i)
		}
	}
	return 0
}
