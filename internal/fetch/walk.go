package fetch

import (
	"context"
	"io"
	"iter"

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
