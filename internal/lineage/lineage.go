package lineage

import (
	"context"
	"slices"

	"stemma"
)

// Version counts the changes of this package that change what it finds.
const Version = 1

// lonePassage is how many words outside quotations a passage shares at least
// to be listed when the two articles are no copies.
const lonePassage = 12

// Find reads the lineage of a pile. memo may be nil. The result depends on the
// set of articles alone; it fails when the pile cannot be read, is larger than
// the stated limit, or ctx is done.
func Find(ctx context.Context, pile Pile, memo Memo, opts Options) (*stemma.Lineage, error) {
	f := &finder{ctx: ctx, opts: opts, memo: memo, out: new(stemma.Lineage)}
	if err := f.load(pile); err != nil {
		return nil, err
	}
	f.revisions()
	f.findTwins()
	f.index()
	f.masks()
	ties := f.compare()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	signs, ids := f.record(ties)
	f.out.Families = f.families(ties, signs, ids)
	f.out.Quotations = f.quotations()
	f.sort()
	return f.out, ctx.Err()
}

// index makes the postings of the firsts.
func (f *finder) index() {
	f.post = index(len(f.firsts), f.opts.Workers, func(n int, buf []fingerprint) []fingerprint {
		return f.entries[f.firsts[n]].sketch.fingerprints(buf)
	})
	for i := range f.entries {
		if f.entries[i].sketch.cut {
			f.open("words_limit", i, "only the first "+itoa(maxWords)+" words were compared")
		}
	}
}

func (f *finder) open(rule string, entry int, reason string) {
	f.out.Open = append(f.out.Open, stemma.NewOpenArticle(rule, "lineage", reason, f.entries[entry].art.ID))
}

// A pairResult is what comparing one first with a later one came to.
type pairResult struct {
	other   int
	verdict verdict
}

// compare judges all candidates and returns the ties, twins included, in the
// order of their entries. Passages of pairs that are no copies are listed at once.
func (f *finder) compare() []tie {
	results := make([][]pairResult, len(f.firsts))
	cut := make([]bool, len(f.firsts))
	limited := make([]bool, len(f.firsts))
	f.each("pair", len(f.firsts), func(int) func(int) {
		c := counter{count: make([]uint32, len(f.firsts))}
		var al aligner
		return func(n int) {
			var found []candidate
			found, cut[n] = f.partners(n, &c)
			results[n], limited[n] = f.judgeAll(&al, n, found)
		}
	})
	for n, i := range f.firsts {
		if cut[n] {
			f.open("partners_limit", i, "shares text with more than "+itoa(maxPartners)+" others; compared with those that share most")
		}
		if limited[n] {
			f.open("repeats_limit", i, "repeats itself too often to be aligned throughout")
		}
	}
	return f.ties(results)
}

// judgeAll judges first n against its candidates and keeps what shows something.
func (f *finder) judgeAll(al *aligner, n int, found []candidate) ([]pairResult, bool) {
	var out []pairResult
	limited := false
	a := &f.entries[f.firsts[n]]
	for _, c := range found {
		b := &f.entries[f.firsts[c.other]]
		if a.chain == b.chain {
			continue
		}
		v := f.judge(al, a, b)
		limited = limited || v.limited
		if v.measure.kind() != "" || v.lone() {
			out = append(out, pairResult{int(c.other), v})
		}
	}
	return out, limited
}

// lone reports whether a pair that is no copy has passages to list.
func (v *verdict) lone() bool {
	for i := range v.stretches {
		if v.stretches[i].matched >= lonePassage {
			return true
		}
	}
	return false
}

// maxExpand is how many pairs of twins one verdict speaks for; beyond it the
// first of each stands for all.
const maxExpand = 64

// ties turns results into ties between entries: among twins, and between
// firsts with their twins.
func (f *finder) ties(results [][]pairResult) []tie {
	var out []tie
	for n, i := range f.firsts {
		out = append(out, f.twinTies(i)...)
		for k := range results[n] {
			r := &results[n][k]
			j := f.firsts[r.other]
			kind := r.verdict.measure.kind()
			if kind == "" {
				f.list(i, j, &r.verdict, false)
				continue
			}
			out = append(out, f.expand(i, j, kind, &r.verdict)...)
		}
	}
	return out
}

// expand makes a tie of each pair of twins of i and j, or of the two alone.
func (f *finder) expand(i, j int, kind stemma.DerivationKind, v *verdict) []tie {
	as, bs := append([]int{i}, f.twins[i]...), append([]int{j}, f.twins[j]...)
	if len(as)*len(bs) > maxExpand {
		as, bs = as[:1], bs[:1]
	}
	var out []tie
	for _, a := range as {
		for _, b := range bs {
			if f.entries[a].chain == f.entries[b].chain {
				continue
			}
			t := tie{a, b, kind, v}
			if a > b {
				t = tie{b, a, kind, v.flip()}
			}
			out = append(out, t)
		}
	}
	return out
}

// flip returns the verdict with the sides changed.
func (v *verdict) flip() *verdict {
	w := *v
	w.measure.WordsA, w.measure.WordsB = v.measure.WordsB, v.measure.WordsA
	w.measure.AllA, w.measure.AllB = v.measure.AllB, v.measure.AllA
	w.stretches = make([]stretch, len(v.stretches))
	for i, st := range v.stretches {
		st.a0, st.a1, st.b0, st.b1 = st.b0, st.b1, st.a0, st.a1
		w.stretches[i] = st
	}
	return &w
}

// maxTwins is how many twins are tied each to each; more hang on the first.
const maxTwins = 8

// twinTies ties the twins of a first to it, and few of them to each other.
func (f *finder) twinTies(i int) []tie {
	all := append([]int{i}, f.twins[i]...)
	if len(all) == 1 {
		return nil
	}
	v := f.twinVerdict(&f.entries[i])
	if v == nil {
		return nil
	}
	var out []tie
	for k, a := range all {
		if k > 0 && len(all) > maxTwins {
			break
		}
		for _, b := range all[k+1:] {
			if f.entries[a].chain != f.entries[b].chain {
				out = append(out, tie{a, b, v.measure.kind(), v})
			}
		}
	}
	return out
}

// twinVerdict is the verdict on two texts of the same words: nil when they are
// template or quotation for the most part.
func (f *finder) twinVerdict(e *entry) *verdict {
	n := int32(e.sketch.Len())
	st := stretch{a1: n, b1: n, matched: n, score: scoreMatch * n, runs: []seed{{0, 0, n}}}
	v := &verdict{measure: measure(e.sketch, e.sketch, e.mask, e.mask, []stretch{st})}
	v.add(st, true)
	if v.measure.kind() == "" {
		return nil
	}
	return v
}

// record lists the derivations and passages of all ties; it returns the
// directions and the ids of the derivations.
func (f *finder) record(ties []tie) ([]int, []stemma.ID) {
	signs, ids := make([]int, len(ties)), make([]stemma.ID, len(ties))
	for t := range ties {
		x := &ties[t]
		a, b := f.locate(x.a), f.locate(x.b)
		d := f.derive(x, a, b)
		ids[t] = d.ID
		if d.Directed {
			signs[t] = 1
			if d.Parent != a.art.ID {
				signs[t] = -1
			}
		}
		f.out.Derivations = append(f.out.Derivations, d)
		f.list(x.a, x.b, x.verdict, true)
	}
	return signs, ids
}

// list records the passages of a pair; of a pair that is no copy only the longer ones.
func (f *finder) list(i, j int, v *verdict, all bool) {
	a, b := f.locate(i), f.locate(j)
	for k := range v.stretches {
		st := &v.stretches[k]
		if all || st.matched >= lonePassage {
			f.out.Passages = append(f.out.Passages, st.passage(a, b, v.single.has(k)))
		}
	}
}

// evidence returns both sides of the longest passage of a tie.
func (f *finder) evidence(t *tie) []stemma.Span {
	st := t.verdict.longest()
	a, b := f.locate(t.a), f.locate(t.b)
	return []stemma.Span{a.span(st.a0, st.a1), b.span(st.b0, st.b1)}
}

// locate spells out the words of an entry.
func (f *finder) locate(i int) *located { return locate(f.entries[i].art, f.entries[i].sketch) }

// sort puts everything in the order of ids.
func (f *finder) sort() {
	slices.SortFunc(f.out.Passages, func(x, y stemma.Passage) int { return x.ID.Compare(y.ID) })
	slices.SortFunc(f.out.Derivations, func(x, y stemma.Derivation) int { return x.ID.Compare(y.ID) })
	slices.SortFunc(f.out.Families, func(x, y stemma.Family) int { return x.ID.Compare(y.ID) })
	slices.SortFunc(f.out.Quotations, func(x, y stemma.Quotation) int { return x.ID.Compare(y.ID) })
	slices.SortFunc(f.out.Open, func(x, y stemma.Open) int { return x.ID.Compare(y.ID) })
}
