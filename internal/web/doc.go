// Package web is the reading room: server-rendered pages on the loopback
// interface, in which every line of a case opens the sentence it came from.
//
// In goes a [Case], the small interface of what the room reads; out come HTML
// and SVG. Call [New] first, then [Server.Listen] and [Server.Serve]; a test or
// another host may take [Server.Handler] instead. [Server.URL] is the address
// to open: it carries the token that becomes a cookie.
//
// A request passes these steps, each in its file:
//
//   - guard.go: the host, the token or its cookie, the method, the headers;
//   - server.go: the routes, one per kind of page;
//   - pile.go, article.go, search.go, family.go, compare.go, list.go, words.go:
//     from the request to a view, the values that a template shows;
//   - page.go: from the view to the page, inside one frame (template/).
//
// What the pages share: text.go escapes text and makes invisible characters
// visible; mark.go draws ranges of an article's text; block.go cuts a text into
// paragraphs without losing a byte; span.go checks a span before it is shown;
// diff.go compares two passages word by word; layout.go and tree.go place the
// members of a family; index.go keeps the counts of the whole pile.
//
// The pages work without JavaScript. The modules in asset/ add keys, hover and
// the ribbons between two texts; asset/style.css is the one stylesheet and
// says what each colour means.
//
// It requires articles and Readings; families, passages and quotations are
// shown when there are any. It adds nothing to the case: the room is read-only.
// Findings are made by the stages, kept by `store`, written to files by
// `export`. To add a page: a view in its own file, a template of the same name,
// a row in [Server.routes].
package web
