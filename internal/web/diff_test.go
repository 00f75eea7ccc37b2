package web

import (
	"fmt"
	"strings"
	"testing"
)

// dump shows the changes: [only left|only right], ~ before a slight one.
func dump(left, right string) string {
	changes, ok := diff(left, 0, len(left), right, 0, len(right))
	if !ok {
		return "too different"
	}
	var w strings.Builder
	for _, c := range changes {
		sign := ""
		if c.slight {
			sign = "~"
		}
		fmt.Fprintf(&w, "%s[%s|%s]", sign, left[c.leftStart:c.leftEnd], right[c.rightStart:c.rightEnd])
	}
	return w.String()
}

func TestDiff(t *testing.T) {
	for _, c := range []struct{ left, right, want string }{
		{"the gate is shut", "the gate is shut", ""},
		{"", "", ""},
		{"the gate is shut", "", "[the gate is shut|]"},
		{"", "a gate", "[|a gate]"},
		{"the gate is shut", "the gate stays shut", "[is|stays]"},
		{"the old gate is shut", "the gate is shut", "[old|]"},
		{"shut, he said", "shut he said", "~[,|]"},
		{"“shut”", `"shut"`, `~[“|"]~[”|"]`},
		{"The gate", "the gate", "~[The|the]"},
		{"it may cost up to nine million", "it may rise, to the north, again", "[cost up to nine million|rise, to the north, again]"},
		{"tore forty metres out of the wall", "tore out forty metres of the wall", "[|out][out|]"},
		{"門は閉じた", "門は開いた", "[閉じ|開い]"},
	} {
		if got := dump(c.left, c.right); got != c.want {
			t.Errorf("diff(%q, %q) = %s, want %s", c.left, c.right, got, c.want)
		}
	}
}

func TestDiff_TooDifferent(t *testing.T) {
	var left, right strings.Builder
	for i := range 2 * diffSteps {
		fmt.Fprintf(&left, "l%d ", i)
		fmt.Fprintf(&right, "r%d ", i)
	}
	if got, want := dump(left.String(), right.String()), "too different"; got != want {
		t.Errorf("diff of two long strangers = %.60s, want %q", got, want)
	}
}

// FuzzDiff checks that the words outside the changes are the same on both sides.
func FuzzDiff(f *testing.F) {
	f.Add("the gate is shut", "the gate stays shut")
	f.Add("a b c a b b a", "c b a b a c")
	f.Add("\xff“x", "x”\xfe")
	f.Fuzz(func(t *testing.T, left, right string) {
		changes, ok := diff(left, 0, len(left), right, 0, len(right))
		if !ok {
			return
		}
		var a, b []string
		i, j := 0, 0
		for _, c := range append(changes, change{len(left), len(left), len(right), len(right), false}) {
			if c.leftStart < c.leftEnd || c.leftStart == len(left) {
				a = append(a, keys(left, i, c.leftStart)...)
				i = c.leftEnd
			}
			if c.rightStart < c.rightEnd || c.rightStart == len(right) {
				b = append(b, keys(right, j, c.rightStart)...)
				j = c.rightEnd
			}
		}
		if fmt.Sprint(a) != fmt.Sprint(b) {
			t.Errorf("diff(%q, %q): the rest is %q and %q, want the same", left, right, a, b)
		}
	})
}

func keys(text string, start, end int) []string {
	var all []string
	for _, w := range wordsOf(text, start, end) {
		all = append(all, w.key)
	}
	return all
}
