package stemma

// SkipReason says why an item could not be taken in. The zero value means unknown.
type SkipReason uint8

// The reasons, see [SkipReason.Explain] for what each tells the user.
const (
	SkipUnknown SkipReason = iota
	SkipEmpty
	SkipBinary
	SkipUnreadable
	SkipMissing
	SkipTruncated
	SkipTooLarge
	SkipTooDeep
	SkipExpansion
	SkipNotObject
	SkipBadJSON
	SkipNoText
	SkipLoop
	SkipChanged
	SkipUnsupported
	SkipSpecial
	SkipBadField
	SkipFailed
)

var skipReasons = [...]struct{ name, explain string }{
	SkipUnknown:     {"", ""},
	SkipEmpty:       {"empty", "the item has no bytes, or only white space"},
	SkipBinary:      {"binary", "the bytes are not text in any character set known here"},
	SkipUnreadable:  {"unreadable", "the system refused to open or read it; check the permissions"},
	SkipMissing:     {"missing", "there is nothing at this path"},
	SkipTruncated:   {"truncated", "the compressed data ends too early or is damaged; fetch the file again"},
	SkipTooLarge:    {"too_large", "it is larger than the limit; raise --max-size to take it in"},
	SkipTooDeep:     {"too_deep", "its HTML is nested deeper than the limit; raise --max-depth to take it in"},
	SkipExpansion:   {"expansion", "it unpacks to far more than its size; raise --max-expansion if you trust it"},
	SkipNotObject:   {"not_object", "the JSON value is not an object with a text or html field"},
	SkipBadJSON:     {"bad_json", "the line is not valid JSON"},
	SkipNoText:      {"no_text", "no article text was found in it"},
	SkipLoop:        {"loop", "a symbolic link leads back to a folder that is already being read"},
	SkipChanged:     {"changed", "the file changed while it was being read; read it again"},
	SkipUnsupported: {"unsupported", "files with this ending are not read; name the file itself to try it as text"},
	SkipSpecial:     {"special", "it is a device, a pipe or a socket, not a file"},
	SkipBadField:    {"bad_field", "a field of the JSON object has the wrong type"},
	SkipFailed:      {"failed", "Stemma itself failed on it; please report the item with the detail given"},
}

// String returns the reason's name as the record prints it.
func (r SkipReason) String() string {
	if int(r) < len(skipReasons) {
		return skipReasons[r].name
	}
	return ""
}

// Explain returns one clause for the user: what it means and the next step.
func (r SkipReason) Explain() string {
	if int(r) < len(skipReasons) {
		return skipReasons[r].explain
	}
	return ""
}

// SkipReasons returns all known reasons in their order.
func SkipReasons() []SkipReason {
	all := make([]SkipReason, 0, len(skipReasons)-1)
	for r := 1; r < len(skipReasons); r++ {
		all = append(all, SkipReason(r))
	}
	return all
}

// MarshalText writes the reason's name.
func (r SkipReason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads a reason's name; a name it does not know becomes unknown.
func (r *SkipReason) UnmarshalText(text []byte) error {
	*r = SkipUnknown
	for _, known := range SkipReasons() {
		if known.String() == string(text) {
			*r = known
		}
	}
	return nil
}

// A Skip is an item that could not be taken in.
type Skip struct {
	ID   ID     `json:"id"`
	Rule string `json:"rule"`
	// Evidence is empty: there is no article to point into.
	Evidence []Span `json:"evidence"`
	// Path is where the item lies, relative to the argument of `read`, `#` and
	// the line or the item's own id behind it when it is one of many in a file.
	Path   string     `json:"path"`
	Reason SkipReason `json:"reason"`
	// Detail is what was wrong in this item, for the user: the error's words, the offset.
	Detail string `json:"detail,omitempty"`
}

// NewSkip makes a Skip with its id; rule is the stage that refused.
func NewSkip(rule, path string, reason SkipReason, detail string) Skip {
	return Skip{
		ID:       NewID(KindSkip, path, reason.String()),
		Rule:     rule,
		Evidence: []Span{},
		Path:     path,
		Reason:   reason,
		Detail:   detail,
	}
}
