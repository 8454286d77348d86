-- What boards count over is told by one index each: the rows behind it, long as they are, need not be looked up.

DROP INDEX official_document_closed;
DROP INDEX document_standing_short;
CREATE INDEX official_document_closed ON official_document (signed_on, drafting_division_id, id, written_on, entered_at, attribute) WHERE voided_at IS NULL AND attribute <> 'PROACTIVE';
CREATE INDEX document_standing_short ON document_standing (document_id, state, copies_missing) WHERE copies_missing > 0;
