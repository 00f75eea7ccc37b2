package store

import (
	"cmp"
	"context"
	"database/sql"
	"net/url"
	"slices"

	"stemma"
)

// maxSameURL is how many different articles one run may take in from one URL
// before the URL counts as a placeholder and not as a page with revisions.
const maxSameURL = 8

// seen is one article at one place, as the log knows it.
type seen struct {
	at      string // the origin or the URL
	article int64
	run     int64
	dated   string
}

// Relate works out which article replaced which: changed bytes at the same
// path or URL are a new revision. The newest is the one that the latest run
// found there; within one run a later publication date wins, then the larger
// id, so that the order of the items does not matter.
func (c *Case) Relate(ctx context.Context) error {
	return c.write(ctx, "relate revisions", func(tx *sql.Tx) error {
		byPath, err := collect(ctx, tx, "read places", scanSeen,
			`SELECT p.origin, p.article, max(p.run), a.published FROM place p JOIN article a ON a.id = p.article
			WHERE p.origin <> '' GROUP BY p.origin, p.article`)
		if err != nil {
			return err
		}
		byURL, err := collect(ctx, tx, "read addresses", scanSeen,
			`SELECT a.url, a.id, coalesce((SELECT max(run) FROM place WHERE article = a.id), 0), a.published FROM article a
			WHERE a.url IN (SELECT url FROM article WHERE url <> '' GROUP BY url HAVING count(*) > 1)`)
		if err != nil {
			return err
		}
		if err := putRevisions(ctx, tx, revisions(byPath, byURL)); err != nil {
			return err
		}
		id, err := hashArticles(ctx, tx)
		if err != nil {
			return err
		}
		return putMeta(ctx, tx, metaCase, id.String())
	})
}

func scanSeen(rows *sql.Rows) (seen, error) {
	var s seen
	return s, rows.Scan(&s.at, &s.article, &s.run, &s.dated)
}

// revision is what is known of one article that shares a place with others.
type revision struct {
	before     int64 // the article it replaced
	replaces   bool
	superseded bool
}

// revisions decides from the two lists. An address outweighs paths: an article
// that is not the newest at its URL is superseded; one that is found at
// several paths only when it is the newest at none of them.
func revisions(byPath, byURL []seen) map[int64]revision {
	all := map[int64]revision{}
	newestSomewhere := map[int64]bool{}
	groups(byPath, func(g []seen) {
		newestSomewhere[g[len(g)-1].article] = true
		for i, s := range g {
			r := all[s.article]
			r.superseded = true // unless it is the newest somewhere, see below
			if i > 0 && !r.replaces {
				r.before, r.replaces = g[i-1].article, true
			}
			all[s.article] = r
		}
	})
	for id, r := range all {
		r.superseded = !newestSomewhere[id]
		all[id] = r
	}
	groups(byURL, func(g []seen) {
		if !revisable(g) {
			return
		}
		for i, s := range g {
			r := all[s.article]
			r.superseded = r.superseded || i < len(g)-1
			r.before, r.replaces = 0, i > 0
			if i > 0 {
				r.before = g[i-1].article
			}
			all[s.article] = r
		}
	})
	return all
}

// groups sorts by place and calls f for each place with its articles, oldest first.
func groups(all []seen, f func([]seen)) {
	slices.SortFunc(all, func(x, y seen) int {
		return cmp.Or(cmp.Compare(x.at, y.at), cmp.Compare(x.run, y.run), cmp.Compare(x.dated, y.dated), cmp.Compare(x.article, y.article))
	})
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].at == all[0].at {
			n++
		}
		f(all[:n])
		all = all[n:]
	}
}

// revisable reports whether an address is that of one page: it has more than a
// host, and no run found many different articles there.
func revisable(g []seen) bool {
	u, err := url.Parse(g[0].at)
	if err != nil || (u.Path == "" || u.Path == "/") && u.RawQuery == "" {
		return false
	}
	perRun := map[int64]int{}
	for _, s := range g {
		perRun[s.run]++
		if perRun[s.run] > maxSameURL {
			return false
		}
	}
	return true
}

func putRevisions(ctx context.Context, tx *sql.Tx, all map[int64]revision) error {
	if _, err := tx.ExecContext(ctx, "UPDATE article SET superseded = 0, revision_of = NULL WHERE superseded <> 0 OR revision_of IS NOT NULL"); err != nil {
		return err
	}
	stmt, err := tx.PrepareContext(ctx, "UPDATE article SET superseded = ?, revision_of = ? WHERE id = ?")
	if err != nil {
		return err
	}
	for id, r := range all {
		if !r.superseded && !r.replaces {
			continue
		}
		before := sql.NullInt64{Int64: r.before, Valid: r.replaces}
		if _, err := stmt.ExecContext(ctx, r.superseded, before, id); err != nil {
			return err
		}
	}
	return nil
}

// Successors returns, for each old revision, the article that replaced it.
func (c *Case) Successors(ctx context.Context) (map[stemma.ID]stemma.ID, error) {
	type pair struct{ old, new stemma.ID }
	pairs, err := collect(ctx, c.db, "list revisions", func(rows *sql.Rows) (pair, error) {
		var old, successor int64
		err := rows.Scan(&old, &successor)
		return pair{idOf(stemma.KindArticle, old), idOf(stemma.KindArticle, successor)}, err
	}, "SELECT revision_of, id FROM article WHERE revision_of IS NOT NULL ORDER BY id")
	all := make(map[stemma.ID]stemma.ID, len(pairs))
	for _, p := range pairs {
		all[p.old] = p.new
	}
	return all, err
}

// A Place is where an article was found, and by which run of `read` last.
type Place struct {
	Path, Origin string
	Run          int64
}

// Places returns the places of every article, sorted by path and origin.
func (c *Case) Places(ctx context.Context) (map[stemma.ID][]Place, error) {
	all := map[stemma.ID][]Place{}
	_, err := collect(ctx, c.db, "list places", func(rows *sql.Rows) (struct{}, error) {
		var id int64
		var p Place
		err := rows.Scan(&id, &p.Path, &p.Origin, &p.Run)
		article := idOf(stemma.KindArticle, id)
		all[article] = append(all[article], p)
		return struct{}{}, err
	}, "SELECT article, path, origin, run FROM place ORDER BY article, path, origin")
	return all, err
}
