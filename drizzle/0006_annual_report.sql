-- Annual reports on open government information: drafts are filled in, signed ones stay as they are for ever.

CREATE TABLE annual_report (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  year INTEGER NOT NULL,
  edition INTEGER NOT NULL,
  layout TEXT NOT NULL,
  corrects_id TEXT REFERENCES annual_report (id) ON DELETE RESTRICT,
  correction_reason TEXT NOT NULL,
  texts TEXT NOT NULL,
  opened_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  signed_on TEXT CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  signed_at TEXT,
  signer_id TEXT REFERENCES person (id) ON DELETE RESTRICT,
  signer_name TEXT,
  content_hash TEXT,
  public_key TEXT,
  signature TEXT,
  CHECK (year >= 2019 AND edition >= 1 AND version >= 1),
  CHECK ((signed_at IS NULL) = (signature IS NULL) AND (signed_at IS NULL) = (content_hash IS NULL)),
  CHECK ((edition = 1) = (corrects_id IS NULL)),
  UNIQUE (year, edition)
) STRICT;

-- What was typed; once the report is signed, all that it says.
CREATE TABLE annual_report_figure (
  report_id TEXT NOT NULL REFERENCES annual_report (id) ON DELETE RESTRICT,
  key TEXT NOT NULL,
  value INTEGER,
  origin TEXT NOT NULL,
  source_note TEXT NOT NULL,
  override_reason TEXT NOT NULL,
  registry_value INTEGER,
  entered_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  PRIMARY KEY (report_id, key),
  CHECK (origin IN ('typed', 'registry', 'sum'))
) STRICT;

CREATE TABLE annual_report_posting (
  report_id TEXT PRIMARY KEY NOT NULL REFERENCES annual_report (id) ON DELETE RESTRICT,
  posted_on TEXT NOT NULL CHECK (posted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  url TEXT NOT NULL,
  posted_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER annual_report_frozen BEFORE UPDATE ON annual_report WHEN OLD.signed_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a signed annual_report is never changed'); END;
CREATE TRIGGER annual_report_kept BEFORE DELETE ON annual_report BEGIN SELECT RAISE(ABORT, 'annual_report is never deleted'); END;
CREATE TRIGGER annual_report_figure_late BEFORE INSERT ON annual_report_figure WHEN (SELECT signed_at FROM annual_report WHERE id = NEW.report_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a signed annual_report only grows by new editions'); END;
CREATE TRIGGER annual_report_figure_frozen BEFORE UPDATE ON annual_report_figure WHEN (SELECT signed_at FROM annual_report WHERE id = OLD.report_id) IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a signed annual_report is never changed'); END;
CREATE TRIGGER annual_report_figure_kept BEFORE DELETE ON annual_report_figure BEGIN SELECT RAISE(ABORT, 'annual_report_figure is never deleted'); END;
CREATE TRIGGER annual_report_posting_unchanged BEFORE UPDATE ON annual_report_posting BEGIN SELECT RAISE(ABORT, 'annual_report_posting is never changed'); END;
CREATE TRIGGER annual_report_posting_kept BEFORE DELETE ON annual_report_posting BEGIN SELECT RAISE(ABORT, 'annual_report_posting is never deleted'); END;
