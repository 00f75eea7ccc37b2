package eval

import (
	"errors"
	"encoding/json"
	"fmt"
	"io/fs"
)

// Words are exact words of one article of the demo pile. The article's id is
// its file name, `clippings.jsonl#id` for an item of that file.
type Words struct {
	Article string `json:"article"`
	Text    string `json:"text"`
}

// Demo is the truth about the demo pile, as internal/demo/truth holds it; the
// README there says what each file and field means.
type Demo struct {
	Articles       []DemoArticle
	Ghosts         []DemoGhost
	ByText         []DemoFamily
	ByOrigin       []DemoFamily
	Pairs          []DemoPair
	Speakers       []DemoSpeaker
	Quotations     []DemoQuotation
	Events         []DemoEvent
	Laws           []DemoLaw
	Claims         []DemoClaim
	Contradictions []DemoContradiction
	Changes        []DemoChange
	Citations      []DemoCitation
	Entities       []DemoEntity
}

// A DemoArticle is one article and how it came to be.
type DemoArticle struct {
	ID        string   `json:"id"`
	Kind      string   `json:"kind"`
	Parent    string   `json:"parent"`
	Genre     string   `json:"genre"`
	Publisher string   `json:"publisher"`
	Authors   []string `json:"authors"`
	Published string   `json:"published"`
	Cites     []string `json:"cites"`
	Corrects  string   `json:"corrects"`
	Note      string   `json:"note"`
}

// A DemoGhost is a publisher that is cited and not held.
type DemoGhost struct {
	ID        string  `json:"id"`
	Name      string  `json:"name"`
	Published string  `json:"published"`
	RestsOn   string  `json:"rests_on"`
	Mentions  []Words `json:"mentions"`
}

// A DemoFamily is articles that belong together; others are alone.
type DemoFamily struct {
	Centre   string   `json:"centre"`
	Root     string   `json:"root"`
	Articles []string `json:"articles"`
}

// A DemoPair is two articles worth asking about, and what they are to each other.
type DemoPair struct {
	A     string `json:"a"`
	B     string `json:"b"`
	Kind  string `json:"kind"`
	Third string `json:"third"`
	Note  string `json:"note"`
}

// A DemoSpeaker is one quoted utterance and who says it.
type DemoSpeaker struct {
	Words
	Speaker   string   `json:"speaker"`
	Described string   `json:"described"`
	For       string   `json:"for"`
	Told      string   `json:"told"`
	Through   []string `json:"through"`
	Continues bool     `json:"continues"`
}

// A DemoQuotation is one utterance in its wordings, the fullest first.
type DemoQuotation struct {
	ID       string `json:"id"`
	Speaker  string `json:"speaker"`
	Variants []struct {
		Words
		Wording int `json:"wording"`
	} `json:"variants"`
	Drifts []struct {
		From     string `json:"from"`
		To       string `json:"to"`
		Kind     string `json:"kind"`
		FromText string `json:"from_text"`
		ToText   string `json:"to_text"`
	} `json:"drifts"`
}

// A DemoEvent is who did what to whom, and how each article has it.
type DemoEvent struct {
	ID           string   `json:"id"`
	Who          []string `json:"who"`
	Did          string   `json:"did"`
	Whom         []string `json:"whom"`
	Place        string   `json:"place"`
	Date         string   `json:"date"`
	ThirdParties []struct {
		Name string `json:"name"`
		Role string `json:"role"`
	} `json:"third_parties"`
	Appearances []struct {
		Words
		Status string `json:"status"`
		SaidBy string `json:"said_by"`
		Number string `json:"number"`
	} `json:"appearances"`
}

// A DemoLaw is a law and the state in which each article has it.
type DemoLaw struct {
	Name     string `json:"name"`
	Of       string `json:"of"`
	Replaces string `json:"replaces"`
	States   []struct {
		Words
		State string `json:"state"`
		True  bool   `json:"true"`
	} `json:"states"`
}

// An Interval is a count of which only the bounds are known.
type Interval struct {
	Low  int `json:"low"`
	High int `json:"high"`
}

// A DemoClaim is one of the main claims, and what it rests on.
type DemoClaim struct {
	ID          string  `json:"id"`
	Claim       string  `json:"claim"`
	Appearances []Words `json:"appearances"`
	Origins     []struct {
		Kind    string `json:"kind"`
		Name    string `json:"name"`
		Because string `json:"because"`
	} `json:"origins"`
	Counts struct {
		Reports    int      `json:"reports"`
		Publishers Interval `json:"publishers"`
		Lineages   int      `json:"lineages"`
		Origins    Interval `json:"origins"`
	} `json:"counts"`
}

// A DemoContradiction is two places that cannot both be so.
type DemoContradiction struct {
	Field string `json:"field"`
	State string `json:"state"`
	Why   string `json:"why"`
	A     Words  `json:"a"`
	B     Words  `json:"b"`
}

// A DemoChange is what became different between a parent and its child.
type DemoChange struct {
	Child      string `json:"child"`
	Parent     string `json:"parent"`
	Kind       string `json:"kind"`
	ChildText  string `json:"child_text"`
	ParentText string `json:"parent_text"`
	From       string `json:"from"`
	To         string `json:"to"`
}

// A DemoCitation is an article naming another publisher as where it got something.
type DemoCitation struct {
	Words
	Cited string `json:"cited"`
	Held  string `json:"held"`
	Form  string `json:"form"`
}

// A DemoEntity is a state, person, body or place of the story.
type DemoEntity struct {
	Name    string   `json:"name"`
	Kind    string   `json:"kind"`
	Aliases []string `json:"aliases"`
	Capital string   `json:"capital"`
	Demonym string   `json:"demonym"`
	For     string   `json:"for"`
	Role    string   `json:"role"`
}

// ReadDemo reads the truth from a folder, in tests os.DirFS of
// internal/demo/truth. A field it does not know is an error, so that a slip of
// the pen in a file cannot pass for an absent value.
func ReadDemo(folder fs.FS) (*Demo, error) {
	var d Demo
	err := errors.Join(
		readList(folder, "tree.json", "articles", &d.Articles),
		readList(folder, "ghosts.json", "ghosts", &d.Ghosts),
		readList(folder, "families.json", "by_text", &d.ByText),
		readList(folder, "families.json", "by_origin", &d.ByOrigin),
		readList(folder, "pairs.json", "pairs", &d.Pairs),
		readList(folder, "speakers.json", "speakers", &d.Speakers),
		readList(folder, "quotations.json", "quotations", &d.Quotations),
		readList(folder, "events.json", "events", &d.Events),
		readList(folder, "laws.json", "laws", &d.Laws),
		readList(folder, "origins.json", "claims", &d.Claims),
		readList(folder, "contradictions.json", "contradictions", &d.Contradictions),
		readList(folder, "changes.json", "changes", &d.Changes),
		readList(folder, "citations.json", "citations", &d.Citations),
		readList(folder, "entities.json", "entities", &d.Entities),
	)
	if err != nil {
		return nil, err
	}
	return &d, nil
}

// Quoted returns every place where the truth gives an article's exact words.
func (d *Demo) Quoted() []Words {
	var all []Words
	add := func(words ...Words) {
		for _, w := range words {
			if w.Text != "" {
				all = append(all, w)
			}
		}
	}
	for _, g := range d.Ghosts {
		add(g.Mentions...)
	}
	for _, s := range d.Speakers {
		add(s.Words)
	}
	for _, q := range d.Quotations {
		for _, v := range q.Variants {
			add(v.Words)
		}
		for _, dr := range q.Drifts {
			add(Words{dr.From, dr.FromText}, Words{dr.To, dr.ToText})
		}
	}
	for _, e := range d.Events {
		for _, a := range e.Appearances {
			add(a.Words)
		}
	}
	for _, l := range d.Laws {
		for _, s := range l.States {
			add(s.Words)
		}
	}
	for _, c := range d.Claims {
		add(c.Appearances...)
	}
	for _, c := range d.Contradictions {
		add(c.A, c.B)
	}
	for _, c := range d.Changes {
		add(Words{c.Child, c.ChildText}, Words{c.Parent, c.ParentText})
	}
	for _, c := range d.Citations {
		add(c.Words)
	}
	return all
}

// readList reads the list under key in a file of lists of one type.
func readList[T any](folder fs.FS, name, key string, into *[]T) error {
	f, err := folder.Open(name)
	if err != nil {
		return fmt.Errorf("read truth: %w", err)
	}
	defer f.Close()
	dec := json.NewDecoder(f)
	dec.DisallowUnknownFields()
	var lists map[string][]T
	if err := dec.Decode(&lists); err != nil {
		return fmt.Errorf("read truth %s: %w", name, err)
	}
	if len(lists[key]) == 0 {
		return fmt.Errorf("read truth %s: nothing under %q", name, key)
	}
	*into = lists[key]
	return nil
}
