-- Indexes for what is asked often.

-- What somebody has to do: at every command without a question.
CREATE INDEX move_person ON move (person_id) WHERE closed_at IS NULL;
-- What never came to its recipient, for the overview of the office.
CREATE INDEX outbox_undelivered ON outbox (id) WHERE status IN ('missed', 'failed');
