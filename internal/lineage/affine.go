package lineage

import "slices"

// The words between two seeds, and those next to the outermost ones, are
// aligned with affine gaps (Gotoh 1982). A gap is at most maxGap words on
// either side, so the band is the whole small grid.

// The three states of a cell: the last step matched or changed a word, left
// one out in a, or left one out in b.
const (
	stepBoth = iota
	stepA
	stepB
	steps
)

// A cell holds the best score that ends in each state, and the state before.
type cell struct {
	score [steps]int32
	from  [steps]uint8
}

const unreachable = -1 << 20

// global aligns all of x with all of y, or, when open, the beginnings of both
// that score best; it returns the runs of equal words in order. Runs inside
// an open end must pay for the gap before them.
func (al *aligner) global(x, y []uint32, open bool) []seed {
	w := len(y) + 1
	al.grid = slices.Grow(al.grid[:0], (len(x)+1)*w)[:(len(x)+1)*w]
	g := al.grid
	best, bestScore := 0, int32(0)
	for i := range len(x) + 1 {
		for j := range w {
			c := &g[i*w+j]
			al.fillCell(c, i, j, w, i > 0 && j > 0 && x[i-1] == y[j-1])
			if c.score[stepBoth] > bestScore {
				best, bestScore = i*w+j, c.score[stepBoth]
			}
		}
	}
	end := len(g) - 1
	if open {
		end = best
	}
	return traceBack(g, x, y, w, end)
}

// fillCell computes one cell from its neighbours above, left and between.
func (al *aligner) fillCell(c *cell, i, j, w int, equal bool) {
	*c = cell{score: [steps]int32{unreachable, unreachable, unreachable}}
	if i == 0 && j == 0 {
		c.score[stepBoth] = 0
		return
	}
	if i > 0 && j > 0 {
		s := int32(scoreChange)
		if equal {
			s = scoreMatch
		}
		c.score[stepBoth], c.from[stepBoth] = bestStep(&al.grid[(i-1)*w+j-1], 0, 0, 0)
		c.score[stepBoth] += s
	}
	const start = scoreOpen + scoreExtend
	if i > 0 {
		c.score[stepA], c.from[stepA] = bestStep(&al.grid[(i-1)*w+j], start, scoreExtend, start)
	}
	if j > 0 {
		c.score[stepB], c.from[stepB] = bestStep(&al.grid[i*w+j-1], start, start, scoreExtend)
	}
}

// bestStep returns the best state of c after adding what leaving it costs.
func bestStep(c *cell, both, a, b int32) (int32, uint8) {
	best, state := c.score[stepBoth]+both, uint8(stepBoth)
	if s := c.score[stepA] + a; s > best {
		best, state = s, stepA
	}
	if s := c.score[stepB] + b; s > best {
		best, state = s, stepB
	}
	return best, state
}

// traceBack collects the equal words on the way from the end cell to the start.
func traceBack(g []cell, x, y []uint32, w, end int) []seed {
	var runs []seed
	i, j := end/w, end%w
	state, _ := endState(&g[end])
	for i > 0 || j > 0 {
		from := g[i*w+j].from[state]
		switch state {
		case stepBoth:
			i, j = i-1, j-1
			if x[i] == y[j] {
				runs = append(runs, seed{int32(i), int32(j), 1})
			}
		case stepA:
			i--
		default:
			j--
		}
		state = from
	}
	slices.Reverse(runs)
	return joinRuns(runs)
}

func endState(c *cell) (uint8, int32) {
	s, state := bestStep(c, 0, 0, 0)
	return state, s
}

// joinRuns joins runs that touch on both sides.
func joinRuns(runs []seed) []seed {
	out := runs[:0]
	for _, r := range runs {
		out = appendRun(out, r)
	}
	return out
}
