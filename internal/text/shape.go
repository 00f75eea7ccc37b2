package text

import (
	"unicode"
	"unicode/utf8"

	"stemma"
)

// minSpeech is the number of words from which a range is speech whatever its
// form, and maxTitle the most that a title has.
const (
	minSpeech = 6
	maxTitle  = 12
)

// shapeOf tells apart what quotation marks hold by length and form alone:
//
//   - a title has all its longer words in upper case: the film "The Long Road Home";
//   - speech has six words or more, or begins with a capital and ends with a
//     stop or a comma: "Yes," she said;
//   - anything else is a scare quote: their so-called "victory".
func shapeOf(text string, tokens []stemma.Token, first, last int, quote *stemma.Quote) stemma.QuoteShape {
	words, lower, upper := 0, 0, 0
	for k := first; k < last; k++ {
		tok := tokens[k]
		if tok.Flags.Has(stemma.TokenMark) {
			continue
		}
		words++
		switch {
		case tok.Flags.Has(stemma.TokenUpper):
			upper++
		case !tok.Flags.Has(stemma.TokenNumber) && !small(text[tok.Start:tok.End]):
			lower++
		}
	}
	if words == 0 {
		return stemma.QuoteUnknown
	}
	capital := tokens[first].Flags.Has(stemma.TokenUpper)
	ends := endsLikeSpeech(text, tokens, first, last)
	switch {
	case capital && lower == 0 && upper > 0 && words <= maxTitle && (upper > 1 && ends != '.' || words == 1 && ends == 0):
		return stemma.QuoteTitle
	case words >= minSpeech, !quote.Closed, quote.Continues:
		return stemma.QuoteSpeech
	case capital && ends != 0:
		return stemma.QuoteSpeech
	}
	return stemma.QuoteScare
}

// endsLikeSpeech returns the stop or comma that ends the range inside its
// marks, or 0.
func endsLikeSpeech(text string, tokens []stemma.Token, first, last int) byte {
	if first >= last {
		return 0
	}
	switch b := text[tokens[last-1].Start]; b {
	case '.', ',', '!', '?':
		return b
	}
	return 0
}

// small reports whether a word may be in lower case inside a title: up to
// three letters ("of", "the") or a clitic.
func small(word string) bool {
	if utf8.RuneCountInString(word) <= 3 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(word)
	return !unicode.IsLetter(r) || word == "with" || word == "from" || word == "into"
}
