package store

import "stemma"

// topBit turns the unsigned order of id sums into SQLite's signed order.
const topBit = 1 << 63

// key returns the integer under which a thing with this id is kept.
func key(id stemma.ID) int64 { return int64(id.Sum() ^ topBit) }

// idOf is the inverse of key for things of one kind.
func idOf(kind stemma.Kind, k int64) stemma.ID { return stemma.MakeID(kind, uint64(k)^topBit) }

// sentenceBits is how many bits of a full-text row number count sentences;
// the rest is the article's. An article with more sentences than fit is
// searchable in its first maxSentences only, and says so under `open`.
const (
	sentenceBits = 19
	maxSentences = 1 << sentenceBits
)

// ftsBase returns the row number of an article's first sentence, before collisions.
func ftsBase(id stemma.ID) int64 { return key(id) &^ (maxSentences - 1) }
