-- A wait can have an end of its own: a question about an intake cannot stand open until after that intake.

-- The last step of its rule comes at this moment at the latest; NULL: when the rule says so.
ALTER TABLE move ADD COLUMN ends_by TEXT;
