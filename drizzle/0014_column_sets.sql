-- Own columns of the disclosure ledger under a name: a person's own, or shared with the whole office. A withdrawn set stays in the table.

CREATE TABLE ledger_column_set (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL CHECK (name <> ''),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  is_shared INTEGER NOT NULL CHECK (is_shared IN (0, 1)),
  owner_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  saved_at TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;

CREATE UNIQUE INDEX ledger_column_set_shared ON ledger_column_set (name) WHERE is_shared = 1 AND withdrawn_at IS NULL;
CREATE UNIQUE INDEX ledger_column_set_own ON ledger_column_set (owner_id, name) WHERE withdrawn_at IS NULL;

CREATE TRIGGER ledger_column_set_final BEFORE UPDATE ON ledger_column_set
WHEN OLD.withdrawn_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.owner_id <> OLD.owner_id OR NEW.version <= OLD.version
BEGIN SELECT RAISE(ABORT, 'ledger_column_set is amended by a new version until it is withdrawn'); END;
CREATE TRIGGER ledger_column_set_kept BEFORE DELETE ON ledger_column_set BEGIN SELECT RAISE(ABORT, 'ledger_column_set is never deleted'); END;
