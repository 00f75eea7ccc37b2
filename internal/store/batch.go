package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"stemma"
)

// An Item is one article on its way into the case.
type Item struct {
	Article *stemma.Article
	Reading *stemma.Reading
	// Key is the hash of everything the reading depends on.
	Key string
	// Path and Origin say where it was found; Origin is empty when the place cannot have revisions.
	Path, Origin string
	Format       stemma.PageFormat
	Hints        stemma.Hints
	// Original is the page's bytes, nil when they are not to be kept.
	Original []byte
}

// A Batch is what one transaction takes in.
type Batch struct {
	// Run is the run of `read` that found the items; 0 when known articles are
	// only read again, which leaves their places alone.
	Run   int64
	Items []Item
	Skips []stemma.Skip
}

// Tally counts what became of a batch's items.
type Tally struct {
	// New articles, Known ones that were held with the same reading, Renewed
	// ones whose reading changed, Skipped items.
	New, Known, Renewed, Skipped int
}

// Add adds the counts of other.
func (t *Tally) Add(other Tally) {
	t.New += other.New
	t.Known += other.Known
	t.Renewed += other.Renewed
	t.Skipped += other.Skipped
}

// Put takes a batch in: all of it or nothing. Taking in the same thing twice
// changes nothing but the log. The items are sorted by id, because the
// full-text index wants its rows in order.
func (c *Case) Put(ctx context.Context, b Batch) (Tally, error) {
	slices.SortStableFunc(b.Items, func(x, y Item) int { return x.Article.ID.Compare(y.Article.ID) })
	var tally Tally
	err := c.write(ctx, "store articles", func(tx *sql.Tx) error {
		tally = Tally{}
		p, err := prepareAll(ctx, tx)
		if err != nil {
			return err
		}
		for i := range b.Items {
			if err := c.putItem(ctx, p, &b.Items[i], b.Run, &tally); err != nil {
				return fmt.Errorf("%s: %w", b.Items[i].Path, err)
			}
		}
		for i := range b.Skips {
			if err := putSkip(ctx, p, &b.Skips[i]); err != nil {
				return err
			}
			tally.Skipped++
		}
		if tally.New+tally.Renewed > 0 {
			return errors.Join(putMeta(ctx, tx, metaPile, ""), putMeta(ctx, tx, metaCase, ""))
		}
		return nil
	})
	return tally, err
}

// inserts are the prepared statements of one transaction.
type inserts struct {
	find, taken, article, original, place, reading, skip, unskip *sql.Stmt
	open, unopen, sentence, unsentence                           *sql.Stmt
}

func prepareAll(ctx context.Context, tx *sql.Tx) (*inserts, error) {
	p := &inserts{}
	for _, s := range []struct {
		stmt **sql.Stmt
		text string
	}{
		{&p.find, "SELECT a.fts_base, a.fts_rows, r.key FROM article a LEFT JOIN reading r ON r.article = a.id WHERE a.id = ?"},
		{&p.taken, "SELECT count(*) FROM article WHERE fts_base = ?"},
		{&p.article, `INSERT INTO article (id, sha256, url, label, titled, publisher, published, method, language, words, fts_base, fts_rows, engine, record)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET label = excluded.label, titled = excluded.titled, publisher = excluded.publisher,
				published = excluded.published, method = excluded.method, language = excluded.language, words = excluded.words,
				fts_rows = excluded.fts_rows, engine = excluded.engine, record = excluded.record`},
		{&p.original, `INSERT INTO original (article, format, hints, bytes) VALUES (?, ?, ?, ?)
			ON CONFLICT (article) DO UPDATE SET format = excluded.format, hints = excluded.hints, bytes = coalesce(excluded.bytes, bytes)`},
		{&p.place, "INSERT INTO place (article, path, origin, run) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET run = excluded.run"},
		{&p.reading, "INSERT INTO reading (article, key, blob) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET key = excluded.key, blob = excluded.blob"},
		{&p.skip, "INSERT INTO skip (id, path, record) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET record = excluded.record"},
		{&p.unskip, "DELETE FROM skip WHERE path = ?"},
		{&p.open, "INSERT INTO open (id, article, record) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET record = excluded.record"},
		{&p.unopen, "DELETE FROM open WHERE article = ?"},
		{&p.sentence, "INSERT INTO sentence (rowid, text) VALUES (?, ?)"},
		{&p.unsentence, "DELETE FROM sentence WHERE rowid = ?"},
	} {
		stmt, err := tx.PrepareContext(ctx, s.text)
		if err != nil {
			return nil, err
		}
		*s.stmt = stmt
	}
	return p, nil
}

func (c *Case) putItem(ctx context.Context, p *inserts, it *Item, run int64, tally *Tally) error {
	id := key(it.Article.ID)
	var base, rows int64
	var held sql.NullString
	err := p.find.QueryRowContext(ctx, id).Scan(&base, &rows, &held)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		tally.New++
		if base, err = freeBase(ctx, p, it.Article.ID); err != nil {
			return err
		}
	case err != nil:
		return err
	case held.String == it.Key:
		tally.Known++
		return c.putPlace(ctx, p, it, run)
	default:
		tally.Renewed++
		for i := range rows {
			if _, err := p.unsentence.ExecContext(ctx, base+i); err != nil {
				return err
			}
		}
	}
	if err := c.putArticle(ctx, p, it, base); err != nil {
		return err
	}
	return c.putPlace(ctx, p, it, run)
}

// freeBase returns the full-text row number for an article's first sentence:
// the one its id gives, or the next free one should two ids agree in their upper bits.
func freeBase(ctx context.Context, p *inserts, id stemma.ID) (int64, error) {
	base := ftsBase(id)
	for {
		var taken int
		err := p.taken.QueryRowContext(ctx, base).Scan(&taken)
		if err != nil || taken == 0 {
			return base, err
		}
		base += maxSentences
	}
}

func (c *Case) putArticle(ctx context.Context, p *inserts, it *Item, base int64) error {
	art, id := it.Article, key(it.Article.ID)
	bare := *art
	bare.Paths, bare.RevisionOf = nil, stemma.ID{}
	record, err := c.pack.packJSON(&bare)
	if err != nil {
		return err
	}
	line := lineOf(art)
	sentences := it.Reading.Sentences
	rows := min(len(sentences), maxSentences)
	if _, err := p.article.ExecContext(ctx, id, art.SHA256, art.URL, line.Label, line.Titled, line.Publisher,
		line.Published, string(line.Method), line.Language, line.Words, base, rows, it.Key, record); err != nil {
		return err
	}
	for i := range rows {
		if _, err := p.sentence.ExecContext(ctx, base+int64(i), art.Text[sentences[i].Start:sentences[i].End]); err != nil {
			return err
		}
	}
	if err := c.putOriginal(ctx, p, it); err != nil {
		return err
	}
	blob, err := c.pack.packJSON(it.Reading)
	if err != nil {
		return err
	}
	if _, err := p.reading.ExecContext(ctx, id, it.Key, blob); err != nil {
		return err
	}
	return putOpens(ctx, p, it, rows)
}

func (c *Case) putOriginal(ctx context.Context, p *inserts, it *Item) error {
	hints, err := json.Marshal(it.Hints)
	if err != nil {
		return err
	}
	var bytes any
	if it.Original != nil {
		bytes = c.pack.pack(it.Original)
	}
	_, err = p.original.ExecContext(ctx, key(it.Article.ID), string(it.Format), string(hints), bytes)
	return err
}

func putOpens(ctx context.Context, p *inserts, it *Item, rows int) error {
	if _, err := p.unopen.ExecContext(ctx, key(it.Article.ID)); err != nil {
		return err
	}
	open := it.Reading.Open
	if rows < len(it.Reading.Sentences) {
		open = append(slices.Clone(open), stemma.NewOpenArticle("store.search_limit", "search",
			fmt.Sprintf("only the first %d of %d sentences can be searched", rows, len(it.Reading.Sentences)), it.Article.ID))
	}
	for _, o := range open {
		record, err := json.Marshal(o)
		if err != nil {
			return err
		}
		if _, err := p.open.ExecContext(ctx, key(o.ID), key(o.Article), string(record)); err != nil {
			return err
		}
	}
	return nil
}

func (c *Case) putPlace(ctx context.Context, p *inserts, it *Item, run int64) error {
	if run == 0 {
		return nil
	}
	if _, err := p.place.ExecContext(ctx, key(it.Article.ID), it.Path, it.Origin, run); err != nil {
		return err
	}
	_, err := p.unskip.ExecContext(ctx, it.Path)
	return err
}

func putSkip(ctx context.Context, p *inserts, s *stemma.Skip) error {
	record, err := json.Marshal(s)
	if err != nil {
		return err
	}
	_, err = p.skip.ExecContext(ctx, key(s.ID), s.Path, string(record))
	return err
}
