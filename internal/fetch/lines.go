package fetch

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"stemma"
)

// lines takes in a file of JSON lines, one page a line. Blank lines are passed
// over, a line beyond the limit is skipped without being held.
func (w *walker) lines(at place, in *bufio.Reader, changed func() bool) bool {
	in = utf8Lines(in)
	taken := 0
	for number := 1; w.ctx.Err() == nil; number++ {
		text, size, err := nextLine(in, w.opts.MaxSize)
		if err != nil && !errors.Is(err, io.EOF) {
			return w.refuse(at, fmt.Errorf("line %d: %w", number, err))
		}
		if number == 1 {
			text = bytes.TrimPrefix(text, byteOrderMark)
		}
		if !w.line(at, number, text, size) {
			return false
		}
		if size > 0 {
			taken++
		}
		if err != nil {
			return w.finish(at, taken, changed)
		}
	}
	return false
}

// line takes in one line; size is 0 for a blank one, and its text nil when it was too long.
func (w *walker) line(at place, number int, text []byte, size int64) bool {
	switch {
	case size == 0:
		return true
	case text == nil:
		return w.skip(fmt.Sprintf("%s:%d", at.path, number), stemma.SkipTooLarge,
			fmt.Sprintf("%s:%d: a line of %d bytes, the limit is %d; raise --max-size to take it in", at.origin, number, size, w.opts.MaxSize))
	}
	return w.page(&stemma.Page{Path: at.path, Line: number, Origin: at.origin, Format: stemma.FormatJSON, Bytes: text})
}

// nextLine reads one line without its line feed. It returns a copy, and the
// line's length without the white space around it. Of a line longer than limit
// it returns the length alone. The last line comes with io.EOF; when reading
// fails the piece read so far is no line.
func nextLine(in *bufio.Reader, limit int64) (text []byte, size int64, err error) {
	var line []byte
	total := int64(0)
	for {
		var piece []byte
		piece, err = in.ReadSlice('\n')
		total += int64(len(piece))
		if total <= limit+2 { // a carriage return and a line feed are not the line's
			line = append(line, piece...)
		} else {
			line = nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			break
		}
	}
	line = bytes.TrimSpace(line)
	switch {
	case total > limit+2 || int64(len(line)) > limit:
		return nil, total, err
	case len(line) == 0:
		return nil, 0, err
	}
	return line, int64(len(line)), err
}

// utf8Lines gives UTF-16 with a byte order mark, which some systems write by
// default, as UTF-8.
func utf8Lines(in *bufio.Reader) *bufio.Reader {
	head, _ := in.Peek(2)
	if !bytes.Equal(head, []byte{0xff, 0xfe}) && !bytes.Equal(head, []byte{0xfe, 0xff}) {
		return in
	}
	decoder := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
	return bufio.NewReaderSize(transform.NewReader(in, decoder), sniffSize)
}
