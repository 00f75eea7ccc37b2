package stemma

// A Reading is what the article-level stages found in one article, joined: a
// pure function of the article, the engine, the directory and the corrections
// to that article's own metadata. It knows nothing of other articles, and is
// cached under the hash of those inputs.
type Reading struct {
	Article ID `json:"article"`
	// Sentences are the byte ranges of the article's sentences, in order.
	Sentences []SentenceRange `json:"sentences"`
	// Quotes are the ranges between quotation marks.
	Quotes []Quote `json:"quotes,omitempty"`
	// Open is what the stages could not decide in this article.
	Open []Open `json:"open,omitempty"`
}

// A SentenceRange is where one sentence lies: bytes [Start, End) of the
// article's text, in which zone, and whether it opens a paragraph.
type SentenceRange struct {
	Start     int32    `json:"start"`
	End       int32    `json:"end"`
	Zone      ZoneKind `json:"zone"`
	Paragraph bool     `json:"paragraph,omitempty"`
}

// NewReading joins what the stages found in the article that doc is of.
func NewReading(doc *Doc, open []Open) *Reading {
	r := &Reading{Article: doc.Article.ID, Quotes: doc.Quotes, Open: open}
	r.Sentences = make([]SentenceRange, 0, len(doc.Sentences))
	for _, par := range doc.Paragraphs {
		for i := par.First; i < par.Last; i++ {
			sent := doc.Sentences[i]
			r.Sentences = append(r.Sentences, SentenceRange{sent.Start, sent.End, sent.Zone, i == par.First})
		}
	}
	return r
}
