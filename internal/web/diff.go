package web

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// diffSteps bounds how many words may differ between two passages before they
// are no longer compared word by word: the comparison keeps about diffSteps²
// numbers, 16 MB at 2,000.
const diffSteps = 2000

// A word is a piece of text that is compared as one: a run of letters and
// digits, one letter of a script without spaces, or one mark.
type word struct {
	start, end int
	// key is what is compared: the word in lower case, marks of one sort alike.
	key string
	// mark is true for punctuation.
	mark bool
}

// wordsOf cuts bytes [start, end) of text into words.
func wordsOf(text string, start, end int) []word {
	var words []word
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(text[i:end])
		switch {
		case unicode.IsSpace(r):
		case wordRune(r):
			j := i + size
			for j < end && !alone(r) {
				next, n := utf8.DecodeRuneInString(text[j:end])
				if !wordRune(next) || alone(next) {
					break
				}
				j += n
			}
			words = append(words, word{i, j, strings.ToLower(text[i:j]), false})
			i = j
			continue
		default:
			words = append(words, word{i, i + size, foldMark(r), true})
		}
		i += size
	}
	return words
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// alone reports whether a letter is a word by itself, in scripts without spaces.
func alone(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// foldMark makes the straight and the curly form of a mark alike.
func foldMark(r rune) string {
	switch r {
	case '“', '”', '„', '«', '»':
		return `"`
	case '‘', '’', '‚':
		return "'"
	case '–', '—', '‐', '‑', '−':
		return "-"
	}
	return string(r)
}

// A change is a run of words that stand on one side only, or stand on both in
// different words: bytes of the left text, bytes of the right. A side that has
// nothing has start == end.
type change struct {
	leftStart, leftEnd   int
	rightStart, rightEnd int
	// slight is true when only marks or capitals differ.
	slight bool
}

// diff compares a piece of the left text with a piece of the right, word by
// word. ok is false when they differ too much for that.
func diff(left string, ls, le int, right string, rs, re int) (changes []change, ok bool) {
	a, b := wordsOf(left, ls, le), wordsOf(right, rs, re)
	pairs, ok := align(a, b)
	if !ok {
		return nil, false
	}
	pairs = dropChance(a, b, pairs)
	i, j := 0, 0
	for _, p := range append(pairs, [2]int{len(a), len(b)}) {
		if i < p[0] || j < p[1] {
			changes = append(changes, changeOf(a[i:p[0]], b[j:p[1]], ls, rs))
		}
		if p[0] < len(a) && left[a[p[0]].start:a[p[0]].end] != right[b[p[1]].start:b[p[1]].end] {
			c := changeOf(a[p[0]:p[0]+1], b[p[1]:p[1]+1], ls, rs)
			c.slight = true
			changes = append(changes, c)
		}
		i, j = p[0]+1, p[1]+1
	}
	return changes, true
}

func changeOf(a, b []word, ls, rs int) change {
	c := change{ls, ls, rs, rs, true}
	if len(a) > 0 {
		c.leftStart, c.leftEnd = a[0].start, a[len(a)-1].end
	}
	if len(b) > 0 {
		c.rightStart, c.rightEnd = b[0].start, b[len(b)-1].end
	}
	for _, w := range slices.Concat(a, b) {
		c.slight = c.slight && w.mark
	}
	return c
}

// align returns the pairs of equal words of a longest common subsequence:
// common ends first, then the greedy search of Myers (1986), "An O(ND)
// difference algorithm and its variations".
func align(a, b []word) (pairs [][2]int, ok bool) {
	head := 0
	for head < len(a) && head < len(b) && a[head].key == b[head].key {
		pairs = append(pairs, [2]int{head, head})
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail].key == b[len(b)-1-tail].key {
		tail++
	}
	middle, ok := search(a[head:len(a)-tail], b[head:len(b)-tail])
	for _, p := range middle {
		pairs = append(pairs, [2]int{p[0] + head, p[1] + head})
	}
	for k := tail; k > 0; k-- {
		pairs = append(pairs, [2]int{len(a) - k, len(b) - k})
	}
	return pairs, ok
}

// search finds the shortest way through the grid of a and b. far[k] is the
// furthest x reached on diagonal k = x - y; the fronts are kept to walk back.
func search(a, b []word) ([][2]int, bool) {
	if len(a) == 0 || len(b) == 0 {
		return nil, true
	}
	most := min(len(a)+len(b), diffSteps)
	far := make([]int32, 2*most+3)
	at := func(k int) int { return k + most + 1 }
	var fronts [][]int32
	for d := 0; d <= most; d++ {
		fronts = append(fronts, slices.Clone(far[at(-d)-1:at(d)+2]))
		for k := -d; k <= d; k += 2 {
			x := int(far[at(k-1)]) + 1
			if k == -d || k != d && far[at(k-1)] < far[at(k+1)] {
				x = int(far[at(k+1)])
			}
			for y := x - k; x < len(a) && y < len(b) && a[x].key == b[y].key; y++ {
				x++
			}
			far[at(k)] = int32(x)
			if x >= len(a) && x-k >= len(b) {
				return walkBack(fronts, len(a), len(b)), true
			}
		}
	}
	return nil, false
}

// walkBack follows the fronts from the end to the start and returns the
// diagonal steps, which are the equal words.
func walkBack(fronts [][]int32, x, y int) [][2]int {
	var pairs [][2]int
	for d := len(fronts) - 1; d >= 0; d-- {
		front, k := fronts[d], x-y
		at := func(k int) int32 { return front[k+d+1] }
		before := k - 1
		if k == -d || k != d && at(k-1) < at(k+1) {
			before = k + 1
		}
		fromX := int(at(before))
		fromY := fromX - before
		for x > fromX && y > fromY && x > 0 && y > 0 {
			x, y = x-1, y-1
			pairs = append(pairs, [2]int{x, y})
		}
		if d > 0 {
			x, y = fromX, fromY
		}
	}
	slices.Reverse(pairs)
	return pairs
}

// dropChance leaves out equal words that are equal by chance: a lone short
// word or mark between two changes. In "the wall fell" against "a wall that
// fell" the wall stays; in "cost up to nine million" against "rise, to the
// north," the lone "to" goes, and the reader sees one change instead of two.
func dropChance(a, b []word, pairs [][2]int) [][2]int {
	var kept [][2]int
	for i := 0; i < len(pairs); {
		j := i + 1
		for j < len(pairs) && pairs[j][0] == pairs[j-1][0]+1 && pairs[j][1] == pairs[j-1][1]+1 {
			j++
		}
		before, after := [2]int{-1, -1}, [2]int{len(a), len(b)}
		if len(kept) > 0 {
			before = kept[len(kept)-1]
		}
		if j < len(pairs) {
			after = pairs[j]
		}
		if !chance(a[pairs[i][0]:pairs[j-1][0]+1], gap(before, pairs[i]), gap(pairs[j-1], after)) {
			kept = append(kept, pairs[i:j]...)
		}
		i = j
	}
	return kept
}

// gap counts the words between two pairs, on both sides together.
func gap(p, q [2]int) int { return q[0] - p[0] - 1 + q[1] - p[1] - 1 }

// chance reports whether a run of equal words is too slight for the changes beside it.
func chance(run []word, before, after int) bool {
	letters := 0
	for _, w := range run {
		if !w.mark {
			letters += w.end - w.start
		}
	}
	return letters <= 3 && before >= 3 && after >= 3
}
