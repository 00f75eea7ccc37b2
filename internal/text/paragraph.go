package text

import "unicode/utf8"

// A piece is a range of bytes [start, end) without space at its ends.
type piece struct{ start, end int }

// paragraphs cuts bytes [start, end) of text at its line breaks.
func paragraphs(text string, start, end int) []piece {
	var ps []piece
	for i := start; i < end; {
		j := i
		for j < end && text[j] != '\n' {
			j++
		}
		if p := trim(text, i, j); p.start < p.end {
			ps = append(ps, p)
		}
		i = j + 1
	}
	return ps
}

// trim takes the space off both ends of [start, end).
func trim(text string, start, end int) piece {
	for start < end {
		r, size := utf8.DecodeRuneInString(text[start:end])
		if !IsSpace(r) {
			break
		}
		start += size
	}
	for start < end {
		r, size := utf8.DecodeLastRuneInString(text[start:end])
		if !IsSpace(r) {
			break
		}
		end -= size
	}
	return piece{start, end}
}
