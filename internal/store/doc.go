// Package store keeps a case: everything Stemma holds about one pile, in one
// SQLite file that can be copied, mailed and opened on another machine.
//
// [Open] opens or makes a case; [Case.Close] folds the write-ahead log in, so
// that the one file is the whole case. In the order of a pile's life:
//
//   - a run of `read` begins and ends in the log (run.go);
//   - articles, their originals, readings, skips and open questions are put in
//     batches, each in one transaction (batch.go), so that a killed `read`
//     leaves whole batches and the next one goes on;
//   - places tell which article replaced which at a path or URL (revision.go);
//   - the pile-level findings are put by difference of ids, in one
//     transaction (lineage.go);
//   - people read: articles (article.go), sentences by full-text search
//     (search.go), skips and open questions (finding.go), corrections
//     (correction.go).
//
// It requires nothing but the root types and adds no finding of its own. Ids
// are kept as integers in the order of the ids (key.go), larger things as
// zstd-compressed JSON (blob.go), and the schema is a list of embedded
// migrations (migrations/, migrate.go): to change it, add a file and never
// edit an old one, because old cases must open.
//
// What is not here: the order of the stages and what to do again when the
// engine changes (package pipeline), and the meaning of a question (package ask).
package store
