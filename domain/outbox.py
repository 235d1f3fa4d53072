"""Messages that are not a direct reply: their kinds, and what becomes of one."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from domain.chat import ChatFacts


class Kind(StrEnum):
    """What a message is about; its words are made at the moment of sending."""

    ADMISSION_ASKED = "admission-asked"
    ADMISSION_REMINDER = "admission-reminder"
    # In the place of the card: what the person has changed since, or what became of it.
    ADMISSION_CHANGED = "admission-changed"
    ADMISSION_SETTLED = "admission-settled"
    ADMITTED = "admitted"
    DECLINED = "declined"
    PRICE_ASKED = "price-asked"
    PRICE_REMINDER = "price-reminder"
    PRICE_UNANSWERED = "price-unanswered"
    PRICE_REFUSED = "price-refused"
    REGISTRATION_WITHDRAWN = "registration-withdrawn"
    REGISTRATION_NUDGE = "registration-nudge"
    REGISTRATION_GONE = "registration-gone"
    # Whom the office entered has not opened the link; what was entered is erased.
    ENTRY_UNOPENED = "entry-unopened"
    ENTRY_GONE = "entry-gone"
    INVITATION_USED = "invitation-used"
    ROUND_CLOSED = "round-closed"
    ERROR_REPORTED = "error-reported"
    # The intake; the subject is a registration.
    INTAKE_NUDGE = "intake-nudge"
    INTAKE_UNBOOKED = "intake-unbooked"
    INTAKE_WAITLISTED = "intake-waitlisted"
    INTAKE_STOPPED = "intake-stopped"
    # It was recorded by mistake that somebody does not go on.
    INTAKE_STOP_TAKEN_BACK = "intake-stop-taken-back"
    NO_GROUP_YET = "no-group-yet"
    NO_GROUP_REMINDER = "no-group-reminder"
    TAKEN_OUT = "taken-out"
    LEFT = "left"
    # The subject is the facilitator who has (too few) slots; None: any of them.
    INTAKE_SLOTS_WANTED = "intake-slots-wanted"
    INTAKE_SLOTS_PUBLISHED = "intake-slots-published"
    FACILITATOR_LEFT = "facilitator-left"
    GOALS_READER_ASKED = "goals-reader-asked"
    # The subject is an offer.
    INTAKE_OFFER = "intake-offer"
    INTAKE_OFFER_EXPIRED = "intake-offer-expired"
    # The subject is a booking, the detail the id of the slot that the calendar file is about.
    INTAKE_FILE = "intake-file"
    INTAKE_BOOKED = "intake-booked"
    INTAKE_MOVED = "intake-moved"
    INTAKE_CANCELLED = "intake-cancelled"
    INTAKE_TAKEN_OVER = "intake-taken-over"
    # Where to meet on screen, given or changed after it was booked.
    INTAKE_LINK = "intake-link"
    INTAKE_TOMORROW = "intake-tomorrow"
    INTAKE_SOON = "intake-soon"
    INTAKE_OUTCOME_ASKED = "intake-outcome-asked"
    INTAKE_OUTCOME_REMINDER = "intake-outcome-reminder"
    INTAKE_OUTCOME_MISSING = "intake-outcome-missing"
    INTAKE_GOES_ON = "intake-goes-on"
    INTAKE_STOPS = "intake-stops"
    INTAKE_SECOND_TALK = "intake-second-talk"
    # The subject is a request to change a booking after the cut-off.
    INTAKE_CHANGE_ASKED = "intake-change-asked"
    INTAKE_CHANGE_REMINDER = "intake-change-reminder"
    INTAKE_CHANGE_GRANTED = "intake-change-granted"
    INTAKE_CHANGE_REFUSED = "intake-change-refused"
    INTAKE_CHANGE_LAPSED = "intake-change-lapsed"
    # The subject is a learning goal.
    GOAL_PROPOSED = "goal-proposed"
    GOAL_PROPOSAL_SETTLED = "goal-proposal-settled"
    # The subject is a group.
    GROUP_PUBLISHED = "group-published"
    GROUP_ASSIGNED = "group-assigned"
    GROUP_LEADER_CHANGED = "group-leader-changed"
    GROUP_GIVEN_BACK = "group-given-back"
    GROUP_WITHOUT_LEADER = "group-without-leader"
    # The subject is a membership.
    MEMBER_LEFT = "member-left"
    MEMBER_GONE = "member-gone"
    LEAVING_COSTS_ASKED = "leaving-costs-asked"
    LEAVING_COSTS_REMINDER = "leaving-costs-reminder"
    OUT_OF_OFFICE_ASKED = "out-of-office-asked"
    OUT_OF_OFFICE_REMINDER = "out-of-office-reminder"
    OUT_OF_OFFICE_SETTLED = "out-of-office-settled"
    OUT_OF_OFFICE_UNANSWERED = "out-of-office-unanswered"
    MUNICIPALITY_CLASH = "municipality-clash"
    MUNICIPALITY_CLASH_REMINDER = "municipality-clash-reminder"
    # The subject is a shortage (domain/group_change.py).
    SHORTAGE_ASKED = "shortage-asked"
    SHORTAGE_REMINDER = "shortage-reminder"
    SHORTAGE_SETTLED = "shortage-settled"
    # The subject is somebody who might join (domain/group_change.py).
    NEWCOMER_ASKED = "newcomer-asked"
    NEWCOMER_REMINDER = "newcomer-reminder"
    NEWCOMER_SETTLED = "newcomer-settled"
    NEWCOMER_JOINED = "newcomer-joined"
    # The group chat; the subject is a group.
    CHAT_LINKED = "chat-linked"
    CHAT_TROUBLE = "chat-trouble"
    CHAT_RESTORED = "chat-restored"
    CHAT_INVITED = "chat-invited"
    # To the leader who is not in the chat any more, and to the office.
    CHAT_LEADER_OUTSIDE = "chat-leader-outside"
    # The subject is a membership.
    CHAT_NOT_JOINED = "chat-not-joined"
    # The subject is a seat (domain/chat.py).
    CHAT_STRANGER_TURNED_AWAY = "chat-stranger-turned-away"
    CHAT_STRANGER_INSIDE = "chat-stranger-inside"
    # An administrator, whom only a person can take out.
    CHAT_NOT_REMOVED = "chat-not-removed"
    # To the chat itself: words, and what is done there.
    CHAT_OPENED = "chat-opened"
    CHAT_WELCOME = "chat-welcome"
    CHAT_CHECK = "chat-check"
    CHAT_LINK = "chat-link"
    CHAT_ADMIT = "chat-admit"
    CHAT_TURN_AWAY = "chat-turn-away"
    CHAT_REMOVE = "chat-remove"
    # The subject is a group; the detail holds the ids of the sessions that are new to the recipient.
    SESSION_PLANNED = "session-planned"
    # They are of the group no longer.
    SESSION_DROPPED = "session-dropped"
    # The subject is a group; the detail is what the recipient knew of its sessions that changed (domain.session.Known).
    SESSION_CHANGED = "session-changed"
    # The subject is a session.
    SESSION_CANCELLED = "session-cancelled"
    # The subject is a poll about another moment for a session.
    SESSION_MOVE_PROPOSED = "session-move-proposed"
    # To the chat, or to each in private: what the leader brings to a session.
    SESSION_PROGRAMME = "session-programme"
    FEEDBACK_RULES = "feedback-rules"
    EXERCISE_PAIRS = "exercise-pairs"
    ATTENDANCE_ASKED = "attendance-asked"
    ATTENDANCE_REMINDER = "attendance-reminder"
    ATTENDANCE_SETTLED = "attendance-settled"

    # A poll; to the chat: what is asked, the count under it, and an end to it. The subject is a part, or the poll.
    POLL_PART = "poll-part"
    POLL_TALLY = "poll-tally"
    POLL_STOP = "poll-stop"
    # To one person: the same question with buttons; the subject is the poll.
    POLL_ASKED = "poll-asked"
    POLL_NUDGE = "poll-nudge"
    # In the place of the last of those: how they had answered, and no buttons.
    POLL_ENDED = "poll-ended"
    # A vote came when it was closed.
    POLL_TOO_LATE = "poll-too-late"
    # To who leads the group: the count cannot be found in the chat any more.
    POLL_LOST = "poll-lost"
    # To who leads the group: what the votes come to; to the office: that it waits.
    DATES_PROPOSED = "dates-proposed"
    PROPOSAL_WAITS = "proposal-waits"
    # Which dates it became; to the group.
    DATES_SETTLED = "dates-settled"
    # The subject is a plea (domain/plea.py).
    DATES_PLEA = "dates-plea"
    # The first date; the subject is a group, and then the poll with what the answers come to.
    FIRST_DATE_REMINDER = "first-date-reminder"
    FIRST_DATE_PROPOSED = "first-date-proposed"
    # The subject is a session without a place.
    SESSION_PLACE_WANTED = "session-place-wanted"
    # The subject is a hosting (domain/place.py); to the host.
    HOST_ASKED = "host-asked"
    HOST_REMINDER = "host-reminder"
    HOST_LAPSED = "host-lapsed"
    HOST_RELEASED = "host-released"
    # To who leads the group: somebody hosts, or somebody else is asked.
    HOST_FOUND = "host-found"
    HOST_PASSED = "host-passed"
    # To everybody of the group, in private: room, lunch and how to get there.
    HOST_ARRANGED = "host-arranged"
    # The subject is the choice of a place (domain/place.py).
    PLACE_TIED = "place-tied"
    PLACE_TIE_REMINDER = "place-tie-reminder"
    PLACE_DECIDED = "place-decided"
    PLACE_HOSTS_DRAFTED = "place-hosts-drafted"
    PLACE_SETTLED = "place-settled"
    # To the office: who leads this group (the subject) has something to settle.
    PLACE_WAITS = "place-waits"
    # What comes next for a group, to who leads it; the subject is a group.
    NEXT_STEP = "next-step"
    ROTA_REMINDER = "rota-reminder"
    ROTA_WAITS = "rota-waits"
    # The rota as it was confirmed; to the group.
    ROTA_POSTED = "rota-posted"
    # To each with a turn in it.
    TURNS_TOLD = "turns-told"
    # The subject is a session, the detail what the recipient's part in it was.
    TURN_CHANGED = "turn-changed"
    # To who leads the group: the rota changed by itself. The detail is the ids of those sessions.
    ROTA_CHANGED = "rota-changed"
    # The detail is a person's id.
    ABSENCE_TOLD = "absence-told"
    ABSENCE_TAKEN_BACK = "absence-taken-back"
    BELOW_QUORUM = "below-quorum"
    WENT_ON = "went-on"
    # The subject is a volunteer (domain/turn.py).
    VOLUNTEER_ASKED = "volunteer-asked"
    VOLUNTEER_REMINDER = "volunteer-reminder"
    VOLUNTEER_SETTLED = "volunteer-settled"
    # The subject is a swap.
    SWAP_ASKED = "swap-asked"
    SWAP_REMINDER = "swap-reminder"
    SWAP_TO_DECIDE = "swap-to-decide"
    SWAP_DECISION_REMINDER = "swap-decision-reminder"
    SWAP_DONE = "swap-done"
    SWAP_FAILED = "swap-failed"


REMINDERS = frozenset(
    {
        Kind.ADMISSION_REMINDER,
        Kind.PRICE_REMINDER,
        Kind.PRICE_UNANSWERED,
        Kind.REGISTRATION_NUDGE,
        Kind.ENTRY_UNOPENED,
        Kind.INTAKE_NUDGE,
        Kind.INTAKE_SLOTS_WANTED,
        Kind.INTAKE_SLOTS_PUBLISHED,
        Kind.INTAKE_OUTCOME_REMINDER,
        Kind.INTAKE_OUTCOME_MISSING,
        Kind.INTAKE_CHANGE_REMINDER,
        Kind.NO_GROUP_YET,
        Kind.NO_GROUP_REMINDER,
        Kind.POLL_NUDGE,
        Kind.PROPOSAL_WAITS,
        Kind.FIRST_DATE_REMINDER,
        Kind.SESSION_PLACE_WANTED,
        Kind.HOST_REMINDER,
        Kind.PLACE_TIE_REMINDER,
        Kind.PLACE_WAITS,
        Kind.NEXT_STEP,
        Kind.ROTA_REMINDER,
        Kind.ROTA_WAITS,
        Kind.VOLUNTEER_REMINDER,
        Kind.SWAP_REMINDER,
        Kind.SWAP_DECISION_REMINDER,
        Kind.GROUP_WITHOUT_LEADER,
        Kind.LEAVING_COSTS_REMINDER,
        Kind.OUT_OF_OFFICE_REMINDER,
        Kind.MUNICIPALITY_CLASH_REMINDER,
        Kind.SHORTAGE_REMINDER,
        Kind.NEWCOMER_REMINDER,
        Kind.ATTENDANCE_REMINDER,
    }
)
"""Of several that are overdue for the same person about the same thing, only the newest is worth sending."""


DOOR_KEEPING = frozenset({Kind.CHAT_LINK, Kind.CHAT_ADMIT, Kind.CHAT_TURN_AWAY, Kind.CHAT_REMOVE})
"""What is done in a chat while it is halted too, or a stranger would stay because a stranger is there."""


REPEATABLE = frozenset({Kind.CHAT_LINK, Kind.CHAT_ADMIT, Kind.CHAT_REMOVE, Kind.CHAT_CHECK, Kind.POLL_STOP})
"""What can be done any number of times and comes to the same: nobody reads it twice, and it has to be done."""


class OutboxStatus(StrEnum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    # Its reason is gone.
    WITHDRAWN = "withdrawn"
    # It came too late, and that is told where it matters.
    MISSED = "missed"
    # Telegram said no for good, or it may have arrived twice already.
    FAILED = "failed"


class Why(StrEnum):
    """Why the delivery settled a message that was not sent; others may withdraw it for reasons of their own."""

    # The bot may not write to the recipient until they press start again.
    UNREACHABLE = "unreachable"
    REFUSED = "refused by Telegram"
    PERHAPS_DELIVERED = "perhaps delivered twice"
    NO_WORDS = "its words could not be made"
    EXPIRED = "expired"
    OVERTAKEN = "overtaken"
    # The group has no chat (any more): it went to each member in private, if that makes sense.
    NO_CHAT = "the group has no chat"


# It may have arrived whenever a process died, or a line broke, after it was claimed.
MOST_DELIVERIES = 2


class SentPoll(BaseModel):
    """What Telegram calls a poll of its own that was just sent."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    telegram_poll_id: str
    # In the order of its options.
    persistent_ids: tuple[str, ...]


class Delivered(BaseModel):
    """What came of a message that left, or of what was done in a chat."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    message_id: int | None = None
    # The chat that it went to, as it was called then.
    chat_id: int | None = None
    poll: SentPoll | None = None
    invite_link: str | None = None
    facts: ChatFacts | None = None
    # What was to be changed or stopped is not there any more.
    missing: bool = False


class OutboxMessage(BaseModel):
    """For a person, or for the chat of a group: one of the two."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    kind: Kind
    recipient_id: int | None
    group_id: int | None = None
    subject_id: int | None
    replaces_id: int | None
    detail: str | None
    status: OutboxStatus
    rule_at: datetime
    due_at: datetime
    expires_at: datetime | None
    deliveries: int
    message_id: int | None
    reason: str | None
    created_at: datetime
    settled_at: datetime | None
    # It goes to each member in private when the group turns out to have no chat.
    in_private: bool = False

    @property
    def lane(self) -> int:
        """Whose turn it takes: messages to one person, or to one chat, leave one by one."""
        return lane_of(self.recipient_id, self.group_id)


def lane_of(recipient_id: int | None, group_id: int | None) -> int:
    """The person's id, or the negated id of the group. Raises ValueError when there is neither."""
    if recipient_id is not None:
        return recipient_id
    if group_id is None:
        raise ValueError("a message goes to a person or to a group")
    return -group_id
