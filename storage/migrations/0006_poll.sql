-- Polls: questions with votes, in the group chat (as polls of Telegram's) or in private; and the planning of the dates.

CREATE TABLE poll (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL CHECK (purpose IN ('first-date', 'dates', 'place', 'town-hall', 'move')),
    -- The session that it is about; NULL: none in particular.
    session_id INTEGER REFERENCES session (id) ON DELETE CASCADE,
    venue TEXT NOT NULL CHECK (venue IN ('chat', 'private')),
    status TEXT NOT NULL CHECK (status IN ('open', 'closed', 'settled', 'withdrawn')),
    opened_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
    -- The last time that it was opened; earlier votes stand.
    opened_at TEXT NOT NULL,
    -- How many times it was opened: each time sends new polls of Telegram's.
    opening INTEGER NOT NULL DEFAULT 1,
    closes_at TEXT NOT NULL,
    closed_at TEXT,
    closed_why TEXT CHECK (closed_why IN ('all', 'deadline', 'hand')),
    -- When it was first worked out what the votes come to; NULL: still to be done.
    proposed_at TEXT,
    settled_at TEXT,
    -- JSON; nothing confidential.
    settings TEXT NOT NULL DEFAULT '{}',
    CHECK ((closed_at IS NULL) = (closed_why IS NULL)),
    CHECK (status <> 'open' OR closed_at IS NULL),
    CHECK ((status = 'settled') = (settled_at IS NOT NULL))
) STRICT;

-- A group has one question of a kind at a time.
CREATE UNIQUE INDEX poll_open ON poll (group_id, purpose, coalesce(session_id, 0)) WHERE status IN ('open', 'closed');
CREATE INDEX poll_group ON poll (group_id, id);

CREATE TABLE poll_option (
    id INTEGER PRIMARY KEY,
    poll_id INTEGER NOT NULL REFERENCES poll (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    starts_at TEXT,
    ends_at TEXT,
    municipality_code TEXT,
    word TEXT CHECK (word IN ('central', 'in-turn')),
    withdrawn_at TEXT,
    CHECK ((starts_at IS NULL) = (ends_at IS NULL)),
    CHECK ((starts_at IS NOT NULL) + (municipality_code IS NOT NULL) + (word IS NOT NULL) = 1)
) STRICT;

CREATE INDEX poll_option_poll ON poll_option (poll_id, position);

-- One poll of Telegram's.
CREATE TABLE poll_part (
    id INTEGER PRIMARY KEY,
    poll_id INTEGER NOT NULL REFERENCES poll (id) ON DELETE CASCADE,
    -- Of which opening; a stopped poll of Telegram's cannot be opened again.
    opening INTEGER NOT NULL,
    -- "Data 1 van 2".
    number INTEGER NOT NULL,
    total INTEGER NOT NULL,
    -- All NULL until it is sent.
    telegram_poll_id TEXT UNIQUE,
    chat_id INTEGER,
    message_id INTEGER,
    -- Telegram takes no votes for it any more, or the message is gone.
    ended_at TEXT,
    ended_why TEXT CHECK (ended_why IN ('stopped', 'lost', 'replaced')),
    CHECK ((ended_at IS NULL) = (ended_why IS NULL))
) STRICT;

CREATE INDEX poll_part_poll ON poll_part (poll_id, opening, number);

CREATE TABLE poll_part_option (
    part_id INTEGER NOT NULL REFERENCES poll_part (id) ON DELETE CASCADE,
    -- The order in Telegram's poll, from 0.
    position INTEGER NOT NULL,
    -- NULL: "op geen van deze".
    option_id INTEGER REFERENCES poll_option (id) ON DELETE CASCADE,
    -- What Telegram calls it; NULL until it is sent.
    persistent_id TEXT,
    PRIMARY KEY (part_id, position)
) STRICT;

-- A poll of Telegram's of which it was uncertain whether it arrived, so that the part was sent again: the other one.
CREATE TABLE poll_twin (
    telegram_poll_id TEXT PRIMARY KEY,
    part_id INTEGER NOT NULL REFERENCES poll_part (id) ON DELETE CASCADE
) STRICT;

-- What somebody answered to one option, in the chat or in private: it is one vote, and the later update stands.
CREATE TABLE vote (
    option_id INTEGER NOT NULL REFERENCES poll_option (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    -- NULL: taken back. The row stays, so that an older update that comes later changes nothing.
    answer TEXT CHECK (answer IN ('yes', 'rather-not', 'no')),
    via TEXT NOT NULL CHECK (via IN ('chat', 'private')),
    update_id INTEGER NOT NULL,
    answered_at TEXT NOT NULL,
    PRIMARY KEY (option_id, person_id)
) STRICT;

CREATE INDEX vote_person ON vote (person_id);

-- A vote for a poll of Telegram's that was sent, but not written down as sent yet.
CREATE TABLE early_vote (
    telegram_poll_id TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    update_id INTEGER NOT NULL,
    -- JSON: positions in Telegram's poll.
    positions TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    PRIMARY KEY (telegram_poll_id, person_id)
) STRICT;

-- "Zou het kunnen als het moet?": one person is asked about one date that would make a better set.
CREATE TABLE plea (
    id INTEGER PRIMARY KEY,
    poll_id INTEGER NOT NULL REFERENCES poll (id) ON DELETE CASCADE,
    option_id INTEGER NOT NULL REFERENCES poll_option (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    asked_at TEXT NOT NULL,
    possible INTEGER CHECK (possible IN (0, 1)),
    answered_at TEXT,
    CHECK ((possible IS NULL) = (answered_at IS NULL)),
    UNIQUE (option_id, person_id)
) STRICT;

-- Which dates a facilitator is putting together for a group, before there is a poll.
CREATE TABLE planning_draft (
    facilitator_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    -- With the facilitator's key.
    draft_sealed BLOB NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
