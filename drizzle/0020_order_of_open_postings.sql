-- What is still to be posted is listed in the order of signing from one index: its documents need not be looked up.

ALTER TABLE document_standing ADD COLUMN signed_on TEXT CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
UPDATE document_standing SET signed_on = (SELECT signed_on FROM official_document WHERE id = document_id);
DROP INDEX document_standing_to_post;
CREATE INDEX document_standing_to_post ON document_standing (posted_on, posting_due_on, document_id, review_stage, state, signed_on, clock_on) WHERE clock_on IS NOT NULL AND posted_on IS NULL;
