package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"stemma"
)

// labelBytes is how much of an untitled article's beginning stands in for a title.
const labelBytes = 90

// lineOf makes the row by which lists show an article.
func lineOf(art *stemma.Article) stemma.ArticleLine {
	line := stemma.ArticleLine{ID: art.ID, Label: art.Title, Titled: art.Title != "", URL: art.URL, Language: art.Language, Words: art.Words}
	if !line.Titled {
		line.Label = firstWords(art.Text)
	}
	if art.Publisher != nil {
		line.Publisher = art.Publisher.Name
	}
	if art.Published != nil {
		line.Published, line.Method = art.Published.EDTF, art.Published.Method
	}
	return line
}

// firstWords returns the whole words of the first line of text, up to labelBytes.
func firstWords(text string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if len(first) <= labelBytes {
		return first
	}
	cut := strings.LastIndexFunc(first[:labelBytes], unicode.IsSpace)
	if cut <= 0 {
		cut = labelBytes
		for cut > 0 && first[cut]&0xc0 == 0x80 {
			cut--
		}
	}
	return first[:cut] + "…"
}

const lineColumns = `a.id, a.label, a.titled, a.url, a.publisher, a.published, a.method, a.language, a.words, a.superseded,
	coalesce((SELECT min(path) FROM place WHERE article = a.id), ''),
	coalesce(fa.family, 0), fa.family IS NOT NULL, coalesce(f.size, 0)`

const lineTables = ` FROM article a LEFT JOIN family_article fa ON fa.article = a.id LEFT JOIN family f ON f.id = fa.family`

// lineOrders are the orders of [stemma.ArticleFilter.Sort].
var lineOrders = map[string]string{
	"":          "a.id",
	"id":        "a.id",
	"published": "a.published = '', a.published, a.id",
	"words":     "a.words DESC, a.id",
	"label":     "a.label COLLATE NOCASE, a.id",
	"publisher": "a.publisher = '', a.publisher COLLATE NOCASE, a.id",
	"family":    "f.size DESC, f.id, a.id",
}

func scanLine(rows *sql.Rows) (stemma.ArticleLine, error) {
	var line stemma.ArticleLine
	var id, family int64
	var method string
	var inFamily bool
	err := rows.Scan(&id, &line.Label, &line.Titled, &line.URL, &line.Publisher, &line.Published, &method, &line.Language,
		&line.Words, &line.Superseded, &line.Path, &family, &inFamily, &line.FamilySize)
	line.ID, line.Method = idOf(stemma.KindArticle, id), stemma.Method(method)
	if inFamily {
		line.Family = idOf(stemma.KindFamily, family)
	}
	return line, err
}

// Articles returns the rows that pass the filter and how many there are
// without its limit. Old revisions are among them, marked superseded.
func (c *Case) Articles(ctx context.Context, f stemma.ArticleFilter) ([]stemma.ArticleLine, int, error) {
	order, known := lineOrders[f.Sort]
	if !known {
		return nil, 0, fmt.Errorf("list articles: no order %q; there are id, published, words, label, publisher, family", f.Sort)
	}
	where, args := []string{"1"}, []any{}
	narrow := func(clause string, arg any) {
		where = append(where, clause)
		args = append(args, arg)
	}
	if f.Publisher != "" {
		narrow("a.publisher = ?", f.Publisher)
	}
	if f.Language != "" {
		narrow("a.language = ?", f.Language)
	}
	if !f.Family.IsZero() {
		narrow("fa.family = ?", key(f.Family))
	}
	tail := lineTables + " WHERE " + strings.Join(where, " AND ")
	var total int
	if err := c.db.QueryRowContext(ctx, "SELECT count(*)"+tail, args...).Scan(&total); err != nil {
		return nil, 0, fmt.Errorf("count articles: %w", explain(err))
	}
	limit := f.Limit
	if limit <= 0 {
		limit = -1
	}
	args = append(args, limit, f.Offset)
	lines, err := collect(ctx, c.db, "list articles", scanLine, "SELECT "+lineColumns+tail+" ORDER BY "+order+" LIMIT ? OFFSET ?", args...)
	return lines, total, err
}

// Article returns the article with this id.
func (c *Case) Article(ctx context.Context, id stemma.ID) (*stemma.Article, error) {
	var record []byte
	var revision sql.NullInt64
	err := c.db.QueryRowContext(ctx, "SELECT record, revision_of FROM article WHERE id = ?", key(id)).Scan(&record, &revision)
	if err := c.notFound("article", id, err); err != nil {
		return nil, err
	}
	art := new(stemma.Article)
	if err := c.pack.unpackJSON(record, art); err != nil {
		return nil, fmt.Errorf("read %v: %w", id, err)
	}
	art.Paths, err = collect(ctx, c.db, "read places", func(rows *sql.Rows) (string, error) {
		var path string
		return path, rows.Scan(&path)
	}, "SELECT DISTINCT path FROM place WHERE article = ? ORDER BY path", key(id))
	if revision.Valid {
		art.RevisionOf = idOf(stemma.KindArticle, revision.Int64)
	}
	return art, err
}

// Reading returns what the article-level stages found in an article.
func (c *Case) Reading(ctx context.Context, id stemma.ID) (*stemma.Reading, error) {
	var blob []byte
	err := c.db.QueryRowContext(ctx, "SELECT blob FROM reading WHERE article = ?", key(id)).Scan(&blob)
	if err := c.notFound("reading", id, err); err != nil {
		return nil, err
	}
	r := new(stemma.Reading)
	if err := c.pack.unpackJSON(blob, r); err != nil {
		return nil, fmt.Errorf("read reading of %v: %w", id, err)
	}
	return r, nil
}

// Original returns the bytes that an article was made from. It is
// [stemma.ErrNotFound] when they were not kept.
func (c *Case) Original(ctx context.Context, id stemma.ID) ([]byte, error) {
	page, err := c.Page(ctx, id)
	if err != nil {
		return nil, err
	}
	if page.Bytes == nil {
		return nil, fmt.Errorf("original of %v was not kept: %w", id, stemma.ErrNotFound)
	}
	return page.Bytes, nil
}

// Page returns the page that an article was made from, so that it can be
// extracted anew; its Bytes are nil when the original was not kept.
func (c *Case) Page(ctx context.Context, id stemma.ID) (*stemma.Page, error) {
	var format, hints string
	var blob []byte
	err := c.db.QueryRowContext(ctx, "SELECT format, hints, bytes FROM original WHERE article = ?", key(id)).Scan(&format, &hints, &blob)
	if err := c.notFound("original", id, err); err != nil {
		return nil, err
	}
	page := &stemma.Page{Format: stemma.PageFormat(format)}
	if err := unmarshal(hints, &page.Hints); err != nil {
		return nil, fmt.Errorf("read original of %v: %w", id, err)
	}
	if blob != nil {
		if page.Bytes, err = c.pack.unpack(blob); err != nil {
			return nil, fmt.Errorf("read original of %v: %w", id, err)
		}
	}
	return page, nil
}

// notFound wraps a row's error, with [stemma.ErrNotFound] for no row.
func (c *Case) notFound(what string, id stemma.ID, err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("%s %v: %w", what, id, stemma.ErrNotFound)
	}
	if err != nil {
		return fmt.Errorf("read %s %v: %w", what, id, explain(err))
	}
	return nil
}
