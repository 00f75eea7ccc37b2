package lineage

// Fingerprints are winnowed hashes of shingles (Schleimer, Wilkerson and
// Aiken 2003): of every window of consecutive shingles the smallest hash is
// kept, so that any run of shingle+window-1 shared words is certain to share one.
const (
	// shingle is the number of words hashed together.
	shingle = 5
	// window is the number of shingles of which one is kept.
	window = 8
)

// A print is one fingerprint of an article: the hash, the index of its first
// word, and whether most of its words are quoted. Quoted and unquoted shingles
// are winnowed apart.
type fingerprint struct {
	hash   uint64
	at     int32
	quoted bool
}

// shingleBase is an odd constant for the rolling hash; shingleOut is its power
// that takes the word leaving the shingle out again.
const shingleBase = 0x9e3779b97f4a7c15

var shingleOut = func() uint64 {
	p := uint64(1)
	for range shingle {
		p *= shingleBase
	}
	return p
}()

// mix spreads the bits of a rolling hash (the finaliser of SplitMix64, shortened).
func mix(h uint64) uint64 {
	h ^= h >> 31
	h *= 0xbf58476d1ce4e5b9
	return h ^ h>>29
}

// A winnower keeps the last window hashes of one class and the smallest of them.
type winnower struct {
	hash [window]uint64
	at   [window]int32
	n    int
	// best is the sequence number of the smallest hash in the window, bestHash that hash.
	best     int
	bestHash uint64
}

// push takes the next shingle. It reports true when the window is full and its
// smallest hash is a new one.
func (w *winnower) push(hash uint64, at int32) bool {
	slot := w.n % window
	w.hash[slot], w.at[slot] = hash, at
	w.n++
	switch {
	case w.n == 1 || hash <= w.bestHash:
		w.best, w.bestHash = w.n-1, hash
		return w.n >= window
	case w.n-1-w.best >= window:
		w.rescan()
		return true
	}
	return w.n == window
}

// rescan finds the smallest hash of a full window, the rightmost among equals.
func (w *winnower) rescan() {
	w.best, w.bestHash = w.n-window, w.hash[w.n%window]
	for i := w.n - window + 1; i < w.n; i++ {
		if h := w.hash[i%window]; h <= w.bestHash {
			w.best, w.bestHash = i, h
		}
	}
}

// last returns the fingerprint that the window stands for.
func (w *winnower) last(quoted bool) fingerprint {
	return fingerprint{w.bestHash, w.at[w.best%window], quoted}
}

// fingerprints appends the fingerprints of s to out. A text shorter than a
// window keeps its smallest shingle; one shorter than a shingle has none.
func (s *Sketch) fingerprints(out []fingerprint) []fingerprint {
	var class [2]winnower
	var roll uint64
	inside := 0
	for i, h := range s.hash {
		roll = roll*shingleBase + uint64(h)
		inside += s.quoted.bit(i)
		if i >= shingle {
			roll -= uint64(s.hash[i-shingle]) * shingleOut
			inside -= s.quoted.bit(i - shingle)
		}
		if i < shingle-1 {
			continue
		}
		c := 0
		if 2*inside > shingle {
			c = 1
		}
		if w := &class[c]; w.push(mix(roll), int32(i-shingle+1)) {
			out = append(out, w.last(c == 1))
		}
	}
	for c := range class {
		if w := &class[c]; 0 < w.n && w.n < window {
			out = append(out, w.last(c == 1))
		}
	}
	return out
}
