package lineage

import (
	"math/bits"
	"slices"
	"sync"
)

// The postings answer "which articles hold this fingerprint". They are made by
// sorting, not by a hash table: every fingerprint becomes one 64-bit key, its
// hash above its article, the keys are dealt out to shards by the top bits of
// the hash, and each shard is sorted on its own. A term that one article alone
// holds is dropped at once; of ordinary news nine in ten are.
const (
	// articleBits and one bit for "quoted" are the lower part of a key; 39 bits
	// of hash remain. Ten million different terms then collide about 90 times.
	articleBits = 24
	// maxArticles is the stated limit on one pile.
	maxArticles = 1 << articleBits
	shardBits   = 6
	shards      = 1 << shardBits
)

// A ref is an article's index with a bit that says "quoted there".
type ref uint32

func makeRef(art int, quoted bool) ref {
	r := ref(art) << 1
	if quoted {
		r |= 1
	}
	return r
}

func (r ref) article() int { return int(r >> 1) }
func (r ref) quoted() bool { return r&1 != 0 }

func makeKey(hash uint64, r ref) uint64 { return hash>>(articleBits+1)<<(articleBits+1) | uint64(r) }

func keyTerm(key uint64) uint64 { return key >> (articleBits + 1) }
func keyRef(key uint64) ref     { return ref(key & (1<<(articleBits+1) - 1)) }

// postings are the terms that two articles or more hold, in the order of their
// hashes, and the same the other way round.
type postings struct {
	// term holds the hashes; the refs of term t are refs[start[t]:start[t+1]], sorted.
	term  []uint64
	start []uint32
	refs  []ref
	// own lists, per article, its terms as term<<1|quoted, from ownStart[article].
	own      []uint32
	ownStart []uint32
	// prints counts all fingerprints of each article, shared or not.
	prints []uint32
}

// bucket returns floor(log2 df) of term t.
func (p *postings) bucket(t int) int { return bits.Len32(p.start[t+1]-p.start[t]) - 1 }

// of returns the articles that hold term t.
func (p *postings) of(t int) []ref { return p.refs[p.start[t]:p.start[t+1]] }

// terms returns the terms of an article.
func (p *postings) terms(art int) []uint32 { return p.own[p.ownStart[art]:p.ownStart[art+1]] }

// find returns the term with the given hash among those of the article.
func (p *postings) find(art int, hash uint64) (int, bool) {
	own := p.terms(art)
	want := hash >> (articleBits + 1)
	i, ok := slices.BinarySearchFunc(own, want, func(o uint32, want uint64) int {
		switch got := p.term[o>>1]; {
		case got < want:
			return -1
		case got > want:
			return 1
		}
		return 0
	})
	if !ok {
		return 0, false
	}
	return int(own[i] >> 1), true
}

// A source gives the fingerprints of article i, appended to buf.
type source func(i int, buf []fingerprint) []fingerprint

// index sorts the fingerprints of n articles into postings.
func index(n, workers int, prints source) *postings {
	p := &postings{prints: make([]uint32, n), ownStart: make([]uint32, n+1)}
	dealt := p.deal(n, workers, prints)
	sorted := make([]shard, shards)
	parallel(shards, workers, func(s int) { sorted[s] = sortShard(dealt, s) })
	p.join(sorted)
	p.invert(n)
	return p
}

// deal computes the fingerprints and deals their keys out: one slice per
// worker's block of articles and shard.
func (p *postings) deal(n, workers int, prints source) [][shards][]uint64 {
	blocks := max(1, min(workers, n))
	dealt := make([][shards][]uint64, blocks)
	parallel(blocks, workers, func(b int) {
		var buf []fingerprint
		for i := n * b / blocks; i < n*(b+1)/blocks; i++ {
			buf = prints(i, buf[:0])
			p.prints[i] = uint32(len(buf))
			for _, f := range buf {
				s := f.hash >> (64 - shardBits)
				dealt[b][s] = append(dealt[b][s], makeKey(f.hash, makeRef(i, f.quoted)))
			}
		}
	})
	return dealt
}

// A shard is a part of the postings: terms with their counts, refs behind each other.
type shard struct {
	term  []uint64
	count []uint32
	refs  []ref
}

// sortShard sorts the keys of shard s and keeps the terms of two articles or more.
func sortShard(dealt [][shards][]uint64, s int) shard {
	size := 0
	for b := range dealt {
		size += len(dealt[b][s])
	}
	keys := make([]uint64, 0, size)
	for b := range dealt {
		keys = append(keys, dealt[b][s]...)
		dealt[b][s] = nil
	}
	keys = sortKeys(keys)
	var out shard
	for i := 0; i < len(keys); {
		j := i + 1
		for j < len(keys) && keyTerm(keys[j]) == keyTerm(keys[i]) {
			j++
		}
		out.add(keys[i:j])
		i = j
	}
	return out
}

// add takes the sorted keys of one term. An article that holds it twice counts
// once, as unquoted when it stands unquoted anywhere in it.
func (s *shard) add(keys []uint64) {
	before := len(s.refs)
	for _, key := range keys {
		r := keyRef(key)
		if last := len(s.refs) - 1; last >= before && s.refs[last].article() == r.article() {
			continue
		}
		s.refs = append(s.refs, r)
	}
	if len(s.refs)-before < 2 {
		s.refs = s.refs[:before]
		return
	}
	s.term = append(s.term, keyTerm(keys[0]))
	s.count = append(s.count, uint32(len(s.refs)-before))
}

// join puts the shards behind each other; the result does not depend on who sorted what.
func (p *postings) join(sorted []shard) {
	terms, refs := 0, 0
	for i := range sorted {
		terms += len(sorted[i].term)
		refs += len(sorted[i].refs)
	}
	p.term, p.start, p.refs = make([]uint64, 0, terms), make([]uint32, 1, terms+1), make([]ref, 0, refs)
	for i := range sorted {
		p.term = append(p.term, sorted[i].term...)
		p.refs = append(p.refs, sorted[i].refs...)
		for _, c := range sorted[i].count {
			p.start = append(p.start, p.start[len(p.start)-1]+c)
		}
		sorted[i] = shard{}
	}
}

// invert lists the terms of each article.
func (p *postings) invert(n int) {
	for _, r := range p.refs {
		p.ownStart[r.article()+1]++
	}
	for i := range n {
		p.ownStart[i+1] += p.ownStart[i]
	}
	p.own = make([]uint32, len(p.refs))
	next := slices.Clone(p.ownStart[:n])
	for t := range p.term {
		for _, r := range p.of(t) {
			p.own[next[r.article()]] = uint32(t)<<1 | uint32(r&1)
			next[r.article()]++
		}
	}
}

// sortKeys sorts, by radix when there are many; the keys may come back in a new slice.
func sortKeys(keys []uint64) []uint64 {
	if len(keys) < 1<<12 {
		slices.Sort(keys)
		return keys
	}
	return radixSort(keys)
}

// radixSort sorts by digits of 11 bits, the lowest first.
func radixSort(keys []uint64) []uint64 {
	const width = 11
	other := make([]uint64, len(keys))
	for shift := 0; shift < 64; shift += width {
		var count [1 << width]int
		for _, k := range keys {
			count[k>>shift&(1<<width-1)]++
		}
		if count[keys[0]>>shift&(1<<width-1)] == len(keys) {
			continue
		}
		at := 0
		for d, c := range count {
			count[d] = at
			at += c
		}
		for _, k := range keys {
			d := k >> shift & (1<<width - 1)
			other[count[d]] = k
			count[d]++
		}
		keys, other = other, keys
	}
	return keys
}

// parallel calls do(0..n-1) on the given number of goroutines.
func parallel(n, workers int, do func(i int)) {
	if workers <= 1 || n <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(workers, n) {
		wg.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
}
