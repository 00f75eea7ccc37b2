// Package ask turns a question into a search and its answer.
//
// For now a question is words: [Parse] reads it into a [Query], and [Find]
// returns the sentences that answer it, each with the places of the words
// asked for. The steps, in order:
//
//   - query.go: words, "phrases", prefix* and -exclusions into a Query, and a
//     Query back into words;
//   - match.go: the Query as an expression for the full-text index;
//   - mark.go: where in a sentence the words stand, folded as the index folds.
//
// It requires a [Searcher], which package store is, and adds nothing to the
// case. A question about claims, actors or time is not understood yet: every
// word of it is looked for.
package ask
