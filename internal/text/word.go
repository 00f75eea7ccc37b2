package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma"
)

// cluster takes a word with joining marks or runes beyond ASCII in it:
// "don't", "U.S.", "well-known", "9:30", "and/or", "naïve", an address. It
// first finds how far the cluster reaches, then splits it as UD English does.
func (s *scanner) cluster(i int) int {
	if end := s.address(i); end > i {
		return end
	}
	s.joins = s.joins[:0]
	j := s.reach(i)
	if j < len(s.text) && s.text[j] == '.' && s.dotted(i, j) {
		j++
	}
	s.split(i, j)
	return j
}

// reach returns where the cluster that begins at i ends, and notes its
// hyphens and slashes in s.joins.
func (s *scanner) reach(i int) int {
	j := i
	for j < len(s.text) {
		c := classes[s.text[j]]
		switch {
		case c&classAlnum != 0 || s.text[j] == '_':
			j++
		case c&classHigh != 0:
			size := s.reachHigh(j)
			if size == 0 {
				return j
			}
			j += size
		case c&classJoin != 0 && i < j && s.joinsAt(j):
			if s.text[j] == '-' || s.text[j] == '/' {
				s.joins = append(s.joins, j)
			}
			j++
		default:
			return j
		}
	}
	return j
}

// reachHigh returns how many bytes at j, beyond ASCII, go on with the word.
func (s *scanner) reachHigh(j int) int {
	r, size := utf8.DecodeRuneInString(s.text[j:])
	switch kindOf(r) {
	case kindLetter, kindUpper, kindDigit, kindInside:
		return size
	case kindApostrophe:
		if s.wordAt(j+size) && s.wordBefore(j) {
			return size
		}
	case kindHyphen:
		if s.wordAt(j+size) && s.wordBefore(j) {
			s.joins = append(s.joins, j)
			return size
		}
	}
	return 0
}

// joinsAt reports whether the ASCII mark at j has the same word on both sides.
// A colon and a comma join digits only ("9:30", "3,000", not "Note:this");
// a full stop does not join a lower-case word to a capitalised one, which is
// a missing space ("the end.Then"), nor a number to a word ("in 2014.Then").
func (s *scanner) joinsAt(j int) bool {
	if !s.wordAt(j+1) || !s.wordBefore(j) {
		return false
	}
	before, after := classes[s.text[j-1]], classes[s.text[j+1]]
	switch s.text[j] {
	case ':', ',':
		return before&classDigit != 0 && after&classDigit != 0
	case '.':
		if j+2 < len(s.text) && after == classUpper && classes[s.text[j+2]]&classLower != 0 {
			return before&classUpper != 0
		}
		return true
	case '&':
		return before == classUpper && after == classUpper
	case '\'', '`':
		return before&classDigit == 0 || after&classDigit == 0
	}
	return true
}

// wordAt reports whether a letter, a digit or an underscore stands at j.
func (s *scanner) wordAt(j int) bool {
	if j >= len(s.text) {
		return false
	}
	if s.text[j] < utf8.RuneSelf {
		return classes[s.text[j]]&classAlnum != 0 || s.text[j] == '_'
	}
	r, _ := utf8.DecodeRuneInString(s.text[j:])
	k := kindOf(r)
	return k == kindLetter || k == kindUpper || k == kindDigit
}

// wordBefore reports whether a letter, a digit or an underscore ends at j.
func (s *scanner) wordBefore(j int) bool {
	if j == 0 {
		return false
	}
	if s.text[j-1] < utf8.RuneSelf {
		return classes[s.text[j-1]]&classAlnum != 0 || s.text[j-1] == '_'
	}
	r, _ := utf8.DecodeLastRuneInString(s.text[:j])
	k := kindOf(r)
	return k == kindLetter || k == kindUpper || k == kindDigit || k == kindInside
}

// split emits the parts of cluster [i, j): apart at hyphens and slashes where
// UD English takes them apart, then at clitics.
func (s *scanner) split(i, j int) {
	if len(s.joins) == 0 || s.keepsWhole(i, j) {
		s.clitics(i, j)
		return
	}
	from := i
	for k, p := range s.joins {
		left := i
		if k > 0 {
			left = s.joins[k-1] + runeLen(s.text, s.joins[k-1])
		}
		right := j
		if k+1 < len(s.joins) {
			right = s.joins[k+1]
		}
		size := runeLen(s.text, p)
		if s.holds(left, p, p+size, right) {
			continue
		}
		s.clitics(from, p)
		s.emit(p, p+size, stemma.TokenMark)
		from = p + size
	}
	s.clitics(from, j)
}

// holds reports whether the words [a, b) and [c, d) stay one token over the
// hyphen or slash between them. A hyphen holds after a prefix ("anti-war",
// "e-mail"; not "peace-keeping"), a slash between single letters ("l/c").
func (s *scanner) holds(a, b, c, d int) bool {
	if s.text[b] == '/' {
		return b-a == 1 && d-c == 1 && classes[s.text[a]]&classLetter != 0 && classes[s.text[c]]&classLetter != 0
	}
	return b-a <= maxPrefix && prefixes[strings.ToLower(s.text[a:b])]
}

// clitics emits [i, j), a cluster without hyphens to split: apart before a
// contracted or possessive ending ("do|n't", "Okafor|'s", not "O'Brien",
// "60's").
func (s *scanner) clitics(i, j int) {
	word := s.text[i:j]
	if cut := cliticCut(word); cut > 0 {
		s.single(i, i+cut)
		s.emit(i+cut, j, wordFlags(word[cut:]))
		return
	}
	s.single(i, j)
}

// cliticCut returns where the contracted or possessive ending of word begins,
// or 0.
func cliticCut(word string) int {
	for n := 2; n <= 3 && n < len(word); n++ { // letters of the ending, its apostrophe included
		q := len(word) - n
		size := 0
		switch {
		case word[q] == '\'':
			size = 1
		case n >= 2 && q >= 2 && strings.HasPrefix(word[q-2:], "’"):
			q, size = q-2, 3
		default:
			continue
		}
		if q == 0 || q < 2 && size == 3 && q == 0 {
			return 0
		}
		ending := strings.ToLower(word[q+size:])
		before := rune(word[q-1])
		if before >= utf8.RuneSelf {
			before, _ = utf8.DecodeLastRuneInString(word[:q])
		}
		switch ending {
		case "s", "m", "d", "re", "ve", "ll":
			if unicode.IsDigit(before) {
				return 0
			}
			return q
		case "t":
			if q >= 2 && (before == 'n' || before == 'N') {
				return q - 1
			}
		}
		return 0
	}
	return 0
}

// single emits [i, j), which nothing splits any more, apart from a unit after
// a number and fused words.
func (s *scanner) single(i, j int) {
	if i >= j {
		return
	}
	if classes[s.text[i]]&classDigit != 0 {
		s.numberWord(i, j)
		return
	}
	if cut := fusedCut(s.text[i:j]); cut > 0 {
		s.emit(i, i+cut, wordFlags(s.text[i:i+cut]))
		i += cut
	}
	s.emit(i, j, wordFlags(s.text[i:j]))
}

// fusedCut returns where a word written together is taken apart, or 0:
// "can|not", "gon|na", and the apostrophe left out of "do|nt". "cant" and
// "wont" are words of their own and stay whole.
func fusedCut(word string) int {
	if len(word) < 4 || 7 < len(word) {
		return 0
	}
	switch last := word[len(word)-1]; last {
	case 't', 'T', 'a', 'A':
	default:
		return 0
	}
	switch strings.ToLower(word) {
	case "cannot", "gonna", "gotta", "wanna":
		return 3
	case "dont", "didnt", "doesnt", "couldnt", "wouldnt", "isnt", "wasnt", "havent", "arent":
		return len(word) - 2
	}
	return 0
}

// wordFlags returns the flags of any token made of letters, digits and what
// joins them.
func wordFlags(word string) stemma.TokenFlags {
	letters, lowers, digits := 0, 0, 0
	first := true
	var flags stemma.TokenFlags
	for _, r := range word {
		switch {
		case r < utf8.RuneSelf && classes[r]&classLower != 0 || r >= utf8.RuneSelf && unicode.IsLower(r):
			letters++
			lowers++
		case r < utf8.RuneSelf && classes[r] == classUpper || r >= utf8.RuneSelf && unicode.IsUpper(r):
			letters++
			if first {
				flags |= stemma.TokenUpper
			}
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			letters++
			lowers++
		case unicode.IsDigit(r):
			digits++
		}
		first = false
	}
	switch {
	case letters > 0:
		flags |= stemma.TokenWord
		if letters > 1 && lowers == 0 {
			flags |= stemma.TokenCaps
		}
	case digits > 0:
		flags |= stemma.TokenNumber
	default:
		flags |= stemma.TokenMark
	}
	return flags
}

func runeLen(text string, i int) int {
	if text[i] < utf8.RuneSelf {
		return 1
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return size
}
