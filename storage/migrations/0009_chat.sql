-- The group chat: which chat belongs to a group, who is seen in it, and messages that go to it.

CREATE TABLE chat (
    group_id INTEGER PRIMARY KEY REFERENCES groups (id) ON DELETE CASCADE,
    -- Telegram's; another number from the moment that the group becomes a supergroup.
    chat_id INTEGER NOT NULL UNIQUE,
    -- halted: nothing is said there until the leader has looked; powerless: the bot misses a right it cannot do
    -- without; lost: the bot is not in it (any more).
    status TEXT NOT NULL CHECK (status IN ('linked', 'halted', 'powerless', 'lost')),
    -- Why it is anything but linked.
    why TEXT CHECK (why IN ('difference', 'stranger', 'history', 'rights', 'removed', 'gone', 'unlinked')),
    linked_by INTEGER REFERENCES person (id) ON DELETE SET NULL,
    linked_at TEXT NOT NULL,
    -- The one link with join requests; it lets nobody in by itself. NULL while there is none.
    invite_link TEXT,
    link_made_at TEXT,
    -- How many more people there are than the bot knows of, as counted last, and as the leader found right.
    unknown INTEGER NOT NULL DEFAULT 0,
    unknown_accepted INTEGER NOT NULL DEFAULT 0,
    checked_at TEXT,
    CHECK ((status = 'linked') = (why IS NULL)),
    CHECK ((invite_link IS NULL) = (link_made_at IS NULL))
) STRICT;

-- Who chose to do without a chat: everything goes in private.
CREATE TABLE chat_declined (
    group_id INTEGER PRIMARY KEY REFERENCES groups (id) ON DELETE CASCADE,
    chosen_at TEXT NOT NULL
) STRICT;

-- Everybody of whom the bot knows that they are in the chat, were, were invited, or asked to be let in. Who belongs
-- there follows from the group, never from this.
CREATE TABLE chat_seat (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    telegram_id INTEGER NOT NULL,
    -- NULL for a stranger.
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    place TEXT NOT NULL CHECK (place IN ('invited', 'asked', 'inside', 'outside')),
    -- A stranger's name, with the key of the leader who is told of them.
    name_sealed BLOB,
    sealed_for INTEGER REFERENCES person (id) ON DELETE CASCADE,
    -- Where the bot may write to somebody who asked to be let in.
    user_chat_id INTEGER,
    reported_at TEXT,
    -- The leader has looked: nothing is halted because of this stranger.
    accepted_at TEXT,
    -- From then on everything goes in private to a member who did not come in.
    wait_over_at TEXT,
    changed_at TEXT NOT NULL,
    UNIQUE (group_id, telegram_id),
    CHECK ((name_sealed IS NULL) = (sealed_for IS NULL))
) STRICT;

CREATE TABLE chat_code (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES groups (id) ON DELETE CASCADE,
    -- To whom it was given, and who alone can use it.
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    code_hash BLOB NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT;

-- A message goes to a person or to a group's chat. Its reference to an earlier message names the new table, so that
-- dropping the old one, which empties it first, sets none of them to NULL; the renaming takes it along.
CREATE TABLE outbox_anew (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    recipient_id INTEGER REFERENCES person (id) ON DELETE CASCADE,
    group_id INTEGER REFERENCES groups (id) ON DELETE CASCADE,
    subject_id INTEGER,
    -- The message of an earlier row that this one changes in place.
    replaces_id INTEGER REFERENCES outbox_anew (id) ON DELETE SET NULL,
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
    settled_at TEXT,
    -- 1: it goes to each member in private when the group turns out to have no chat.
    in_private INTEGER NOT NULL DEFAULT 0 CHECK (in_private IN (0, 1)),
    CHECK ((recipient_id IS NULL) <> (group_id IS NULL)),
    CHECK (in_private = 0 OR group_id IS NOT NULL)
) STRICT;

INSERT INTO outbox_anew (
    id, kind, recipient_id, subject_id, replaces_id, detail, status, rule_at, due_at, expires_at, deliveries,
    message_id, reason, created_at, settled_at
)
SELECT
    id, kind, recipient_id, subject_id, replaces_id, detail, status, rule_at, due_at, expires_at, deliveries,
    message_id, reason, created_at, settled_at
FROM outbox;

DROP TABLE outbox;
ALTER TABLE outbox_anew RENAME TO outbox;

CREATE INDEX outbox_due ON outbox (due_at) WHERE status = 'queued';
CREATE INDEX outbox_sending ON outbox (id) WHERE status = 'sending';
CREATE INDEX outbox_subject ON outbox (subject_id, kind);
CREATE INDEX outbox_recipient ON outbox (recipient_id);
CREATE INDEX outbox_group ON outbox (group_id) WHERE group_id IS NOT NULL;
