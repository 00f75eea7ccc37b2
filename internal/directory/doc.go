// Package directory holds facts about the world that are certain enough to be
// embedded: for now the publishers and news agencies that other articles cite
// most.
//
// Call [New] once and ask the [Directory] it returns: [Directory.Publisher]
// looks a name up, [Directory.PublisherByDomain] a host, [Directory.Agency] a
// name that must be an agency's. All three answer with a [Publisher], or nil
// when the name is not listed: an unlisted name is unknown, never wrong.
//
// The facts lie in publishers.txt, one row a line, and its header says where
// they come from and how a row is written. Names are compared folded: case,
// full stops, apostrophes and a leading "the" do not count, so "the A.P." finds
// the row of "AP". A name or domain that two rows claim is an error of [New],
// and so of the package's tests: the table stays unambiguous.
//
// A Directory never changes after New and may be shared by any number of
// goroutines.
//
// What is not here: names learnt from the articles themselves and the user's
// own entities.yaml, which belong to the entity stage and to the case. To add
// a publisher, edit publishers.txt; to add a sort of fact, add a table and its
// lookup in a file of its own.
package directory
