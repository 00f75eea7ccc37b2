// Package pipeline knows the order of the stages, and nothing else does. It
// takes pages into a case, reads each article on all cores, and brings the
// pile-level findings up to date.
//
// [New] makes an [Engine]: the stages with their tables and models, and the
// hash that stands for them. Then
//
//   - [Engine.TakeIn] runs one `read`: pages go through the article-level
//     stages (page.go: extract, then text) on several workers and into the case
//     in batches (takein.go), so that a run killed at any moment has stored
//     whole batches and the next one finishes the work;
//   - [Engine.Renew] reads articles again whose stored reading another engine made;
//   - [Engine.Relate] brings revisions and lineage up to date (relate.go). It
//     does nothing when the pile has not changed since.
//
// The result depends on the set of pages alone: neither the order in which
// they come nor the number of workers moves a byte of it.
//
// To add a stage: call it in page.go when it reads one article, in relate.go
// when it reads the pile, and add its Version to the hash in engine.go. What
// a stage finds is not here (see its own package), nor how it is kept (store).
package pipeline
