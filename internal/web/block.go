package web

import (
	"strings"

	"stemma"
)

// A block is a paragraph of an article as a page shows it: the bytes from its
// first sentence to the beginning of the next block. The blocks of an article
// follow each other without a gap, so that the page holds every byte.
type block struct {
	start, end int
	zone       stemma.ZoneKind
	sentences  []sentence
}

// A sentence is a range with its number in the article, from 1.
type sentence struct {
	start, end int
	number     int
	zone       stemma.ZoneKind
	// paragraph is true when it opens one.
	paragraph bool
}

// blocksOf cuts an article into blocks, by the sentences of its Reading, or by
// its zones when there is no Reading.
func blocksOf(art *stemma.Article, reading *stemma.Reading) []block {
	sentences := sentencesOf(art, reading)
	if len(sentences) == 0 {
		sentences = linesOf(art)
	}
	var blocks []block
	for i, sent := range sentences {
		if i == 0 || opensBlock(art.Text, sentences[i-1], sent) {
			blocks = append(blocks, block{start: sent.start, zone: sent.zone})
		}
		last := &blocks[len(blocks)-1]
		last.sentences = append(last.sentences, sent)
		if last.zone == stemma.ZoneDateline {
			last.zone = sent.zone // a dateline opens the first paragraph of the body
		}
	}
	return closeBlocks(art, blocks)
}

// closeBlocks lets each block run to the next, the first from the beginning of
// the text and the last to its end.
func closeBlocks(art *stemma.Article, blocks []block) []block {
	if len(blocks) == 0 {
		return []block{{end: len(art.Text), zone: stemma.ZoneBody}}
	}
	blocks[0].start = 0
	for i := range blocks {
		blocks[i].end = len(art.Text)
		if i+1 < len(blocks) {
			blocks[i].end = blocks[i+1].start
		}
	}
	return blocks
}

// opensBlock reports whether a line ends between the two sentences where a
// paragraph or a zone does. A dateline ("PORT VELL, 3 March (Meridian) - ...")
// and the sentence after it stand on one line and stay together.
func opensBlock(text string, before, sent sentence) bool {
	return strings.Contains(text[before.end:sent.start], "\n") && (sent.paragraph || before.zone != sent.zone)
}

// sentencesOf returns the Reading's sentences. One that lies outside the text,
// cuts a rune or overlaps the one before is left out; its bytes are still shown.
func sentencesOf(art *stemma.Article, reading *stemma.Reading) []sentence {
	if reading == nil {
		return nil
	}
	var all []sentence
	end := 0
	for i, r := range reading.Sentences {
		sent := sentence{int(r.Start), int(r.End), i + 1, r.Zone, r.Paragraph}
		if sent.start < end || sent.end <= sent.start || len(art.Text) < sent.end ||
			runeBorder(art.Text, sent.start) != sent.start || runeBorder(art.Text, sent.end) != sent.end {
			continue
		}
		end = sent.end
		all = append(all, sent)
	}
	return all
}

// linesOf stands in for the sentences of an article without a Reading: the
// paragraphs of its zones, without numbers.
func linesOf(art *stemma.Article) []sentence {
	var all []sentence
	end := 0
	for _, z := range art.Zones {
		if z.Start < end || z.End <= z.Start || len(art.Text) < z.End {
			continue
		}
		end = z.End
		at := z.Start
		for par := range strings.SplitSeq(art.Text[z.Start:z.End], "\n\n") {
			if strings.TrimSpace(par) != "" {
				all = append(all, sentence{at, at + len(par), 0, z.Kind, true})
			}
			at += len(par) + 2
		}
	}
	return all
}
