package lineage

import "slices"

// Which pairs are worth aligning. Two articles are when they share a few
// fingerprints outside quotations, or many for their length.
const (
	// minTerms is how many shared fingerprints make a candidate.
	minTerms = 3
	// minTermShare: a short text is a candidate with one in minTermShare of its own.
	minTermShare = 4
	// leaderBucket: a term that 2^leaderBucket articles or more hold ties each
	// of them to the first leaders in the order of their ids, not to all others.
	leaderBucket = 6
	leaders      = 8
	// maxPartners is the stated limit on the candidates of one article.
	maxPartners = 4096
)

// A candidate is a first with a later one and the number of terms they share.
type candidate struct {
	other uint32
	terms uint32
}

// A counter counts shared terms for one article at a time; one per goroutine.
type counter struct {
	count   []uint32
	touched []uint32
}

// partners returns the candidates of first n that come after it, and whether
// the limit cut them off.
func (f *finder) partners(n int, c *counter) ([]candidate, bool) {
	p := f.post
	masked := f.entries[f.firsts[n]].maskTerms
	for _, o := range p.terms(n) {
		if _, ok := slices.BinarySearch(masked, o>>1); ok {
			continue
		}
		refs := p.of(int(o >> 1))
		at, _ := slices.BinarySearchFunc(refs, ref(n<<1), func(r, want ref) int { return int(r>>1) - int(want>>1) })
		if p.bucket(int(o>>1)) >= leaderBucket && at >= leaders {
			continue
		}
		for _, r := range refs[at+1:] {
			if o&1 != 0 && r.quoted() {
				continue
			}
			if c.count[r.article()] == 0 {
				c.touched = append(c.touched, uint32(r.article()))
			}
			c.count[r.article()]++
		}
	}
	return f.keep(n, c)
}

// keep takes the touched articles that share enough, and clears the counter.
func (f *finder) keep(n int, c *counter) ([]candidate, bool) {
	var out []candidate
	for _, other := range c.touched {
		terms := c.count[other]
		c.count[other] = 0
		fewer := min(f.post.prints[n], f.post.prints[other])
		if terms >= minTerms || minTermShare*terms >= fewer {
			out = append(out, candidate{other, terms})
		}
	}
	c.touched = c.touched[:0]
	cut := len(out) > maxPartners
	if cut {
		slices.SortFunc(out, func(x, y candidate) int {
			if x.terms != y.terms {
				return int(y.terms) - int(x.terms)
			}
			return int(x.other) - int(y.other)
		})
		out = out[:maxPartners]
	}
	slices.SortFunc(out, func(x, y candidate) int { return int(x.other) - int(y.other) })
	return out, cut
}
