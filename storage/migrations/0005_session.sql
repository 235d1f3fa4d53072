-- Sessions of a group: when and where, who was there, and with whom the feedback exercise was done.

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    -- 1 for the first six sessions, 2 for the four behind them, and so on; within each they are numbered from 1.
    cycle INTEGER NOT NULL CHECK (cycle >= 1),
    number INTEGER NOT NULL CHECK (number >= 1),
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL CHECK (ends_at > starts_at),
    status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled')),
    form TEXT NOT NULL CHECK (form IN ('place', 'online')),
    -- NULL: not settled yet, or online.
    municipality_code TEXT,
    host_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    -- NULL: not said.
    lunch TEXT CHECK (lunch IN ('before', 'after')),
    uid TEXT NOT NULL UNIQUE,
    sequence INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    CHECK (form = 'place' OR municipality_code IS NULL)
) STRICT;

CREATE UNIQUE INDEX session_number ON session (group_id, cycle, number) WHERE status <> 'cancelled';
CREATE INDEX session_starts ON session (starts_at) WHERE status <> 'cancelled';

CREATE TABLE attendance (
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    -- NULL: did not say beforehand that they would be absent, or took it back.
    absence_reported_at TEXT,
    -- NULL until it is noted.
    present INTEGER CHECK (present IN (0, 1)),
    noted_at TEXT,
    PRIMARY KEY (session_id, person_id),
    CHECK ((present IS NULL) = (noted_at IS NULL))
) STRICT;

CREATE INDEX attendance_person ON attendance (person_id);

-- The exercise in feedback: everyone gives to one and receives from another.
CREATE TABLE exercise_pair (
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    giver_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    receiver_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (session_id, giver_id),
    UNIQUE (session_id, receiver_id),
    CHECK (giver_id <> receiver_id)
) STRICT;

-- Moments that a facilitator puts together for a session that has to move, before the poll about them is opened.
CREATE TABLE move_candidate (
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    starts_at TEXT NOT NULL,
    PRIMARY KEY (session_id, starts_at)
) STRICT;
