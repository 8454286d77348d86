-- Typefaces of the office's own (自备字体): the file as it was handed in, what it said of itself, what papers are set in.

CREATE TABLE typeface (
  id TEXT PRIMARY KEY NOT NULL,
  sha256 TEXT NOT NULL REFERENCES attachment_content (sha256) ON DELETE RESTRICT,
  -- Of a collection, which of its faces; 0 in a file of one.
  face INTEGER NOT NULL CHECK (face >= 0),
  file_name TEXT NOT NULL,
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  report TEXT NOT NULL CHECK (json_valid(report)),
  licence_basis TEXT NOT NULL,
  entered_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL
) STRICT;

CREATE TABLE typeface_withdrawal (
  typeface_id TEXT PRIMARY KEY NOT NULL REFERENCES typeface (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL,
  withdrawn_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  withdrawn_at TEXT NOT NULL
) STRICT;

-- The last row of a scope holds. A face is 'all', 'shipped' or the id of a typeface.
CREATE TABLE typeface_choice (
  seq INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  scope TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  heading TEXT NOT NULL,
  reason TEXT NOT NULL,
  chosen_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  chosen_at TEXT NOT NULL
) STRICT;

CREATE INDEX typeface_choice_of_scope ON typeface_choice (scope, seq);
CREATE TRIGGER typeface_unchanged BEFORE UPDATE ON typeface BEGIN SELECT RAISE(ABORT, 'typeface is never changed'); END;
CREATE TRIGGER typeface_kept BEFORE DELETE ON typeface BEGIN SELECT RAISE(ABORT, 'typeface is never deleted'); END;
CREATE TRIGGER typeface_withdrawal_unchanged BEFORE UPDATE ON typeface_withdrawal BEGIN SELECT RAISE(ABORT, 'typeface_withdrawal is never changed'); END;
CREATE TRIGGER typeface_withdrawal_kept BEFORE DELETE ON typeface_withdrawal BEGIN SELECT RAISE(ABORT, 'typeface_withdrawal is never deleted'); END;
CREATE TRIGGER typeface_choice_unchanged BEFORE UPDATE ON typeface_choice BEGIN SELECT RAISE(ABORT, 'typeface_choice is never changed'); END;
CREATE TRIGGER typeface_choice_kept BEFORE DELETE ON typeface_choice BEGIN SELECT RAISE(ABORT, 'typeface_choice is never deleted'); END;
