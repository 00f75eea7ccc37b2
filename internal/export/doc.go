// Package export writes what a case holds to files, one file of this package a
// format. [JSONL] writes the record (docs/record.md): the head, then articles,
// skips, open questions, passages, quotations, derivations and families, each
// kind sorted by id, one JSON object a line.
//
// It requires a [Source], which package store is, and adds nothing. Before a
// record is written every span in it is checked against the stored article;
// one that does not quote it exactly stops the export, because a record with
// an invented quotation must not leave the house.
//
// The same articles, corrections and engine give the same bytes. The reading
// log and the log of corrections hold times and names; they are written only
// when asked for.
package export
