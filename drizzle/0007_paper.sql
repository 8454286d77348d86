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

-- Columns that an office likes to print, under a name; saved under the same name they replace those before.
CREATE TABLE ledger_column_set (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  format TEXT NOT NULL CHECK (format IN ('a4', 'a3')),
  saved_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  saved_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE UNIQUE INDEX ledger_column_set_by_name ON ledger_column_set (name) WHERE removed_at IS NULL;
CREATE TRIGGER ledger_column_set_kept BEFORE DELETE ON ledger_column_set BEGIN SELECT RAISE(ABORT, 'ledger_column_set is never deleted'); END;

-- Typefaces that the office is licensed to use (方正小标宋, 仿宋 …), and where they are used.
CREATE TABLE office_font (
  id TEXT PRIMARY KEY NOT NULL,
  attachment_id TEXT NOT NULL REFERENCES attachment (id) ON DELETE RESTRICT,
  member INTEGER NOT NULL CHECK (member >= 0),
  postscript_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  characters INTEGER NOT NULL CHECK (characters > 0),
  licence TEXT NOT NULL,
  added_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  added_at TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawal_reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE font_choice (
  paper TEXT NOT NULL CHECK (paper IN ('all', 'ledger', 'form')),
  role TEXT NOT NULL CHECK (role IN ('title', 'body', 'head', 'kai')),
  font_id TEXT REFERENCES office_font (id) ON DELETE RESTRICT,
  chosen_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  chosen_at TEXT NOT NULL,
  PRIMARY KEY (paper, role)
) STRICT;

CREATE TRIGGER font_choice_kept BEFORE DELETE ON font_choice BEGIN SELECT RAISE(ABORT, 'font_choice is never deleted'); END;
CREATE TRIGGER office_font_kept BEFORE DELETE ON office_font BEGIN SELECT RAISE(ABORT, 'office_font is never deleted'); END;
CREATE TRIGGER office_font_unchanged BEFORE UPDATE ON office_font
WHEN OLD.withdrawn_at IS NOT NULL
  OR (NEW.id, NEW.attachment_id, NEW.member, NEW.postscript_name, NEW.family_name, NEW.characters, NEW.licence, NEW.added_by_id, NEW.added_at)
    IS NOT (OLD.id, OLD.attachment_id, OLD.member, OLD.postscript_name, OLD.family_name, OLD.characters, OLD.licence, OLD.added_by_id, OLD.added_at)
BEGIN SELECT RAISE(ABORT, 'office_font is never changed but to be withdrawn'); END;
