package fetch

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"stemma"
)

// Walk finds the pages of args: files, folders and `-` for stdin. Each step
// gives a page or, when an item cannot be taken in, a skip with the reason;
// the other of the two is nil. The order is that of args, and by name inside a
// folder. It ends early only when ctx is done or the loop over it breaks.
func Walk(ctx context.Context, args []string, stdin io.Reader, opts Options) iter.Seq2[*stemma.Page, *stemma.Skip] {
	return func(yield func(*stemma.Page, *stemma.Skip) bool) {
		w := &walker{ctx: ctx, stdin: stdin, opts: opts.withDefaults(), yield: yield}
		for _, arg := range args {
			if !w.argument(arg) {
				return
			}
		}
	}
}

// A walker is one run of [Walk]. Its methods report whether to go on.
type walker struct {
	ctx   context.Context
	stdin io.Reader
	opts  Options
	yield func(*stemma.Page, *stemma.Skip) bool
}

func (w *walker) page(p *stemma.Page) bool {
	p.Hints = w.opts.Hints
	return w.ctx.Err() == nil && w.yield(p, nil)
}

func (w *walker) skip(path string, reason stemma.SkipReason, detail string) bool {
	s := stemma.NewSkip("fetch", path, reason, detail)
	return w.ctx.Err() == nil && w.yield(nil, &s)
}

// argument takes in one argument of Walk.
func (w *walker) argument(arg string) bool {
	if arg == "-" {
		return w.standardInput()
	}
	full, err := filepath.Abs(arg)
	if err != nil {
		full = arg
	}
	info, err := os.Stat(full)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return w.skip(filepath.ToSlash(arg), stemma.SkipMissing, full+": no such file or folder; check the spelling and the current folder")
	case err != nil:
		return w.skip(filepath.ToSlash(arg), reasonOfStat(err), full+": "+cause(err))
	case info.IsDir():
		return w.folder(folder{full: full})
	}
	return w.file(place{path: filepath.Base(full), origin: full, named: true})
}

// standardInput takes in `-`, told apart by its first bytes.
func (w *walker) standardInput() bool {
	if w.stdin == nil {
		return w.skip("-", stemma.SkipMissing, "standard input is not connected; give a path")
	}
	return w.read(place{path: "-", origin: "-", named: true}, w.stdin, func() bool { return false })
}

// reasonOfStat tells a link that leads to itself from other refusals.
func reasonOfStat(err error) stemma.SkipReason {
	if isLinkLoop(err) {
		return stemma.SkipLoop
	}
	return stemma.SkipUnreadable
}

// cause is err's own words without the path, which the detail already holds.
func cause(err error) string {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err.Error()
	}
	return err.Error()
}
