package demo

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"path"

	"stemma"
)

//go:embed pile
var files embed.FS

// Files returns the pile as a folder: one file an article, but for
// clippings.jsonl, which has three.
func Files() fs.FS {
	sub, err := fs.Sub(files, "pile")
	if err != nil {
		panic(err) // "pile" is a valid name, the only thing fs.Sub checks
	}
	return sub
}

// Pages returns the items of the pile in the order of their paths, as a walk
// of the same folder would find them. The slice and the bytes are the caller's.
func Pages(hints stemma.Hints) ([]*stemma.Page, error) {
	folder := Files()
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, fmt.Errorf("read demo pile: %w", err)
	}
	var pages []*stemma.Page
	for _, entry := range entries {
		data, err := fs.ReadFile(folder, entry.Name())
		if err != nil {
			return nil, fmt.Errorf("read demo pile: %w", err)
		}
		pages = append(pages, split(entry.Name(), data, hints)...)
	}
	return pages, nil
}

// split returns the items of one file: itself, or its lines if it is JSON lines.
func split(name string, data []byte, hints stemma.Hints) []*stemma.Page {
	page := stemma.Page{Path: name, Origin: "demo:/" + name, Format: format(name), Bytes: data, Hints: hints}
	if path.Ext(name) != ".jsonl" {
		return []*stemma.Page{&page}
	}
	var pages []*stemma.Page
	for i, line := range bytes.Split(bytes.TrimSpace(data), []byte("\n")) {
		item := page
		item.Line, item.Bytes = i+1, line
		pages = append(pages, &item)
	}
	return pages
}

// format tells how a file of the pile is to be read from its ending.
func format(name string) stemma.PageFormat {
	switch path.Ext(name) {
	case ".html":
		return stemma.FormatHTML
	case ".md":
		return stemma.FormatMarkdown
	case ".jsonl":
		return stemma.FormatJSON
	}
	return stemma.FormatText
}
