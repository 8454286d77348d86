-- What is still to be posted is listed in the order of signing from one index: its documents need not be looked up.

ALTER TABLE document_standing ADD COLUMN signed_on TEXT CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
UPDATE document_standing SET signed_on = (SELECT signed_on FROM official_document WHERE id = document_id);
DROP INDEX document_standing_to_post;
CREATE INDEX document_standing_to_post ON document_standing (posted_on, posting_due_on, document_id, review_stage, state, signed_on, clock_on) WHERE clock_on IS NOT NULL AND posted_on IS NULL;

-- Words are searched in the order of signing by rows as narrow as the index itself. A trigger keeps them in step.
ALTER TABLE document_search_row ADD COLUMN signed_on TEXT;
ALTER TABLE document_search_row ADD COLUMN is_voided INTEGER NOT NULL DEFAULT 0 CHECK (is_voided IN (0, 1));
UPDATE document_search_row SET (signed_on, is_voided) = (SELECT signed_on, voided_at IS NOT NULL FROM official_document WHERE id = document_id);
CREATE TRIGGER document_search_row_follows AFTER UPDATE OF signed_on, voided_at ON official_document BEGIN
  UPDATE document_search_row SET signed_on = NEW.signed_on, is_voided = NEW.voided_at IS NOT NULL WHERE document_id = NEW.id;
END;
