"""Who may what: one table for every command, button and poll (design.md, section 4)."""

from __future__ import annotations

from enum import StrEnum

from domain.person import Role


class Action(StrEnum):
    REGISTER = "register"
    SEE_OWN = "see-own"
    SEE_HELP = "see-help"
    SEE_PRIVACY = "see-privacy"
    CHOOSE_LANGUAGE = "choose-language"
    STOP = "stop"
    MANAGE_ROUNDS = "manage-rounds"
    INVITE_FACILITATOR = "invite-facilitator"
    ENTER_REGISTRATION = "enter-registration"
    DECIDE_ADMISSION = "decide-admission"
    BOOK_INTAKE = "book-intake"
    WRITE_GOALS = "write-goals"
    PUBLISH_SLOTS = "publish-slots"
    HOLD_INTAKES = "hold-intakes"
    # Of the own participants, and no one else's.
    READ_GOALS = "read-goals"
    MANAGE_FACILITATORS = "manage-facilitators"
    SEE_PARTICIPANTS = "see-participants"
    TAKE_OUT = "take-out"
    SEE_ROTA = "see-rota"
    # Of a group that they lead.
    DIVIDE_TURNS = "divide-turns"
    TRADE_TURNS = "trade-turns"
    REPORT_ABSENCE = "report-absence"
    # Of the own groups: the service holds to that.
    LINK_CHAT = "link-chat"
    # Composing, publishing, who leads a group, who joins one on its way.
    MANAGE_GROUPS = "manage-groups"
    # Of the own groups, and no one else's: handlers/leading.py and the services hold to that.
    LEAD_GROUP = "lead-group"
    # Both, each as far as the service says: standing in, and what is decided when a group gets small.
    ARRANGE_GROUP = "arrange-group"
    BE_IN_GROUP = "be-in-group"
    # Of the own groups: the first date, and where they meet.
    PLAN_FIRST_DATE = "plan-first-date"
    SETTLE_PLACE = "settle-place"
    HOST = "host"
    # What is coming for oneself, and the own groups.
    SEE_AGENDA = "see-agenda"
    # Of the own groups: sessions, and what is brought to them.
    NOTE_ATTENDANCE = "note-attendance"
    BRING_PROGRAMME = "bring-programme"
    MOVE_SESSION = "move-session"
    # Of the own groups: the dates of a cycle, and every poll.
    PLAN_DATES = "plan-dates"
    VOTE = "vote"


# None is somebody without a role: a stranger, or a person whose registration is not admitted yet.
NOBODY = None
EVERYBODY: frozenset[Role | None] = frozenset({*Role, NOBODY})
COORDINATOR: frozenset[Role | None] = frozenset({Role.COORDINATOR})
PARTICIPANT: frozenset[Role | None] = frozenset({Role.PARTICIPANT})
FACILITATOR: frozenset[Role | None] = frozenset({Role.FACILITATOR})

ACCESS: dict[Action, frozenset[Role | None]] = {
    # Participant, facilitator and coordinator are different people.
    Action.REGISTER: frozenset({Role.PARTICIPANT, NOBODY}),
    Action.SEE_OWN: EVERYBODY,
    Action.SEE_HELP: EVERYBODY,
    Action.SEE_PRIVACY: EVERYBODY,
    Action.CHOOSE_LANGUAGE: EVERYBODY,
    Action.STOP: EVERYBODY,
    Action.PLAN_DATES: FACILITATOR,
    # Of the own group: the service holds to that.
    Action.VOTE: PARTICIPANT,
    Action.MANAGE_ROUNDS: COORDINATOR,
    Action.INVITE_FACILITATOR: COORDINATOR,
    Action.ENTER_REGISTRATION: COORDINATOR,
    Action.DECIDE_ADMISSION: COORDINATOR,
    Action.BOOK_INTAKE: PARTICIPANT,
    Action.WRITE_GOALS: PARTICIPANT,
    Action.PUBLISH_SLOTS: FACILITATOR,
    Action.HOLD_INTAKES: FACILITATOR,
    Action.READ_GOALS: FACILITATOR,
    Action.MANAGE_FACILITATORS: COORDINATOR,
    Action.SEE_PARTICIPANTS: COORDINATOR,
    # A facilitator only the own participants: the service holds to that.
    Action.TAKE_OUT: COORDINATOR | FACILITATOR,
    Action.LINK_CHAT: FACILITATOR,
    Action.MANAGE_GROUPS: COORDINATOR,
    Action.LEAD_GROUP: FACILITATOR,
    Action.ARRANGE_GROUP: COORDINATOR | FACILITATOR,
    Action.BE_IN_GROUP: PARTICIPANT,
    Action.PLAN_FIRST_DATE: FACILITATOR,
    Action.SETTLE_PLACE: FACILITATOR,
    Action.HOST: PARTICIPANT,
    Action.SEE_AGENDA: PARTICIPANT | FACILITATOR,
    Action.NOTE_ATTENDANCE: FACILITATOR,
    Action.BRING_PROGRAMME: FACILITATOR,
    Action.MOVE_SESSION: FACILITATOR,
    Action.SEE_ROTA: PARTICIPANT | FACILITATOR,
    Action.DIVIDE_TURNS: FACILITATOR,
    Action.TRADE_TURNS: PARTICIPANT,
    Action.REPORT_ABSENCE: PARTICIPANT,
}


def may(role: Role | None, action: Action) -> bool:
    return role in ACCESS[action]
