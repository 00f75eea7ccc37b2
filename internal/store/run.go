package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strconv"
	"time"
)

// A Run is one run of `read` in the reading log.
type Run struct {
	ID       int64    `json:"run"`
	Started  string   `json:"started"`
	Finished string   `json:"finished,omitempty"`
	Args     []string `json:"args"`
}

// BeginRun writes the start of a run of `read` into the log.
func (c *Case) BeginRun(ctx context.Context, args []string) (int64, error) {
	var id int64
	err := c.write(ctx, "begin run", func(tx *sql.Tx) error {
		words, err := json.Marshal(args)
		if err != nil {
			return err
		}
		res, err := tx.ExecContext(ctx, "INSERT INTO run (started, args) VALUES (?, ?)", now(), string(words))
		if err != nil {
			return err
		}
		id, err = res.LastInsertId()
		return err
	})
	return id, err
}

// EndRun writes that a run came to its end.
func (c *Case) EndRun(ctx context.Context, id int64) error {
	return c.write(ctx, "end run", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE run SET finished = ? WHERE id = ?", now(), id)
		return err
	})
}

// Runs returns the reading log, oldest first.
func (c *Case) Runs(ctx context.Context) ([]Run, error) {
	return collect(ctx, c.db, "list runs", func(rows *sql.Rows) (Run, error) {
		var r Run
		var finished sql.NullString
		var args string
		if err := rows.Scan(&r.ID, &r.Started, &finished, &args); err != nil {
			return r, err
		}
		r.Finished = finished.String
		return r, json.Unmarshal([]byte(args), &r.Args)
	}, "SELECT id, started, finished, args FROM run ORDER BY id")
}

func now() string { return time.Now().UTC().Format(time.RFC3339) }

// Meta returns a small fact about the case, "" when it was never set.
func (c *Case) Meta(ctx context.Context, name string) (string, error) {
	var value string
	err := c.db.QueryRowContext(ctx, "SELECT value FROM meta WHERE key = ?", name).Scan(&value)
	if err == sql.ErrNoRows {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read meta %s: %w", name, explain(err))
	}
	return value, nil
}

func putMeta(ctx context.Context, tx *sql.Tx, name, value string) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", name, value)
	return err
}

// Schema returns the number of the case's schema.
func (c *Case) Schema(ctx context.Context) (int64, error) {
	var v int64
	err := c.db.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version").Scan(&v)
	if err != nil {
		return 0, fmt.Errorf("read schema of %s: %w", strconv.Quote(c.path), explain(err))
	}
	return v, nil
}

// querier is what both a database and a transaction can do.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// collect runs a query and scans each row with scan.
func collect[T any](ctx context.Context, q querier, what string, scan func(*sql.Rows) (T, error), query string, args ...any) ([]T, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, explain(err))
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		v, err := scan(rows)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", what, err)
		}
		all = append(all, v)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", what, explain(err))
	}
	return all, nil
}
