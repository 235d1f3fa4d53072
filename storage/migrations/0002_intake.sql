-- The intake: slots, bookings, the waiting list and learning goals.

CREATE TABLE slot_rules (
    facilitator_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    length_minutes INTEGER NOT NULL,
    buffer_minutes INTEGER NOT NULL,
    notice_days INTEGER NOT NULL,
    horizon_days INTEGER NOT NULL,
    most_a_day INTEGER NOT NULL,
    cut_off_days INTEGER NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE slot (
    id INTEGER PRIMARY KEY,
    facilitator_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL CHECK (ends_at > starts_at),
    medium TEXT NOT NULL CHECK (medium IN ('phone', 'video')),
    -- With the facilitator's key.
    link_sealed BLOB,
    withdrawn_at TEXT,
    created_at TEXT NOT NULL
) STRICT;

CREATE INDEX slot_facilitator ON slot (facilitator_id, starts_at) WHERE withdrawn_at IS NULL;
CREATE INDEX slot_starts ON slot (starts_at) WHERE withdrawn_at IS NULL;

-- What a facilitator is putting together in a conversation, before it is published.
CREATE TABLE slot_draft (
    facilitator_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    draft_sealed BLOB NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE booking (
    id INTEGER PRIMARY KEY,
    slot_id INTEGER NOT NULL REFERENCES slot (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    status TEXT NOT NULL CHECK (status IN ('booked', 'held', 'cancelled')),
    uid TEXT NOT NULL UNIQUE,
    sequence INTEGER NOT NULL DEFAULT 0,
    person_coming_at TEXT,
    facilitator_coming_at TEXT,
    -- 1 when the facilitator allowed to move it after the cut-off.
    free_to_move INTEGER NOT NULL DEFAULT 0 CHECK (free_to_move IN (0, 1)),
    outcome TEXT CHECK (outcome IN ('goes-on', 'stops', 'second-talk')),
    -- Both with the key of the person who booked, whoever wrote them.
    outcome_reason_sealed BLOB,
    outcome_at TEXT,
    cancelled_by TEXT CHECK (cancelled_by IN ('person', 'facilitator', 'office')),
    cancel_reason_sealed BLOB,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    CHECK ((status = 'held') = (outcome IS NOT NULL)),
    CHECK ((status = 'cancelled') = (cancelled_by IS NOT NULL))
) STRICT;

-- Two people never hold one slot, and nobody holds two.
CREATE UNIQUE INDEX booking_slot ON booking (slot_id) WHERE status <> 'cancelled';
CREATE UNIQUE INDEX booking_person ON booking (person_id) WHERE status = 'booked';
CREATE INDEX booking_history ON booking (person_id, id);

-- After the cut-off the facilitator is asked.
CREATE TABLE change_request (
    id INTEGER PRIMARY KEY,
    booking_id INTEGER NOT NULL REFERENCES booking (id) ON DELETE CASCADE,
    wish TEXT NOT NULL CHECK (wish IN ('move', 'cancel')),
    -- With the key of the person who booked.
    reason_sealed BLOB,
    status TEXT NOT NULL CHECK (status IN ('open', 'granted', 'refused', 'lapsed')),
    created_at TEXT NOT NULL,
    settled_at TEXT
) STRICT;

CREATE UNIQUE INDEX change_request_open ON change_request (booking_id) WHERE status = 'open';

CREATE TABLE waiting (
    person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    -- NULL: with whichever facilitator.
    facilitator_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    joined_at TEXT NOT NULL,
    in_line_since TEXT NOT NULL
) STRICT;

CREATE TABLE offer (
    id INTEGER PRIMARY KEY,
    slot_id INTEGER NOT NULL REFERENCES slot (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    status TEXT NOT NULL CHECK (status IN ('open', 'accepted', 'declined', 'expired', 'withdrawn')),
    offered_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    settled_at TEXT,
    CHECK ((status = 'open') = (settled_at IS NULL))
) STRICT;

-- A slot is held for one at a time, and nobody has to choose between two clocks that run.
CREATE UNIQUE INDEX offer_slot ON offer (slot_id) WHERE status = 'open';
CREATE UNIQUE INDEX offer_person ON offer (person_id) WHERE status = 'open';
CREATE INDEX offer_history ON offer (slot_id, person_id);

CREATE TABLE goal (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    -- Both with the owner's key.
    words_sealed BLOB NOT NULL,
    proposal_sealed BLOB,
    shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)),
    proposed_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
    -- Since when the owner takes no part any more: it is erased 90 days after that.
    left_at TEXT,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

CREATE INDEX goal_person ON goal (person_id);
CREATE INDEX goal_left ON goal (left_at) WHERE left_at IS NOT NULL;

-- Which facilitator may read somebody's goals.
CREATE TABLE goal_reader (
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    facilitator_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    reading TEXT NOT NULL CHECK (reading IN ('granted', 'asked', 'refused')),
    changed_at TEXT NOT NULL,
    PRIMARY KEY (person_id, facilitator_id)
) STRICT;

-- Who was admitted before there were intakes to book is not forgotten: it is their move (domain/moves.py, NO_BOOKING).
INSERT INTO move (kind, subject_id, person_id, opened_at, due_at)
SELECT
    'no-booking',
    id,
    person_id,
    coalesce(decided_at, changed_at),
    strftime('%Y-%m-%dT%H:%M:%f', coalesce(decided_at, changed_at), '+3 days') || '000Z'
FROM registration
WHERE status = 'admitted';
