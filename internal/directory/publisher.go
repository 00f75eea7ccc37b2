package directory

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed publishers.txt
var publisherTable string

// Kind says what sort of publisher a row is.
type Kind string

// The kinds of publisher.
const (
	KindAgency      Kind = "agency"
	KindNewspaper   Kind = "newspaper"
	KindMagazine    Kind = "magazine"
	KindBroadcaster Kind = "broadcaster"
	KindSite        Kind = "site"
)

// A Publisher is one row of the table of publishers. Nobody changes one.
type Publisher struct {
	// Key names the row for good, like `reuters`.
	Key string
	// Name is the usual full name.
	Name string
	Kind Kind
	// Owner is the family of publishers under one owner, the row's own key when
	// it stands alone.
	Owner string
	// Domains are registrable domains, or hosts below one that has other users.
	Domains []string
	// Aliases are other names in use: "AP", "the Beeb".
	Aliases []string
}

// A Directory answers questions about the embedded facts. Make one with [New].
type Directory struct {
	publishers []Publisher
	byName     map[string]*Publisher
	byDomain   map[string]*Publisher
}

// New reads the embedded tables. It fails only when a table is malformed or
// ambiguous, which the package's tests rule out for the tables as committed.
func New() (*Directory, error) {
	rows, err := parsePublishers(publisherTable)
	if err != nil {
		return nil, err
	}
	return newDirectory(rows)
}

func newDirectory(rows []Publisher) (*Directory, error) {
	d := &Directory{
		publishers: rows,
		byName:     map[string]*Publisher{},
		byDomain:   map[string]*Publisher{},
	}
	for i := range d.publishers {
		if err := d.index(&d.publishers[i]); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func (d *Directory) index(p *Publisher) error {
	for _, name := range append([]string{p.Name}, p.Aliases...) {
		folded := fold(name)
		if other := d.byName[folded]; other != nil && other != p {
			return fmt.Errorf("index publisher %s: the name %q is also that of %s", p.Key, name, other.Key)
		}
		d.byName[folded] = p
	}
	for _, domain := range p.Domains {
		if other := d.byDomain[domain]; other != nil && other != p {
			return fmt.Errorf("index publisher %s: the domain %s is also that of %s", p.Key, domain, other.Key)
		}
		d.byDomain[domain] = p
	}
	return nil
}

// parsePublishers reads rows of `key | kind | owner | name | domains | aliases`.
func parsePublishers(table string) ([]Publisher, error) {
	var rows []Publisher
	for i, line := range strings.Split(table, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "|")
		if len(cells) != 6 {
			return nil, fmt.Errorf("parse publishers.txt:%d: %d cells, want 6", i+1, len(cells))
		}
		for c := range cells {
			cells[c] = strings.TrimSpace(cells[c])
		}
		p := Publisher{
			Key: cells[0], Kind: Kind(cells[1]), Owner: cells[2], Name: cells[3],
			Domains: list(cells[4], " "), Aliases: list(cells[5], ";"),
		}
		if p.Owner == "" {
			p.Owner = p.Key
		}
		rows = append(rows, p)
	}
	return rows, nil
}

func list(cell, separator string) []string {
	var items []string
	for _, item := range strings.Split(cell, separator) {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// Publisher returns the publisher of that name or alias, or nil.
func (d *Directory) Publisher(name string) *Publisher { return d.byName[fold(name)] }

// Agency returns the news agency of that name or alias, or nil.
func (d *Directory) Agency(name string) *Publisher {
	if p := d.Publisher(name); p != nil && p.Kind == KindAgency {
		return p
	}
	return nil
}

// PublisherByDomain returns the publisher that owns host or one of the domains
// above it, or nil: `uk.reuters.com` is found by `reuters.com`.
func (d *Directory) PublisherByDomain(host string) *Publisher {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	for host != "" {
		if p := d.byDomain[host]; p != nil {
			return p
		}
		_, above, found := strings.Cut(host, ".")
		if !found {
			return nil
		}
		host = above
	}
	return nil
}

// Publishers returns all rows in the order of the table; the caller must not change them.
func (d *Directory) Publishers() []Publisher { return d.publishers }

// fold makes two spellings of one name equal: lower case, no full stops and
// apostrophes, hyphens and runs of space as one space, no leading "the".
func fold(name string) string {
	var b strings.Builder
	b.Grow(len(name))
	space := false
	for _, r := range strings.ToLower(name) {
		switch r {
		case '.', '\'', '’':
		case ' ', '\u00a0', '-', '‑', '–', '\t', '\n':
			space = b.Len() > 0
		default:
			if space {
				b.WriteByte(' ')
				space = false
			}
			b.WriteRune(r)
		}
	}
	return strings.TrimPrefix(b.String(), "the ")
}
