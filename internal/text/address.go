package text

import (
	"strings"
	"unicode/utf8"

	"stemma"
)

// maxAddress bounds how far an address is looked for, in bytes. The longest in
// the web genres of UD English EWT train has 170.
const maxAddress = 2048

// address emits the web or mail address at i and returns its end, or i when
// there is none: "https://example.org/a?b=1", "www.example.org",
// "desk@example.org", "example.org/news"; not "and/or", not "U.S./Canada".
func (s *scanner) address(i int) int {
	end := s.unspaced(i)
	chunk := s.text[i:end]
	if !strings.ContainsAny(chunk, ".:@") {
		return i
	}
	switch {
	case isURL(chunk):
		end = i + len(trimAddress(chunk))
	case strings.IndexByte(chunk, '@') > 0:
		end = i + mailEnd(chunk)
	case isDomainPath(chunk):
		end = i + len(trimAddress(chunk))
	default:
		return i
	}
	if end > i {
		s.emit(i, end, stemma.TokenWord)
	}
	return end
}

// unspaced returns the end of the run of bytes at i that an address may have.
func (s *scanner) unspaced(i int) int {
	j := i
	for j < len(s.text) && j-i < maxAddress && s.text[j] > ' ' && s.text[j] < utf8.RuneSelf {
		switch s.text[j] {
		case '<', '>', '"', '`', '|', '\\', '^', '{', '}':
			return j
		}
		j++
	}
	return j
}

func isURL(chunk string) bool {
	if len(chunk) > 4 && strings.EqualFold(chunk[:4], "www.") {
		return classes[chunk[4]]&classAlnum != 0
	}
	scheme, rest, found := strings.Cut(chunk, "://")
	return found && rest != "" && len(scheme) < 12 && isAlnum(scheme)
}

func isAlnum(word string) bool {
	for k := range len(word) {
		if classes[word[k]]&classAlnum == 0 {
			return false
		}
	}
	return word != ""
}

// trimAddress cuts the marks that close the sentence rather than the address.
func trimAddress(chunk string) string {
	for chunk != "" {
		switch last := chunk[len(chunk)-1]; last {
		case '.', ',', ';', ':', '!', '?', '\'', '*', '-', ']':
		case ')':
			if strings.IndexByte(chunk, '(') >= 0 {
				return chunk
			}
		default:
			return chunk
		}
		chunk = chunk[:len(chunk)-1]
	}
	return chunk
}

// mailEnd returns the length of the mail address that chunk begins with, or 0.
func mailEnd(chunk string) int {
	at := strings.IndexByte(chunk, '@')
	for k := range at {
		if classes[chunk[k]]&classAlnum == 0 && strings.IndexByte("._-+%", chunk[k]) < 0 {
			return 0
		}
	}
	end := at + 1
	for end < len(chunk) && (classes[chunk[end]]&classAlnum != 0 || strings.IndexByte("._-", chunk[end]) >= 0) {
		end++
	}
	end = len(strings.TrimRight(chunk[:end], "._-"))
	if end <= at+1 {
		return 0
	}
	return end
}

// isDomainPath reports whether chunk is a host name with a path: a dot, lower
// case behind it, and a slash after.
func isDomainPath(chunk string) bool {
	host, path, found := strings.Cut(chunk, "/")
	if !found || path == "" {
		return false
	}
	dot := strings.LastIndexByte(host, '.')
	if dot < 2 || len(host)-dot < 3 {
		return false
	}
	for k := range len(host) {
		if c := classes[host[k]]; c&(classLower|classDigit) == 0 && host[k] != '.' && host[k] != '-' {
			return false
		}
	}
	return classes[host[dot+1]] == classLower
}
