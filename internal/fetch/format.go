package fetch

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"

	"stemma"
)

// A format is how a file is cut into pages; zero means that the ending does not say.
type format uint8

const (
	formatUnknown format = iota
	formatText
	formatMarkdown
	formatHTML
	// formatJSON is an object or an array of them, formatLines one object a line.
	formatJSON
	formatLines
)

// page is the format of the pages that such a file gives.
func (f format) page() stemma.PageFormat {
	switch f {
	case formatMarkdown:
		return stemma.FormatMarkdown
	case formatHTML:
		return stemma.FormatHTML
	case formatJSON, formatLines:
		return stemma.FormatJSON
	}
	return stemma.FormatText
}

// A packing is how a file is compressed; empty means not at all, or that the ending does not say.
type packing string

const (
	packingGzip packing = "gzip"
	packingZstd packing = "zstd"
)

// formatOf tells format and packing by the endings of a file name:
// `a.html.gz` is HTML in gzip.
func formatOf(name string) (format, packing) {
	name = strings.ToLower(filepath.Base(name))
	var pack packing
	switch {
	case strings.HasSuffix(name, ".gz"):
		pack = packingGzip
	case strings.HasSuffix(name, ".zst"):
		pack = packingZstd
	}
	if pack != "" {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	switch filepath.Ext(name) {
	case ".txt", ".text":
		return formatText, pack
	case ".md", ".markdown":
		return formatMarkdown, pack
	case ".html", ".htm", ".xhtml":
		return formatHTML, pack
	case ".json":
		return formatJSON, pack
	case ".jsonl", ".ndjson":
		return formatLines, pack
	}
	return formatUnknown, pack
}

// sniffSize is how many bytes [sniff] looks at.
const sniffSize = 64 << 10

var byteOrderMark = []byte("\xef\xbb\xbf")

// sniff tells the format by the first bytes. JSON lines are told from one
// object by the first line, which is an object of its own, or longer than head.
func sniff(head []byte) format {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, byteOrderMark), " \t\r\n")
	switch {
	case len(head) == 0:
		return formatText
	case head[0] == '[' && looksLikeArray(head):
		return formatJSON
	case head[0] == '{':
		return sniffObject(head)
	case head[0] == '<' && looksLikeHTML(head):
		return formatHTML
	}
	return formatText
}

func sniffObject(head []byte) format {
	first, _, more := bytes.Cut(head, []byte("\n"))
	first = bytes.TrimSpace(first)
	switch {
	case json.Valid(first):
		return formatLines
	case !more && len(head) > sniffSize/2:
		return formatLines
	case looksLikeObject(head):
		return formatJSON
	}
	return formatText
}

// looksLikeArray tells `[{"id": 1}]` from a text that opens with "[Update]".
func looksLikeArray(head []byte) bool {
	head = bytes.TrimLeft(head[1:], " \t\r\n")
	return len(head) > 0 && (head[0] == '{' || head[0] == ']')
}

// looksLikeObject tells `{"id": 1}` from a text that opens with "{Update}".
func looksLikeObject(head []byte) bool {
	head = bytes.TrimLeft(head[1:], " \t\r\n")
	return len(head) > 0 && (head[0] == '"' || head[0] == '}')
}

// looksLikeHTML tells a page from a text that opens with "<b>" or "<3".
func looksLikeHTML(head []byte) bool {
	lower := bytes.ToLower(head[:min(len(head), 1024)])
	for _, opening := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml"} {
		if bytes.HasPrefix(lower, []byte(opening)) {
			return true
		}
	}
	return bytes.HasPrefix(lower, []byte("<!--")) && bytes.Contains(lower, []byte("<html"))
}
