-- Normative documents after issue (报备, 有效性), the re-assessment of what stays closed or in force (动态调整, 清理),
-- and divisions that were renamed or taken over.

CREATE TABLE normative_filing (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  reported_on TEXT NOT NULL CHECK (reported_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  receiving_body TEXT NOT NULL,
  number TEXT NOT NULL,
  receipt_on TEXT CHECK (receipt_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  acknowledgement TEXT NOT NULL,
  late_reason TEXT NOT NULL,
  corrects_id TEXT REFERENCES normative_filing (id) ON DELETE RESTRICT,
  correction_reason TEXT NOT NULL,
  entered_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  UNIQUE (corrects_id)
) STRICT;

CREATE TABLE validity_change (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  status TEXT NOT NULL,
  effective_on TEXT NOT NULL CHECK (effective_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  basis TEXT NOT NULL,
  reason TEXT NOT NULL,
  successor_id TEXT REFERENCES official_document (id) ON DELETE RESTRICT,
  entered_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  CHECK (status IN ('valid', 'amended', 'abolished', 'lapsed')),
  CHECK (successor_id <> document_id)
) STRICT;

CREATE TABLE reassessment (
  id TEXT PRIMARY KEY NOT NULL,
  batch_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  occasion TEXT NOT NULL,
  year INTEGER NOT NULL,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  decision TEXT NOT NULL,
  from_value TEXT NOT NULL,
  to_value TEXT NOT NULL,
  basis TEXT,
  basis_law TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_on TEXT NOT NULL CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  decided_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  UNIQUE (batch_id, document_id),
  CHECK (kind IN ('proposal', 'decision')),
  CHECK (occasion IN ('yearly', 'stock', 'cleanup')),
  CHECK (decision IN ('keep', 'onRequest', 'proactive', 'amend', 'abolish', 'invalidate'))
) STRICT;

-- A division that goes on in another one from the day it closes.
ALTER TABLE division ADD COLUMN successor_id TEXT REFERENCES division (id) ON DELETE RESTRICT;

CREATE TABLE division_former_name (
  id TEXT PRIMARY KEY NOT NULL,
  division_id TEXT NOT NULL REFERENCES division (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  -- First day of the name that came after this one.
  replaced_on TEXT NOT NULL CHECK (replaced_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  entered_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL
) STRICT;

CREATE INDEX official_document_closed ON official_document (signed_on, drafting_division_id, id) WHERE voided_at IS NULL AND attribute <> 'PROACTIVE';
CREATE INDEX normative_filing_of_document ON normative_filing (document_id);
CREATE INDEX validity_change_of_document ON validity_change (document_id, effective_on, entered_at, status);
CREATE INDEX validity_change_by_successor ON validity_change (successor_id) WHERE successor_id IS NOT NULL;
CREATE INDEX reassessment_of_document ON reassessment (document_id, kind, occasion, year);
CREATE INDEX reassessment_by_occasion ON reassessment (occasion, kind, year, document_id);
CREATE INDEX division_former_name_of_division ON division_former_name (division_id, replaced_on);

CREATE TRIGGER normative_filing_unchanged BEFORE UPDATE ON normative_filing BEGIN SELECT RAISE(ABORT, 'normative_filing is never changed'); END;
CREATE TRIGGER normative_filing_kept BEFORE DELETE ON normative_filing BEGIN SELECT RAISE(ABORT, 'normative_filing is never deleted'); END;
CREATE TRIGGER validity_change_unchanged BEFORE UPDATE ON validity_change BEGIN SELECT RAISE(ABORT, 'validity_change is never changed'); END;
CREATE TRIGGER validity_change_kept BEFORE DELETE ON validity_change BEGIN SELECT RAISE(ABORT, 'validity_change is never deleted'); END;
CREATE TRIGGER reassessment_unchanged BEFORE UPDATE ON reassessment BEGIN SELECT RAISE(ABORT, 'reassessment is never changed'); END;
CREATE TRIGGER reassessment_kept BEFORE DELETE ON reassessment BEGIN SELECT RAISE(ABORT, 'reassessment is never deleted'); END;
CREATE TRIGGER division_former_name_unchanged BEFORE UPDATE ON division_former_name BEGIN SELECT RAISE(ABORT, 'division_former_name is never changed'); END;
CREATE TRIGGER division_former_name_kept BEFORE DELETE ON division_former_name BEGIN SELECT RAISE(ABORT, 'division_former_name is never deleted'); END;
