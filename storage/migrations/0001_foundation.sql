-- People, what they may do, and what is waited for.
--
-- Moments are UTC in ISO 8601 with microseconds and a Z, so that text order is time order; days are ISO dates in
-- Europe/Amsterdam. A column that ends in _sealed is encrypted (storage/cipher.py): nothing in it can be read here.

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    -- NULL until somebody whom the coordinator entered opens the personal link.
    telegram_id INTEGER UNIQUE,
    role TEXT CHECK (role IN ('coordinator', 'facilitator', 'participant')),
    language TEXT NOT NULL DEFAULT 'nl' CHECK (language IN ('nl', 'en')),
    -- Wrapped by the main key. Destroying it erases whatever is sealed for this person; a backup still holds it,
    -- so backups are kept for no longer than docs/privacy.md says.
    wrapped_key BLOB NOT NULL,
    name_sealed BLOB,
    -- Since when the bot may not write: blocked, or gone from Telegram. NULL when reachable.
    unreachable_since TEXT,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE conversation (
    person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    question TEXT NOT NULL,
    -- What the conversation is about: a registration, a round; which, its name tells.
    subject_id INTEGER,
    -- 1 when the question was asked from the summary, to which the answer returns.
    from_summary INTEGER NOT NULL DEFAULT 0 CHECK (from_summary IN (0, 1)),
    -- The message that asks it, which becomes a short line once it is answered; NULL when it is not known.
    message_id INTEGER,
    changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE round (
    id INTEGER PRIMARY KEY,
    status TEXT NOT NULL CHECK (status IN ('draft', 'open', 'closed')),
    -- The payload of the public deep link on the flyer: unguessable, but no secret.
    slug TEXT NOT NULL UNIQUE,
    name_sealed BLOB,
    closes_on TEXT,
    places INTEGER CHECK (places > 0),
    created_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
    opened_at TEXT,
    closed_at TEXT
) STRICT;

CREATE TABLE registration (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    -- NULL is free enrolment: it waits for the next round.
    round_id INTEGER REFERENCES round (id),
    status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'price', 'admitted', 'declined', 'withdrawn')),
    answers_sealed BLOB NOT NULL,
    privacy_version TEXT,
    consented_at TEXT,
    -- What was agreed, excluding VAT, in euro cents: later price changes never touch it.
    agreed_cents INTEGER,
    -- As the coordinator confirmed it; NULL until admission.
    confirmed_member INTEGER CHECK (confirmed_member IN (0, 1)),
    submitted_at TEXT,
    decided_at TEXT,
    decided_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
    reason_sealed BLOB,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

CREATE INDEX registration_round ON registration (round_id, status);
-- One person has at most one registration that is going on.
CREATE UNIQUE INDEX registration_live ON registration (person_id)
    WHERE status IN ('draft', 'submitted', 'price', 'admitted');

CREATE TABLE invitation (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('coordinator', 'facilitator', 'registration')),
    -- Only the hash of the link is kept: who reads the database cannot use it.
    token_hash BLOB NOT NULL UNIQUE,
    -- For whom the coordinator entered a registration; NULL for a role.
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
    created_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    used_by INTEGER REFERENCES person (id) ON DELETE SET NULL
) STRICT;

-- Whose move it is: a row for everything that somebody has to do (domain/moves.py has the rules).
CREATE TABLE move (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    -- Whose move; NULL is every coordinator.
    person_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
    opened_at TEXT NOT NULL,
    -- Which of the steps of its rule comes next, and when.
    step INTEGER NOT NULL DEFAULT 0,
    due_at TEXT,
    closed_at TEXT
) STRICT;

CREATE UNIQUE INDEX move_open ON move (kind, subject_id) WHERE closed_at IS NULL;
CREATE INDEX move_due ON move (due_at) WHERE closed_at IS NULL AND due_at IS NOT NULL;

-- What came in: written down before Telegram hears that it arrived (bot/inbox.py).
CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    -- Whose updates are handled in order; no foreign key, for anyone can write.
    lane INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('received', 'applied', 'done', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 1,
    -- Emptied when done.
    payload_sealed BLOB,
    error_id TEXT,
    received_at TEXT NOT NULL
) STRICT;

CREATE INDEX inbox_unfinished ON inbox (update_id) WHERE status IN ('received', 'applied');
CREATE INDEX inbox_received ON inbox (received_at);

-- What goes out that is not a direct reply (scheduling/delivery.py): kinds and ids, never words.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    subject_id INTEGER,
    -- The message of an earlier row that this one changes in place.
    replaces_id INTEGER REFERENCES outbox (id) ON DELETE SET NULL,
    -- A code to say aloud, or another word that holds nothing of a person.
    detail TEXT,
    status TEXT NOT NULL DEFAULT 'queued'
        CHECK (status IN ('queued', 'sending', 'sent', 'withdrawn', 'missed', 'failed')),
    -- When the rule asks for it, and when quiet hours let it go.
    rule_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    expires_at TEXT,
    -- How often it may have reached the recipient: never more than twice.
    deliveries INTEGER NOT NULL DEFAULT 0,
    message_id INTEGER,
    reason TEXT,
    created_at TEXT NOT NULL,
    settled_at TEXT
) STRICT;

CREATE INDEX outbox_due ON outbox (due_at) WHERE status = 'queued';
CREATE INDEX outbox_sending ON outbox (id) WHERE status = 'sending';
CREATE INDEX outbox_subject ON outbox (subject_id, kind);
CREATE INDEX outbox_recipient ON outbox (recipient_id);
