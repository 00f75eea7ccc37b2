package learn

// lanes is how many classes lie in one word of a [Table].
const lanes = 8

// evenLanes selects every second byte of a word.
const evenLanes = 0x00ff00ff00ff00ff

// bias is what a stored weight of zero reads as: weights are kept as unsigned
// bytes, so that words can be added without carries between the lanes.
const bias = 128

// MaxKeys is how many features one call of [Table.Sum] can add: the most that
// 16-bit lanes hold without overflow.
const MaxKeys = 65535 / 255

// A Table is a quantised linear model: for every key a row of 8-bit weights, one
// for each class. It never changes, and any number of goroutines may use it.
type Table struct {
	words []uint64
	mask  uint32
	width int
	class int
}

// newTable makes a table of 2^bits rows and some more words for the last row.
func newTable(bits, classes int) *Table {
	width := (classes + lanes - 1) / lanes
	t := &Table{mask: 1<<bits - 1, width: width, class: classes}
	t.words = make([]uint64, 1<<bits+width)
	for i := range t.words {
		t.words[i] = 0x8080808080808080
	}
	return t
}

// Classes returns the number of classes.
func (t *Table) Classes() int { return t.class }

// Width returns the number of scores that [Table.Sum] writes: Classes, rounded up.
func (t *Table) Width() int { return t.width * lanes }

// Sum adds the rows of the keys and writes a score per class to scores, which
// has room for Width of them. It panics when there are more than MaxKeys keys.
func (t *Table) Sum(keys []uint32, scores []int32) {
	if len(keys) > MaxKeys {
		panic("learn: too many features in one sum")
	}
	zero := int32(bias * len(keys))
	for j := range t.width {
		words := t.words[j:]
		var even, odd uint64
		for _, key := range keys {
			w := words[key&t.mask]
			even += w & evenLanes
			odd += w >> 8 & evenLanes
		}
		out := scores[j*lanes : j*lanes+lanes : j*lanes+lanes]
		for k := 0; k < lanes; k += 2 {
			out[k] = int32(even&0xffff) - zero
			out[k+1] = int32(odd&0xffff) - zero
			even >>= 16
			odd >>= 16
		}
	}
}

// at returns the weight of class c in the row that starts at word row.
func (t *Table) at(row, c int) int8 {
	return int8(byte(t.words[row+c/lanes]>>(c%lanes*8)) - bias)
}

// set stores weight i of the array, counted in bytes from its start.
func (t *Table) set(i int, weight int8) {
	shift := i % lanes * 8
	w := &t.words[i/lanes]
	*w = *w&^(0xff<<shift) | uint64(byte(weight)+bias)<<shift
}

// weight returns weight i of the array.
func (t *Table) weight(i int) int8 { return t.at(i/lanes, i%lanes) }
