package fetch

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"stemma"
)

// A place is where an item lies.
type place struct {
	// path is relative to the argument, origin absolute.
	path, origin string
	// named is true when the user named the file itself: then it is tried
	// whatever its ending.
	named bool
}

// What can go wrong while an item is read, beyond what the system says.
var (
	errTooLarge  = errors.New("larger than the limit")
	errExpansion = errors.New("unpacks to far more than its size")
	errPacked    = errors.New("damaged compressed data")
)

// file takes in one file.
func (w *walker) file(at place) bool {
	if format, _ := formatOf(at.origin); format == formatUnknown && !at.named {
		return w.skip(at.path, stemma.SkipUnsupported, at.origin+": name the file itself to try it as text")
	}
	info, err := os.Stat(at.origin)
	if err != nil {
		return w.skip(at.path, reasonOfStat(err), at.origin+": "+cause(err))
	}
	if !info.Mode().IsRegular() {
		return w.skip(at.path, stemma.SkipSpecial, at.origin+": not a regular file; pipe it in and give `-`")
	}
	f, err := os.Open(at.origin)
	if err != nil {
		return w.skip(at.path, stemma.SkipUnreadable, at.origin+": "+cause(err)+"; check the permissions")
	}
	defer f.Close()
	before, err := f.Stat()
	if err != nil {
		return w.skip(at.path, stemma.SkipUnreadable, at.origin+": "+cause(err))
	}
	changed := func() bool {
		after, err := f.Stat()
		return err != nil || after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime())
	}
	return w.read(at, f, changed)
}

// read takes in the bytes of one file or of standard input. changed says
// whether they were touched since they were opened.
func (w *walker) read(at place, r io.Reader, changed func() bool) bool {
	format, named := formatOf(at.origin)
	content, err := unpack(r, named, w.opts)
	if err != nil {
		return w.refuse(at, err)
	}
	defer content.Close()
	in := bufio.NewReaderSize(content, sniffSize)
	if format == formatUnknown {
		head, _ := in.Peek(sniffSize)
		format = sniff(head)
	}
	switch format {
	case formatLines:
		return w.lines(at, in, changed)
	case formatJSON:
		if isArray(in) {
			return w.array(at, in, changed)
		}
	}
	return w.whole(at, format, in, changed)
}

// whole takes in a file that is one page.
func (w *walker) whole(at place, format format, in io.Reader, changed func() bool) bool {
	data, err := io.ReadAll(io.LimitReader(in, w.opts.MaxSize+1))
	switch {
	case err != nil:
		return w.refuse(at, err)
	case int64(len(data)) > w.opts.MaxSize:
		return w.refuse(at, errTooLarge)
	case changed():
		return w.skip(at.path, stemma.SkipChanged, at.origin+": changed while it was being read; read it again")
	}
	return w.page(&stemma.Page{Path: at.path, Origin: at.origin, Format: format.page(), Bytes: data})
}

// finish ends a file of many items: what was taken in stays, but a change is said aloud.
func (w *walker) finish(at place, taken int, changed func() bool) bool {
	if changed() {
		return w.skip(at.path, stemma.SkipChanged, fmt.Sprintf("%s: changed while it was being read; its first %d items were taken in, read it again for the rest", at.origin, taken))
	}
	if taken == 0 {
		return w.skip(at.path, stemma.SkipEmpty, at.origin+": holds no item")
	}
	return true
}

// refuse turns an error of reading into a skip.
func (w *walker) refuse(at place, err error) bool {
	detail := at.origin + ": " + cause(err)
	switch {
	case errors.Is(err, errTooLarge):
		return w.skip(at.path, stemma.SkipTooLarge, fmt.Sprintf("%s: more than %d bytes; raise --max-size to take it in", at.origin, w.opts.MaxSize))
	case errors.Is(err, errExpansion):
		return w.skip(at.path, stemma.SkipExpansion, fmt.Sprintf("%s: unpacks to more than %d times its size; raise --max-expansion if you trust it", at.origin, w.opts.MaxExpansion))
	case errors.Is(err, errPacked):
		return w.skip(at.path, stemma.SkipTruncated, detail+"; fetch the file again")
	}
	return w.skip(at.path, stemma.SkipUnreadable, detail)
}
