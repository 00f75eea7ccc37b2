package pipeline

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"stemma"
	"stemma/internal/directory"
	"stemma/internal/extract"
	"stemma/internal/lineage"
	"stemma/internal/text"
)

// Options are the limits and choices that the user may set.
type Options struct {
	// MaxDepth and MaxText limit one article, see [extract.Options].
	MaxDepth, MaxText int
	// NoOriginals leaves the original bytes out of the case.
	NoOriginals bool
	// Workers is how many articles are read at once; the number of cores when 0.
	Workers int
}

// An Engine is the stages, ready to run. It is safe for concurrent use.
type Engine struct {
	opts Options
	dir  *directory.Directory
	hash string
}

// New makes an engine; an error means that an embedded table is broken.
func New(opts Options) (*Engine, error) {
	dir, err := directory.New()
	if err != nil {
		return nil, fmt.Errorf("make engine: %w", err)
	}
	e := &Engine{opts: opts, dir: dir}
	e.hash = e.digest()
	return e, nil
}

// Hash stands for everything that decides what the engine finds: the versions
// of the stages and the embedded tables. Two engines of one hash find the same.
func (e *Engine) Hash() string { return e.hash }

func (e *Engine) digest() string {
	h := sha256.New()
	for _, v := range []struct {
		stage   string
		version int
	}{
		{"extract", extract.Version},
		{"text", text.Version},
		{"lineage", lineage.Version},
	} {
		fmt.Fprintf(h, "%s %d\n", v.stage, v.version)
	}
	fmt.Fprintf(h, "directory %s\n", e.dir.Digest())
	return hex.EncodeToString(h.Sum(nil))[:16]
}

// key is the key under which the reading of a page with these hints is cached.
func (e *Engine) key(hints stemma.Hints) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s %q %q %q %d %d", e.hash, hints.Publisher, hints.Published, hints.Language, e.opts.MaxDepth, e.opts.MaxText)
	return hex.EncodeToString(h.Sum(nil))[:16]
}
