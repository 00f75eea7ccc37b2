-- +goose Up
-- What lineage found. Spans are kept as byte offsets; their words are read
-- from the articles when they are shown, so nothing is stored twice.
CREATE TABLE passage (
    id      INTEGER PRIMARY KEY,
    a       INTEGER NOT NULL,
    a_start INTEGER NOT NULL,
    a_end   INTEGER NOT NULL,
    b       INTEGER NOT NULL,
    b_start INTEGER NOT NULL,
    b_end   INTEGER NOT NULL,
    rule    TEXT    NOT NULL,
    kind    TEXT    NOT NULL,
    score   INTEGER NOT NULL,
    quoted  INTEGER NOT NULL
);
CREATE INDEX passage_a ON passage (a);
CREATE INDEX passage_b ON passage (b);

-- quotation, derivation and family keep their record as JSON without the words of spans.
CREATE TABLE quotation (
    id     INTEGER PRIMARY KEY,
    record BLOB NOT NULL
);
CREATE TABLE quotation_article (
    article   INTEGER NOT NULL,
    quotation INTEGER NOT NULL,
    PRIMARY KEY (article, quotation)
) WITHOUT ROWID;

CREATE TABLE family (
    id     INTEGER PRIMARY KEY,
    size   INTEGER NOT NULL,
    record BLOB    NOT NULL
);
CREATE INDEX family_size ON family (size DESC, id);
CREATE TABLE family_article (
    article INTEGER PRIMARY KEY,
    family  INTEGER NOT NULL
);
CREATE INDEX family_article_family ON family_article (family);

CREATE TABLE derivation (
    id     INTEGER PRIMARY KEY,
    family INTEGER NOT NULL,
    record BLOB    NOT NULL
);
CREATE INDEX derivation_family ON derivation (family);

-- What lineage could not decide or stopped at.
CREATE TABLE lineage_open (
    id      INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    record  TEXT    NOT NULL
);

-- Memoised verdicts and fingerprints: a cache, safe to empty.
CREATE TABLE memo (
    key  BLOB PRIMARY KEY,
    blob BLOB NOT NULL
) WITHOUT ROWID;

-- +goose Down
DROP TABLE memo;
DROP TABLE lineage_open;
DROP TABLE derivation;
DROP TABLE family_article;
DROP TABLE family;
DROP TABLE quotation_article;
DROP TABLE quotation;
DROP TABLE passage;
