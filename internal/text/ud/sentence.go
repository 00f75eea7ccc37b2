package ud

import "stemma"

// A sentence is what the parser sees of one: its words, their classes and
// running counts of what stands between two words.
type sentence struct {
	words []word
	mode  casing
	// tags are the words' classes, pos their universal parts of speech.
	tags, pos []uint8
	// commas, verbs, joins and breaks count the commas, verbs, conjunctions and
	// other marks before each word.
	commas, verbs, joins, breaks []int32
	form                         former
}

// rootTag and rootLow stand for the root as a word.
const (
	rootTag = 254
	rootLow = 2
)

// reset makes room for n words.
func (v *sentence) reset(n int) {
	if cap(v.words) < n {
		size := n + n/2 + 64
		v.words = make([]word, 0, size)
		v.tags, v.pos = make([]uint8, 0, size), make([]uint8, 0, size)
		for _, p := range []*[]int32{&v.commas, &v.verbs, &v.joins, &v.breaks} {
			*p = make([]int32, 0, size+1)
		}
	}
	v.words, v.tags, v.pos = v.words[:n], v.tags[:n], v.pos[:n]
	v.commas, v.verbs, v.joins, v.breaks = v.commas[:n+1], v.verbs[:n+1], v.joins[:n+1], v.breaks[:n+1]
}

// setTags takes the classes over into pos and the running counts.
func (v *sentence) setTags(classes []tagClass) {
	var commas, verbs, joins, breaks int32
	for i, t := range v.tags {
		c := classes[t]
		v.pos[i] = uint8(c.tag)
		v.commas[i], v.verbs[i], v.joins[i], v.breaks[i] = commas, verbs, joins, breaks
		switch {
		case c.penn == stemma.PennComma:
			commas++
		case c.tag == stemma.TagVerb || c.tag == stemma.TagAux:
			verbs++
		case c.tag == stemma.TagCconj || c.tag == stemma.TagSconj:
			joins++
		case c.tag == stemma.TagPunct:
			breaks++
		}
	}
	n := len(v.tags)
	v.commas[n], v.verbs[n], v.joins[n], v.breaks[n] = commas, verbs, joins, breaks
}

// low, tag, upos and cluster return what stands for word i, also for the root
// (the index past the last word) and for no word (a negative index).
func (v *sentence) low(i int32) uint32 {
	switch {
	case i < 0 || int(i) > len(v.words):
		return 1
	case int(i) == len(v.words):
		return rootLow
	}
	return v.words[i].low
}

func (v *sentence) tag(i int32) uint32 {
	switch {
	case i < 0 || int(i) > len(v.tags):
		return noTag
	case int(i) == len(v.tags):
		return rootTag
	}
	return uint32(v.tags[i])
}

func (v *sentence) upos(i int32) uint32 {
	switch {
	case i < 0 || int(i) > len(v.pos):
		return noTag
	case int(i) == len(v.pos):
		return rootTag
	}
	return uint32(v.pos[i])
}

func (v *sentence) cluster(i int32) uint32 {
	if i < 0 || int(i) >= len(v.words) {
		return 0
	}
	return uint32(v.words[i].lex.cluster)
}

// between sums up what stands between words i and j: up to three commas and up
// to three each of verbs, conjunctions and other marks.
func (v *sentence) between(i, j int32) uint32 {
	n := int32(len(v.words))
	if i < 0 || j < 0 || n < j || j <= i {
		return 255
	}
	i++
	count := func(c []int32) uint32 { return uint32(min(c[j]-c[i], 3)) }
	return count(v.commas) | count(v.verbs)<<2 | count(v.joins)<<4 | count(v.breaks)<<6
}

// distance puts the distance of two words into one of nine classes.
func distance(i, j int32) uint32 {
	if i < 0 || j < 0 {
		return 15
	}
	switch d := j - i; {
	case d <= 5:
		return uint32(max(d, 0))
	case d <= 7:
		return 6
	case d <= 10:
		return 7
	case d <= 18:
		return 8
	}
	return 9
}
