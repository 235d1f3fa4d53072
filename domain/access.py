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


# None is somebody without a role: a stranger, or a person whose registration is not admitted yet.
NOBODY = None
EVERYBODY: frozenset[Role | None] = frozenset({*Role, NOBODY})
COORDINATOR: frozenset[Role | None] = frozenset({Role.COORDINATOR})

ACCESS: dict[Action, frozenset[Role | None]] = {
    # Participant, facilitator and coordinator are different people.
    Action.REGISTER: frozenset({Role.PARTICIPANT, NOBODY}),
    Action.SEE_OWN: EVERYBODY,
    Action.SEE_HELP: EVERYBODY,
    Action.SEE_PRIVACY: EVERYBODY,
    Action.CHOOSE_LANGUAGE: EVERYBODY,
    Action.STOP: EVERYBODY,
    Action.MANAGE_ROUNDS: COORDINATOR,
    Action.INVITE_FACILITATOR: COORDINATOR,
    Action.ENTER_REGISTRATION: COORDINATOR,
    Action.DECIDE_ADMISSION: COORDINATOR,
}


def may(role: Role | None, action: Action) -> bool:
    return role in ACCESS[action]
