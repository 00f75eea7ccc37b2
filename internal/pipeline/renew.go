package pipeline

import (
	"context"

	"stemma"
	"stemma/internal/store"
)

// Renew reads those articles again whose stored reading was made by another
// engine, from their originals, and returns how many it renewed and how many
// it could not, because their originals were not kept: these stay as they are.
func (e *Engine) Renew(ctx context.Context, c *store.Case) (renewed, kept int, err error) {
	stale, err := c.Stale(ctx, func(_ stemma.ID, hints stemma.Hints) string { return e.key(hints) })
	if err != nil || len(stale) == 0 {
		return 0, 0, err
	}
	places, err := c.Places(ctx)
	if err != nil {
		return 0, 0, err
	}
	batch := store.Batch{} // of no run: the places stay as the log has them
	flush := func() error {
		tally, err := c.Put(ctx, batch)
		renewed += tally.Renewed
		batch.Items = nil
		return err
	}
	for _, id := range stale {
		page, err := c.Page(ctx, id)
		if err != nil {
			return renewed, kept, err
		}
		if page.Bytes == nil || len(places[id]) == 0 {
			kept++
			continue
		}
		item := e.again(page, places[id][0])
		if item == nil {
			kept++
			continue
		}
		batch.Items = append(batch.Items, *item)
		if len(batch.Items) == batchItems {
			if err := flush(); err != nil {
				return renewed, kept, err
			}
		}
	}
	return renewed, kept, flush()
}

// again reads a stored page as if it had just been found at its place. It
// returns nil when today's engine finds no article in it; the old one stays then.
func (e *Engine) again(page *stemma.Page, at store.Place) *store.Item {
	page.Path, page.Origin = at.Path, at.Origin
	t := e.readPage(page)
	if t.skip != nil {
		return nil
	}
	t.item.Path, t.item.Origin = at.Path, at.Origin
	return t.item
}
