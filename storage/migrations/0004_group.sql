-- Groups: who is in them, who leads them, their cycles, and what has to be decided when somebody comes or goes.

-- "Groep 3" is the row with id 3. The table is called groups, for GROUP is a word of SQL.
CREATE TABLE groups (
    id INTEGER PRIMARY KEY,
    -- The round from which all of its members came; NULL when they came from several, or from none.
    round_id INTEGER REFERENCES round (id) ON DELETE SET NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'ended', 'cancelled')),
    facilitator_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    -- Who leads it for a time in the facilitator's stead.
    stand_in_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    -- Fewest people for a session; the rule is the lesser of this and all members but one.
    quorum INTEGER NOT NULL DEFAULT 5 CHECK (quorum BETWEEN 2 AND 8),
    -- From which session of the first cycle members present a case.
    presenting_from INTEGER NOT NULL DEFAULT 2 CHECK (presenting_from BETWEEN 1 AND 6),
    created_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    published_at TEXT,
    ended_at TEXT,
    CHECK (stand_in_id IS NULL OR stand_in_id <> facilitator_id),
    CHECK (status <> 'published' OR published_at IS NOT NULL)
) STRICT;

CREATE INDEX groups_facilitator ON groups (facilitator_id) WHERE status = 'published';
CREATE INDEX groups_stand_in ON groups (stand_in_id) WHERE status = 'published';

CREATE TABLE membership (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    registration_id INTEGER NOT NULL REFERENCES registration (id) ON DELETE CASCADE,
    -- Picked: on the coordinator's card, and nobody was told.
    status TEXT NOT NULL CHECK (status IN ('picked', 'member', 'left')),
    picked_at TEXT NOT NULL,
    joined_at TEXT,
    left_at TEXT,
    left_by TEXT CHECK (left_by IN ('person', 'facilitator', 'office')),
    -- Whether who left after publication owes the costs; NULL until the coordinator has decided.
    costs TEXT CHECK (costs IN ('due', 'waived')),
    costs_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
    costs_at TEXT,
    -- "Ik ben geen wethouder meer": since when, and what member and leader want; NULL until they said so.
    out_of_office_at TEXT,
    member_wish TEXT CHECK (member_wish IN ('finish', 'stop')),
    leader_wish TEXT CHECK (leader_wish IN ('finish', 'stop')),
    CHECK ((status = 'left') = (left_at IS NOT NULL))
) STRICT;

-- A participant is in at most one trajectory that is not finished.
CREATE UNIQUE INDEX membership_live ON membership (person_id) WHERE status IN ('picked', 'member');
CREATE INDEX membership_group ON membership (group_id, status);

CREATE TABLE cycle (
    group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    -- 6 in the first cycle, 4 in each that follows.
    sessions INTEGER NOT NULL CHECK (sessions > 0),
    status TEXT NOT NULL CHECK (status IN ('running', 'ended')),
    started_at TEXT NOT NULL,
    ended_at TEXT,
    PRIMARY KEY (group_id, number)
) STRICT;

CREATE UNIQUE INDEX cycle_running ON cycle (group_id) WHERE status = 'running';

-- A group of fewer than six in the middle of a cycle: its leader and the coordinator choose.
CREATE TABLE shortage (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    opened_at TEXT NOT NULL,
    leader_wish TEXT CHECK (leader_wish IN ('go-on', 'fill-up')),
    office_wish TEXT CHECK (office_wish IN ('go-on', 'fill-up')),
    outcome TEXT CHECK (outcome IN ('go-on', 'fill-up', 'lapsed')),
    settled_at TEXT,
    CHECK ((outcome IS NULL) = (settled_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX shortage_open ON shortage (group_id) WHERE outcome IS NULL;

-- Somebody who might join a group that is on its way.
CREATE TABLE newcomer (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    registration_id INTEGER NOT NULL REFERENCES registration (id) ON DELETE CASCADE,
    status TEXT NOT NULL CHECK (status IN ('asked', 'joined', 'refused', 'withdrawn')),
    proposed_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
    opened_at TEXT NOT NULL,
    settled_at TEXT,
    CHECK ((status = 'asked') = (settled_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX newcomer_open ON newcomer (group_id) WHERE status = 'asked';
CREATE UNIQUE INDEX newcomer_person ON newcomer (person_id) WHERE status = 'asked';

-- What each member answered in private. Emptied when it is settled: nobody is ever to learn whose answer it was.
CREATE TABLE newcomer_answer (
    newcomer_id INTEGER NOT NULL REFERENCES newcomer (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    answer TEXT NOT NULL CHECK (answer IN ('fits', 'does-not-fit')),
    answered_at TEXT NOT NULL,
    PRIMARY KEY (newcomer_id, person_id)
) STRICT;
