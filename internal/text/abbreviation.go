package text

import (
	_ "embed"
	"strings"
	"unicode/utf8"

	"stemma"
)

// An abbreviationKind says what may follow an abbreviation's stop.
type abbreviationKind uint8

const (
	notAbbreviation abbreviationKind = iota
	// beforeName never ends a sentence: "Mr.", "Gen.", "St.".
	beforeName
	// beforeNumber is one only before a number: "No. 5", "Fig. 2".
	beforeNumber
	// afterName may end a sentence: "Inc.", "Jr.", "etc.".
	afterName
	// monthName may end a sentence, most often a number follows: "Sept. 3".
	monthName
	// initial is one capital letter: "R. Okafor".
	initial
	// dotted has a stop after each letter: "U.S.", "p.m.", "e.g.".
	dotted
	// within never ends a sentence although no name follows: "e.g.", "vs.".
	within
)

//go:embed data/abbreviations.txt
var abbreviationsFile string

//go:embed data/prefixes.txt
var prefixesFile string

var (
	abbreviations = parseAbbreviations(abbreviationsFile)
	prefixes      = set(strings.Join(tableLines(prefixesFile), " "))
)

// maxPrefix is the length of the longest prefix that keeps its hyphen, and
// maxAbbreviation that of the longest abbreviation, so that lookups are short.
const (
	maxPrefix       = 8
	maxAbbreviation = 7
)

// parseAbbreviations reads lines of a kind and its abbreviations.
func parseAbbreviations(file string) map[string]abbreviationKind {
	kinds := map[string]abbreviationKind{
		"name": beforeName, "number": beforeNumber, "after": afterName, "month": monthName, "within": within,
	}
	m := make(map[string]abbreviationKind)
	for _, line := range tableLines(file) {
		name, words, _ := strings.Cut(line, " ")
		for w := range strings.FieldsSeq(words) {
			m[w] = kinds[name]
		}
	}
	return m
}

// tableLines returns the lines of an embedded table, comments and blank lines
// left out.
func tableLines(file string) []string {
	var lines []string
	for line := range strings.Lines(file) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	return lines
}

// beforeStop takes the ASCII word [i, j) with a full stop at j that joins
// nothing: the stop belongs to an abbreviation or an initial, and to nothing
// else.
func (s *scanner) beforeStop(i, j int, seen class) int {
	if !s.abbreviates(i, j, seen) {
		s.plain(i, j, seen)
		return j
	}
	s.emit(i, j+1, plainFlags(s.text[i:j], seen))
	return j + 1
}

func (s *scanner) abbreviates(i, j int, seen class) bool {
	if j+1 < len(s.text) && s.text[j+1] == '.' { // an ellipsis
		return false
	}
	if j-i == 1 && seen == classUpper {
		return s.isInitial(i, j)
	}
	if j-i > maxAbbreviation || seen&classDigit != 0 {
		return false
	}
	switch abbreviations[s.text[i:j]] {
	case notAbbreviation:
		return false
	case beforeNumber:
		k := j + 1
		for k < len(s.text) && k < j+4 && !isASCIIDigit(s.text[k]) {
			if c := s.text[k]; c != ' ' && c != 0xC2 && c != 0xA0 && c != '#' {
				return false
			}
			k++
		}
		return k < len(s.text) && isASCIIDigit(s.text[k])
	}
	return true
}

func isASCIIDigit(b byte) bool { return '0' <= b && b <= '9' }

// isInitial reports whether the capital letter [i, j) before a stop is
// somebody's: a capitalised word follows ("R. Okafor"), not "It was plan B."
// at the end and not "I." at all unless another initial stands beside it.
func (s *scanner) isInitial(i, j int) bool {
	k := j + 1
	for k < len(s.text) && k < j+4 && (s.text[k] == ' ' || s.text[k] == 0xC2 || s.text[k] == 0xA0) {
		k++
	}
	if k >= len(s.text) {
		return false
	}
	if s.text[k] >= utf8.RuneSelf {
		r, _ := utf8.DecodeRuneInString(s.text[k:])
		return kindOf(r) == kindUpper
	}
	return classes[s.text[k]] == classUpper
}

// dotted reports whether cluster [i, j) is letters with stops between, so that
// the stop at j is one more of them: "U.S", "p.m", "Ph.D"; not "example.org".
func (s *scanner) dotted(i, j int) bool {
	if j+1 < len(s.text) && s.text[j+1] == '.' {
		return false
	}
	word := s.text[i:j]
	if k := strings.LastIndexAny(word, "-/"); k >= 0 {
		word = word[k+1:]
	}
	word = strings.TrimLeft(word, "0123456789") // "5p.m"
	return isDotted(word)
}

// isDotted reports whether word, without a last stop, is letters with stops
// between.
func isDotted(word string) bool {
	if len(word) < 3 || 12 < len(word) {
		return false
	}
	if word == "Ph.D" || word == "M.Sc" || word == "B.Sc" {
		return true
	}
	for k := range len(word) {
		if k%2 == 0 && classes[word[k]]&classLetter == 0 || k%2 == 1 && word[k] != '.' {
			return false
		}
	}
	return len(word)%2 == 1
}

// abbreviationOf returns what kind of abbreviation a token is.
func abbreviationOf(text string, tok stemma.Token) abbreviationKind {
	word := text[tok.Start:tok.End]
	if len(word) < 2 || word[len(word)-1] != '.' || !tok.Flags.Has(stemma.TokenWord) {
		return notAbbreviation
	}
	word = word[:len(word)-1]
	if k := abbreviations[word]; k != notAbbreviation {
		return k
	}
	if len(word) == 1 {
		return initial
	}
	return dotted
}
