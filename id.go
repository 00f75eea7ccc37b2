package stemma

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strconv"
	"strings"
)

// Kind says what an [ID] names. Its text is the word before the hyphen of an
// id and the `type` of the record line; zero means unknown.
type Kind uint8

// The kinds of things that have ids, in the order in which a record lists them.
const (
	KindUnknown Kind = iota
	KindCase
	KindArticle
	KindSkip
	KindOpen
	KindPassage
	KindQuotation
	KindDerivation
	KindFamily
	KindGhost
	KindCorrection
)

var kindNames = [...]string{
	KindUnknown:    "",
	KindCase:       "case",
	KindArticle:    "article",
	KindSkip:       "skip",
	KindOpen:       "open",
	KindPassage:    "passage",
	KindQuotation:  "quotation",
	KindDerivation: "derivation",
	KindFamily:     "family",
	KindGhost:      "ghost",
	KindCorrection: "correction",
}

// String returns the word used in ids and records, or "" for an unknown kind.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return ""
}

// ParseKind returns the kind whose [Kind.String] is word, or [KindUnknown].
func ParseKind(word string) Kind {
	for k, name := range kindNames {
		if name == word {
			return Kind(k)
		}
	}
	return KindUnknown
}

// An ID names one thing for good: its kind and the first 64 bits of a SHA-256
// over what the thing is made of, written `article-0123456789abcdef`. The same
// input gives the same id on every machine and in every order of taking in.
// The zero ID means "unknown"; ids are comparable and may be map keys.
type ID struct {
	kind Kind
	sum  uint64
}

// NewID hashes parts into an id of the given kind. Each part is preceded by
// its length, so that no two different lists of parts share an input.
func NewID(kind Kind, parts ...string) ID {
	h := sha256.New()
	var size [8]byte
	for _, part := range parts {
		binary.BigEndian.PutUint64(size[:], uint64(len(part)))
		h.Write(size[:])
		h.Write([]byte(part))
	}
	sum := h.Sum(nil)
	return ID{kind, binary.BigEndian.Uint64(sum)}
}

// ArticleID is the id of an article: over the item's original bytes (the file,
// or the JSON line) and its URL, never over the extracted text.
func ArticleID(original []byte, url string) ID {
	return NewID(KindArticle, string(original), url)
}

// AnchoredID is the id of a finding inside one article: over the article's id,
// the kind and the finding's anchor span.
func AnchoredID(kind Kind, article ID, start, end int) ID {
	return NewID(kind, article.String(), strconv.Itoa(start), strconv.Itoa(end))
}

// As returns the id of another kind over the same sum: a family, a quotation
// and a claim carry the sum of their smallest member.
func (id ID) As(kind Kind) ID { return ID{kind, id.sum} }

// Kind returns what the id names.
func (id ID) Kind() Kind { return id.kind }

// Sum returns the 64 bits behind the hyphen.
func (id ID) Sum() uint64 { return id.sum }

// MakeID puts a kind and the 64 bits of a sum together again, as a store keeps them.
func MakeID(kind Kind, sum uint64) ID { return ID{kind, sum} }

// IsZero reports whether the id is unknown.
func (id ID) IsZero() bool { return id == ID{} }

// Compare orders ids by sum, then by kind; all ties in Stemma break by it.
func (id ID) Compare(other ID) int {
	switch {
	case id.sum < other.sum:
		return -1
	case id.sum > other.sum:
		return 1
	case id.kind < other.kind:
		return -1
	case id.kind > other.kind:
		return 1
	}
	return 0
}

// String returns `kind-0123456789abcdef`, or "" for the zero ID.
func (id ID) String() string {
	if id.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s-%016x", id.kind, id.sum)
}

// ParseID reads what [ID.String] wrote. It says what is wrong with anything else.
func ParseID(s string) (ID, error) {
	word, digits, found := strings.Cut(s, "-")
	kind := ParseKind(word)
	if !found || kind == KindUnknown {
		return ID{}, fmt.Errorf("parse id %q: want a kind, a hyphen and 16 hex digits, like article-0123456789abcdef", s)
	}
	sum, err := strconv.ParseUint(digits, 16, 64)
	if err != nil || len(digits) != 16 || strings.ToLower(digits) != digits {
		return ID{}, fmt.Errorf("parse id %q: want 16 lower-case hex digits after the hyphen", s)
	}
	return ID{kind, sum}, nil
}

// MarshalText writes the id as [ID.String] does.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads an id as [ParseID] does; empty text is the zero ID.
func (id *ID) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*id = ID{}
		return nil
	}
	parsed, err := ParseID(string(text))
	if err != nil {
		return err
	}
	*id = parsed
	return nil
}
