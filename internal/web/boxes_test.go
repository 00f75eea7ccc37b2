package web

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// write collects the text below n. A box is turned back into the character or
// byte that it stands for.
func (n *node) write(w *strings.Builder) {
	if n.Type == html.TextNode {
		w.WriteString(n.Data)
		return
	}
	if n.Type == html.ElementNode && n.is("i.ctl") {
		if code, err := strconv.ParseUint(n.attr("data-char"), 16, 32); err == nil {
			w.WriteRune(rune(code))
		}
		if b, err := strconv.ParseUint(n.attr("data-byte"), 16, 8); err == nil {
			w.WriteByte(byte(b))
		}
		return
	}
	for c := range n.ChildNodes() {
		(&node{c}).write(w)
	}
}
