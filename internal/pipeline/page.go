package pipeline

import (
	"fmt"
	"runtime/debug"
	"slices"
	"strings"

	"stemma"
	"stemma/internal/extract"
	"stemma/internal/store"
	"stemma/internal/text"
)

// A taken is what became of one page: an item for the case or a skip.
type taken struct {
	item    *store.Item
	skip    *stemma.Skip
	unknown []string
	bytes   int
}

// readPage runs the article-level stages over one page. A stage that panics
// costs this page alone.
func (e *Engine) readPage(page *stemma.Page) (t taken) {
	defer func() {
		if p := recover(); p != nil {
			skip := stemma.NewSkip("pipeline", pagePath(page), stemma.SkipFailed, fmt.Sprintf("%v at %s", p, place(debug.Stack())))
			t = taken{skip: &skip}
		}
		t.bytes = len(page.Bytes)
	}()
	result, skip := extract.Extract(page, extract.Options{Directory: e.dir, MaxDepth: e.opts.MaxDepth, MaxText: e.opts.MaxText})
	if skip != nil {
		return taken{skip: skip}
	}
	art := result.Article
	doc, open := text.Parse(art)
	item := &store.Item{
		Article: art,
		Reading: stemma.NewReading(doc, slices.Concat(result.Open, open)),
		Key:     e.key(page.Hints),
		Path:    pagePath(page),
		Origin:  page.Origin,
		Format:  page.Format,
		Hints:   page.Hints,
	}
	if len(art.Paths) > 0 {
		item.Path = art.Paths[0]
	}
	if page.Line > 0 && item.Origin != "" {
		item.Origin = originInFile(page, item.Path)
	}
	if !e.opts.NoOriginals {
		item.Original = page.Bytes
	}
	return taken{item: item, unknown: result.UnknownFields}
}

// originInFile is the origin of one of many items in a file: the file and the
// item's own id. An item without an id has none, for its line says nothing of
// which item it was in another version of the file.
func originInFile(page *stemma.Page, path string) string {
	id, found := strings.CutPrefix(path, page.Path+"#")
	if !found {
		return ""
	}
	return page.Origin + "#" + id
}

// pagePath names a page for a skip: the path, and the line inside a file of many.
func pagePath(page *stemma.Page) string {
	if page.Line == 0 {
		return page.Path
	}
	return fmt.Sprintf("%s:%d", page.Path, page.Line)
}

// place returns the first line of a stack that lies in Stemma's own stages.
func place(stack []byte) string {
	for line := range strings.Lines(string(stack)) {
		if strings.HasPrefix(line, "stemma/internal/") && !strings.HasPrefix(line, "stemma/internal/pipeline") {
			name, _, _ := strings.Cut(line, "(")
			return name
		}
	}
	return "an unknown place"
}
