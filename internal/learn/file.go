package learn

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
)

// Magic begins every model file.
const Magic = "STEMMAM\n"

// Version is the version of the file format.
const Version = 1

// ErrFormat is what [ReadFile] wraps when the bytes are no model file of this version.
var ErrFormat = errors.New("not a model file of this version")

// A File is a model as it is kept: after [Magic] and a byte with [Version] come
// the kind, the notice and the number of sections, each section as name and
// bytes (strings have a varint length before them), and at the end the SHA-256
// of all that stands before it.
type File struct {
	// Kind says what the model is for: "ud".
	Kind string
	// Notice names the corpora that the model was trained from and their licences.
	Notice string
	// Sections are the parts, in an order the kind decides.
	Sections []Section
}

// A Section is one named part of a [File].
type Section struct {
	Name string
	Data []byte
}

// Section returns the bytes of the named section, or nil.
func (f *File) Section(name string) []byte {
	for _, s := range f.Sections {
		if s.Name == name {
			return s.Data
		}
	}
	return nil
}

// Add appends a section.
func (f *File) Add(name string, data []byte) {
	f.Sections = append(f.Sections, Section{name, data})
}

// Bytes returns the file's bytes.
func (f *File) Bytes() []byte {
	b := append([]byte(Magic), Version)
	b = AppendString(b, f.Kind)
	b = AppendString(b, f.Notice)
	b = binary.AppendUvarint(b, uint64(len(f.Sections)))
	for _, s := range f.Sections {
		b = AppendString(b, s.Name)
		b = AppendString(b, s.Data)
	}
	sum := sha256.Sum256(b)
	return append(b, sum[:]...)
}

// ReadFile reads a model file of the given kind. The sections share memory with b.
func ReadFile(b []byte, kind string) (*File, error) {
	head := len(Magic) + 1
	if len(b) < head+sha256.Size || string(b[:len(Magic)]) != Magic || b[len(Magic)] != Version {
		return nil, fmt.Errorf("read %s model: %w", kind, ErrFormat)
	}
	body, want := b[:len(b)-sha256.Size], b[len(b)-sha256.Size:]
	if sum := sha256.Sum256(body); string(sum[:]) != string(want) {
		return nil, fmt.Errorf("read %s model: the digest does not match, the file is damaged", kind)
	}
	r := NewReader(body[head:])
	f := &File{Kind: r.String(), Notice: r.String()}
	for range r.Uint() {
		f.Add(r.String(), r.Bytes())
		if r.Err() != nil {
			break
		}
	}
	if r.Err() != nil || f.Kind != kind {
		return nil, fmt.Errorf("read %s model: %w", kind, ErrFormat)
	}
	return f, nil
}
