-- The registry as of its first stage. STRICT tables; nothing cascades; what is signed, filed, posted or logged is never changed.

CREATE TABLE installation (
  id TEXT PRIMARY KEY NOT NULL,
  bureau_name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
  sample_today TEXT CHECK (sample_today GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  genesis_hash TEXT NOT NULL,
  CHECK (id = 'registry')
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE division (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  is_general_office INTEGER NOT NULL CHECK (is_general_office IN (0, 1)),
  position INTEGER NOT NULL,
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  version INTEGER NOT NULL,
  UNIQUE (name)
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL,
  login TEXT NOT NULL,
  name TEXT NOT NULL,
  division_id TEXT NOT NULL REFERENCES division (id) ON DELETE RESTRICT,
  password_hash TEXT NOT NULL,
  must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
  public_key TEXT NOT NULL,
  sealed_private_key TEXT NOT NULL,
  is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
  failed_tries INTEGER NOT NULL,
  barred_until TEXT,
  version INTEGER NOT NULL,
  UNIQUE (login)
) STRICT;

CREATE TABLE signing_key (
  public_key TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  active_from TEXT NOT NULL
) STRICT;

CREATE TABLE role_grant (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  role TEXT NOT NULL,
  granted_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT;

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  started_at TEXT NOT NULL,
  is_locked INTEGER NOT NULL CHECK (is_locked IN (0, 1)),
  ended_at TEXT
) STRICT;

CREATE TABLE import_batch (
  id TEXT PRIMARY KEY NOT NULL,
  file_name TEXT NOT NULL,
  accepted INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  imported_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL
) STRICT;

CREATE TABLE official_document (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  doc_number_raw TEXT NOT NULL,
  doc_number TEXT,
  number_kind TEXT NOT NULL,
  agency_code TEXT NOT NULL,
  doc_year INTEGER,
  doc_seq INTEGER,
  sort_key TEXT NOT NULL,
  title TEXT NOT NULL,
  doc_type TEXT NOT NULL,
  drafting_division_id TEXT NOT NULL REFERENCES division (id) ON DELETE RESTRICT,
  drafter TEXT NOT NULL,
  signer TEXT NOT NULL,
  signed_on TEXT CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  written_on TEXT CHECK (written_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  printed_on TEXT CHECK (printed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  attribute TEXT NOT NULL,
  basis TEXT,
  basis_law TEXT NOT NULL,
  reason TEXT NOT NULL,
  is_normative INTEGER NOT NULL CHECK (is_normative IN (0, 1)),
  is_leader_related INTEGER NOT NULL CHECK (is_leader_related IN (0, 1)),
  is_joint INTEGER NOT NULL CHECK (is_joint IN (0, 1)),
  lead_agency TEXT NOT NULL,
  legality_review_number TEXT NOT NULL,
  legality_review_on TEXT CHECK (legality_review_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  interpretation_plan TEXT NOT NULL,
  channel TEXT NOT NULL,
  annexes TEXT NOT NULL,
  remark_note TEXT NOT NULL,
  note TEXT NOT NULL,
  copies_waived_on TEXT CHECK (copies_waived_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  copies_waived_reason TEXT NOT NULL,
  voided_at TEXT,
  void_reason TEXT NOT NULL,
  source TEXT NOT NULL,
  import_batch_id TEXT REFERENCES import_batch (id) ON DELETE RESTRICT,
  registered_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  CHECK (attribute IN ('PROACTIVE', 'ON_REQUEST', 'NOT_DISCLOSED')),
  CHECK (version >= 1 AND revision >= 1)
) STRICT;

CREATE TABLE document_revision (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  revision INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  bound_fields TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  UNIQUE (document_id, revision)
) STRICT;

CREATE TABLE attribute_change (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  from_attribute TEXT,
  to_attribute TEXT NOT NULL,
  basis TEXT,
  basis_law TEXT NOT NULL,
  reason TEXT NOT NULL,
  changed_on TEXT NOT NULL CHECK (changed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  changed_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL
) STRICT;

CREATE TABLE paper_filing (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  copies INTEGER NOT NULL,
  delivered_on TEXT NOT NULL CHECK (delivered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  delivered_by TEXT NOT NULL,
  received_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  location TEXT NOT NULL,
  note TEXT NOT NULL,
  corrects_id TEXT REFERENCES paper_filing (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL
) STRICT;

CREATE TABLE copy_movement (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  copy_no INTEGER NOT NULL,
  kind TEXT NOT NULL,
  party TEXT NOT NULL,
  moved_on TEXT NOT NULL CHECK (moved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  due_back_on TEXT CHECK (due_back_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL,
  entered_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL,
  CHECK (kind IN ('lend', 'return', 'transfer')),
  CHECK (copy_no >= 1)
) STRICT;

CREATE TABLE confidentiality_review (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  form_number TEXT NOT NULL,
  started_on TEXT NOT NULL CHECK (started_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  steps_required TEXT NOT NULL,
  started_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL
) STRICT;

CREATE TABLE review_step (
  id TEXT PRIMARY KEY NOT NULL,
  review_id TEXT NOT NULL REFERENCES confidentiality_review (id) ON DELETE RESTRICT,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  step TEXT NOT NULL,
  outcome TEXT NOT NULL,
  opinion TEXT NOT NULL,
  ticks TEXT,
  basis TEXT,
  signer_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  signer_name TEXT NOT NULL,
  signer_division_id TEXT NOT NULL REFERENCES division (id) ON DELETE RESTRICT,
  on_behalf_of TEXT NOT NULL,
  override_reason TEXT NOT NULL,
  is_leader_info_proofread INTEGER NOT NULL CHECK (is_leader_info_proofread IN (0, 1)),
  signed_on TEXT NOT NULL CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  signed_at TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  public_key TEXT NOT NULL,
  signature TEXT NOT NULL,
  CHECK (step IN ('drafter', 'divisionHead', 'generalOffice', 'leaderInCharge'))
) STRICT;

CREATE TABLE proofreading_round (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  revision INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  round INTEGER NOT NULL,
  proofread_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  proofread_by_name TEXT NOT NULL,
  proofread_on TEXT NOT NULL CHECK (proofread_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT NOT NULL,
  entered_at TEXT NOT NULL
) STRICT;

CREATE TABLE attachment_content (
  sha256 TEXT PRIMARY KEY NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY NOT NULL,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  entered_at TEXT NOT NULL,
  FOREIGN KEY (sha256) REFERENCES attachment_content (sha256) ON DELETE RESTRICT
) STRICT;

CREATE TABLE publication (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  revision INTEGER NOT NULL,
  channel TEXT NOT NULL,
  url TEXT NOT NULL,
  posted_on TEXT NOT NULL CHECK (posted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  overdue_working_days INTEGER NOT NULL,
  late_reason TEXT NOT NULL,
  exception_reason TEXT NOT NULL,
  evidence_id TEXT REFERENCES attachment (id) ON DELETE RESTRICT,
  posted_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL
) STRICT;

CREATE TABLE publication_withdrawal (
  publication_id TEXT PRIMARY KEY NOT NULL REFERENCES publication (id) ON DELETE RESTRICT,
  withdrawn_on TEXT NOT NULL CHECK (withdrawn_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT NOT NULL,
  withdrawn_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL
) STRICT;

CREATE TABLE policy_interpretation (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  title TEXT NOT NULL,
  form TEXT NOT NULL,
  url TEXT NOT NULL,
  posted_on TEXT NOT NULL CHECK (posted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  entered_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  entered_at TEXT NOT NULL
) STRICT;

CREATE TABLE document_standing (
  document_id TEXT PRIMARY KEY NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  clock_on TEXT CHECK (clock_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  clock_source TEXT,
  copies_required INTEGER NOT NULL,
  copies_received INTEGER NOT NULL,
  copies_missing INTEGER NOT NULL,
  copies_complete_on TEXT CHECK (copies_complete_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review_stage TEXT NOT NULL,
  review_approved_on TEXT CHECK (review_approved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review_waiting_since TEXT CHECK (review_waiting_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  is_review_lapsed INTEGER NOT NULL CHECK (is_review_lapsed IN (0, 1)),
  posted_on TEXT CHECK (posted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  withdrawn_on TEXT CHECK (withdrawn_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  interpreted_on TEXT CHECK (interpreted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  needs_interpretation INTEGER NOT NULL CHECK (needs_interpretation IN (0, 1)),
  held_by TEXT NOT NULL,
  blockers TEXT NOT NULL,
  state TEXT NOT NULL,
  posted_url TEXT,
  posted_channel TEXT
) STRICT;

CREATE TABLE reminder_notice (
  id TEXT PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL REFERENCES official_document (id) ON DELETE RESTRICT,
  rule TEXT NOT NULL,
  stage TEXT NOT NULL,
  due_on TEXT NOT NULL CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  raised_on TEXT NOT NULL CHECK (raised_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  raised_at TEXT NOT NULL,
  answered_at TEXT,
  answered_by_id TEXT REFERENCES person (id) ON DELETE RESTRICT,
  answer TEXT NOT NULL,
  snoozed_until TEXT CHECK (snoozed_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  UNIQUE (document_id, rule, stage, due_on, raised_on)
) STRICT;

CREATE TABLE reminder_digest (
  shown_on TEXT PRIMARY KEY NOT NULL CHECK (shown_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  shown_at TEXT NOT NULL
) STRICT;

CREATE TABLE holiday_notice (
  id TEXT PRIMARY KEY NOT NULL,
  year INTEGER NOT NULL,
  number TEXT NOT NULL,
  issued_on TEXT NOT NULL CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  url TEXT NOT NULL,
  is_built_in INTEGER NOT NULL CHECK (is_built_in IN (0, 1)),
  entered_at TEXT NOT NULL
) STRICT;

CREATE TABLE calendar_day (
  notice_id TEXT NOT NULL REFERENCES holiday_notice (id) ON DELETE RESTRICT,
  day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (notice_id, day),
  CHECK (kind IN ('off', 'work'))
) STRICT;

CREATE TABLE draft (
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  form TEXT NOT NULL,
  body TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  PRIMARY KEY (person_id, form)
) STRICT;

CREATE TABLE saved_view (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  name TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE ledger_snapshot (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL,
  preset TEXT NOT NULL,
  filter TEXT NOT NULL,
  rows INTEGER NOT NULL,
  rows_hash TEXT NOT NULL,
  pdf_sha256 TEXT NOT NULL,
  calendar_version TEXT NOT NULL,
  head_seq INTEGER NOT NULL,
  head_hash TEXT NOT NULL,
  printed_by_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
  printed_at TEXT NOT NULL,
  UNIQUE (number)
) STRICT;

CREATE TABLE audit_entry (
  seq INTEGER PRIMARY KEY NOT NULL,
  at TEXT NOT NULL,
  actor_id TEXT,
  actor_name TEXT NOT NULL,
  roles TEXT NOT NULL,
  workstation TEXT NOT NULL,
  act TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  label TEXT NOT NULL,
  reason TEXT NOT NULL,
  result TEXT NOT NULL,
  changes TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- Lists, boards and range filters; what is void stands apart, so that a count needs an index only.
CREATE INDEX division_by_position ON division (position);
CREATE INDEX official_document_by_number ON official_document (doc_number);
CREATE INDEX official_document_by_sort_key ON official_document (sort_key, id) WHERE voided_at IS NULL;
CREATE INDEX official_document_by_title ON official_document (title, id) WHERE voided_at IS NULL;
CREATE INDEX official_document_by_signed_on ON official_document (signed_on, id) WHERE voided_at IS NULL;
CREATE INDEX official_document_by_entered_at ON official_document (entered_at, id) WHERE voided_at IS NULL;
CREATE INDEX official_document_by_division ON official_document (drafting_division_id, signed_on, id) WHERE voided_at IS NULL;
CREATE INDEX official_document_by_attribute ON official_document (attribute, signed_on, id) WHERE voided_at IS NULL;
CREATE INDEX official_document_by_signer ON official_document (signer, signed_on, id) WHERE voided_at IS NULL;
CREATE INDEX official_document_by_type ON official_document (doc_type, signed_on, id) WHERE voided_at IS NULL;
CREATE INDEX official_document_normative ON official_document (signed_on, id) WHERE voided_at IS NULL AND is_normative = 1;
CREATE INDEX official_document_void ON official_document (signed_on, id) WHERE voided_at IS NOT NULL;
CREATE INDEX document_standing_to_post ON document_standing (posted_on, clock_on, document_id) WHERE clock_on IS NOT NULL AND posted_on IS NULL;
CREATE INDEX document_standing_by_clock ON document_standing (clock_on, document_id);
CREATE INDEX document_standing_by_delay ON document_standing (clock_on, posted_on, document_id) WHERE posted_on IS NOT NULL;
CREATE INDEX document_standing_by_posted_on ON document_standing (posted_on, state, document_id);
CREATE INDEX document_standing_short ON document_standing (document_id, state) WHERE copies_missing > 0;
CREATE INDEX document_standing_by_review_stage ON document_standing (review_stage, posted_on, state, document_id);
CREATE INDEX document_standing_uninterpreted ON document_standing (document_id, state) WHERE needs_interpretation = 1 AND interpreted_on IS NULL;
CREATE INDEX attribute_change_of_document ON attribute_change (document_id);
CREATE INDEX paper_filing_of_document ON paper_filing (document_id);
CREATE INDEX copy_movement_of_document ON copy_movement (document_id);
CREATE INDEX confidentiality_review_of_document ON confidentiality_review (document_id);
CREATE INDEX review_step_of_document ON review_step (document_id);
CREATE INDEX proofreading_round_of_document ON proofreading_round (document_id);
CREATE INDEX publication_of_document ON publication (document_id);
CREATE INDEX policy_interpretation_of_document ON policy_interpretation (document_id);
CREATE INDEX reminder_notice_open ON reminder_notice (document_id) WHERE answered_at IS NULL;
CREATE INDEX role_grant_of_person ON role_grant (person_id);
CREATE INDEX audit_entry_of_entity ON audit_entry (entity_id, seq);
CREATE INDEX audit_entry_of_forms ON audit_entry (label) WHERE act = 'ledgers.form';

-- Overlapping pairs of characters, and the initials of their readings; see store/searchText.ts.
CREATE VIRTUAL TABLE document_search USING fts5 (
  pairs, initials,
  content = '', contentless_delete = 1, prefix = '1',
  tokenize = "ascii tokenchars '!#$%&()*+,-./:;<=>?@[\]^_{|}~'"
);
CREATE TABLE document_search_row (
  search_rowid INTEGER PRIMARY KEY NOT NULL,
  document_id TEXT NOT NULL UNIQUE REFERENCES official_document (id) ON DELETE RESTRICT
) STRICT;

-- The trail only grows, by one, and each entry links to the one before.
CREATE TRIGGER audit_entry_grows BEFORE INSERT ON audit_entry
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit_entry)
  OR NEW.previous_hash IS NOT coalesce((SELECT hash FROM audit_entry ORDER BY seq DESC LIMIT 1), (SELECT genesis_hash FROM installation))
BEGIN SELECT RAISE(ABORT, 'the trail only grows at its end'); END;

CREATE TRIGGER audit_entry_unchanged BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is never changed'); END;
CREATE TRIGGER audit_entry_kept BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'audit_entry is never deleted'); END;
CREATE TRIGGER review_step_unchanged BEFORE UPDATE ON review_step BEGIN SELECT RAISE(ABORT, 'review_step is never changed'); END;
CREATE TRIGGER review_step_kept BEFORE DELETE ON review_step BEGIN SELECT RAISE(ABORT, 'review_step is never deleted'); END;
CREATE TRIGGER confidentiality_review_unchanged BEFORE UPDATE ON confidentiality_review BEGIN SELECT RAISE(ABORT, 'confidentiality_review is never changed'); END;
CREATE TRIGGER confidentiality_review_kept BEFORE DELETE ON confidentiality_review BEGIN SELECT RAISE(ABORT, 'confidentiality_review is never deleted'); END;
CREATE TRIGGER document_revision_unchanged BEFORE UPDATE ON document_revision BEGIN SELECT RAISE(ABORT, 'document_revision is never changed'); END;
CREATE TRIGGER document_revision_kept BEFORE DELETE ON document_revision BEGIN SELECT RAISE(ABORT, 'document_revision is never deleted'); END;
CREATE TRIGGER attribute_change_unchanged BEFORE UPDATE ON attribute_change BEGIN SELECT RAISE(ABORT, 'attribute_change is never changed'); END;
CREATE TRIGGER attribute_change_kept BEFORE DELETE ON attribute_change BEGIN SELECT RAISE(ABORT, 'attribute_change is never deleted'); END;
CREATE TRIGGER paper_filing_unchanged BEFORE UPDATE ON paper_filing BEGIN SELECT RAISE(ABORT, 'paper_filing is never changed'); END;
CREATE TRIGGER paper_filing_kept BEFORE DELETE ON paper_filing BEGIN SELECT RAISE(ABORT, 'paper_filing is never deleted'); END;
CREATE TRIGGER copy_movement_unchanged BEFORE UPDATE ON copy_movement BEGIN SELECT RAISE(ABORT, 'copy_movement is never changed'); END;
CREATE TRIGGER copy_movement_kept BEFORE DELETE ON copy_movement BEGIN SELECT RAISE(ABORT, 'copy_movement is never deleted'); END;
CREATE TRIGGER proofreading_round_unchanged BEFORE UPDATE ON proofreading_round BEGIN SELECT RAISE(ABORT, 'proofreading_round is never changed'); END;
CREATE TRIGGER proofreading_round_kept BEFORE DELETE ON proofreading_round BEGIN SELECT RAISE(ABORT, 'proofreading_round is never deleted'); END;
CREATE TRIGGER publication_unchanged BEFORE UPDATE ON publication BEGIN SELECT RAISE(ABORT, 'publication is never changed'); END;
CREATE TRIGGER publication_kept BEFORE DELETE ON publication BEGIN SELECT RAISE(ABORT, 'publication is never deleted'); END;
CREATE TRIGGER publication_withdrawal_unchanged BEFORE UPDATE ON publication_withdrawal BEGIN SELECT RAISE(ABORT, 'publication_withdrawal is never changed'); END;
CREATE TRIGGER publication_withdrawal_kept BEFORE DELETE ON publication_withdrawal BEGIN SELECT RAISE(ABORT, 'publication_withdrawal is never deleted'); END;
CREATE TRIGGER policy_interpretation_unchanged BEFORE UPDATE ON policy_interpretation BEGIN SELECT RAISE(ABORT, 'policy_interpretation is never changed'); END;
CREATE TRIGGER policy_interpretation_kept BEFORE DELETE ON policy_interpretation BEGIN SELECT RAISE(ABORT, 'policy_interpretation is never deleted'); END;
CREATE TRIGGER attachment_unchanged BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'attachment is never changed'); END;
CREATE TRIGGER attachment_kept BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'attachment is never deleted'); END;
CREATE TRIGGER attachment_content_unchanged BEFORE UPDATE ON attachment_content BEGIN SELECT RAISE(ABORT, 'attachment_content is never changed'); END;
CREATE TRIGGER attachment_content_kept BEFORE DELETE ON attachment_content BEGIN SELECT RAISE(ABORT, 'attachment_content is never deleted'); END;
CREATE TRIGGER signing_key_unchanged BEFORE UPDATE ON signing_key BEGIN SELECT RAISE(ABORT, 'signing_key is never changed'); END;
CREATE TRIGGER signing_key_kept BEFORE DELETE ON signing_key BEGIN SELECT RAISE(ABORT, 'signing_key is never deleted'); END;
CREATE TRIGGER ledger_snapshot_unchanged BEFORE UPDATE ON ledger_snapshot BEGIN SELECT RAISE(ABORT, 'ledger_snapshot is never changed'); END;
CREATE TRIGGER ledger_snapshot_kept BEFORE DELETE ON ledger_snapshot BEGIN SELECT RAISE(ABORT, 'ledger_snapshot is never deleted'); END;
CREATE TRIGGER installation_kept BEFORE DELETE ON installation BEGIN SELECT RAISE(ABORT, 'installation is never deleted'); END;
CREATE TRIGGER division_kept BEFORE DELETE ON division BEGIN SELECT RAISE(ABORT, 'division is never deleted'); END;
CREATE TRIGGER person_kept BEFORE DELETE ON person BEGIN SELECT RAISE(ABORT, 'person is never deleted'); END;
CREATE TRIGGER role_grant_kept BEFORE DELETE ON role_grant BEGIN SELECT RAISE(ABORT, 'role_grant is never deleted'); END;
CREATE TRIGGER official_document_kept BEFORE DELETE ON official_document BEGIN SELECT RAISE(ABORT, 'official_document is never deleted'); END;
CREATE TRIGGER document_standing_kept BEFORE DELETE ON document_standing BEGIN SELECT RAISE(ABORT, 'document_standing is never deleted'); END;
CREATE TRIGGER reminder_notice_kept BEFORE DELETE ON reminder_notice BEGIN SELECT RAISE(ABORT, 'reminder_notice is never deleted'); END;
CREATE TRIGGER reminder_digest_kept BEFORE DELETE ON reminder_digest BEGIN SELECT RAISE(ABORT, 'reminder_digest is never deleted'); END;
CREATE TRIGGER holiday_notice_kept BEFORE DELETE ON holiday_notice BEGIN SELECT RAISE(ABORT, 'holiday_notice is never deleted'); END;
CREATE TRIGGER calendar_day_kept BEFORE DELETE ON calendar_day BEGIN SELECT RAISE(ABORT, 'calendar_day is never deleted'); END;
CREATE TRIGGER import_batch_kept BEFORE DELETE ON import_batch BEGIN SELECT RAISE(ABORT, 'import_batch is never deleted'); END;
