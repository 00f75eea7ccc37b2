package fetch

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"stemma"
)

// isArray reports whether the JSON that follows is an array; it reads nothing
// but white space and a byte order mark away.
func isArray(in *bufio.Reader) bool {
	if head, _ := in.Peek(len(byteOrderMark)); bytes.Equal(head, byteOrderMark) {
		in.Discard(len(byteOrderMark))
	}
	head, _ := in.Peek(sniffSize)
	return bytes.HasPrefix(bytes.TrimLeft(head, " \t\r\n"), []byte("["))
}

// array takes in a JSON array, one page an element. An element that is not
// valid JSON, or larger than the limit, ends the file: where the next one
// begins cannot be known.
func (w *walker) array(at place, in io.Reader, changed func() bool) bool {
	limit := &budget{r: in, left: w.opts.MaxSize + sniffSize}
	dec := json.NewDecoder(limit)
	if _, err := dec.Token(); err != nil {
		return w.refuseJSON(at, 0, dec, err)
	}
	taken := 0
	for dec.More() {
		var element json.RawMessage
		if err := dec.Decode(&element); err != nil {
			return w.refuseJSON(at, taken, dec, err)
		}
		taken++
		p := &stemma.Page{Path: at.path, Line: taken, Origin: at.origin, Format: stemma.FormatJSON, Bytes: bytes.Clone(element)}
		if !w.page(p) {
			return false
		}
		limit.left = w.opts.MaxSize + sniffSize
	}
	if _, err := dec.Token(); err != nil {
		return w.refuseJSON(at, taken, dec, err)
	}
	return w.finish(at, taken, changed)
}

// refuseJSON says where an array broke and how much of it was taken in.
func (w *walker) refuseJSON(at place, taken int, dec *json.Decoder, err error) bool {
	where := fmt.Errorf("element %d, byte %d: %w; the elements before it were taken in", taken+1, dec.InputOffset(), err)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		if !errors.Is(err, errPacked) {
			return w.skip(at.path, stemma.SkipBadJSON, fmt.Sprintf("%s: %v", at.origin, where))
		}
	}
	return w.refuse(at, where)
}

// A budget reads on until left bytes are used up.
type budget struct {
	r    io.Reader
	left int64
}

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooLarge
	}
	n, err := b.r.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}
