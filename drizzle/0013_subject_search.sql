-- Requests and matters are found by words as documents are; see store/searchText.ts. Names of applicants stand by
-- themselves, because not everyone may look for them.

CREATE VIRTUAL TABLE subject_search USING fts5 (
  pairs, names,
  content = '', contentless_delete = 1, prefix = '1',
  tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\]^_{|}~'"
);
CREATE TABLE subject_search_row (
  search_rowid INTEGER PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('request', 'matter')),
  subject_id TEXT NOT NULL,
  UNIQUE (kind, subject_id)
) STRICT;
