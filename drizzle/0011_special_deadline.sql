-- A special law prevails over the period of the Regulation (条例第二十六条): its own period or day for one document.

CREATE TABLE special_deadline (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  law TEXT NOT NULL,
  days INTEGER CHECK (days >= 1),
  unit TEXT CHECK (unit IN ('WD', 'CD', 'M')),
  due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL,
  entered_on TEXT NOT NULL CHECK (entered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  entered_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  CHECK ((days IS NULL) = (unit IS NULL)),
  CHECK ((days IS NULL) <> (due_on IS NULL))
) STRICT;

CREATE TABLE special_deadline_withdrawal (
  special_deadline_id TEXT PRIMARY KEY NOT NULL REFERENCES special_deadline (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL,
  withdrawn_on TEXT NOT NULL CHECK (withdrawn_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  withdrawn_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL
) STRICT;

ALTER TABLE document_standing ADD COLUMN special_law TEXT;
ALTER TABLE document_standing ADD COLUMN special_days INTEGER;
ALTER TABLE document_standing ADD COLUMN special_unit TEXT CHECK (special_unit IN ('WD', 'CD', 'M'));
ALTER TABLE document_standing ADD COLUMN special_due_on TEXT CHECK (special_due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');

CREATE INDEX special_deadline_of_document ON special_deadline (document_id);
CREATE TRIGGER special_deadline_unchanged BEFORE UPDATE ON special_deadline BEGIN SELECT RAISE(ABORT, 'special_deadline is never changed'); END;
CREATE TRIGGER special_deadline_kept BEFORE DELETE ON special_deadline BEGIN SELECT RAISE(ABORT, 'special_deadline is never deleted'); END;
CREATE TRIGGER special_deadline_withdrawal_unchanged BEFORE UPDATE ON special_deadline_withdrawal BEGIN SELECT RAISE(ABORT, 'special_deadline_withdrawal is never changed'); END;
CREATE TRIGGER special_deadline_withdrawal_kept BEFORE DELETE ON special_deadline_withdrawal BEGIN SELECT RAISE(ABORT, 'special_deadline_withdrawal is never deleted'); END;
