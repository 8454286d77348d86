-- Requests for government information (依申请公开) and the events that are their life; an event is never changed.

CREATE TABLE foi_request (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  register_year INTEGER NOT NULL,
  register_seq INTEGER NOT NULL,
  register_number TEXT NOT NULL,
  external_number TEXT NOT NULL,
  applicant_kind TEXT NOT NULL,
  applicant_name TEXT NOT NULL,
  contact TEXT NOT NULL,
  address TEXT NOT NULL,
  subject TEXT NOT NULL,
  content TEXT NOT NULL,
  wanted_form TEXT NOT NULL,
  channel TEXT NOT NULL,
  arrived_on TEXT NOT NULL CHECK (arrived_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  confirmed_on TEXT CHECK (confirmed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  document_id TEXT REFERENCES official_document (id) ON DELETE RESTRICT,
  note TEXT NOT NULL,
  -- Told by the events; kept here so that lists and counts need no other table.
  division_id TEXT REFERENCES division (id) ON DELETE RESTRICT,
  state TEXT NOT NULL,
  received_on TEXT CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  result TEXT,
  registered_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  UNIQUE (register_number),
  UNIQUE (register_year, register_seq),
  CHECK (version >= 1),
  CHECK (register_seq >= 1),
  CHECK (applicant_kind IN ('naturalPerson', 'business', 'research', 'publicWelfare', 'legalService', 'otherOrganisation')),
  CHECK (channel IN ('inPerson', 'signedMail', 'ordinaryMail', 'internet', 'fax')),
  CHECK ((closed_on IS NULL) = (result IS NULL))
) STRICT;

CREATE TABLE foi_request_event (
  id TEXT PRIMARY KEY NOT NULL,
  request_id TEXT NOT NULL REFERENCES foi_request (id) ON DELETE RESTRICT,
  seq INTEGER NOT NULL,
  kind TEXT NOT NULL,
  happened_on TEXT NOT NULL CHECK (happened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  facts TEXT NOT NULL,
  attachment_id TEXT REFERENCES attachment (id) ON DELETE RESTRICT,
  entered_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_by_name TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  UNIQUE (request_id, seq)
) STRICT;

CREATE INDEX foi_request_open ON foi_request (received_on, id) WHERE closed_on IS NULL AND state <> 'voided';
CREATE INDEX foi_request_by_received_on ON foi_request (received_on, id);
CREATE INDEX foi_request_by_closed_on ON foi_request (closed_on, id) WHERE closed_on IS NOT NULL;
CREATE INDEX foi_request_by_division ON foi_request (division_id, received_on, id);
CREATE INDEX foi_request_of_document ON foi_request (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX foi_request_by_subject ON foi_request (subject);
CREATE INDEX foi_request_event_remedies ON foi_request_event (request_id, seq) WHERE kind = 'remedy';

CREATE TRIGGER foi_request_kept BEFORE DELETE ON foi_request BEGIN SELECT RAISE(ABORT, 'foi_request is never deleted'); END;
CREATE TRIGGER foi_request_event_unchanged BEFORE UPDATE ON foi_request_event BEGIN SELECT RAISE(ABORT, 'foi_request_event is never changed'); END;
CREATE TRIGGER foi_request_event_kept BEFORE DELETE ON foi_request_event BEGIN SELECT RAISE(ABORT, 'foi_request_event is never deleted'); END;
