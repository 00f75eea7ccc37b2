package store

import (
	"context"
	"database/sql"
	"fmt"
	"math"

	"stemma"
)

// records reads blobs and fills in the words of their spans.
func records[T any, P interface {
	*T
	stemma.Spanned
}](ctx context.Context, c *Case, what, query string, args ...any) ([]T, error) {
	all, err := collect(ctx, c.db, what, func(rows *sql.Rows) (T, error) {
		var v T
		var blob []byte
		if err := rows.Scan(&blob); err != nil {
			return v, err
		}
		return v, c.pack.unpackJSON(blob, &v)
	}, query, args...)
	if err != nil {
		return nil, err
	}
	texts := map[stemma.ID]*stemma.Article{}
	for i := range all {
		if err := c.fill(ctx, texts, P(&all[i])); err != nil {
			return nil, fmt.Errorf("%s: %w", what, err)
		}
	}
	return all, nil
}

// one returns the first of all, or [stemma.ErrNotFound].
func one[T any](all []T, err error, id stemma.ID) (*T, error) {
	if err != nil {
		return nil, err
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%v: %w", id, stemma.ErrNotFound)
	}
	return &all[0], nil
}

// Families returns all families, the largest first, then by id.
func (c *Case) Families(ctx context.Context) ([]stemma.Family, error) {
	return collect(ctx, c.db, "list families", func(rows *sql.Rows) (stemma.Family, error) {
		var fam stemma.Family
		var blob []byte
		if err := rows.Scan(&blob); err != nil {
			return fam, err
		}
		return fam, c.pack.unpackJSON(blob, &fam)
	}, "SELECT record FROM family ORDER BY size DESC, id")
}

// Family returns the family with this id, its evidence filled in.
func (c *Case) Family(ctx context.Context, id stemma.ID) (*stemma.Family, error) {
	all, err := records[stemma.Family](ctx, c, "read family", "SELECT record FROM family WHERE id = ?", key(id))
	return one(all, err, id)
}

// FamilyCount returns how many families there are.
func (c *Case) FamilyCount(ctx context.Context) (int, error) {
	var n int
	if err := c.db.QueryRowContext(ctx, "SELECT count(*) FROM family").Scan(&n); err != nil {
		return 0, fmt.Errorf("count families: %w", explain(err))
	}
	return n, nil
}

// Derivations returns the derivations inside a family, by id.
func (c *Case) Derivations(ctx context.Context, family stemma.ID) ([]stemma.Derivation, error) {
	return records[stemma.Derivation](ctx, c, "list derivations", "SELECT record FROM derivation WHERE family = ? ORDER BY id", key(family))
}

// Derivation returns the derivation with this id.
func (c *Case) Derivation(ctx context.Context, id stemma.ID) (*stemma.Derivation, error) {
	all, err := records[stemma.Derivation](ctx, c, "read derivation", "SELECT record FROM derivation WHERE id = ?", key(id))
	return one(all, err, id)
}

// Quotations returns the quotations with a variant in an article, by id; all
// of them for the zero ID.
func (c *Case) Quotations(ctx context.Context, article stemma.ID) ([]stemma.Quotation, error) {
	if article.IsZero() {
		return records[stemma.Quotation](ctx, c, "list quotations", "SELECT record FROM quotation ORDER BY id")
	}
	return records[stemma.Quotation](ctx, c, "list quotations",
		"SELECT record FROM quotation WHERE id IN (SELECT quotation FROM quotation_article WHERE article = ?) ORDER BY id", key(article))
}

// Quotation returns the quotation with this id.
func (c *Case) Quotation(ctx context.Context, id stemma.ID) (*stemma.Quotation, error) {
	all, err := records[stemma.Quotation](ctx, c, "read quotation", "SELECT record FROM quotation WHERE id = ?", key(id))
	return one(all, err, id)
}

const passageColumns = "SELECT id, a, a_start, a_end, b, b_start, b_end, rule, kind, score, quoted FROM passage "

// Passages returns the passages with a side in an article, by id.
func (c *Case) Passages(ctx context.Context, article stemma.ID) ([]stemma.Passage, error) {
	return c.passages(ctx, passageColumns+"WHERE a = ?1 OR b = ?1 ORDER BY id", key(article))
}

// Passage returns the passage with this id.
func (c *Case) Passage(ctx context.Context, id stemma.ID) (*stemma.Passage, error) {
	all, err := c.passages(ctx, passageColumns+"WHERE id = ?", key(id))
	return one(all, err, id)
}

func (c *Case) passages(ctx context.Context, query string, args ...any) ([]stemma.Passage, error) {
	all, err := collect(ctx, c.db, "list passages", scanPassage, query, args...)
	if err != nil {
		return nil, err
	}
	texts := map[stemma.ID]*stemma.Article{}
	for i := range all {
		if err := c.fill(ctx, texts, &all[i]); err != nil {
			return nil, fmt.Errorf("list passages: %w", err)
		}
		all[i].Evidence = []stemma.Span{all[i].A, all[i].B}
	}
	return all, nil
}

func scanPassage(rows *sql.Rows) (stemma.Passage, error) {
	var p stemma.Passage
	var id, a, b int64
	var kind string
	err := rows.Scan(&id, &a, &p.A.Start, &p.A.End, &b, &p.B.Start, &p.B.End, &p.Rule, &kind, &p.Score, &p.Quoted)
	p.ID, p.Kind = idOf(stemma.KindPassage, id), stemma.PassageKind(kind)
	p.A.Article, p.B.Article = idOf(stemma.KindArticle, a), idOf(stemma.KindArticle, b)
	return p, err
}

// EachPassage calls f for all passages in the order of their ids.
func (c *Case) EachPassage(ctx context.Context, f func(*stemma.Passage) error) error {
	ids, err := collect(ctx, c.db, "list passages", func(rows *sql.Rows) (int64, error) {
		var id int64
		return id, rows.Scan(&id)
	}, "SELECT id FROM passage ORDER BY id")
	if err != nil {
		return err
	}
	const step = 512
	for len(ids) > 0 {
		n := min(step, len(ids))
		page, err := c.passages(ctx, passageColumns+"WHERE id BETWEEN ? AND ? ORDER BY id", ids[0], ids[n-1])
		if err != nil {
			return err
		}
		for i := range page {
			if err := f(&page[i]); err != nil {
				return err
			}
		}
		ids = ids[n:]
	}
	return nil
}

// EachFamily calls f for all families in the order of their ids, evidence filled in.
func (c *Case) EachFamily(ctx context.Context, f func(*stemma.Family) error) error {
	return each(ctx, c, "family", f)
}

// EachDerivation calls f for all derivations in the order of their ids.
func (c *Case) EachDerivation(ctx context.Context, f func(*stemma.Derivation) error) error {
	return each(ctx, c, "derivation", f)
}

// each reads the records of a table in steps, so that memory stays bounded.
func each[T any, P interface {
	*T
	stemma.Spanned
}](ctx context.Context, c *Case, table string, f func(P) error) error {
	const step = 512
	after := int64(math.MinInt64)
	for first := true; ; first = false {
		ids, err := collect(ctx, c.db, "list "+table, func(rows *sql.Rows) (int64, error) {
			var id int64
			return id, rows.Scan(&id)
		}, "SELECT id FROM "+table+" WHERE id > ? OR (? AND id = ?) ORDER BY id LIMIT ?", after, first, after, step)
		if err != nil || len(ids) == 0 {
			return err
		}
		last := ids[len(ids)-1]
		all, err := records[T, P](ctx, c, "list "+table, "SELECT record FROM "+table+" WHERE id BETWEEN ? AND ? ORDER BY id", ids[0], last)
		if err != nil {
			return err
		}
		for i := range all {
			if err := f(&all[i]); err != nil {
				return err
			}
		}
		after = last
	}
}
