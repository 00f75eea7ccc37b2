package web

import (
	"fmt"

	"stemma"
)

// harbourCase is a small invented pile: one wire report, what others made of
// it, and a few that have nothing to do with it.
func harbourCase() *fake {
	f := newFake()
	wire := f.add(draft{
		title: "Tavia closes northern harbour after storm damages sea wall", publisher: "Meridian Wire", published: "2031-03-04",
		url: "https://meridian.example/tavia-harbour",
		paragraphs: []string{
			"byline|By Ilse Marrow",
			"dateline|ORSINHAVEN, March 4 (Meridian) -",
			"Tavia closed the northern harbour of Orsinhaven on Tuesday after a storm tore forty metres out of the sea wall, the port authority said. No ship was in the basin at the time.",
			"“We will not open the gates again until every stone has been looked at twice,” the harbour master, Dov Antell, told reporters on the quay. “The sea does not wait for a budget.”",
			"Antell said repairs could cost as much as 12 million crowns and would take until the autumn. The figure does not include the two cranes that fell into the basin.",
			"The opposition called the closure “premature” and asked for an inquiry. A report named “The Wall And The Water” had warned of cracks three years ago.",
			"Merrow, which ships half of its grain through Orsinhaven, offered to send engineers. Tavian officials did not say whether they would accept.",
			"caption|The northern basin on Tuesday morning. Photograph by R. Tamsin.",
			"note|Reporting by Ilse Marrow; editing by Jon Peake.",
		},
	})
	reprint := f.add(draft{
		title: "Storm shuts Orsinhaven’s north basin", publisher: "The Harbour Post", published: "2031-03-05",
		paragraphs: []string{
			"dateline|ORSINHAVEN (Meridian) -",
			"Tavia closed the northern harbour of Orsinhaven on Tuesday after a storm tore forty metres out of the sea wall, the port authority said. No ship was in the basin at the time.",
			"“We will not open the gates again until every stone has been looked at twice,” the harbour master, Dov Antell, told reporters on the quay. “The sea does not wait for a budget.”",
			"Antell said repairs could cost as much as 12 million crowns and would take until the autumn. The figure does not include the two cranes that fell into the basin.",
		},
	})
	edited := f.add(draft{
		title: "Harbour closed for months, Tavia says", publisher: "Lantern Daily", published: "2031-03-05",
		paragraphs: []string{
			"byline|By our own correspondent",
			"Tavia shut the northern harbour of Orsinhaven on Tuesday after a storm tore out forty metres of the sea wall. No ship was in the basin.",
			"“We will not open the gates again until every stone has been looked at,” the harbour master, Dov Antell, said. “The sea does not wait for a budget.”",
			"Repairs will cost 12 million crowns and take until the autumn. The figure does not include the two cranes that fell into the basin.",
			"Lantern Daily has learnt that the fishing fleet will move to Sorrel Point next week.",
		},
	})
	relay := f.add(draft{
		publisher: "Grain & Freight", published: "2031-03-07",
		paragraphs: []string{
			"Merrow, which ships half of its grain through Orsinhaven, has offered to send engineers, the Meridian Wire reported. Tavian officials did not say whether they would accept.",
			"Freight rates from the eastern ports rose by a tenth. “Everybody is looking for another berth, said a broker who asked not to be named.",
		},
	})
	f.add(draft{
		title: "The wall we were promised", publisher: "Lantern Daily", published: "2031-03-09",
		paragraphs: []string{
			"Three winters ago this newspaper asked who would mend the wall. Nobody answered, and the sea has answered for them.",
			"It is “strange” that a country of sailors should have to borrow engineers.",
		},
	})
	f.add(draft{
		title: "Le port d’Orsinhaven fermé", language: "fr",
		paragraphs: []string{
			"Le bassin nord d’Orsinhaven est fermé depuis mardi. Les autorités n’ont pas donné de date.",
		},
	})
	f.family(wire, reprint, edited, relay)
	f.derive(wire, reprint, stemma.DerivationCopy, true)
	f.derive(wire, edited, stemma.DerivationEditedCopy, true)
	f.derive(wire, relay, stemma.DerivationEditedCopy, false)
	fam := &f.families[len(f.families)-1]
	fam.Roots = []stemma.ID{wire}
	f.alone()
	f.quote(map[stemma.ID]string{
		wire:    "We will not open the gates again until every stone has been looked at twice,",
		reprint: "We will not open the gates again until every stone has been looked at twice,",
		edited:  "We will not open the gates again until every stone has been looked at,",
	}, []stemma.ID{wire, reprint, edited}, func(spans []stemma.Span) []stemma.Drift {
		from := f.articles[wire].Span(spans[0].End-len(" twice,"), spans[0].End-1)
		return []stemma.Drift{
			{From: &spans[0], To: &spans[1], Kind: stemma.DriftIdentical},
			{From: &from, Kind: stemma.DriftCut, Detail: " twice"},
		}
	})
	open := stemma.NewOpen("quote_unclosed", "quotation", "the mark opens and never closes; it was ended at the paragraph", func() stemma.Span {
		q := f.readings[relay].Quotes[0]
		return f.articles[relay].Span(int(q.Start), int(q.End))
	}())
	f.opens = append(f.opens, open)
	f.readings[relay].Open = append(f.readings[relay].Open, open)
	f.articles[edited].Furniture = []stemma.Furniture{{Kind: stemma.FurnitureNewsletter, Start: 120, End: 160, Text: "Sign up for the morning lantern", Rule: "furniture.newsletter"}}
	for i, reason := range stemma.SkipReasons()[:6] {
		f.skips = append(f.skips, stemma.NewSkip("fetch", fmt.Sprintf("desk/odd-%d.bin", i), reason, "first byte 0x00"))
	}
	return f
}
