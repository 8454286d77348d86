-- What lists are narrowed by and what they are ordered by in one index each, so that neither is looked up row by row.

DROP INDEX official_document_by_signed_on;
DROP INDEX official_document_by_division;
DROP INDEX official_document_by_attribute;
DROP INDEX document_standing_to_post;
CREATE INDEX official_document_by_signed_on ON official_document (signed_on, id, sort_key) WHERE voided_at IS NULL;
CREATE INDEX official_document_by_division ON official_document (drafting_division_id, signed_on, id, sort_key) WHERE voided_at IS NULL;
CREATE INDEX official_document_by_attribute ON official_document (attribute, signed_on, id, sort_key) WHERE voided_at IS NULL;
CREATE INDEX document_standing_to_post ON document_standing (posted_on, posting_due_on, document_id, review_stage, state) WHERE clock_on IS NOT NULL AND posted_on IS NULL;

-- Standings are a projection: those told in an older form are told again when the registry is opened.
ALTER TABLE installation ADD COLUMN standing_form INTEGER NOT NULL DEFAULT 0;
