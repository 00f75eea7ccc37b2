package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"stemma"
)

func unmarshal(record string, v any) error { return json.Unmarshal([]byte(record), v) }

func scanRecord[T any](rows *sql.Rows) (T, error) {
	var v T
	var record string
	if err := rows.Scan(&record); err != nil {
		return v, err
	}
	return v, unmarshal(record, &v)
}

// Skips returns what could not be taken in, by path.
func (c *Case) Skips(ctx context.Context) ([]stemma.Skip, error) {
	return collect(ctx, c.db, "list skipped", scanRecord[stemma.Skip], "SELECT record FROM skip ORDER BY path, id")
}

// Opens returns what could not be decided, by id.
func (c *Case) Opens(ctx context.Context) ([]stemma.Open, error) {
	return collect(ctx, c.db, "list open", scanRecord[stemma.Open],
		"SELECT record FROM (SELECT id, record FROM open UNION ALL SELECT id, record FROM lineage_open) ORDER BY id")
}

// OpensOf returns what could not be decided in one article, by id.
func (c *Case) OpensOf(ctx context.Context, article stemma.ID) ([]stemma.Open, error) {
	return collect(ctx, c.db, "list open", scanRecord[stemma.Open],
		"SELECT record FROM (SELECT id, article, record FROM open UNION ALL SELECT id, article, record FROM lineage_open) WHERE article = ? ORDER BY id", key(article))
}

// Moved returns the id that took the place of an old one, or the zero ID.
func (c *Case) Moved(ctx context.Context, old stemma.ID) (stemma.ID, error) {
	all, err := collect(ctx, c.db, "find moved id", func(rows *sql.Rows) (stemma.ID, error) {
		var s string
		if err := rows.Scan(&s); err != nil {
			return stemma.ID{}, err
		}
		return stemma.ParseID(s)
	}, "SELECT new FROM moved WHERE old = ?", old.String())
	if err != nil || len(all) == 0 {
		return stemma.ID{}, err
	}
	return all[0], nil
}

func marshal(v any) (string, error) {
	record, err := json.Marshal(v)
	return string(record), err
}
