-- What is done stays as it was judged: a duty whose figures a setting or a notice would have changed after it was done,
-- kept as it stood then. The kinds of subjects are those of domain/duties.ts.

CREATE TABLE kept_duty (
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  rule TEXT NOT NULL,
  done_on TEXT NOT NULL CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  trigger_on TEXT NOT NULL CHECK (trigger_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  trigger_source TEXT NOT NULL,
  article TEXT NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('WD', 'CD', 'M')),
  days INTEGER NOT NULL CHECK (days >= 1),
  due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  is_set INTEGER NOT NULL CHECK (is_set IN (0, 1)),
  calendar_version TEXT NOT NULL,
  overdue_working_days INTEGER NOT NULL CHECK (overdue_working_days >= 0),
  -- Of a duty of paper copies: how many were asked for.
  copies_required INTEGER CHECK (copies_required >= 1),
  kept_at TEXT NOT NULL,
  PRIMARY KEY (subject_id, subject_kind, rule, done_on, trigger_on, trigger_source),
  CHECK ((rule = 'copies') = (copies_required IS NOT NULL))
) STRICT;

CREATE TRIGGER kept_duty_unchanged BEFORE UPDATE ON kept_duty BEGIN SELECT RAISE(ABORT, 'kept_duty is never changed'); END;
CREATE TRIGGER kept_duty_kept BEFORE DELETE ON kept_duty BEGIN SELECT RAISE(ABORT, 'kept_duty is never deleted'); END;
