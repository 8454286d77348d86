-- What a division owes of a re-assessment is a subject of its own, no longer told as a report: reminders and contacts
-- about it are kept under its kind.

CREATE TABLE reminder_of_kind (
  id TEXT PRIMARY KEY NOT NULL,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('document', 'request', 'matter', 'report', 'reassessment')),
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
INSERT INTO reminder_of_kind
  SELECT id, CASE WHEN subject_kind = 'report' AND rule <> 'annualReport' THEN 'reassessment' ELSE subject_kind END,
    subject_id, rule, stage, due_on, raised_on, raised_at, answered_at, answered_by_id, answer, snoozed_until
  FROM reminder_notice;
DROP TABLE reminder_notice;
ALTER TABLE reminder_of_kind RENAME TO reminder_notice;

CREATE TABLE contact_of_kind (
  id TEXT PRIMARY KEY NOT NULL,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('document', 'request', 'matter', 'report', 'reassessment')),
  subject_id TEXT NOT NULL,
  rule TEXT NOT NULL,
  due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  degree TEXT NOT NULL CHECK (degree IN ('notice', 'urging', 'supervision')),
  notice_number TEXT NOT NULL,
  way TEXT NOT NULL CHECK (way IN ('phone', 'letter', 'visit')),
  contacted_on TEXT NOT NULL CHECK (contacted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  contacted_time TEXT NOT NULL CHECK (contacted_time = '' OR contacted_time GLOB '[0-2][0-9]:[0-5][0-9]'),
  contacted_person TEXT NOT NULL,
  answer TEXT NOT NULL,
  promised_on TEXT CHECK (promised_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  escalated_to TEXT NOT NULL,
  entered_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL
) STRICT;
INSERT INTO contact_of_kind
  SELECT id, CASE WHEN subject_kind = 'report' AND rule <> 'annualReport' THEN 'reassessment' ELSE subject_kind END,
    subject_id, rule, due_on, degree, notice_number, way, contacted_on, contacted_time, contacted_person, answer,
    promised_on, escalated_to, entered_by_id, entered_at
  FROM chase_contact;
DROP TABLE chase_contact;
ALTER TABLE contact_of_kind RENAME TO chase_contact;

CREATE INDEX reminder_notice_open ON reminder_notice (subject_id) WHERE answered_at IS NULL;
CREATE INDEX chase_contact_of_subject ON chase_contact (subject_id, entered_at);
CREATE TRIGGER reminder_notice_kept BEFORE DELETE ON reminder_notice BEGIN SELECT RAISE(ABORT, 'reminder_notice is never deleted'); END;
CREATE TRIGGER chase_contact_unchanged BEFORE UPDATE ON chase_contact BEGIN SELECT RAISE(ABORT, 'chase_contact is never changed'); END;
CREATE TRIGGER chase_contact_kept BEFORE DELETE ON chase_contact BEGIN SELECT RAISE(ABORT, 'chase_contact is never deleted'); END;
