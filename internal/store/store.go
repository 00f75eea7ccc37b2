package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// applicationID marks a SQLite file as a case ("Stem").
const applicationID = 0x5374656d

// Options say how a case is opened.
type Options struct {
	// ReadOnly opens an existing case without changing a byte of it; it works on read-only media.
	ReadOnly bool
	// MustExist refuses to make a new case.
	MustExist bool
}

// A Case is an open case file. It is safe for concurrent use.
type Case struct {
	db       *sql.DB
	path     string
	readOnly bool
	pack     *packer
}

// Sentinel errors of [Open] and of writing, wrapped with the path and the next step.
var (
	// ErrNoCase: there is no file at the path.
	ErrNoCase = errors.New("there is no case here; make one with `stemma read PATH...`")
	// ErrNotACase: the file is something else.
	ErrNotACase = errors.New("this file is not a Stemma case")
	// ErrNewer: a newer Stemma made the case.
	ErrNewer = errors.New("this case was made by a newer Stemma; open it with that version")
	// ErrBusy: another process is writing.
	ErrBusy = errors.New("another process is writing to this case; wait for it to finish and try again")
	// ErrFull: the disk is full.
	ErrFull = errors.New("the disk is full; free some space and run the same command again, nothing stored is lost")
	// ErrReadOnly: the case cannot be written where it lies.
	ErrReadOnly = errors.New("this case cannot be written where it lies; copy it with `stemma copy` and work on the copy")
	// ErrDamaged: SQLite found the file damaged.
	ErrDamaged = errors.New("this case is damaged; restore a copy of it")
)

// Open opens the case at path, making it when there is none and opts allow.
// The caller closes it.
func Open(ctx context.Context, path string, opts Options) (*Case, error) {
	if err := checkFile(path, opts); err != nil {
		return nil, err
	}
	readOnly := opts.ReadOnly || !writable(path)
	pack, err := newPacker()
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", dsn(path, readOnly))
	if err != nil {
		pack.close()
		return nil, fmt.Errorf("open case %s: %w", path, err)
	}
	c := &Case{db: db, path: path, readOnly: readOnly, pack: pack}
	if err := c.prepare(ctx, opts); err != nil {
		c.db.Close()
		pack.close()
		return nil, fmt.Errorf("open case %s: %w", path, explain(err))
	}
	return c, nil
}

// checkFile tells apart a missing case, a foreign file and a case, before
// SQLite is let near the file.
func checkFile(path string, opts Options) error {
	head := make([]byte, 16)
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		if opts.ReadOnly || opts.MustExist {
			return fmt.Errorf("open case %s: %w", path, ErrNoCase)
		}
		if _, err := os.Stat(filepath.Dir(path)); err != nil {
			return fmt.Errorf("make case %s: its folder: %w", path, err)
		}
		return nil
	}
	if err != nil {
		return fmt.Errorf("open case: %w", err)
	}
	defer f.Close()
	n, err := f.Read(head)
	if n == 0 && !opts.ReadOnly {
		return nil // an empty file becomes a case, as SQLite has it
	}
	if err != nil || n < len(head) || string(head) != "SQLite format 3\x00" {
		return fmt.Errorf("open case %s: %w", path, ErrNotACase)
	}
	return nil
}

// writable reports whether the case, or its folder when there is none yet, can be written.
func writable(path string) bool {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, fs.ErrNotExist) {
		return true
	}
	if err != nil {
		return false
	}
	f.Close()
	return true
}

// dsn names the file for the driver. The write-ahead log needs memory shared
// between processes, which network shares do not give; there the older
// rollback journal serves.
func dsn(path string, readOnly bool) string {
	q := url.Values{}
	q.Add("_pragma", "busy_timeout(10000)")
	q.Add("_pragma", "foreign_keys(1)")
	q.Add("_pragma", "cache_size(-16384)")
	q.Add("_pragma", "temp_store(2)")
	q.Add("_txlock", "immediate")
	switch {
	case readOnly:
		q.Add("mode", "ro")
		if !writable(filepath.Dir(path)) || !hasLog(path) {
			q.Add("immutable", "1")
		}
	case networkShare(path):
		q.Add("_pragma", "journal_mode(DELETE)")
		q.Add("_pragma", "synchronous(FULL)")
	default:
		q.Add("_pragma", "journal_mode(WAL)")
		q.Add("_pragma", "synchronous(NORMAL)")
	}
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + q.Encode()
}

// hasLog reports whether another process has left or holds a write-ahead log.
func hasLog(path string) bool {
	info, err := os.Stat(path + "-wal")
	return err == nil && info.Size() > 0
}

func (c *Case) prepare(ctx context.Context, opts Options) error {
	var app, tables int
	if err := c.db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&app); err != nil {
		return err
	}
	if err := c.db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_master").Scan(&tables); err != nil {
		return err
	}
	if app != applicationID && tables > 0 {
		return ErrNotACase
	}
	if c.readOnly {
		return c.checkVersion(ctx)
	}
	return c.migrate(ctx)
}

// Path returns the file's path as it was given to [Open].
func (c *Case) Path() string { return c.path }

// Close folds the write-ahead log into the file and closes it.
func (c *Case) Close() error {
	defer c.pack.close()
	var foldErr error
	if !c.readOnly {
		_, foldErr = c.db.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	}
	if err := errors.Join(foldErr, c.db.Close()); err != nil {
		return fmt.Errorf("close case %s: %w", c.path, explain(err))
	}
	return nil
}

// write runs f in one transaction: all of it is kept, or nothing.
func (c *Case) write(ctx context.Context, what string, f func(tx *sql.Tx) error) error {
	if c.readOnly {
		return fmt.Errorf("%s: %w", what, ErrReadOnly)
	}
	tx, err := c.db.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", what, explain(err))
	}
	defer tx.Rollback() // after a commit this does nothing
	if err := f(tx); err != nil {
		return fmt.Errorf("%s: %w", what, explain(err))
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("%s: %w", what, explain(err))
	}
	return nil
}

// explain puts the sentinel with the next step in front of SQLite's own words.
func explain(err error) error {
	var serr *sqlite.Error
	if !errors.As(err, &serr) {
		return err
	}
	switch serr.Code() & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return fmt.Errorf("%w (%w)", ErrBusy, err)
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%w (%w)", ErrFull, err)
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN:
		return fmt.Errorf("%w (%w)", ErrReadOnly, err)
	case sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w (%w)", ErrNotACase, err)
	case sqlite3.SQLITE_CORRUPT:
		return fmt.Errorf("%w (%w)", ErrDamaged, err)
	}
	return err
}
