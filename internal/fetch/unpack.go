package fetch

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// maxWindow bounds the memory that a zstd frame may ask for: 64 MiB is what
// the highest ordinary levels use.
const maxWindow = 64 << 20

// unpack reads r through the packing that its first bytes show. named is the
// packing that the ending promises: a .gz that holds none is damaged.
func unpack(r io.Reader, named packing, opts Options) (io.ReadCloser, error) {
	packed := &counter{r: r}
	in := bufio.NewReaderSize(packed, 32<<10)
	head, err := in.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	switch found := packingOf(head); {
	case found == packingGzip:
		return unpackGzip(in, packed, opts)
	case found == packingZstd:
		return unpackZstd(in, packed, opts)
	case named != "" && len(head) > 0:
		return nil, fmt.Errorf("%w: no %s header", errPacked, named)
	}
	return io.NopCloser(in), nil
}

func packingOf(head []byte) packing {
	switch {
	case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
		return packingGzip
	case bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
		return packingZstd
	}
	return ""
}

func unpackGzip(in io.Reader, packed *counter, opts Options) (io.ReadCloser, error) {
	z, err := gzip.NewReader(in)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errPacked, err)
	}
	return &unpacked{r: z, close: func() { z.Close() }, packed: packed, opts: opts}, nil
}

func unpackZstd(in io.Reader, packed *counter, opts Options) (io.ReadCloser, error) {
	z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errPacked, err)
	}
	return &unpacked{r: z, close: z.Close, packed: packed, opts: opts}, nil
}

// A counter counts the packed bytes that were read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// unpacked reads unpacked bytes and stops when they grow out of proportion.
type unpacked struct {
	r      io.Reader
	close  func()
	packed *counter
	n      int64
	opts   Options
}

func (u *unpacked) Read(p []byte) (int, error) {
	n, err := u.r.Read(p)
	u.n += int64(n)
	if u.n > u.opts.ExpansionFloor && u.n/u.opts.MaxExpansion > u.packed.n {
		return 0, errExpansion
	}
	var pathErr *fs.PathError
	if err != nil && !errors.Is(err, io.EOF) && !errors.As(err, &pathErr) {
		err = fmt.Errorf("%w: %w", errPacked, err)
	}
	return n, err
}

// Close lets the decoder go; it does not close what it read from.
func (u *unpacked) Close() error {
	u.close()
	return nil
}
