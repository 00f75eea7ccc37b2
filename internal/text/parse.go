package text

import "stemma"

// Version counts the changes to this stage that can change a Doc; it is part
// of the engine's key.
const Version = 1

// Parse returns the parsed view of an article and what it could not decide.
// It is a pure function of the article's text and zones, safe for concurrent
// use, and takes any bytes in any language.
func Parse(art *stemma.Article) (*stemma.Doc, []stemma.Open) {
	p := parser{doc: &stemma.Doc{Article: art}}
	p.doc.Tokens = make([]stemma.Token, 0, len(art.Text)/4)
	for _, z := range zones(art) {
		for _, par := range paragraphs(art.Text, z.Start, z.End) {
			p.paragraph(par, z.Kind)
		}
	}
	return p.doc, nil
}

type parser struct{ doc *stemma.Doc }

// paragraph adds one paragraph with its sentences and tokens.
func (p *parser) paragraph(par piece, zone stemma.ZoneKind) {
	doc := p.doc
	first := len(doc.Tokens)
	doc.Tokens = AppendTokens(doc.Tokens, doc.Article.Text, par.start, par.end)
	last := len(doc.Tokens)
	if first == last {
		return
	}
	if zone == stemma.ZoneBody || zone == stemma.ZoneCaption {
		for k := first; k < last; k++ {
			doc.Tokens[k].Flags |= stemma.TokenBody
		}
	}
	s := splitter{text: doc.Article.Text, tokens: doc.Tokens}
	sentences := len(doc.Sentences)
	for k := first; k < last; {
		end := s.ends(k, last)
		doc.Tokens[k].Flags |= stemma.TokenSentenceStart
		doc.Sentences = append(doc.Sentences, stemma.Sentence{
			Start: doc.Tokens[k].Start, End: doc.Tokens[end-1].End,
			First: int32(k), Last: int32(end), Zone: zone,
		})
		k = end
	}
	doc.Paragraphs = append(doc.Paragraphs, stemma.Paragraph{
		Start: int32(par.start), End: int32(par.end),
		First: int32(sentences), Last: int32(len(doc.Sentences)),
	})
}

// zones returns the article's zones with the gaps between them, if any, filled
// as body, so that no word is lost whatever the article says of itself.
func zones(art *stemma.Article) []stemma.Zone {
	var all []stemma.Zone
	at := 0
	for _, z := range art.Zones {
		if z.Start < at || z.End < z.Start || len(art.Text) < z.End {
			continue
		}
		if at < z.Start {
			all = append(all, stemma.Zone{Kind: stemma.ZoneBody, Start: at, End: z.Start})
		}
		all = append(all, z)
		at = z.End
	}
	if at < len(art.Text) {
		all = append(all, stemma.Zone{Kind: stemma.ZoneBody, Start: at, End: len(art.Text)})
	}
	return all
}
