package stemma

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
)

// A Case heads a record: what it holds and which engine found it.
type Case struct {
	ID   ID     `json:"id"`
	Rule string `json:"rule"`
	// Evidence is empty for a case.
	Evidence []Span `json:"evidence"`
	// Engine is a hash over the models, the embedded tables and the version of every stage.
	Engine string `json:"engine"`
	// Articles counts the reports held; old revisions are not counted.
	Articles int `json:"articles"`
	// Families counts the families, single ones included; the headline.
	Families int `json:"families"`
}

// A RecordType is one kind of line in the record.
type RecordType struct {
	Kind Kind
	// Type is the Go type whose fields the line has, beyond `type`.
	Type reflect.Type
}

// RecordTypes lists the lines of a record in the order in which they are written.
func RecordTypes() []RecordType {
	return []RecordType{
		{KindCase, reflect.TypeFor[Case]()},
		{KindArticle, reflect.TypeFor[Article]()},
		{KindSkip, reflect.TypeFor[Skip]()},
		{KindOpen, reflect.TypeFor[Open]()},
		{KindPassage, reflect.TypeFor[Passage]()},
		{KindQuotation, reflect.TypeFor[Quotation]()},
		{KindDerivation, reflect.TypeFor[Derivation]()},
		{KindFamily, reflect.TypeFor[Family]()},
		{KindCorrection, reflect.TypeFor[Correction]()},
	}
}

// MarshalRecord returns v, one of the types of [RecordTypes] or a pointer to
// one, as a line of the record, without the line feed: `type` first, then the
// fields of the type in their order.
func MarshalRecord(v any) ([]byte, error) {
	t := reflect.TypeOf(v)
	if t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	for _, rt := range RecordTypes() {
		if rt.Type != t {
			continue
		}
		var body bytes.Buffer
		enc := json.NewEncoder(&body)
		enc.SetEscapeHTML(false)
		if err := enc.Encode(v); err != nil {
			return nil, fmt.Errorf("marshal %v: %w", rt.Kind, err)
		}
		line := append([]byte(`{"type":"`+rt.Kind.String()+`",`), body.Bytes()[1:]...)
		return bytes.TrimSuffix(line, []byte("\n")), nil
	}
	return nil, fmt.Errorf("marshal record: %T is no kind of line", v)
}
