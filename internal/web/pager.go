package web

import (
	"net/url"
	"strconv"
)

// A pager is the way through a list that is longer than one page.
type pager struct {
	// Page is the current one of Pages, both from 1.
	Page, Pages int
	// First and Last are the rows on the page, from 1, of Total.
	First, Last, Total int
	// Before and After are the addresses beside it, empty at the ends.
	Before, After string
	// Steps are the pages offered; a gap has no address and no number.
	Steps []step
}

// A step is one page offered by a pager.
type step struct {
	Page int
	Href string
	Here bool
}

// newPager makes the pager of a list of total rows, size a page, shown at page
// at under the given address.
func newPager(u *url.URL, at, total, size int) pager {
	pages := max(1, (total+size-1)/size)
	p := pager{Page: at, Pages: pages, Total: total}
	p.First, p.Last = min((at-1)*size+1, total), min(at*size, total)
	if at > 1 {
		p.Before = pageHref(u, min(at-1, pages))
	}
	if at < pages {
		p.After = pageHref(u, at+1)
	}
	shown := 0
	for n := 1; n <= pages; n++ {
		if n != 1 && n != pages && (n < at-2 || at+2 < n) {
			continue
		}
		if shown+1 < n {
			p.Steps = append(p.Steps, step{})
		}
		p.Steps = append(p.Steps, step{n, pageHref(u, n), n == at})
		shown = n
	}
	return p
}

// pageHref is the address u with another page in it.
func pageHref(u *url.URL, n int) string {
	q := u.Query()
	q.Del("page")
	if n > 1 {
		q.Set("page", strconv.Itoa(n))
	}
	if len(q) == 0 {
		return u.Path
	}
	return u.Path + "?" + q.Encode()
}
