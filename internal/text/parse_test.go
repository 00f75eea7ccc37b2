package text

import (
	"testing"

	"stemma"
)

func TestParse_SentencesCoverTokens(t *testing.T) {
	art := &stemma.Article{Text: "Mr. Okafor won't go. He said so on Sept. 3."}
	doc, _ := Parse(art)
	if got, want := len(doc.Sentences), 2; got != want {
		t.Errorf("Parse(%q) = %d sentences, want %d", art.Text, got, want)
	}
}
