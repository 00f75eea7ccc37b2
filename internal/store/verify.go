package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"

	"stemma"
)

// A Problem is one thing that [Case.Verify] found wrong.
type Problem struct {
	ID   stemma.ID `json:"id,omitzero"`
	What string    `json:"what"`
}

// Verified counts what [Case.Verify] looked at.
type Verified struct {
	Articles, Originals, Spans int
}

// Verify checks the file itself, then every article: the hash of its original,
// its id, its zones, and that every stored span quotes it exactly. Each
// problem is reported; an error means that the check could not go on.
func (c *Case) Verify(ctx context.Context, report func(Problem)) (Verified, error) {
	var done Verified
	sound, err := collect(ctx, c.db, "check file", func(rows *sql.Rows) (string, error) {
		var s string
		return s, rows.Scan(&s)
	}, "PRAGMA integrity_check(20)")
	if err != nil {
		return done, err
	}
	for _, line := range sound {
		if line != "ok" {
			report(Problem{What: "file: " + line})
		}
	}
	ids, err := c.ArticleIDs(ctx)
	if err != nil {
		return done, err
	}
	for _, id := range ids {
		if err := c.verifyArticle(ctx, id, &done, report); err != nil {
			report(Problem{ID: id, What: err.Error()})
		}
	}
	return done, c.verifyLineage(ctx, &done, report)
}

func (c *Case) verifyArticle(ctx context.Context, id stemma.ID, done *Verified, report func(Problem)) error {
	art, err := c.Article(ctx, id)
	if err != nil {
		return err
	}
	done.Articles++
	page, err := c.Page(ctx, id)
	if err != nil {
		return err
	}
	if page.Bytes != nil {
		done.Originals++
		sum := sha256.Sum256(page.Bytes)
		if hex.EncodeToString(sum[:]) != art.SHA256 {
			report(Problem{id, "original: its SHA-256 is not the stored one"})
		}
		if stemma.ArticleID(page.Bytes, art.URL) != id {
			report(Problem{id, "id: it is not the hash of the original and the URL"})
		}
	}
	for _, problem := range art.Check() {
		report(Problem{id, problem.Error()})
	}
	reading, err := c.Reading(ctx, id)
	if err != nil {
		return err
	}
	for _, problem := range reading.Check(art) {
		report(Problem{id, problem.Error()})
	}
	done.Spans += len(art.Spans()) + len(art.Zones) + len(reading.Sentences) + len(reading.Quotes)
	return nil
}

// verifyLineage reads every pile-level record, which fills and so checks its spans.
func (c *Case) verifyLineage(ctx context.Context, done *Verified, report func(Problem)) error {
	families, err := c.Families(ctx)
	if err != nil {
		return err
	}
	for i := range families {
		if fam, err := c.Family(ctx, families[i].ID); err != nil {
			report(Problem{families[i].ID, err.Error()})
		} else {
			done.Spans += len(fam.Spans())
		}
	}
	if err := c.EachPassage(ctx, func(p *stemma.Passage) error {
		done.Spans += 2
		return nil
	}); err != nil {
		report(Problem{What: err.Error()})
	}
	quotations, err := c.Quotations(ctx, stemma.ID{})
	if err != nil {
		report(Problem{What: fmt.Sprint("quotations: ", err)})
	}
	for i := range quotations {
		done.Spans += len(quotations[i].Spans())
	}
	return nil
}
