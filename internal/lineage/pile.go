package lineage

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sync"

	"stemma"
)

// A Pile is the articles that Find reads, in any order. Its methods are called
// from several goroutines at once.
type Pile interface {
	// Len returns the number of articles.
	Len() int
	// Article returns article i with its text and metadata.
	Article(i int) *stemma.Article
	// Doc returns the parsed view of article i. It is asked for once per article
	// whose sketch the memo does not hold, and not kept.
	Doc(i int) (*stemma.Doc, error)
}

// A Memo keeps what was worked out before, between two calls of Find or
// between two runs. Keys are opaque bytes that name everything the value
// depends on, [Version] included, so that a value never goes stale; a memo may
// forget any of them at any time. Its methods are called from several
// goroutines at once.
type Memo interface {
	Get(key string) (value []byte, ok bool)
	Put(key string, value []byte)
}

// Options say how Find works, never what it finds.
type Options struct {
	// Workers is the number of goroutines; 1 when zero or less.
	Workers int
	// Progress is told now and then how far a step has come; it may be nil.
	Progress func(step string, done, total int)
}

// An entry is one article of the pile: its place there, its sketch, and what
// ties it to others before any words are compared.
type entry struct {
	art    *stemma.Article
	sketch *Sketch
	// chain is the smallest index among the revisions of the same article.
	chain int
	// twin is the smallest index among the articles with the same words.
	twin int
	// mask marks the words of template text, maskTerms its terms, sorted.
	mask      bitset
	maskTerms []uint32
}

// A finder is one run over one pile.
type finder struct {
	ctx     context.Context
	opts    Options
	memo    Memo
	entries []entry
	post    *postings
	// firsts are the entries that are their own twin, the rest of the twins hang on them.
	firsts []int
	twins  map[int][]int
	// publisher numbers the publishers of the firsts, 0 when unknown.
	publisher []int32
	out       *stemma.Lineage
}

// sketchKey is the key of an article's sketch in a memo.
func sketchKey(id stemma.ID) string {
	key := binary.BigEndian.AppendUint32([]byte("sketch"), Version)
	return string(binary.BigEndian.AppendUint64(key, id.Sum()))
}

// load makes the entries, sorted by article id, and their sketches.
func (f *finder) load(pile Pile) error {
	n := pile.Len()
	if n > maxArticles {
		return fmt.Errorf("compare %d articles: more than %d at once", n, maxArticles)
	}
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	arts := make([]*stemma.Article, n)
	for i := range arts {
		arts[i] = pile.Article(i)
	}
	slices.SortFunc(order, func(x, y int) int { return arts[x].ID.Compare(arts[y].ID) })
	order = slices.CompactFunc(order, func(x, y int) bool { return arts[x].ID == arts[y].ID })
	f.entries = make([]entry, len(order))
	var mu sync.Mutex
	var failed error
	f.each("sketch", len(order), func(int) func(int) {
		return func(i int) {
			s, err := f.sketch(pile, order[i], arts[order[i]])
			if err != nil {
				mu.Lock()
				failed = errors.Join(failed, err)
				mu.Unlock()
				return
			}
			f.entries[i] = entry{art: arts[order[i]], sketch: s}
		}
	})
	return failed
}

// sketch returns the sketch of one article from the memo, or makes it.
func (f *finder) sketch(pile Pile, i int, art *stemma.Article) (*Sketch, error) {
	key := sketchKey(art.ID)
	if f.memo != nil {
		if blob, ok := f.memo.Get(key); ok {
			s := new(Sketch)
			if s.UnmarshalBinary(blob) == nil && s.fits(art) {
				return s, nil
			}
		}
	}
	doc, err := pile.Doc(i)
	if err != nil {
		return nil, fmt.Errorf("parse %v: %w", art.ID, err)
	}
	s := NewSketch(doc)
	if f.memo != nil {
		blob, err := s.MarshalBinary()
		if err != nil {
			return nil, fmt.Errorf("keep sketch of %v: %w", art.ID, err)
		}
		f.memo.Put(key, blob)
	}
	return s, nil
}

// each calls do for 0..n-1 on the workers, in blocks; begin makes the do of
// one worker, with its own working memory.
func (f *finder) each(step string, n int, begin func(worker int) func(i int)) {
	const block = 64
	var mu sync.Mutex
	next := 0
	take := func() (int, int) {
		mu.Lock()
		defer mu.Unlock()
		from := next
		next = min(n, from+block)
		if f.opts.Progress != nil && from < n {
			f.opts.Progress(step, from, n)
		}
		return from, next
	}
	var wg sync.WaitGroup
	for w := range max(1, f.opts.Workers) {
		wg.Go(func() {
			do := begin(w)
			for from, to := take(); from < to; from, to = take() {
				if f.ctx.Err() != nil {
					return
				}
				for i := from; i < to; i++ {
					do(i)
				}
			}
		})
	}
	wg.Wait()
}

// revisions groups the revisions of one article, however long their chain.
func (f *finder) revisions() {
	index := make(map[stemma.ID]int)
	for i := range f.entries {
		f.entries[i].chain = i
		if !f.entries[i].art.RevisionOf.IsZero() {
			index[f.entries[i].art.RevisionOf] = -1
		}
	}
	if len(index) == 0 {
		return
	}
	for i := range f.entries {
		if _, ok := index[f.entries[i].art.ID]; ok {
			index[f.entries[i].art.ID] = i
		}
	}
	root := func(i int) int {
		for f.entries[i].chain != i {
			i = f.entries[i].chain
		}
		return i
	}
	for i := range f.entries {
		old, ok := index[f.entries[i].art.RevisionOf]
		if !ok || old < 0 || f.entries[i].art.RevisionOf.IsZero() {
			continue
		}
		x, y := root(i), root(old)
		f.entries[max(x, y)].chain = min(x, y)
	}
	for i := range f.entries {
		f.entries[i].chain = root(i)
	}
}
