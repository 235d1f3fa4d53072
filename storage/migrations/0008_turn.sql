-- Presenters and reserves, and the swaps among them.

-- A place in the rota of a session. person_id is the present rota, original_person_id what the group was told first.
CREATE TABLE turn (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('presenter', 'reserve')),
    position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 2 AND (role = 'presenter' OR position = 1)),
    -- NULL: nobody, for the moment.
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    original_person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    status TEXT NOT NULL CHECK (status IN ('proposed', 'told')),
    chosen_by TEXT NOT NULL CHECK (chosen_by IN ('bot', 'member', 'facilitator')),
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    UNIQUE (session_id, role, position)
) STRICT;

-- Nobody has two places in one session.
CREATE UNIQUE INDEX turn_person ON turn (session_id, person_id) WHERE person_id IS NOT NULL;
CREATE INDEX turn_of_person ON turn (person_id);

-- "Ik heb een casus voor ...": a member would like to present then.
CREATE TABLE volunteer (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    created_at TEXT NOT NULL,
    -- Given a turn, or told that it cannot be.
    settled_at TEXT
) STRICT;

CREATE UNIQUE INDEX volunteer_open ON volunteer (session_id, person_id) WHERE settled_at IS NULL;

CREATE TABLE swap (
    id INTEGER PRIMARY KEY,
    turn_id INTEGER NOT NULL REFERENCES turn (id) ON DELETE CASCADE,
    asked_by INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    status TEXT NOT NULL CHECK (status IN ('open', 'to-decide', 'done', 'refused', 'withdrawn', 'lapsed')),
    taken_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
    taken_turn_id INTEGER REFERENCES turn (id) ON DELETE SET NULL,
    ends_at TEXT NOT NULL,
    created_at TEXT NOT NULL,
    settled_at TEXT
) STRICT;

-- A turn is offered once at a time.
CREATE UNIQUE INDEX swap_live ON swap (turn_id) WHERE status IN ('open', 'to-decide');

CREATE TABLE swap_ask (
    swap_id INTEGER NOT NULL REFERENCES swap (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    declined_at TEXT,
    PRIMARY KEY (swap_id, person_id)
) STRICT, WITHOUT ROWID;

-- A session to which fewer come than its quorum, and what its leader decided.
CREATE TABLE thin_session (
    session_id INTEGER PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    -- How many came when it was asked: it is asked again only when even fewer do.
    coming INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    -- "lapsed": nobody decided, so it goes on.
    decision TEXT CHECK (decision IN ('goes-on', 'moves', 'lapsed')),
    decided_at TEXT,
    CHECK ((decision IS NULL) = (decided_at IS NULL))
) STRICT;
