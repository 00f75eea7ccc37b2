package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// Copy writes a copy of the case as it is at this moment to a file that does
// not exist yet. It is safe while other processes write.
func (c *Case) Copy(ctx context.Context, to string) error {
	if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("copy case to %s: there is something already; choose another name", to)
	}
	if _, err := c.db.ExecContext(ctx, "VACUUM INTO ?", to); err != nil {
		os.Remove(to)
		return fmt.Errorf("copy case to %s: %w", to, explain(err))
	}
	return nil
}
