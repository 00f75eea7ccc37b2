// Package demo holds the pile of invented articles that `stemma demo` shows.
//
// Seventeen short articles tell one diplomatic story about states, leaders and
// newspapers that do not exist, so that nobody real is misquoted: Kestria and
// Beldania reopen a transit corridor in talks that Quessar brokers, while the
// envoy of Tarsund may, is expected to, and will pay a visit that never takes
// place. [Pages] gives them as `fetch` would find them in a folder; [Files] is
// that folder. Both read from the binary and write nothing to disk.
//
// What a reader can find in the pile, and where:
//
//   - a wire report (ostwire-port-amrin.txt), two reprints under other
//     headlines (orlun-courier-eleven-trucks.md, lanmere-post-talks.html), an
//     edited copy (ruzha-dispatch-port-amrin.txt) and a rewrite that drops
//     the attribution and swaps the mediator (border-ledger-breakthrough.md);
//   - a press release, an editorial, an undated essay, an interview in a page
//     saved with its furniture (halvik-observer-envoy.html);
//   - a chain of relays that ends in a broadcaster nobody holds:
//     clippings.jsonl#selm-tribune-generals cites lanmere-post-channel.txt,
//     which cites Radio Mirel, which cites a monk;
//   - two accounts of one night that contradict each other
//     (kesta-vell-bridge.txt, ruzha-dispatch-vell-bridge.md);
//   - one sentence of a minister in three wordings; a law that has passed its
//     first reading, is signed, in force and repealed, depending on whom one
//     reads; and a correction.
//
// The truth about the pile lies beside it in truth/*.json, written by hand.
// Tests read it through package eval; it is not embedded, and the program
// never sees it. To change an article, edit it in pile/ and then its truth;
// the tests here say where the two have come apart. The JSON files are
// described in truth/README.md.
package demo
