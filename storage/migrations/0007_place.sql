-- The first date, who hosts which session, and the choice of a place for the year.

-- Moments that a facilitator puts together for a group's first session, before its members are asked.
CREATE TABLE first_date_candidate (
    group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    starts_at TEXT NOT NULL,
    PRIMARY KEY (group_id, starts_at)
) STRICT;

-- Where a group meets for the rest of a cycle: what its members voted, what was decided.
CREATE TABLE place_choice (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    cycle INTEGER NOT NULL CHECK (cycle >= 1),
    -- voting: the members; deciding: the facilitator, upon a tie or without a vote; drafted: hosts in turn are
    -- shown to the facilitator; asking: the member of the central town hall has been asked.
    status TEXT NOT NULL CHECK (status IN ('voting', 'deciding', 'drafted', 'asking', 'settled', 'withdrawn')),
    -- NULL until it is decided.
    form TEXT CHECK (form IN ('central', 'in-turn')),
    -- The central town hall; NULL until it is decided, and in turn.
    municipality_code TEXT,
    -- How the votes of the last poll stood; NULL until they are counted, and where it followed without them.
    votes TEXT CHECK (votes IN ('majority', 'tied', 'none')),
    -- Who leads the group and decided where the votes did not; NULL: the votes did, or nobody in time.
    decided_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
    opened_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    CHECK (municipality_code IS NULL OR form = 'central')
) STRICT;

CREATE UNIQUE INDEX place_choice_live ON place_choice (group_id, cycle) WHERE status <> 'withdrawn';

-- Who was asked to host which session, and what came of it.
CREATE TABLE hosting (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    municipality_code TEXT NOT NULL,
    -- Of the choice that it follows from; NULL: of the first session, or picked by hand.
    choice_id INTEGER REFERENCES place_choice (id) ON DELETE SET NULL,
    -- planned: to be asked; lapsed: did not answer in time; released: was taken off again.
    status TEXT NOT NULL CHECK (status IN ('planned', 'asked', 'accepted', 'declined', 'lapsed', 'released')),
    asked_at TEXT,
    answered_at TEXT,
    -- Room, lunch, directions, parking and contact as JSON, with the key of the host.
    arrangements_sealed BLOB,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

-- A session has one host at a time.
CREATE UNIQUE INDEX hosting_live ON hosting (session_id) WHERE status IN ('planned', 'asked', 'accepted');
CREATE INDEX hosting_person ON hosting (person_id, status);
