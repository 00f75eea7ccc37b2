package web

import (
	"context"

	"stemma"
)

// A Case is what the reading room reads. `store` has one. Every method may be
// called by several requests at once; what is not held is an error that wraps
// [stemma.ErrNotFound].
type Case interface {
	// Case returns the head of the record. It is called for most pages, so it
	// should be quick; a change in it makes the room count the pile again.
	Case(ctx context.Context) (stemma.Case, error)
	// Articles returns the rows that the filter lets through, and how many there
	// are without its limit.
	Articles(ctx context.Context, filter stemma.ArticleFilter) ([]stemma.ArticleLine, int, error)
	// Article returns one article.
	Article(ctx context.Context, id stemma.ID) (*stemma.Article, error)
	// Reading returns what the article-level stages found in one article.
	Reading(ctx context.Context, id stemma.ID) (*stemma.Reading, error)
	// Skips returns what could not be taken in.
	Skips(ctx context.Context) ([]stemma.Skip, error)
	// Opens returns what could not be decided.
	Opens(ctx context.Context) ([]stemma.Open, error)
	// Search returns the sentences that answer a query, the best first.
	Search(ctx context.Context, query string, limit int) ([]stemma.Hit, error)
	// Family returns one family.
	Family(ctx context.Context, id stemma.ID) (*stemma.Family, error)
	// Families returns all families, single ones included.
	Families(ctx context.Context) ([]stemma.Family, error)
	// Passages returns the passages with a side in the given article.
	Passages(ctx context.Context, article stemma.ID) ([]stemma.Passage, error)
	// Derivations returns the derivations between members of a family.
	Derivations(ctx context.Context, family stemma.ID) ([]stemma.Derivation, error)
	// Quotations returns the quotations with a variant in the given article.
	Quotations(ctx context.Context, article stemma.ID) ([]stemma.Quotation, error)
}

// Originals is implemented by a [Case] that keeps the original bytes. Without
// it, or when nothing is kept, the room offers no download.
type Originals interface {
	// Original returns the bytes that the article was made from.
	Original(ctx context.Context, id stemma.ID) ([]byte, error)
}
