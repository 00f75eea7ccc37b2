package learn

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// Packed form of a table: varint bits, varint classes, varint number of weights
// that are not zero, then for each of them the varint gap to the one before it
// (the first counts from -1) and one byte, the weight as a signed number.
// A table in which one weight in ten is used takes two bytes for each.

var errPacked = errors.New("not a packed table")

// Pack returns the table in its packed form.
func (t *Table) Pack() []byte {
	bits := 0
	for 1<<bits <= t.mask {
		bits++
	}
	used := 0
	for i := range len(t.words) * lanes {
		if t.weight(i) != 0 {
			used++
		}
	}
	b := make([]byte, 0, 16+2*used)
	b = binary.AppendUvarint(b, uint64(bits))
	b = binary.AppendUvarint(b, uint64(t.class))
	b = binary.AppendUvarint(b, uint64(used))
	last := -1
	for i := range len(t.words) * lanes {
		if w := t.weight(i); w != 0 {
			b = binary.AppendUvarint(b, uint64(i-last))
			b = append(b, byte(w))
			last = i
		}
	}
	return b
}

// UnpackTable makes a table from its packed form.
func UnpackTable(b []byte) (*Table, error) {
	r := &Reader{b: b}
	bits, classes, used := r.Uint(), r.Uint(), r.Uint()
	if r.err != nil || bits > 28 || classes == 0 || classes > 4096 {
		return nil, fmt.Errorf("unpack table: %w", errPacked)
	}
	t := newTable(int(bits), int(classes))
	size := uint64(len(t.words) * lanes)
	at := ^uint64(0)
	for range used {
		at += r.Uint()
		w := r.Byte()
		if r.err != nil || at >= size {
			return nil, fmt.Errorf("unpack table: %w", errPacked)
		}
		t.set(int(at), int8(w))
	}
	return t, nil
}

// A Reader takes numbers and strings from the front of a byte slice. After the
// first failure it gives zeros, and Err tells.
type Reader struct {
	b   []byte
	err error
}

// NewReader returns a reader of b.
func NewReader(b []byte) *Reader { return &Reader{b: b} }

// Err returns the first failure.
func (r *Reader) Err() error { return r.err }

// Len returns how many bytes are left.
func (r *Reader) Len() int { return len(r.b) }

// Uint takes a varint.
func (r *Reader) Uint() uint64 {
	if len(r.b) > 0 && r.b[0] < 0x80 {
		v := r.b[0]
		r.b = r.b[1:]
		return uint64(v)
	}
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[n:]
	return v
}

// Byte takes one byte.
func (r *Reader) Byte() byte {
	if len(r.b) == 0 {
		r.fail()
		return 0
	}
	v := r.b[0]
	r.b = r.b[1:]
	return v
}

// Uint32 takes four bytes, the least significant first.
func (r *Reader) Uint32() uint32 {
	if len(r.b) < 4 {
		r.fail()
		return 0
	}
	v := binary.LittleEndian.Uint32(r.b)
	r.b = r.b[4:]
	return v
}

// String takes a string that [AppendString] wrote.
func (r *Reader) String() string { return string(r.Bytes()) }

// Bytes takes bytes that [AppendString] wrote, without a copy.
func (r *Reader) Bytes() []byte {
	n := r.Uint()
	if r.err != nil || uint64(len(r.b)) < n {
		r.fail()
		return nil
	}
	v := r.b[:n]
	r.b = r.b[n:]
	return v
}

func (r *Reader) fail() {
	if r.err == nil {
		r.err = errPacked
	}
	r.b = nil
}

// AppendString appends the length of s as a varint, and s.
func AppendString[T []byte | string](b []byte, s T) []byte {
	b = binary.AppendUvarint(b, uint64(len(s)))
	return append(b, s...)
}
