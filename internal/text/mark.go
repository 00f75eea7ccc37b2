package text

import (
	"strings"
	"unicode/utf8"

	"stemma"
)

// mark takes what begins with an ASCII mark: an emoticon, an elision
// ("'90s", "'em"), a tag or handle, a run of one mark ("--", "...", "!!"), or
// the mark alone.
func (s *scanner) mark(i int) int {
	for _, rule := range [...]func(*scanner, int) int{(*scanner).elision, (*scanner).handle, (*scanner).emoticon} {
		if j := rule(s, i); j > i {
			return j
		}
	}
	j := i + 1
	for j < len(s.text) && runs(s.text[i], s.text[j]) && (j-i < 2 || long(s.text[i])) {
		j++
	}
	s.emit(i, j, stemma.TokenMark)
	return j
}

// runs reports whether mark b goes on with a token that mark a begins.
func runs(a, b byte) bool {
	switch a {
	case '!', '?':
		return b == '!' || b == '?'
	case '.', '-', '*', '=', '_', '~', '+', '#', '\'', '`', '<', '>', '/', '|':
		return a == b
	}
	return false
}

// long reports whether a run of this mark may be longer than two.
func long(a byte) bool {
	switch a {
	case '\'', '`', '<', '>', '/':
		return false
	}
	return true
}

// elision takes an apostrophe with what it shortens: "'90s", "'til", "'em",
// not "'Go" and not "'tis he,' she said" without its list.
func (s *scanner) elision(i int) int {
	if s.text[i] != '\'' {
		return i
	}
	if j := s.elided(i + 1); j > 0 {
		s.emit(i, j, wordFlags(s.text[i+1:j])&^stemma.TokenUpper)
		return j
	}
	return i
}

// elided returns the end of the shortened word at i, which follows an
// apostrophe that follows no word, or 0.
func (s *scanner) elided(i int) int {
	j := i
	for j < len(s.text) && j-i < 8 && classes[s.text[j]]&classAlnum != 0 {
		j++
	}
	if s.wordAt(j) {
		return 0
	}
	word := s.text[i:j]
	switch {
	case elisions[strings.ToLower(word)]:
		return j
	case isYear(word):
		return j
	}
	return 0
}

// isYear reports whether word is a year or a decade without its century.
func isYear(word string) bool {
	word = strings.TrimSuffix(word, "s")
	return len(word) == 2 && classes[word[0]] == classDigit && classes[word[1]] == classDigit
}

// elisions are the words that an apostrophe begins, lower case.
var elisions = set("til till em tis twas cause bout round n cos ere neath s re ve ll d m")

// handle takes a tag or a handle with its sign ("@okafor_r", "#floods"); a
// sign before a number stands alone ("#|1").
func (s *scanner) handle(i int) int {
	if c := s.text[i]; c != '@' && c != '#' || s.wordBefore(i) || i+1 >= len(s.text) || classes[s.text[i+1]]&classLetter == 0 && s.text[i+1] != '_' {
		return i
	}
	j := i + 1
	for j < len(s.text) && (classes[s.text[j]]&classAlnum != 0 || s.text[j] == '_') {
		j++
	}
	if s.wordAt(j) {
		return i
	}
	s.emit(i, j, wordFlags(s.text[i+1:j])&^stemma.TokenUpper|stemma.TokenWord)
	return j
}

// emoticon takes one of a short list when nothing but space, a bracket or a
// stop is around it.
func (s *scanner) emoticon(i int) int {
	switch s.text[i] {
	case ':', ';', '=', '^', '(':
	default:
		return i
	}
	if s.wordBefore(i) && i > 0 && classes[s.text[i-1]]&classDigit != 0 {
		return i
	}
	for _, face := range [...]string{":-)", ":-(", ";-)", ":-D", ":-P", "^_^", ":)", ":(", ";)", ":D", ":P", "=)", "(:"} {
		if j := i + len(face); strings.HasPrefix(s.text[i:], face) && !s.wordAt(j) {
			s.emit(i, j, stemma.TokenMark)
			return j
		}
	}
	return i
}

// highMark takes a mark beyond ASCII: a run of dots, doubled curly marks, a
// pictograph with its modifiers, an elision with a curly apostrophe, or the
// rune alone. Broken bytes in a row are one mark.
func (s *scanner) highMark(i int, r rune, size int) int {
	j := i + size
	switch {
	case r == utf8.RuneError:
		for j < len(s.text) && s.text[j] >= utf8.RuneSelf {
			next, n := utf8.DecodeRuneInString(s.text[j:])
			if next != utf8.RuneError {
				break
			}
			j += n
		}
	case r == '’' || r == '‘':
		if end := s.elided(j); end > 0 {
			s.emit(i, end, wordFlags(s.text[j:end])&^stemma.TokenUpper)
			return end
		}
		if strings.HasPrefix(s.text[j:], s.text[i:j]) {
			j += size
		}
	case r == '…' || r == '—' || r == '–':
		for strings.HasPrefix(s.text[j:], s.text[i:i+size]) {
			j += size
		}
	default:
		j = s.pictograph(j)
	}
	s.emit(i, j, stemma.TokenMark)
	return j
}

// pictograph returns the end of the modifiers and joined pictographs at j.
func (s *scanner) pictograph(j int) int {
	for j < len(s.text) && s.text[j] >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(s.text[j:])
		switch {
		case r == 0x200D: // joiner: the next pictograph belongs to it
			j += size
			if next, n := utf8.DecodeRuneInString(s.text[j:]); next != utf8.RuneError && kindOf(next) == kindMark {
				j += n
			}
		case kindOf(r) == kindInside || 0x1F3FB <= r && r <= 0x1F3FF:
			j += size
		default:
			return j
		}
	}
	return j
}
