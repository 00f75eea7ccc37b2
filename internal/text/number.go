package text

import (
	"strings"

	"stemma"
)

// numberWord emits [i, j), which begins with a digit: apart before a unit
// ("1.2|bn", "5|pm", "30|km"), whole with an ordinal or plural ending ("20th",
// "1970s") and with any other letters ("4G", "747B").
func (s *scanner) numberWord(i, j int) {
	word := s.text[i:j]
	k := 0
	for k < len(word) && (classes[word[k]]&classDigit != 0 || isNumberMark(word[k])) {
		k++
	}
	switch ending := word[k:]; {
	case ending == "":
		s.emit(i, j, stemma.TokenNumber)
	case k > 0 && units[ending]:
		s.emit(i, i+k, stemma.TokenNumber)
		s.emit(i+k, j, wordFlags(ending))
	case isOrdinal(ending):
		s.emit(i, j, stemma.TokenNumber)
	default:
		s.emit(i, j, wordFlags(word))
	}
}

func isNumberMark(b byte) bool {
	return b == '.' || b == ',' || b == ':' || b == '/' || b == '-'
}

func isOrdinal(ending string) bool {
	switch strings.ToLower(ending) {
	case "st", "nd", "rd", "th", "s", "'s":
		return true
	}
	return ending == "’s"
}

// keepsWhole reports whether cluster [i, j) with hyphens or slashes is one
// token: a date ("11/28/2000", "9/11", "2019-03-09"), a telephone number
// ("555-0142-17", "555-0142"). Not a range ("5-10", "1969-1970"), not a
// fraction ("3/4"), not a score ("3-2").
func (s *scanner) keepsWhole(i, j int) bool {
	for k := i; k < j; k++ {
		if classes[s.text[k]]&classDigit == 0 && !isNumberMark(s.text[k]) {
			return false
		}
	}
	first := s.joins[0]
	if len(s.joins) > 1 {
		return len(s.joins) < 5 && s.text[first] == s.text[s.joins[1]]
	}
	if s.text[first] == '-' {
		return first-i == 3 && j-first-1 == 4
	}
	return !isFraction(s.text[i:first], s.text[first+1:j])
}

func isFraction(over, under string) bool {
	switch under {
	case "2", "3", "4", "5", "8":
		return len(over) == 1 && over < under
	}
	return false
}

// currency emits letters before a dollar sign with it ("US$|200", not "AT$").
func (s *scanner) currency(i, j int) int {
	if j+1 < len(s.text) && classes[s.text[j+1]]&classDigit != 0 {
		s.emit(i, j+1, stemma.TokenMark)
		return j + 1
	}
	s.plain(i, j, classUpper)
	return j
}

// units are the endings taken off a number.
var units = set("am pm AM PM a.m p.m a.m. p.m. k K m M bn Bn BN mn tn mm MM kg km cm ft lb lbs mph kph kW MW GW GB MB TB hh sq")

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
