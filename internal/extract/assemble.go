package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"stemma"
)

// assemble joins the kept lines to the article's text, with zones and the list
// of what was left out.
func (d *draft) assemble() *Result {
	art := &stemma.Article{
		ID:       stemma.ArticleID(d.page.Bytes, d.url.text),
		Rule:     d.rule,
		Evidence: []stemma.Span{},
		Paths:    []string{d.page.Path},
		URL:      d.url.text,
		Title:    d.title.text,
		Language: d.language.text,
	}
	sum := sha256.Sum256(d.page.Bytes)
	art.SHA256 = hex.EncodeToString(sum[:])
	at := d.write(art)
	_ = at
	art.Words = countWords(art)
	res := &Result{Article: art, UnknownFields: d.unknown}
	for _, o := range d.open {
		res.Open = append(res.Open, stemma.NewOpenArticle(o.rule, o.kind, o.reason, art.ID))
	}
	return res
}

// write fills Text, Zones and Furniture, and returns where each line starts in Text.
func (d *draft) write(art *stemma.Article) []int {
	var text strings.Builder
	at := make([]int, len(d.lines))
	gap := 0
	for i := range d.lines {
		ln := &d.lines[i]
		gap = max(gap, ln.gap)
		if ln.drop != nil {
			art.Furniture = append(art.Furniture, stemma.Furniture{
				Kind: ln.drop.kind, Start: ln.start, End: ln.end,
				Text: d.source[ln.start:ln.end], Rule: ln.drop.rule,
			})
			continue
		}
		if text.Len() > 0 {
			text.WriteString("\n\n"[:gap])
		}
		gap = 0
		at[i] = text.Len()
		text.WriteString(ln.text)
		art.Zones = addZones(art.Zones, ln, at[i])
	}
	art.Text = text.String()
	return at
}

// addZones appends the zones of a line that starts at byte at; a body line
// lengthens the body zone before it.
func addZones(zones []stemma.Zone, ln *line, at int) []stemma.Zone {
	kind := ln.zone
	if kind == "" {
		kind = stemma.ZoneBody
	}
	start, end := at, at+len(ln.text)
	if ln.dateline > 0 {
		zones = append(zones, stemma.Zone{Kind: stemma.ZoneDateline, Start: at, End: at + ln.dateline})
		rest := strings.TrimLeftFunc(ln.text[ln.dateline:], unicode.IsSpace)
		if rest == "" {
			return zones
		}
		start = end - len(rest)
	}
	if n := len(zones); n > 0 && kind == stemma.ZoneBody && zones[n-1].Kind == kind {
		zones[n-1].End = end
		return zones
	}
	return append(zones, stemma.Zone{Kind: kind, Start: start, End: end})
}

// countWords counts the runs of letters and digits in the body.
func countWords(art *stemma.Article) int {
	words := 0
	for _, z := range art.Zones {
		if z.Kind != stemma.ZoneBody {
			continue
		}
		inside := false
		for _, r := range art.Text[z.Start:z.End] {
			letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
			if letter && !inside {
				words++
			}
			inside = letter
		}
	}
	return words
}
