package store

import (
	"context"
	"database/sql"

	"stemma"
)

// PutCorrection appends a correction to the log.
func (c *Case) PutCorrection(ctx context.Context, corr stemma.Correction) error {
	return c.write(ctx, "store correction", func(tx *sql.Tx) error {
		record, err := marshal(corr)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, "INSERT INTO correction (id, seq, record) VALUES (?, (SELECT coalesce(max(seq), 0) + 1 FROM correction), ?)",
			key(corr.ID), record)
		return err
	})
}

// Corrections returns the log of corrections, oldest first.
func (c *Case) Corrections(ctx context.Context) ([]stemma.Correction, error) {
	return collect(ctx, c.db, "list corrections", scanRecord[stemma.Correction], "SELECT record FROM correction ORDER BY seq")
}
