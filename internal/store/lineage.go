package store

import (
	"context"
	"database/sql"
	"fmt"

	"stemma"
)

// metaPile names the meta value that says on which pile the stored lineage
// stands, metaCase the one that keeps the case's id; both are emptied whenever
// an article comes or changes.
const (
	metaPile = "pile"
	metaCase = "case"
)

// PileKey returns the key given to [Case.PutLineage], or "" when the lineage
// was never worked out for the articles now held.
func (c *Case) PileKey(ctx context.Context) (string, error) { return c.Meta(ctx, metaPile) }

// PutLineage replaces the stored lineage by another, touching only the rows
// whose ids or contents differ, in one transaction. pileKey is what it was
// worked out from.
func (c *Case) PutLineage(ctx context.Context, l *stemma.Lineage, pileKey string) error {
	return c.write(ctx, "store lineage", func(tx *sql.Tx) error {
		for _, put := range []func(context.Context, *sql.Tx, *stemma.Lineage) error{
			putPassages, c.putQuotations, c.putFamilies, c.putDerivations, putLineageOpens,
		} {
			if err := put(ctx, tx, l); err != nil {
				return err
			}
		}
		return putMeta(ctx, tx, metaPile, pileKey)
	})
}

// bare returns a deep copy of a record with the words of its spans left out.
func bare[T any, P interface {
	*T
	stemma.Spanned
}](c *Case, v *T) ([]byte, error) {
	blob, err := c.pack.packJSON(v)
	if err != nil {
		return nil, err
	}
	cp := new(T)
	if err := c.pack.unpackJSON(blob, cp); err != nil {
		return nil, err
	}
	for _, span := range P(cp).Spans() {
		span.Text = ""
	}
	return c.pack.packJSON(cp)
}

// maxFillTexts bounds the articles held in memory while spans are filled in.
const maxFillTexts = 2048

// fill puts the words back into the spans of stored records.
func (c *Case) fill(ctx context.Context, texts map[stemma.ID]*stemma.Article, v stemma.Spanned) error {
	for _, span := range v.Spans() {
		art, ok := texts[span.Article]
		if !ok {
			var err error
			if art, err = c.Article(ctx, span.Article); err != nil {
				return err
			}
			if len(texts) >= maxFillTexts {
				clear(texts)
			}
			texts[span.Article] = art
		}
		if span.Start < 0 || span.End < span.Start || len(art.Text) < span.End {
			return fmt.Errorf("stored span [%d,%d) is outside %v: run `stemma verify`", span.Start, span.End, span.Article)
		}
		*span = art.Span(span.Start, span.End)
	}
	return nil
}

// difference deletes the rows of table whose ids are not wanted and reports
// which wanted ones are missing.
func difference(ctx context.Context, tx *sql.Tx, table string, wanted []int64) (missing map[int64]bool, err error) {
	held, err := collect(ctx, tx, "list "+table, func(rows *sql.Rows) (int64, error) {
		var id int64
		return id, rows.Scan(&id)
	}, "SELECT id FROM "+table)
	if err != nil {
		return nil, err
	}
	missing = make(map[int64]bool, len(wanted))
	for _, id := range wanted {
		missing[id] = true
	}
	for _, id := range held {
		if missing[id] {
			delete(missing, id)
		} else if _, err := tx.ExecContext(ctx, "DELETE FROM "+table+" WHERE id = ?", id); err != nil {
			return nil, err
		}
	}
	return missing, nil
}

func keys[T any](all []T, id func(*T) stemma.ID) []int64 {
	ks := make([]int64, len(all))
	for i := range all {
		ks[i] = key(id(&all[i]))
	}
	return ks
}

// putPassages writes passages: an id says all of a passage but its kind and
// score, so that a held row is written again only when those moved.
func putPassages(ctx context.Context, tx *sql.Tx, l *stemma.Lineage) error {
	if _, err := difference(ctx, tx, "passage", keys(l.Passages, func(p *stemma.Passage) stemma.ID { return p.ID })); err != nil {
		return err
	}
	stmt, err := tx.PrepareContext(ctx, `INSERT INTO passage (id, a, a_start, a_end, b, b_start, b_end, rule, kind, score, quoted)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET rule = excluded.rule, kind = excluded.kind, score = excluded.score, quoted = excluded.quoted
		WHERE rule <> excluded.rule OR kind <> excluded.kind OR score <> excluded.score OR quoted <> excluded.quoted`)
	if err != nil {
		return err
	}
	for i := range l.Passages {
		p := &l.Passages[i]
		if _, err := stmt.ExecContext(ctx, key(p.ID), key(p.A.Article), p.A.Start, p.A.End, key(p.B.Article), p.B.Start, p.B.End,
			p.Rule, string(p.Kind), p.Score, p.Quoted); err != nil {
			return err
		}
	}
	return nil
}

func (c *Case) putQuotations(ctx context.Context, tx *sql.Tx, l *stemma.Lineage) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM quotation_article"); err != nil {
		return err
	}
	if _, err := difference(ctx, tx, "quotation", keys(l.Quotations, func(q *stemma.Quotation) stemma.ID { return q.ID })); err != nil {
		return err
	}
	put, err := tx.PrepareContext(ctx, upsert("quotation"))
	if err != nil {
		return err
	}
	index, err := tx.PrepareContext(ctx, "INSERT INTO quotation_article (article, quotation) VALUES (?, ?) ON CONFLICT DO NOTHING")
	if err != nil {
		return err
	}
	for i := range l.Quotations {
		q := &l.Quotations[i]
		blob, err := bare(c, q)
		if err != nil {
			return err
		}
		if _, err := put.ExecContext(ctx, key(q.ID), blob); err != nil {
			return err
		}
		for _, v := range q.Variants {
			if _, err := index.ExecContext(ctx, key(v.Span.Article), key(q.ID)); err != nil {
				return err
			}
		}
	}
	return nil
}

// upsert is the statement that writes a record of one blob only where it differs.
func upsert(table string) string {
	return "INSERT INTO " + table + " (id, record) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET record = excluded.record WHERE record <> excluded.record"
}

func (c *Case) putFamilies(ctx context.Context, tx *sql.Tx, l *stemma.Lineage) error {
	if _, err := difference(ctx, tx, "family", keys(l.Families, func(f *stemma.Family) stemma.ID { return f.ID })); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM family_article WHERE article NOT IN (SELECT id FROM article WHERE superseded = 0)"); err != nil {
		return err
	}
	put, err := tx.PrepareContext(ctx, `INSERT INTO family (id, size, record) VALUES (?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET size = excluded.size, record = excluded.record WHERE record <> excluded.record`)
	if err != nil {
		return err
	}
	member, err := tx.PrepareContext(ctx, `INSERT INTO family_article (article, family) VALUES (?, ?)
		ON CONFLICT (article) DO UPDATE SET family = excluded.family WHERE family <> excluded.family`)
	if err != nil {
		return err
	}
	for i := range l.Families {
		fam := &l.Families[i]
		blob, err := bare(c, fam)
		if err != nil {
			return err
		}
		if _, err := put.ExecContext(ctx, key(fam.ID), len(fam.Articles), blob); err != nil {
			return err
		}
		for _, art := range fam.Articles {
			if _, err := member.ExecContext(ctx, key(art), key(fam.ID)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Case) putDerivations(ctx context.Context, tx *sql.Tx, l *stemma.Lineage) error {
	if _, err := difference(ctx, tx, "derivation", keys(l.Derivations, func(d *stemma.Derivation) stemma.ID { return d.ID })); err != nil {
		return err
	}
	put, err := tx.PrepareContext(ctx, `INSERT INTO derivation (id, family, record)
		VALUES (?, coalesce((SELECT family FROM family_article WHERE article = ?), 0), ?)
		ON CONFLICT (id) DO UPDATE SET family = excluded.family, record = excluded.record
		WHERE record <> excluded.record OR family <> excluded.family`)
	if err != nil {
		return err
	}
	for i := range l.Derivations {
		d := &l.Derivations[i]
		blob, err := bare(c, d)
		if err != nil {
			return err
		}
		if _, err := put.ExecContext(ctx, key(d.ID), key(d.Child), blob); err != nil {
			return err
		}
	}
	return nil
}

func putLineageOpens(ctx context.Context, tx *sql.Tx, l *stemma.Lineage) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM lineage_open"); err != nil {
		return err
	}
	stmt, err := tx.PrepareContext(ctx, "INSERT INTO lineage_open (id, article, record) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
	if err != nil {
		return err
	}
	for _, o := range l.Open {
		record, err := marshal(o)
		if err != nil {
			return err
		}
		if _, err := stmt.ExecContext(ctx, key(o.ID), key(o.Article), record); err != nil {
			return err
		}
	}
	return nil
}
