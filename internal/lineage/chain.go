package lineage

import "slices"

// Scores of an alignment, in integers. They only order chains and decide where
// an end is cut; what counts for the kind is the number of matched words.
const (
	scoreMatch  = 3
	scoreChange = -2
	scoreOpen   = -3
	scoreExtend = -1
)

const (
	// maxGap is how many words may stand between two seeds of one passage, on
	// either side: an inserted sentence is bridged, an inserted paragraph is not.
	maxGap = 20
	// maxLook is how many seeds before one are tried as its predecessor.
	maxLook = 64
)

// gapScore is what bridging da words here and db words there costs at most.
func gapScore(da, db int32) int32 {
	if da == 0 && db == 0 {
		return 0
	}
	return scoreOpen + scoreExtend*max(da, db)
}

// A link is a seed in a chain: its score with the best way to it.
type link struct {
	score int32
	prev  int32 // -1 at a beginning
	skip  int32 // words of the seed that overlap the one before
}

// chains puts seeds that follow each other on both sides together and calls
// found for each chain, the best first; words once used are not used again, on
// neither side. Within one chain seeds are trimmed so that they do not overlap.
func chains(seeds []seed, usedA, usedB bitset, found func(chain []seed)) {
	links := linkUp(seeds)
	order := make([]int32, len(links))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(x, y int32) int {
		if links[x].score != links[y].score {
			return int(links[y].score - links[x].score)
		}
		return int(x - y)
	})
	taken := make([]bool, len(seeds))
	for _, last := range order {
		if taken[last] {
			continue
		}
		if chain := walk(seeds, links, taken, last, usedA, usedB); len(chain) > 0 {
			found(chain)
		}
	}
}

// linkUp finds the best predecessor of every seed.
func linkUp(seeds []seed) []link {
	links := make([]link, len(seeds))
	for j, s := range seeds {
		links[j] = link{score: scoreMatch * s.n, prev: -1}
		for i := j - 1; i >= max(0, j-maxLook); i-- {
			p := seeds[i]
			if s.a-p.a-p.n > maxGap {
				continue // a longer seed before it may still reach
			}
			skip := max(0, p.a+p.n-s.a, p.b+p.n-s.b)
			da, db := s.a+skip-p.a-p.n, s.b+skip-p.b-p.n
			if s.b <= p.b || s.a <= p.a || skip >= s.n || da > maxGap || db > maxGap {
				continue
			}
			score := links[i].score + scoreMatch*(s.n-skip) + gapScore(da, db)
			if score > links[j].score {
				links[j] = link{score, int32(i), skip}
			}
		}
	}
	return links
}

// walk follows a chain back to its beginning, or to words already used.
func walk(seeds []seed, links []link, taken []bool, last int32, usedA, usedB bitset) []seed {
	var chain []seed
	for i := last; i >= 0 && !taken[i]; i = links[i].prev {
		taken[i] = true
		s, skip := seeds[i], links[i].skip
		s.a, s.b, s.n = s.a+skip, s.b+skip, s.n-skip
		s = free(s, usedA, usedB)
		if s.n < shingle && s.n < seeds[i].n-skip {
			break
		}
		chain = append(chain, s)
	}
	slices.Reverse(chain)
	for _, s := range chain {
		for k := range int(s.n) {
			usedA.set(int(s.a) + k)
			usedB.set(int(s.b) + k)
		}
	}
	return chain
}

// free trims from both ends of a seed the words that are already used, and
// cuts it at the first used word inside.
func free(s seed, usedA, usedB bitset) seed {
	used := func(k int32) bool { return usedA.has(int(s.a+k)) || usedB.has(int(s.b+k)) }
	from := int32(0)
	for from < s.n && used(from) {
		from++
	}
	to := from
	for to < s.n && !used(to) {
		to++
	}
	return seed{s.a + from, s.b + from, to - from}
}
