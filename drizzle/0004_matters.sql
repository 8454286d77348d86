-- Matters (公开事项) that are neither documents nor requests, with what was published of them, channel by channel.

CREATE TABLE disclosure_matter (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  division_id TEXT NOT NULL REFERENCES division (id) ON DELETE RESTRICT,
  body TEXT NOT NULL,
  opened_on TEXT NOT NULL CHECK (opened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  close_note TEXT NOT NULL,
  previous_id TEXT REFERENCES disclosure_matter (id) ON DELETE RESTRICT,
  voided_at TEXT,
  void_reason TEXT NOT NULL,
  opened_by_id TEXT REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  UNIQUE (previous_id),
  CHECK (version >= 1),
  CHECK (json_valid(body)),
  CHECK (closed_on >= opened_on)
) STRICT;

CREATE TABLE matter_publication (
  id TEXT PRIMARY KEY NOT NULL,
  matter_id TEXT NOT NULL REFERENCES disclosure_matter (id) ON DELETE RESTRICT,
  stage TEXT NOT NULL,
  channel TEXT NOT NULL,
  url TEXT NOT NULL,
  posted_on TEXT NOT NULL CHECK (posted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  summary TEXT NOT NULL,
  late_reason TEXT NOT NULL,
  overdue_working_days INTEGER NOT NULL,
  reviewer TEXT NOT NULL,
  reviewed_on TEXT NOT NULL CHECK (reviewed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review_result TEXT NOT NULL CHECK (review_result IN ('open', 'openInPart')),
  evidence_id TEXT REFERENCES attachment (id) ON DELETE RESTRICT,
  posted_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  CHECK (reviewer <> ''),
  -- 先审查、后公开
  CHECK (reviewed_on <= posted_on)
) STRICT;

CREATE TABLE matter_withdrawal (
  publication_id TEXT PRIMARY KEY NOT NULL REFERENCES matter_publication (id) ON DELETE RESTRICT,
  withdrawn_on TEXT NOT NULL CHECK (withdrawn_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL,
  withdrawn_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL
) STRICT;

CREATE INDEX disclosure_matter_by_kind ON disclosure_matter (kind, opened_on, id);
CREATE INDEX disclosure_matter_open ON disclosure_matter (division_id) WHERE closed_on IS NULL AND voided_at IS NULL;
CREATE INDEX matter_publication_of_matter ON matter_publication (matter_id);
CREATE INDEX matter_publication_of_evidence ON matter_publication (evidence_id) WHERE evidence_id IS NOT NULL;

CREATE TRIGGER disclosure_matter_kept BEFORE DELETE ON disclosure_matter BEGIN SELECT RAISE(ABORT, 'disclosure_matter is never deleted'); END;
CREATE TRIGGER matter_publication_unchanged BEFORE UPDATE ON matter_publication BEGIN SELECT RAISE(ABORT, 'matter_publication is never changed'); END;
CREATE TRIGGER matter_publication_kept BEFORE DELETE ON matter_publication BEGIN SELECT RAISE(ABORT, 'matter_publication is never deleted'); END;
CREATE TRIGGER matter_withdrawal_unchanged BEFORE UPDATE ON matter_withdrawal BEGIN SELECT RAISE(ABORT, 'matter_withdrawal is never changed'); END;
CREATE TRIGGER matter_withdrawal_kept BEFORE DELETE ON matter_withdrawal BEGIN SELECT RAISE(ABORT, 'matter_withdrawal is never deleted'); END;
