-- +goose Up
-- A case in one file. Ids are the 64 bits behind an id's hyphen, with the top
-- bit flipped so that SQLite's signed order is the order of the ids.

-- Small facts about the case as a whole.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- One row an article. The narrow columns serve lists; `record` is the whole
-- article as zstd-compressed JSON, its paths and revision left out (see place).
CREATE TABLE article (
    id          INTEGER PRIMARY KEY,
    sha256      TEXT    NOT NULL,
    url         TEXT    NOT NULL,
    label       TEXT    NOT NULL,
    titled      INTEGER NOT NULL,
    publisher   TEXT    NOT NULL,
    published   TEXT    NOT NULL,
    method      TEXT    NOT NULL,
    language    TEXT    NOT NULL,
    words       INTEGER NOT NULL,
    fts_base    INTEGER NOT NULL UNIQUE,
    fts_rows    INTEGER NOT NULL,
    engine      TEXT    NOT NULL,
    superseded  INTEGER NOT NULL DEFAULT 0,
    revision_of INTEGER,
    record      BLOB    NOT NULL
);
CREATE INDEX article_sha256 ON article (sha256);
CREATE INDEX article_url ON article (url) WHERE url <> '';

-- What an article was extracted from, to do it again with a better engine.
-- `bytes` is NULL when the user asked not to keep originals.
CREATE TABLE original (
    article INTEGER PRIMARY KEY REFERENCES article (id),
    format  TEXT NOT NULL,
    hints   TEXT NOT NULL,
    bytes   BLOB
);

-- Where and in which run of `read` an article was last found. `origin` is
-- empty when the place cannot have revisions (standard input, a JSON line without an id).
CREATE TABLE place (
    article INTEGER NOT NULL REFERENCES article (id),
    path    TEXT    NOT NULL,
    origin  TEXT    NOT NULL,
    run     INTEGER NOT NULL,
    PRIMARY KEY (article, path, origin)
) WITHOUT ROWID;
CREATE INDEX place_origin ON place (origin) WHERE origin <> '';

-- The reading log: kept apart from all findings.
CREATE TABLE run (
    id       INTEGER PRIMARY KEY,
    started  TEXT NOT NULL,
    finished TEXT,
    args     TEXT NOT NULL
);

-- What the article-level stages found, as zstd-compressed JSON.
CREATE TABLE reading (
    article INTEGER PRIMARY KEY REFERENCES article (id),
    key     TEXT NOT NULL,
    blob    BLOB NOT NULL
);

CREATE TABLE skip (
    id     INTEGER PRIMARY KEY,
    path   TEXT NOT NULL,
    record TEXT NOT NULL
);

CREATE TABLE open (
    id      INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article (id),
    record  TEXT NOT NULL
);
CREATE INDEX open_article ON open (article);

CREATE TABLE correction (
    id     INTEGER PRIMARY KEY,
    seq    INTEGER NOT NULL UNIQUE,
    record TEXT NOT NULL
);

-- Ids that moved: an old address still opens.
CREATE TABLE moved (
    old TEXT PRIMARY KEY,
    new TEXT NOT NULL
) WITHOUT ROWID;

-- Sentences, contentless: rowid is the article's fts_base plus the sentence's
-- index, so rowids are in the order of ids and sentences.
CREATE VIRTUAL TABLE sentence USING fts5 (
    text,
    content = '',
    contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 2"
);

-- +goose Down
DROP TABLE sentence;
DROP TABLE moved;
DROP TABLE correction;
DROP TABLE open;
DROP TABLE skip;
DROP TABLE reading;
DROP TABLE run;
DROP TABLE place;
DROP TABLE original;
DROP TABLE article;
DROP TABLE meta;
