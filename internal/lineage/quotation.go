package lineage

import (
	"cmp"
	"slices"

	"stemma"
)

// Quotations are grouped by the same words wherever they appear. The quotes
// are taken from the longest to the shortest; each is laid against the fuller
// ones that share a shingle with it and hangs on the best of them, or becomes
// a head itself. Nobody hangs on a variant, so there is no chain of likenesses.
const (
	// minQuoteWords is how many words a quotation has at least.
	minQuoteWords = 5
	// quoteShingle and quoteWindow winnow quotes; finer than text, for they are short.
	quoteShingle = 4
	quoteWindow  = 4
	// sureWords: from this length on the same words in a row are the same
	// utterance. A shorter one ("We are doing all we can") may be anybody's,
	// and is joined only between articles that share other text too.
	sureWords = 9
	// minLikeness is how much of the shorter quote the fuller one has, in thousandths.
	minLikeness = 650
	// minRun is how many words stand in a row in both.
	minRun = 4
	// maxHeads is how many heads of one shingle are looked at.
	maxHeads = 32
)

// A said is one quote of one first.
type said struct {
	first int // index into firsts
	n     int // which of the sketch's quotes
	quote
}

func (s *said) words() int { return int(s.last - s.quote.first) }

// A grouping holds the quotes of the pile and on which head each hangs.
type grouping struct {
	f     *finder
	all   []said
	post  *postings
	heads map[uint32][]int32 // term -> heads that hold it
	same  map[textKey]int32  // words -> the head of these very words
	head  []int32
	// runs are the equal words of each quote (b) and its head (a).
	runs [][]seed
	al   aligner
}

// quotations groups the quotes of all articles.
func (f *finder) quotations() []stemma.Quotation {
	g := &grouping{f: f, heads: make(map[uint32][]int32), same: make(map[textKey]int32)}
	for n, i := range f.firsts {
		for k, q := range f.entries[i].sketch.quotes {
			g.all = append(g.all, said{n, k, q})
		}
	}
	if len(g.all) > maxArticles {
		g.all = g.all[:maxArticles]
	}
	g.post = index(len(g.all), f.opts.Workers, g.prints)
	g.hang()
	return g.records()
}

// text returns the words of quote i.
func (g *grouping) text(i int) []uint32 {
	s := &g.all[i]
	return g.f.entries[g.f.firsts[s.first]].sketch.hash[s.quote.first:s.last]
}

// prints appends the fingerprints of quote i.
func (g *grouping) prints(i int, buf []fingerprint) []fingerprint {
	words := g.text(i)
	var hashes []uint64
	for at := range len(words) - quoteShingle + 1 {
		h := uint64(0)
		for _, w := range words[at : at+quoteShingle] {
			h = h*shingleBase + uint64(w)
		}
		hashes = append(hashes, mix(h)*shingleBase)
	}
	last := -1
	for from := 0; from == 0 || from+quoteWindow <= len(hashes); from++ {
		best := from
		for k := from; k < min(from+quoteWindow, len(hashes)); k++ {
			if hashes[k] <= hashes[best] {
				best = k
			}
		}
		if best != last {
			buf = append(buf, fingerprint{hash: hashes[best], at: int32(best)})
			last = best
		}
	}
	return buf
}

// hang finds the head of every quote, the longest first.
func (g *grouping) hang() {
	order := make([]int32, len(g.all))
	g.head, g.runs = make([]int32, len(g.all)), make([][]seed, len(g.all))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(x, y int32) int { return g.all[y].words() - g.all[x].words() })
	for _, i := range order {
		key := quoteKey(g.text(int(i)))
		head, runs := g.best(int(i), key)
		g.head[i], g.runs[i] = head, runs
		if head == i {
			g.runs[i] = []seed{{0, 0, int32(g.all[i].words())}} // for its twins
			g.same[key] = i
			for _, o := range g.post.terms(int(i)) {
				if list := g.heads[o>>1]; len(list) < maxHeads {
					g.heads[o>>1] = append(list, i)
				}
			}
		}
	}
}

// quoteKey is the key of the words alone.
func quoteKey(words []uint32) textKey {
	s := Sketch{hash: words}
	return s.key()
}

// best returns the head that quote i hangs on, itself when there is none.
func (g *grouping) best(i int, key textKey) (int32, []seed) {
	words := g.text(i)
	if head, ok := g.same[key]; ok && g.mayJoin(int(head), i) {
		return head, []seed{{0, 0, int32(len(words))}}
	}
	head, bestMatched := int32(i), 0
	var bestRuns []seed
	var tried []int32
	for _, o := range g.post.terms(i) {
		for _, h := range g.heads[o>>1] {
			if slices.Contains(tried, h) {
				continue
			}
			tried = append(tried, h)
			runs := g.lay(g.text(int(h)), words)
			matched := matchedWords(runs)
			if alike(matched, runs, len(words)) && matched > bestMatched && g.mayJoin(int(h), i) {
				head, bestMatched, bestRuns = h, matched, runs
			}
		}
	}
	return head, bestRuns
}

func matchedWords(runs []seed) int {
	n := 0
	for _, r := range runs {
		n += int(r.n)
	}
	return n
}

// alike reports whether so many matched words make the shorter quote of the
// given length a variant of the fuller one.
func alike(matched int, runs []seed, words int) bool {
	longest := int32(0)
	for _, r := range runs {
		longest = max(longest, r.n)
	}
	return matched >= minQuoteWords && longest >= minRun && permille(matched, words) >= minLikeness
}

// mayJoin reports whether two quotes may be one quotation: of short ones the
// articles must share something else.
func (g *grouping) mayJoin(head, i int) bool {
	h, q := &g.all[head], &g.all[i]
	return q.words() >= sureWords || h.first == q.first || g.f.related(h.first, q.first)
}

// related reports whether two firsts share a term that few articles hold.
func (f *finder) related(x, y int) bool {
	a, b := f.post.terms(x), f.post.terms(y)
	for len(a) > 0 && len(b) > 0 {
		switch ta, tb := a[0]>>1, b[0]>>1; {
		case ta < tb:
			a = a[1:]
		case ta > tb:
			b = b[1:]
		case f.post.bucket(int(ta)) < leaderBucket && (a[0]&1 == 0 || b[0]&1 == 0):
			return true
		default:
			a, b = a[1:], b[1:]
		}
	}
	return false
}

// maxLay is the largest grid, in cells, on which two quotes are laid against
// each other in full; larger ones go by seeds.
const maxLay = 1 << 18

// lay returns the runs of equal words of a head and a quote, one chain in order.
func (g *grouping) lay(head, words []uint32) []seed {
	if (len(head)+1)*(len(words)+1) > maxLay {
		g.al.load(&Sketch{hash: head})
		var best []seed
		for _, st := range g.al.align(&Sketch{hash: words}) {
			if matchedWords(st.runs) > matchedWords(best) {
				best = st.runs
			}
		}
		return best
	}
	return tidy(g.al.global(head, words, false))
}

// strayGap is how far from the rest a run of a word or two may stand at either end.
const strayGap = 6

// tidy drops single words at the ends that matched far away from the rest:
// the "the" forty words before the quotation begins.
func tidy(runs []seed) []seed {
	for len(runs) > 1 && runs[0].n <= 2 && runs[1].a-runs[0].a-runs[0].n > strayGap {
		runs = runs[1:]
	}
	for n := len(runs); n > 1 && runs[n-1].n <= 2 && runs[n-1].a-runs[n-2].a-runs[n-2].n > strayGap; n-- {
		runs = runs[:n-1]
	}
	return runs
}

// A hung is one variant: quote n of an entry, with its runs.
type hung struct {
	entry int
	n     int
	quote
	runs []seed
}

// records makes a quotation of every head with what hangs on it.
func (g *grouping) records() []stemma.Quotation {
	variants := make([][]hung, len(g.all))
	for i := range g.all {
		s := &g.all[i]
		at := g.f.firsts[s.first]
		for _, e := range append([]int{at}, g.f.twins[at]...) {
			q := g.f.entries[e].sketch.quotes[s.n]
			variants[g.head[i]] = append(variants[g.head[i]], hung{e, s.n, q, g.runs[i]})
		}
	}
	heads := make([]int, 0, len(g.all))
	for i := range g.all {
		if int(g.head[i]) == i {
			heads = append(heads, i)
		}
	}
	out := make([]stemma.Quotation, len(heads))
	g.f.each("quotation", len(heads), func(int) func(int) {
		return func(k int) { out[k] = g.record(heads[k], variants[heads[k]]) }
	})
	return out
}

// record makes one quotation. The head comes first, the others by span.
func (g *grouping) record(head int, all []hung) stemma.Quotation {
	self := hung{entry: g.f.firsts[g.all[head].first], n: g.all[head].n}
	slices.SortFunc(all, func(x, y hung) int {
		isX, isY := x.entry == self.entry && x.n == self.n, y.entry == self.entry && y.n == self.n
		if isX != isY {
			if isX {
				return -1
			}
			return 1
		}
		return cmp.Or(x.entry-y.entry, int(x.start)-int(y.start))
	})
	q := stemma.Quotation{Rule: "shared_words"}
	for i := range all {
		span := g.f.quoteSpan(&all[i])
		q.Variants = append(q.Variants, stemma.Variant{Span: span})
		id := stemma.AnchoredID(stemma.KindQuotation, span.Article, span.Start, span.End)
		if q.ID.IsZero() || id.Compare(q.ID) < 0 {
			q.ID = id
		}
	}
	q.Evidence = []stemma.Span{q.Variants[0].Span}
	q.Drifts = g.f.drifts(all)
	return q
}

// quoteSpan returns the words between the marks, spaces at the ends left out.
func (f *finder) quoteSpan(h *hung) stemma.Span {
	art := f.entries[h.entry].art
	start, end := trimSpace(art.Text, int(h.start), int(h.end))
	return art.Span(start, end)
}
