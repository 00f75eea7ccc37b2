package web

import "net/http"

// A Word is one term of Stemma, explained to a reader who knows none of them.
type Word struct {
	// Name is the term; Glyph its sign in the room, or empty.
	Name, Glyph string
	// Means is one or two sentences, Not what it is easily taken for.
	Means, Not string
}

// Words returns the ten terms, in the order in which a reader meets them. The
// command prints the same.
func Words() []Word {
	return []Word{
		{"article", "article", "One published text, with what the page says of itself: title, byline, date, publisher.", "A story. Two outlets that report one event are two articles."},
		{"publisher", "", "Who published an article, as far as the page or you say so. It stays unknown when nobody says.", "The person or body that says something in the text; that is a source."},
		{"furniture", "", "What a saved page holds beside the article: newsletter boxes, share bars, most-read lists. It is left out of the text and listed.", "Captions and authors' notes; they are kept and marked."},
		{"quotation", "quotation", "The same quoted words wherever they appear. When the words differ between articles, the difference is its drift.", "A word in scare quotes, or a title in quotation marks."},
		{"passage", "compare", "Text that two articles share, aligned word by word: verbatim (=) or edited (≈).", "A proof of who copied whom. It says only that the words are the same."},
		{"derivation", "directed", "How one article derives from another: a copy keeps the text, an edited copy changes some of it. An arrow is drawn only when dates or credits show which came first.", "A guess. Where the direction is not known the line has no arrow."},
		{"family", "family", "The articles that share an origin. Ten articles that copy one report are one family: one account, not ten.", "A topic. Two articles on one event that share no text are two families."},
		{"root and centre", "root", "A root is a member that nothing in the family is known to precede. The centre is the member that shares most text with the others.", "The first report in the world. An earlier one may not be in the pile."},
		{"evidence", "", "The words of an article that a finding rests on, to the byte. Everything on these pages opens its evidence.", "A summary. The words are always the article's own."},
		{"open", "open", "A question that could not be decided, or was not worked out because of a limit. It is listed, never guessed.", "A mistake. Unknown is a value."},
	}
}

func (s *Server) wordsPage(r *http.Request) (answer, error) {
	return s.render(r, "words", page{Title: "Words", Section: "words", View: Words()})
}
