package store

import (
	"context"
	"database/sql"
	"fmt"

	"stemma"
)

// Case returns the head of the record: counts, without the engine, which the
// pipeline knows. Its id is the same for every case with the same articles.
func (c *Case) Case(ctx context.Context) (stemma.Case, error) {
	head := stemma.Case{Rule: "case", Evidence: []stemma.Span{}}
	err := c.db.QueryRowContext(ctx, `SELECT
		(SELECT count(*) FROM article WHERE superseded = 0),
		(SELECT count(*) FROM family)`).Scan(&head.Articles, &head.Families)
	if err != nil {
		return head, fmt.Errorf("read case: %w", explain(err))
	}
	if head.ID, err = c.caseID(ctx); err != nil {
		return head, err
	}
	return head, nil
}

// caseID returns the hash over all article ids: from the meta table, where
// [Case.Relate] leaves it, or worked out anew when articles have come since.
func (c *Case) caseID(ctx context.Context) (stemma.ID, error) {
	kept, err := c.Meta(ctx, metaCase)
	if err != nil {
		return stemma.ID{}, err
	}
	if id, err := stemma.ParseID(kept); err == nil {
		return id, nil
	}
	return hashArticles(ctx, c.db)
}

func hashArticles(ctx context.Context, q querier) (stemma.ID, error) {
	ids, err := collect(ctx, q, "list ids", scanArticleID, "SELECT id FROM article ORDER BY id")
	parts := make([]string, len(ids))
	for i, id := range ids {
		parts[i] = id.String()
	}
	return stemma.NewID(stemma.KindCase, parts...), err
}

// ArticleIDs returns the ids of all articles, old revisions included, in their order.
func (c *Case) ArticleIDs(ctx context.Context) ([]stemma.ID, error) {
	return collect(ctx, c.db, "list ids", scanArticleID, "SELECT id FROM article ORDER BY id")
}

// CurrentIDs returns the ids of the articles that count as reports: all but old revisions.
func (c *Case) CurrentIDs(ctx context.Context) ([]stemma.ID, error) {
	return collect(ctx, c.db, "list ids", scanArticleID, "SELECT id FROM article WHERE superseded = 0 ORDER BY id")
}

// Stale returns the ids of the articles whose reading was made by another
// engine, or is missing.
func (c *Case) Stale(ctx context.Context, keyOf func(stemma.ID, stemma.Hints) string) ([]stemma.ID, error) {
	type row struct {
		id    stemma.ID
		hints stemma.Hints
		key   string
	}
	all, err := collect(ctx, c.db, "list readings", func(rows *sql.Rows) (row, error) {
		var r row
		var id int64
		var hints string
		if err := rows.Scan(&id, &hints, &r.key); err != nil {
			return r, err
		}
		r.id = idOf(stemma.KindArticle, id)
		return r, unmarshal(hints, &r.hints)
	}, "SELECT o.article, o.hints, coalesce(r.key, '') FROM original o LEFT JOIN reading r USING (article) ORDER BY o.article")
	if err != nil {
		return nil, err
	}
	var stale []stemma.ID
	for _, r := range all {
		if r.key != keyOf(r.id, r.hints) {
			stale = append(stale, r.id)
		}
	}
	return stale, nil
}

func scanArticleID(rows *sql.Rows) (stemma.ID, error) {
	var id int64
	err := rows.Scan(&id)
	return idOf(stemma.KindArticle, id), err
}

// Counts are the figures of the headline beyond articles and families.
type Counts struct {
	Revisions, Skipped, Open int
	// Publishers counts the known ones; Unpublished the articles without one.
	Publishers, Unpublished int
	// Undated counts the articles without a date.
	Undated int
	// Languages maps a code to its number of articles, "" for unknown.
	Languages map[string]int
	Words     int
}

// Counts returns the figures of the headline, old revisions left out.
func (c *Case) Counts(ctx context.Context) (Counts, error) {
	n := Counts{Languages: map[string]int{}}
	err := c.db.QueryRowContext(ctx, `SELECT
		(SELECT count(*) FROM article WHERE superseded = 1),
		(SELECT count(*) FROM skip),
		(SELECT count(*) FROM open) + (SELECT count(*) FROM lineage_open),
		count(DISTINCT nullif(publisher, '')), coalesce(sum(publisher = ''), 0), coalesce(sum(published = ''), 0), coalesce(sum(words), 0)
		FROM article WHERE superseded = 0`).Scan(&n.Revisions, &n.Skipped, &n.Open, &n.Publishers, &n.Unpublished, &n.Undated, &n.Words)
	if err != nil {
		return n, fmt.Errorf("count case: %w", explain(err))
	}
	rows, err := c.db.QueryContext(ctx, "SELECT language, count(*) FROM article WHERE superseded = 0 GROUP BY language")
	if err != nil {
		return n, fmt.Errorf("count languages: %w", explain(err))
	}
	defer rows.Close()
	for rows.Next() {
		var code string
		var count int
		if err := rows.Scan(&code, &count); err != nil {
			return n, fmt.Errorf("count languages: %w", err)
		}
		n.Languages[code] = count
	}
	return n, rows.Err()
}
