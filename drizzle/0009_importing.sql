-- An import is a batch that tells how its file was read and that can be withdrawn; mappings of columns are saved by name.

ALTER TABLE import_batch ADD COLUMN sheet TEXT NOT NULL DEFAULT '';
ALTER TABLE import_batch ADD COLUMN header_row INTEGER NOT NULL DEFAULT 1 CHECK (header_row >= 1);
ALTER TABLE import_batch ADD COLUMN repaired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE import_batch ADD COLUMN mapping TEXT NOT NULL DEFAULT '{}';
ALTER TABLE import_batch ADD COLUMN corrections TEXT NOT NULL DEFAULT '[]';
ALTER TABLE import_batch ADD COLUMN withdrawn_at TEXT;
ALTER TABLE import_batch ADD COLUMN withdrawn_by_id TEXT REFERENCES person (id) ON DELETE RESTRICT;
ALTER TABLE import_batch ADD COLUMN withdrawal_reason TEXT NOT NULL DEFAULT '';

CREATE INDEX official_document_of_import ON official_document (import_batch_id) WHERE import_batch_id IS NOT NULL;

-- A batch is withdrawn once; nothing else of it changes.
CREATE TRIGGER import_batch_unchanged BEFORE UPDATE ON import_batch
WHEN OLD.withdrawn_at IS NOT NULL
  OR NEW.withdrawn_at IS NULL
  OR (NEW.id, NEW.file_name, NEW.accepted, NEW.refused, NEW.imported_by_id, NEW.entered_at, NEW.sheet, NEW.header_row, NEW.repaired, NEW.mapping, NEW.corrections)
    IS NOT (OLD.id, OLD.file_name, OLD.accepted, OLD.refused, OLD.imported_by_id, OLD.entered_at, OLD.sheet, OLD.header_row, OLD.repaired, OLD.mapping, OLD.corrections)
BEGIN SELECT RAISE(ABORT, 'import_batch is never changed but to be withdrawn'); END;

CREATE TABLE import_mapping (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  saved_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  saved_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE UNIQUE INDEX import_mapping_by_name ON import_mapping (name) WHERE removed_at IS NULL;
CREATE TRIGGER import_mapping_kept BEFORE DELETE ON import_mapping BEGIN SELECT RAISE(ABORT, 'import_mapping is never deleted'); END;
