package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Memo returns the cached blob under a key, or nil. The cache may be emptied
// at any time without any finding being lost.
func (c *Case) Memo(ctx context.Context, key []byte) ([]byte, error) {
	var blob []byte
	err := c.db.QueryRowContext(ctx, "SELECT blob FROM memo WHERE key = ?", key).Scan(&blob)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read memo: %w", explain(err))
	}
	return blob, nil
}

// Memos calls f with all cached blobs whose keys begin with prefix.
func (c *Case) Memos(ctx context.Context, prefix []byte, f func(key, blob []byte) error) error {
	rows, err := c.db.QueryContext(ctx, "SELECT key, blob FROM memo WHERE substr(key, 1, ?) = ?", len(prefix), prefix)
	if err != nil {
		return fmt.Errorf("read memos: %w", explain(err))
	}
	defer rows.Close()
	for rows.Next() {
		var key, blob []byte
		if err := rows.Scan(&key, &blob); err != nil {
			return fmt.Errorf("read memos: %w", err)
		}
		if err := f(key, blob); err != nil {
			return err
		}
	}
	return rows.Err()
}

// A MemoEntry is one blob for the cache.
type MemoEntry struct{ Key, Blob []byte }

// PutMemos adds blobs to the cache, in one transaction.
func (c *Case) PutMemos(ctx context.Context, entries []MemoEntry) error {
	return c.write(ctx, "store memos", func(tx *sql.Tx) error {
		stmt, err := tx.PrepareContext(ctx, "INSERT INTO memo (key, blob) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET blob = excluded.blob")
		if err != nil {
			return err
		}
		for _, e := range entries {
			if _, err := stmt.ExecContext(ctx, e.Key, e.Blob); err != nil {
				return err
			}
		}
		return nil
	})
}
