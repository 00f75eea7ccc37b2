package lineage

import (
	"math/bits"
	"slices"

	"stemma"
)

// Template text is what a publisher prints under (or over) everything: "Sign
// up for our newsletter", "The Associated Press contributed". It must not tie
// unrelated stories together. A shingle is taken for template in an article
// when it is far commoner in the pile than the article's text is otherwise:
//
//   - all who hold it are of the article's own publisher, and at least
//     2^ownBucket articles do; or
//   - nobody knows the publishers, at least 2^edgeBucket articles hold it,
//     and it stands near the beginning or the end.
//
// Ten thousand copies of one article are no template: there the whole text is
// as common as any shingle of it. A background paragraph in the middle of
// forty stories of different papers is none either.
const (
	ownBucket  = 3
	edgeBucket = 4
	// aboveMedian is how far its bucket lies above the median of the article's.
	aboveMedian = 3
	// edgeWords is how near to the beginning or end "near" is.
	edgeWords = 120
)

// masks finds the template words of every first.
func (f *finder) masks() {
	owners := f.owners()
	f.each("mask", len(f.firsts), func(int) func(int) {
		var buf []fingerprint
		return func(n int) {
			if common := f.common(n); common {
				e := &f.entries[f.firsts[n]]
				buf = e.sketch.fingerprints(buf[:0])
				f.mask(n, e, owners, buf)
			}
		}
	})
}

// publisherKey tells publishers apart; empty when unknown.
func publisherKey(art *stemma.Article) string {
	switch p := art.Publisher; {
	case p == nil:
		return ""
	case p.Key != "":
		return p.Key
	default:
		return p.Name
	}
}

// owners returns, per term, the publisher that half or more of its articles
// are of, as a first index with that publisher; -1 when there is none or the
// term is rare. Buckets decide, as everywhere: as many as floor(log2) tells.
func (f *finder) owners() []int32 {
	owners := make([]int32, len(f.post.term))
	number := make(map[string]int32)
	of := make([]int32, len(f.firsts))
	for n, i := range f.firsts {
		key := publisherKey(f.entries[i].art)
		if _, ok := number[key]; !ok && key != "" {
			number[key] = int32(len(number)) + 1
		}
		of[n] = number[key]
	}
	parallel(64, f.opts.Workers, func(part int) {
		count := make([]uint32, len(number)+1)
		for t := len(owners) * part / 64; t < len(owners)*(part+1)/64; t++ {
			owners[t] = f.owner(t, of, count)
		}
	})
	// Turn publisher numbers into what mask compares: the same numbers per article.
	f.publisher = of
	return owners
}

// owner returns the number of the publisher that holds term t, or 0.
func (f *finder) owner(t int, of []int32, count []uint32) int32 {
	if f.post.bucket(t) < ownBucket {
		return 0
	}
	best := int32(0)
	refs := f.post.of(t)
	for _, r := range refs {
		p := of[r.article()]
		count[p]++
		if p != 0 && (best == 0 || count[p] > count[best]) {
			best = p
		}
	}
	own := count[best]
	for _, r := range refs {
		count[of[r.article()]] = 0
	}
	if best == 0 || bits.Len32(own)-1 != f.post.bucket(t) {
		return 0
	}
	return best
}

// median returns the middle bucket of a first's fingerprints.
func (f *finder) median(n int) int {
	var count [33]int
	total := int(f.post.prints[n])
	own := f.post.terms(n)
	count[0] = total - len(own)
	for _, o := range own {
		count[f.post.bucket(int(o>>1))]++
	}
	sum := 0
	for b, c := range count {
		if sum += c; 2*sum >= total {
			return b
		}
	}
	return 0
}

// common reports whether a first holds any term common enough for a template.
func (f *finder) common(n int) bool {
	least := max(ownBucket, f.median(n)+aboveMedian)
	for _, o := range f.post.terms(n) {
		if f.post.bucket(int(o>>1)) >= least {
			return true
		}
	}
	return false
}

// mask marks the words of the shingles that are template in a first, and the
// words between two such that nothing else separates.
func (f *finder) mask(n int, e *entry, owners []int32, prints []fingerprint) {
	words, least := e.sketch.Len(), f.median(n)+aboveMedian
	end := -1 // the end of a template run that the next fingerprint may carry on
	for _, p := range prints {
		from, to := int(p.at), int(p.at)+shingle
		term, ok := f.template(n, p, owners, least, words)
		if !ok {
			end = -1
			continue
		}
		if e.mask == nil {
			e.mask = newBitset(words)
		}
		e.maskTerms = append(e.maskTerms, uint32(term))
		if end >= 0 {
			from = min(from, end)
		}
		if from <= window {
			from = 0
		}
		if words-to <= window {
			to = words
		}
		for i := from; i < to; i++ {
			e.mask.set(i)
		}
		end = to
	}
	slices.Sort(e.maskTerms)
}

// template returns the term of one fingerprint of a first, and whether it is template text there.
func (f *finder) template(n int, p fingerprint, owners []int32, least, words int) (int, bool) {
	t, ok := f.post.find(n, p.hash)
	if !ok || f.post.bucket(t) < least || p.quoted {
		return 0, false
	}
	b := f.post.bucket(t)
	own := f.publisher[n]
	switch {
	case own != 0:
		return t, b >= ownBucket && owners[t] == own
	case b >= edgeBucket:
		return t, int(p.at) < edgeWords/2 || words-int(p.at) <= edgeWords
	}
	return 0, false
}
