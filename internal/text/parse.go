package text

import "stemma"

// Version counts the changes to this stage that can change a Doc; it is part
// of the engine's key.
const Version = 1

// Parse returns the parsed view of an article and what it could not decide.
// It is a pure function of the article's text and zones, safe for concurrent
// use, and takes any bytes in any language.
func Parse(art *stemma.Article) (*stemma.Doc, []stemma.Open) {
	doc := &stemma.Doc{Article: art}
	pars := tokens(doc)
	var opens []stemma.Open
	var roles []role
	doc.Quotes, opens, roles = findQuotes(art, doc.Tokens, pars)
	s := splitter{text: art.Text, tokens: doc.Tokens, roles: roles}
	for _, par := range pars {
		s.paragraph(doc, par)
	}
	return doc, opens
}

// tokens fills doc.Tokens and returns the paragraphs that have any.
func tokens(doc *stemma.Doc) []tokenRange {
	text := doc.Article.Text
	doc.Tokens = make([]stemma.Token, 0, len(text)/4)
	var pars []tokenRange
	for _, z := range zones(doc.Article) {
		for _, p := range paragraphs(text, z.Start, z.End) {
			first := len(doc.Tokens)
			doc.Tokens = AppendTokens(doc.Tokens, text, p.start, p.end)
			if first == len(doc.Tokens) {
				continue
			}
			pars = append(pars, tokenRange{first, len(doc.Tokens), p, z.Kind})
			if z.Kind == stemma.ZoneBody || z.Kind == stemma.ZoneCaption {
				for k := first; k < len(doc.Tokens); k++ {
					doc.Tokens[k].Flags |= stemma.TokenBody
				}
			}
		}
	}
	return pars
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
