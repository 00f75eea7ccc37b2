package store

import (
	"context"
	"database/sql"
	"math"

	"stemma"
)

// Match returns the sentences that answer a full-text expression in FTS5's
// syntax, best first; equal scores come in the order of articles and
// sentences. Package ask makes the expression from a question and marks the words.
func (c *Case) Match(ctx context.Context, expression string, limit int) ([]stemma.Hit, error) {
	type row struct {
		rowid int64
		rank  float64
	}
	rows, err := collect(ctx, c.db, "search", func(rows *sql.Rows) (row, error) {
		var r row
		return r, rows.Scan(&r.rowid, &r.rank)
	}, "SELECT rowid, rank FROM sentence WHERE sentence MATCH ? ORDER BY rank, rowid LIMIT ?", expression, limit)
	if err != nil {
		return nil, err
	}
	hits := make([]stemma.Hit, 0, len(rows))
	cache := map[int64]*found{}
	for _, r := range rows {
		base := r.rowid &^ (maxSentences - 1)
		at, ok := cache[base]
		if !ok {
			if at, err = c.byBase(ctx, base); err != nil {
				return nil, err
			}
			cache[base] = at
		}
		sent := at.reading.Sentences[r.rowid-base]
		hit := at.hit
		hit.Sentence = at.art.Span(int(sent.Start), int(sent.End))
		hit.Score = int(math.Round(-1000 * r.rank))
		hits = append(hits, hit)
	}
	return hits, nil
}

// found is an article that a search met, read once for all its sentences.
type found struct {
	art     *stemma.Article
	reading *stemma.Reading
	hit     stemma.Hit
}

func (c *Case) byBase(ctx context.Context, base int64) (*found, error) {
	var id int64
	var superseded bool
	err := c.db.QueryRowContext(ctx, "SELECT id, superseded FROM article WHERE fts_base = ?", base).Scan(&id, &superseded)
	article := idOf(stemma.KindArticle, id)
	if err := c.notFound("article of sentence", article, err); err != nil {
		return nil, err
	}
	f := &found{}
	if f.art, err = c.Article(ctx, article); err != nil {
		return nil, err
	}
	if f.reading, err = c.Reading(ctx, article); err != nil {
		return nil, err
	}
	line := lineOf(f.art)
	f.hit = stemma.Hit{Article: article, Label: line.Label, Publisher: line.Publisher, Published: line.Published, Superseded: superseded}
	return f, nil
}
