package lineage

// An aligner holds the working memory of aligning pairs; one per goroutine.
type aligner struct {
	table  lookup
	seeds  []seed
	a, b   *Sketch
	grid   []cell
	runs   []seed
	limits bool
}

// load makes s the first side of the pairs that follow.
func (al *aligner) load(s *Sketch) {
	al.a = s
	al.table.fill(s.hash)
}

// A stretch is one aligned part of a pair: words [a0,a1) and [b0,b1), and the
// runs of equal words inside it, in order.
type stretch struct {
	a0, a1, b0, b1 int32
	matched        int32
	score          int32
	runs           []seed
}

// align returns the stretches that the loaded sketch shares with b, by their
// place in it.
func (al *aligner) align(b *Sketch) []stretch {
	al.b = b
	al.seeds, al.limits = al.table.seeds(b.hash, al.seeds[:0])
	if len(al.seeds) == 0 {
		return nil
	}
	usedA, usedB := newBitset(len(al.a.hash)), newBitset(len(b.hash))
	var chained [][]seed
	chains(al.seeds, usedA, usedB, func(c []seed) { chained = append(chained, c) })
	var out []stretch
	for _, c := range chained {
		if st := al.stretch(c, usedA, usedB); st.matched >= minPassage {
			out = append(out, st)
		}
	}
	sortStretches(out)
	return out
}

// stretch fills the gaps of a chain and lengthens its ends.
func (al *aligner) stretch(chain []seed, usedA, usedB bitset) stretch {
	first, last := chain[0], chain[len(chain)-1]
	runs := al.lead(first, usedA, usedB)
	for i, s := range chain {
		if i > 0 {
			p := chain[i-1]
			runs = al.gap(runs, p.a+p.n, s.a, p.b+p.n, s.b)
		}
		runs = appendRun(runs, s)
	}
	runs = al.trail(runs, last, usedA, usedB)
	return finish(runs)
}

// finish makes the stretch that runs cover, with its score.
func finish(runs []seed) stretch {
	first, last := runs[0], runs[len(runs)-1]
	st := stretch{a0: first.a, b0: first.b, a1: last.a + last.n, b1: last.b + last.n, runs: runs}
	for i, r := range runs {
		st.matched += r.n
		st.score += scoreMatch * r.n
		if i == 0 {
			continue
		}
		p := runs[i-1]
		da, db := r.a-p.a-p.n, r.b-p.b-p.n
		st.score += scoreChange * min(da, db)
		if da != db {
			st.score += scoreOpen + scoreExtend*max(da-db, db-da)
		}
	}
	return st
}

// appendRun adds a run, joined to the one before when nothing stands between.
func appendRun(runs []seed, s seed) []seed {
	if n := len(runs); n > 0 && runs[n-1].a+runs[n-1].n == s.a && runs[n-1].b+runs[n-1].n == s.b {
		runs[n-1].n += s.n
		return runs
	}
	return append(runs, s)
}

// gap aligns the words between two seeds and appends the equal runs.
func (al *aligner) gap(runs []seed, a0, a1, b0, b1 int32) []seed {
	if a0 == a1 || b0 == b1 {
		return runs
	}
	found := al.global(al.a.hash[a0:a1], al.b.hash[b0:b1], false)
	for _, r := range found {
		runs = appendRun(runs, seed{a0 + r.a, b0 + r.b, r.n})
	}
	return runs
}

// lead aligns backwards from the first seed, as far as it pays.
func (al *aligner) lead(first seed, usedA, usedB bitset) []seed {
	na, nb := int32(0), int32(0)
	for na < min(first.a, maxGap) && !usedA.has(int(first.a-na-1)) {
		na++
	}
	for nb < min(first.b, maxGap) && !usedB.has(int(first.b-nb-1)) {
		nb++
	}
	if na == 0 || nb == 0 {
		return nil
	}
	found := al.global(reversed(al.a.hash[first.a-na:first.a]), reversed(al.b.hash[first.b-nb:first.b]), true)
	var runs []seed
	for i := len(found) - 1; i >= 0; i-- {
		r := found[i]
		s := seed{first.a - r.a - r.n, first.b - r.b - r.n, r.n}
		markRun(s, usedA, usedB)
		runs = appendRun(runs, s)
	}
	return runs
}

// trail aligns forwards from the last seed, as far as it pays.
func (al *aligner) trail(runs []seed, last seed, usedA, usedB bitset) []seed {
	a0, b0 := last.a+last.n, last.b+last.n
	a1, b1 := a0, b0
	for int(a1) < len(al.a.hash) && a1-a0 < maxGap && !usedA.has(int(a1)) {
		a1++
	}
	for int(b1) < len(al.b.hash) && b1-b0 < maxGap && !usedB.has(int(b1)) {
		b1++
	}
	if a0 == a1 || b0 == b1 {
		return runs
	}
	for _, r := range al.global(al.a.hash[a0:a1], al.b.hash[b0:b1], true) {
		s := seed{a0 + r.a, b0 + r.b, r.n}
		markRun(s, usedA, usedB)
		runs = appendRun(runs, s)
	}
	return runs
}

func markRun(s seed, usedA, usedB bitset) {
	for k := range int(s.n) {
		usedA.set(int(s.a) + k)
		usedB.set(int(s.b) + k)
	}
}

func reversed(words []uint32) []uint32 {
	out := make([]uint32, len(words))
	for i, w := range words {
		out[len(words)-1-i] = w
	}
	return out
}
