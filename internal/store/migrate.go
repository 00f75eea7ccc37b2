package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"log/slog"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/database"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

func (c *Case) migrator() (*goose.Provider, error) {
	files, err := fs.Sub(migrationFiles, "migrations")
	if err != nil {
		return nil, err
	}
	return goose.NewProvider(database.DialectSQLite3, c.db, files,
		goose.WithSlog(slog.New(slog.DiscardHandler)), goose.WithDisableGlobalRegistry(true))
}

// migrate brings an older or a new case up to the newest schema. A newer case is refused.
func (c *Case) migrate(ctx context.Context) error {
	m, err := c.migrator()
	if err != nil {
		return err
	}
	current, target, err := m.GetVersions(ctx)
	if err != nil {
		return err
	}
	if current > target {
		return fmt.Errorf("%w (its schema is %d, this version knows %d)", ErrNewer, current, target)
	}
	if current == target {
		return nil
	}
	if _, err := c.db.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
		return err
	}
	_, err = m.Up(ctx)
	return err
}

// checkVersion refuses a case that cannot be read without a migration.
func (c *Case) checkVersion(ctx context.Context) error {
	var current int64
	err := c.db.QueryRowContext(ctx, "SELECT coalesce(max(version_id), 0) FROM goose_db_version WHERE is_applied = 1").Scan(&current)
	if err != nil {
		return err
	}
	target, err := c.newestSchema()
	if err != nil {
		return err
	}
	switch {
	case current > target:
		return fmt.Errorf("%w (its schema is %d, this version knows %d)", ErrNewer, current, target)
	case current < target:
		return fmt.Errorf("it has an older schema (%d, this version knows %d) and cannot be changed where it lies; copy it to a place that can be written and open the copy", current, target)
	}
	return nil
}

// newestSchema is the number of the last migration file.
func (c *Case) newestSchema() (int64, error) {
	m, err := c.migrator()
	if err != nil {
		return 0, err
	}
	sources := m.ListSources()
	return sources[len(sources)-1].Version, nil
}
