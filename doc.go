// Package stemma is the vocabulary of Stemma: the types that every other
// package speaks, and nothing that computes a finding. It imports the standard
// library only.
//
// Stemma reads a pile of news articles and shows who says what, which report
// derives from which, and how many of them are independent. Data flows one
// way, and each step has its types here:
//
//   - a page becomes an [Article]: clean text in zones with what the page says
//     of itself (article.go); what cannot be taken in becomes a [Skip] (skip.go);
//   - an Article becomes a [Doc], its parsed view in memory (text.go), and a
//     [Reading], what the article-level stages found in it (reading.go);
//   - the Readings of a pile become a [Lineage]: [Passage], [Quotation],
//     [Derivation] and [Family] (one file each);
//   - what people put right is a [Correction] with an [Anchor] (correction.go).
//
// Every value that is found carries its evidence as [Span]s (span.go), the
// name of the rule that made it, and an [ID] (id.go). What could not be
// decided is an [Open] (open.go). The JSON form of these types is the record
// that `stemma export --format jsonl` writes; record.go lists its lines, and
// docs/record.md is generated from the comments here.
//
// To add a kind of finding: define its type here with a comment on every
// field, give it a Kind in id.go and a row in [RecordTypes], fill it in a stage,
// store it in `internal/store`, and write it in `internal/export`.
package stemma
