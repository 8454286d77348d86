-- The due day of a posting: kept with the posting as it was owed then, projected with the standing for lists and boards.

ALTER TABLE publication ADD COLUMN due_on TEXT CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');
ALTER TABLE document_standing ADD COLUMN posting_due_on TEXT CHECK (posting_due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]');

DROP INDEX document_standing_to_post;
DROP INDEX document_standing_by_clock;
DROP INDEX document_standing_by_delay;
CREATE INDEX document_standing_to_post ON document_standing (posted_on, posting_due_on, document_id) WHERE clock_on IS NOT NULL AND posted_on IS NULL;
CREATE INDEX document_standing_by_due ON document_standing (posting_due_on, document_id);
CREATE INDEX document_standing_late ON document_standing (document_id, state) WHERE posted_on > posting_due_on;
