-- What every printed ledger said is kept: its sheet, its rows, its very bytes, and each time it was printed again.

CREATE TABLE ledger_content (
  snapshot_id TEXT PRIMARY KEY NOT NULL REFERENCES ledger_snapshot (id) ON DELETE RESTRICT,
  sheet TEXT NOT NULL CHECK (json_valid(sheet)),
  pdf BLOB NOT NULL
) STRICT;

-- Rows by slices, as they are read and printed; deflated JSON.
CREATE TABLE ledger_slice (
  snapshot_id TEXT NOT NULL REFERENCES ledger_content (snapshot_id) ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 0),
  content BLOB NOT NULL,
  PRIMARY KEY (snapshot_id, position)
) STRICT;

CREATE TABLE ledger_reprint (
  id TEXT PRIMARY KEY NOT NULL,
  snapshot_id TEXT NOT NULL REFERENCES ledger_content (snapshot_id) ON DELETE RESTRICT,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  mark TEXT NOT NULL,
  pdf_sha256 TEXT NOT NULL,
  printed_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  printed_at TEXT NOT NULL,
  UNIQUE (snapshot_id, ordinal)
) STRICT;

CREATE INDEX ledger_snapshot_by_pdf ON ledger_snapshot (pdf_sha256);
CREATE INDEX ledger_reprint_by_pdf ON ledger_reprint (pdf_sha256);

CREATE TRIGGER ledger_content_unchanged BEFORE UPDATE ON ledger_content BEGIN SELECT RAISE(ABORT, 'ledger_content is never changed'); END;
CREATE TRIGGER ledger_content_kept BEFORE DELETE ON ledger_content BEGIN SELECT RAISE(ABORT, 'ledger_content is never deleted'); END;
CREATE TRIGGER ledger_slice_unchanged BEFORE UPDATE ON ledger_slice BEGIN SELECT RAISE(ABORT, 'ledger_slice is never changed'); END;
CREATE TRIGGER ledger_slice_kept BEFORE DELETE ON ledger_slice BEGIN SELECT RAISE(ABORT, 'ledger_slice is never deleted'); END;
CREATE TRIGGER ledger_reprint_unchanged BEFORE UPDATE ON ledger_reprint BEGIN SELECT RAISE(ABORT, 'ledger_reprint is never changed'); END;
CREATE TRIGGER ledger_reprint_kept BEFORE DELETE ON ledger_reprint BEGIN SELECT RAISE(ABORT, 'ledger_reprint is never deleted'); END;
