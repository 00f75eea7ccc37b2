package learn

// A Trainer learns a [Table] with the averaged perceptron: scores that are too
// low for the wanted class and too high for another move by one step each, and
// the result is the mean over all moments of the training. All arithmetic is in
// integers. The mean is taken lazily with a second array of time-weighted
// steps (Daume III, "Practical structured learning", 2006, figure 2.3).
type Trainer struct {
	weights []int32
	drift   []int64
	now     int64
	mask    uint32
	bits    int
	width   int
	class   int
}

// NewTrainer returns a trainer for a table of 2^bits rows.
func NewTrainer(bits, classes int) *Trainer {
	width := (classes + lanes - 1) / lanes
	size := (1<<bits + width) * lanes
	return &Trainer{
		weights: make([]int32, size),
		drift:   make([]int64, size),
		now:     1,
		mask:    1<<bits - 1,
		bits:    bits,
		width:   width,
		class:   classes,
	}
}

// Width returns the number of scores that [Trainer.Sum] writes.
func (t *Trainer) Width() int { return t.width * lanes }

// Sum adds the rows of the keys as [Table.Sum] does, with the present weights.
func (t *Trainer) Sum(keys []uint32, scores []int32) {
	n := t.width * lanes
	scores = scores[:n]
	clear(scores)
	for _, key := range keys {
		at := int(key&t.mask) * lanes
		row := t.weights[at : at+n : at+n]
		for j, w := range row {
			scores[j] += w
		}
	}
}

// Add moves the weight of class c by step in the rows of all keys.
func (t *Trainer) Add(keys []uint32, c int, step int32) {
	for _, key := range keys {
		i := int(key&t.mask)*lanes + c
		t.weights[i] += step
		t.drift[i] += int64(step) * t.now
	}
}

// Tick lets one moment pass; call it once for every example or decision.
func (t *Trainer) Tick() { t.now++ }

// Table returns the mean of the weights, quantised to 8 bits. The scale is the
// largest at which at most clip of 10,000 weights that are not zero lie outside
// the 8 bits; those are cut off. Weights that round to zero vanish.
func (t *Trainer) Table(clip int) *Table {
	mean := func(i int) int64 { return int64(t.weights[i])*t.now - t.drift[i] }
	top := t.quantile(mean, clip)
	table := newTable(t.bits, t.class)
	for i := range t.weights {
		m := mean(i)
		if m == 0 {
			continue
		}
		table.set(i, quantise(m, top))
	}
	return table
}

// quantile returns the magnitude that only clip of 10,000 means exceed.
func (t *Trainer) quantile(mean func(int) int64, clip int) int64 {
	const buckets = 1 << 16
	var largest, used int64
	for i := range t.weights {
		if m := magnitude(mean(i)); m > 0 {
			used++
			largest = max(largest, m)
		}
	}
	count := make([]int64, buckets+1)
	size := largest/buckets + 1
	for i := range t.weights {
		if m := magnitude(mean(i)); m > 0 {
			count[m/size]++
		}
	}
	above := int64(0)
	for b := buckets; b > 0; b-- {
		above += count[b]
		if above*10000 > used*int64(clip) {
			return int64(b+1) * size
		}
	}
	return size
}

// quantise maps m to 8 bits so that top becomes 127, halves away from zero.
func quantise(m, top int64) int8 {
	q := (magnitude(m)*254 + top) / (2 * top)
	q = min(q, 127)
	if m < 0 {
		q = -q
	}
	return int8(q)
}

func magnitude(m int64) int64 {
	if m < 0 {
		return -m
	}
	return m
}
