package stemma

// A Doc is the parsed view of one article: what `text` sees in it. It lives in
// memory only and is never changed once made. All positions are byte offsets
// into the article's text; indexes point into the Doc's own slices.
type Doc struct {
	Article *Article
	// Tokens are in the order of the text and never overlap.
	Tokens []Token
	// Sentences cover all tokens, in order.
	Sentences []Sentence
	// Paragraphs cover all sentences, in order.
	Paragraphs []Paragraph
	// Quotes are the ranges between quotation marks, in the order of their
	// start; a nested one follows the one it lies in.
	Quotes []Quote
}

// A Token is a word, a part of a contracted word, a number or a mark.
type Token struct {
	Start, End int32
	Flags      TokenFlags
}

// TokenFlags say what `text` knows of a token without a model.
type TokenFlags uint16

// What a token is and where it stands.
const (
	// TokenWord has a letter in it.
	TokenWord TokenFlags = 1 << iota
	// TokenNumber has a digit and no letter, apart from a unit or ordinal ending.
	TokenNumber
	// TokenMark is punctuation or a symbol.
	TokenMark
	// TokenUpper begins with an upper-case letter.
	TokenUpper
	// TokenCaps has two or more letters, all upper-case.
	TokenCaps
	// TokenQuoted lies inside quotation marks.
	TokenQuoted
	// TokenJoined follows the token before it without a space.
	TokenJoined
	// TokenSentenceStart is the first of its sentence.
	TokenSentenceStart
	// TokenBody lies in a body or caption zone.
	TokenBody
)

// Has reports whether all the given flags are set.
func (f TokenFlags) Has(flags TokenFlags) bool { return f&flags == flags }

// A Sentence is a run of tokens [First, Last) and the bytes they cover.
type Sentence struct {
	Start, End  int32
	First, Last int32
	// Zone is the part of the article it lies in; a sentence lies in one zone.
	Zone ZoneKind
}

// A Paragraph is a run of sentences [First, Last) and the bytes they cover.
type Paragraph struct {
	Start, End  int32
	First, Last int32
}

// QuoteShape tells apart what quotation marks hold, by length and form alone.
type QuoteShape uint8

// The shapes of a quoted range.
const (
	QuoteUnknown QuoteShape = iota
	// QuoteSpeech is long enough, or built, to be somebody's words.
	QuoteSpeech
	// QuoteScare is a word or few that the writer keeps at a distance.
	QuoteScare
	// QuoteTitle has the form of a title: its words are capitalised.
	QuoteTitle
)

var quoteShapeNames = [...]string{"", "speech", "scare", "title"}

// String returns the shape's name, or "" when unknown.
func (s QuoteShape) String() string {
	if int(s) < len(quoteShapeNames) {
		return quoteShapeNames[s]
	}
	return ""
}

// A Quote is a range between quotation marks. One utterance that runs over
// several paragraphs is one Quote per paragraph, tied by Continues.
type Quote struct {
	// Start and End take in the marks, where they stand.
	Start, End int32
	// Inner and InnerEnd leave the marks out.
	Inner, InnerEnd int32
	Shape           QuoteShape
	// Depth is 0 for an outermost range, 1 for one inside it, and so on.
	Depth uint8
	// Closed is false when the closing mark is missing and a rule ended it.
	Closed bool
	// Continues is true when the range carries on the one before it in the next paragraph.
	Continues bool
	// Rule names the rule that decided it.
	Rule string
}

// Span returns bytes [start, end) of the article as a [Span].
func (d *Doc) Span(start, end int32) Span { return d.Article.Span(int(start), int(end)) }

// SentenceAt returns the index of the sentence that holds byte i, or -1.
func (d *Doc) SentenceAt(i int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(d.Sentences[mid].End) <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(d.Sentences) && int(d.Sentences[lo].Start) <= i {
		return lo
	}
	return -1
}
