package stemma

// An ArticleLine is one row of a list of articles: what a reader needs in
// order to choose one.
type ArticleLine struct {
	ID ID `json:"id"`
	// Label is the title, or the first words when there is none.
	Label string `json:"label"`
	// Titled is true when Label is a title.
	Titled bool `json:"titled"`
	// Path is the first of the article's paths; URL its address, if it has one.
	Path      string `json:"path,omitempty"`
	URL       string `json:"url,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	// Published is the EDTF date, Method how it is known.
	Published string `json:"published,omitempty"`
	Method    Method `json:"method,omitempty"`
	Language  string `json:"language,omitempty"`
	Words     int    `json:"words"`
	// Superseded is true when a later revision of the same page is held.
	Superseded bool `json:"superseded,omitempty"`
	// Family is the article's family and FamilySize the number of its members; zero before lineage has run.
	Family     ID  `json:"family,omitzero"`
	FamilySize int `json:"family_size,omitempty"`
}

// An ArticleFilter narrows a list of articles. Empty fields do not narrow.
type ArticleFilter struct {
	Publisher string
	Language  string
	Family    ID
	// Sort is "id" (the default), "published", "words", "label" or "family" (largest first).
	Sort string
	// Limit is the most rows wanted, 0 for all; Offset how many to pass over.
	Limit, Offset int
}

// A Hit is one sentence that answers a search.
type Hit struct {
	Article ID `json:"article"`
	// Label names the article as in [ArticleLine].
	Label     string `json:"label"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"`
	// Superseded is true when a later revision of the page is held.
	Superseded bool `json:"superseded,omitempty"`
	// Sentence is the whole sentence.
	Sentence Span `json:"sentence"`
	// Matches are the places of the words asked for, inside the sentence.
	Matches []Span `json:"matches"`
	// Score is the BM25 rank in thousandths, higher is better.
	Score int `json:"score"`
}
