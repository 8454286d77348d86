-- Rules as data, dated, corrected by later rows only; reminders of every kind of subject.

CREATE TABLE duty_rule (
  id TEXT PRIMARY KEY NOT NULL,
  rule TEXT NOT NULL,
  effective_from TEXT NOT NULL CHECK (effective_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  effective_to TEXT CHECK (effective_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  unit TEXT NOT NULL,
  days INTEGER,
  days_setting TEXT,
  article TEXT NOT NULL,
  trigger TEXT NOT NULL,
  gate TEXT NOT NULL,
  evidence TEXT NOT NULL,
  division_id TEXT REFERENCES division (id) ON DELETE RESTRICT,
  is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
  is_built_in INTEGER NOT NULL CHECK (is_built_in IN (0, 1)),
  corrects_id TEXT REFERENCES duty_rule (id) ON DELETE RESTRICT,
  reason TEXT NOT NULL,
  entered_on TEXT CHECK (entered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  entered_by_id TEXT REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  UNIQUE (corrects_id),
  CHECK (unit IN ('WD', 'CD', 'M')),
  CHECK ((days IS NULL) <> (days_setting IS NULL)),
  CHECK (days >= 1),
  CHECK (effective_to >= effective_from),
  CHECK ((entered_on IS NULL) = is_built_in)
) STRICT;

CREATE TABLE reminder_of_subject (
  id TEXT PRIMARY KEY NOT NULL,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('document', 'request', 'matter', 'report')),
  subject_id TEXT NOT NULL,
  rule TEXT NOT NULL,
  stage TEXT NOT NULL,
  due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  raised_on TEXT NOT NULL CHECK (raised_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  raised_at TEXT NOT NULL,
  answered_at TEXT,
  answered_by_id TEXT REFERENCES person (id) ON DELETE RESTRICT,
  answer TEXT NOT NULL,
  snoozed_until TEXT CHECK (snoozed_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  UNIQUE (subject_id, subject_kind, rule, stage, due_on, raised_on)
) STRICT;
INSERT INTO reminder_of_subject
  SELECT id, 'document', document_id, rule, stage, due_on, raised_on, raised_at, answered_at, answered_by_id, answer, snoozed_until
  FROM reminder_notice;
DROP TABLE reminder_notice;
ALTER TABLE reminder_of_subject RENAME TO reminder_notice;

CREATE INDEX reminder_notice_open ON reminder_notice (subject_id) WHERE answered_at IS NULL;
CREATE TRIGGER reminder_notice_kept BEFORE DELETE ON reminder_notice BEGIN SELECT RAISE(ABORT, 'reminder_notice is never deleted'); END;
CREATE TRIGGER duty_rule_unchanged BEFORE UPDATE ON duty_rule BEGIN SELECT RAISE(ABORT, 'duty_rule is never changed'); END;
CREATE TRIGGER duty_rule_kept BEFORE DELETE ON duty_rule BEGIN SELECT RAISE(ABORT, 'duty_rule is never deleted'); END;
