package fetch

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"strings"

	"stemma"
)

// skeleton: a file of lines or of text.
func (w *walker) argument(arg string) bool {
	data, err := os.ReadFile(arg)
	if err != nil {
		return w.skip(arg, stemma.SkipMissing, err.Error())
	}
	origin, _ := filepath.Abs(arg)
	if !strings.HasSuffix(arg, ".jsonl") {
		return w.page(&stemma.Page{Path: filepath.Base(arg), Origin: origin, Format: stemma.FormatText, Bytes: data})
	}
	sc := bufio.NewScanner(bytes.NewReader(data))
	sc.Buffer(nil, 64<<20)
	for n := 1; sc.Scan(); n++ {
		if !w.page(&stemma.Page{Path: filepath.Base(arg), Line: n, Origin: origin, Format: stemma.FormatJSON, Bytes: bytes.Clone(sc.Bytes())}) {
			return false
		}
	}
	return true
}
