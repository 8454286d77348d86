-- The General Office's desk: archive entries of documents, returned documents, contacts while chasing. What was returned or said is never changed.

CREATE TABLE archive_entry (
  document_id TEXT PRIMARY KEY NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  version INTEGER NOT NULL,
  fonds_number TEXT NOT NULL CHECK (fonds_number <> ''),
  archive_year INTEGER NOT NULL CHECK (archive_year BETWEEN 1900 AND 2099),
  retention TEXT NOT NULL CHECK (retention IN ('permanent', 'thirtyYears', 'tenYears')),
  organisation TEXT NOT NULL CHECK (organisation <> ''),
  piece_number INTEGER NOT NULL CHECK (piece_number > 0),
  pages INTEGER NOT NULL CHECK (pages > 0),
  box_number INTEGER CHECK (box_number > 0),
  entered_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  UNIQUE (fonds_number, archive_year, retention, organisation, piece_number)
) STRICT;

CREATE TABLE return_notice (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  division_id TEXT NOT NULL REFERENCES division (id) ON DELETE RESTRICT,
  title TEXT NOT NULL,
  doc_number TEXT NOT NULL,
  delivered_by TEXT NOT NULL,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  note TEXT NOT NULL,
  returned_on TEXT NOT NULL CHECK (returned_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  answer_by TEXT CHECK (answer_by GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  issued_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  UNIQUE (number)
) STRICT;

CREATE TABLE chase_contact (
  id TEXT PRIMARY KEY NOT NULL,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('document', 'request', 'matter', 'report')),
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

-- A label carries the last twelve digits of its document's id.
CREATE INDEX official_document_by_code ON official_document (substr(id, 25));
CREATE INDEX official_document_of_series ON official_document (agency_code, doc_year, doc_seq);
CREATE INDEX archive_entry_in_box ON archive_entry (fonds_number, archive_year, retention, box_number, piece_number);
CREATE INDEX return_notice_by_day ON return_notice (returned_on, id);
CREATE INDEX chase_contact_of_subject ON chase_contact (subject_id, entered_at);
CREATE INDEX paper_filing_by_day ON paper_filing (delivered_on, document_id);
CREATE INDEX confidentiality_review_by_day ON confidentiality_review (started_on, id);

CREATE TRIGGER archive_entry_kept BEFORE DELETE ON archive_entry BEGIN SELECT RAISE(ABORT, 'archive_entry is never deleted'); END;
CREATE TRIGGER return_notice_unchanged BEFORE UPDATE ON return_notice BEGIN SELECT RAISE(ABORT, 'return_notice is never changed'); END;
CREATE TRIGGER return_notice_kept BEFORE DELETE ON return_notice BEGIN SELECT RAISE(ABORT, 'return_notice is never deleted'); END;
CREATE TRIGGER chase_contact_unchanged BEFORE UPDATE ON chase_contact BEGIN SELECT RAISE(ABORT, 'chase_contact is never changed'); END;
CREATE TRIGGER chase_contact_kept BEFORE DELETE ON chase_contact BEGIN SELECT RAISE(ABORT, 'chase_contact is never deleted'); END;
