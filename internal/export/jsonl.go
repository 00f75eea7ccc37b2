package export

import (
	"bufio"
	"context"
	"fmt"
	"io"

	"stemma"
)

// A Source is the case as an export reads it.
type Source interface {
	Case(ctx context.Context) (stemma.Case, error)
	ArticleIDs(ctx context.Context) ([]stemma.ID, error)
	Article(ctx context.Context, id stemma.ID) (*stemma.Article, error)
	Skips(ctx context.Context) ([]stemma.Skip, error)
	Opens(ctx context.Context) ([]stemma.Open, error)
	EachPassage(ctx context.Context, f func(*stemma.Passage) error) error
	Quotations(ctx context.Context, article stemma.ID) ([]stemma.Quotation, error)
	EachDerivation(ctx context.Context, f func(*stemma.Derivation) error) error
	EachFamily(ctx context.Context, f func(*stemma.Family) error) error
	Corrections(ctx context.Context) ([]stemma.Correction, error)
}

// Options say what goes into an export.
type Options struct {
	// Engine is the hash of the engine, for the head.
	Engine string
	// WithLog adds the corrections with their authors and times.
	WithLog bool
}

// JSONL writes the record of a case to w.
func JSONL(ctx context.Context, w io.Writer, c Source, opts Options) error {
	buf := bufio.NewWriterSize(w, 1<<16)
	x := &exporter{ctx: ctx, c: c, w: buf, opts: opts, texts: map[stemma.ID]*stemma.Article{}}
	for _, part := range []func() error{x.head, x.articles, x.findings, x.lineage, x.log} {
		if err := part(); err != nil {
			return fmt.Errorf("export: %w", err)
		}
	}
	return buf.Flush()
}

type exporter struct {
	ctx  context.Context
	c    Source
	w    *bufio.Writer
	opts Options
	// texts keeps the articles last needed to check spans, at most maxTexts.
	texts map[stemma.ID]*stemma.Article
}

// maxTexts bounds the articles kept in memory to check spans against.
const maxTexts = 4096

// write checks a record's spans and writes its line.
func (x *exporter) write(v any) error {
	if s, ok := v.(stemma.Spanned); ok {
		for _, span := range s.Spans() {
			if err := x.check(*span); err != nil {
				return err
			}
		}
	}
	line, err := stemma.MarshalRecord(v)
	if err != nil {
		return err
	}
	if _, err := x.w.Write(line); err != nil {
		return err
	}
	return x.w.WriteByte('\n')
}

func (x *exporter) check(span stemma.Span) error {
	art, ok := x.texts[span.Article]
	if !ok {
		var err error
		if art, err = x.c.Article(x.ctx, span.Article); err != nil {
			return err
		}
		if len(x.texts) >= maxTexts {
			clear(x.texts)
		}
		x.texts[span.Article] = art
	}
	return span.Check(art)
}

func (x *exporter) head() error {
	head, err := x.c.Case(x.ctx)
	if err != nil {
		return err
	}
	head.Engine = x.opts.Engine
	return x.write(&head)
}

func (x *exporter) articles() error {
	ids, err := x.c.ArticleIDs(x.ctx)
	if err != nil {
		return err
	}
	for _, id := range ids {
		art, err := x.c.Article(x.ctx, id)
		if err != nil {
			return err
		}
		x.texts[id] = art
		if err := x.write(art); err != nil {
			return err
		}
		if len(x.texts) >= maxTexts {
			clear(x.texts)
		}
	}
	return nil
}

func (x *exporter) findings() error {
	skips, err := x.c.Skips(x.ctx)
	if err != nil {
		return err
	}
	if err := writeAll(x, skips); err != nil {
		return err
	}
	opens, err := x.c.Opens(x.ctx)
	if err != nil {
		return err
	}
	return writeAll(x, opens)
}

func (x *exporter) lineage() error {
	if err := x.c.EachPassage(x.ctx, func(p *stemma.Passage) error { return x.write(p) }); err != nil {
		return err
	}
	quotations, err := x.c.Quotations(x.ctx, stemma.ID{})
	if err != nil {
		return err
	}
	if err := writeAll(x, quotations); err != nil {
		return err
	}
	if err := x.c.EachDerivation(x.ctx, func(d *stemma.Derivation) error { return x.write(d) }); err != nil {
		return err
	}
	return x.c.EachFamily(x.ctx, func(f *stemma.Family) error { return x.write(f) })
}

func (x *exporter) log() error {
	if !x.opts.WithLog {
		return nil
	}
	corrections, err := x.c.Corrections(x.ctx)
	if err != nil {
		return err
	}
	return writeAll(x, corrections)
}

func writeAll[T any](x *exporter, all []T) error {
	for i := range all {
		if err := x.write(&all[i]); err != nil {
			return err
		}
	}
	return nil
}
