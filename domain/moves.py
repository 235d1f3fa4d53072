"""Whose move it is: nothing waits for ever. The table of design.md, as data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from domain.person import Role
from domain.poll import voting_ends
from domain.time import add_working_days
from domain.waiting import offer_ends

if TYPE_CHECKING:
    from collections.abc import Callable


class MoveKind(StrEnum):
    ADMISSION = "admission"
    HALF_FINISHED = "half-finished"
    PRICE = "price"
    # Opened for the midnight on which a round's last day is over.
    ROUND_CLOSING = "round-closing"
    # The subject is a registration.
    NO_BOOKING = "no-booking"
    WAITING_LIST = "waiting-list"
    NO_GROUP = "no-group"
    # The subject is an offer.
    INTAKE_OFFER = "intake-offer"
    # The subject is a booking; opened for the moment at which the intake ends.
    INTAKE_OUTCOME = "intake-outcome"
    # The subject is a request to change a booking after the cut-off.
    INTAKE_CHANGE = "intake-change"
    # The subject is a group that nobody leads.
    GROUP_WITHOUT_LEADER = "group-without-leader"
    # The subject is a membership.
    LEAVING_COSTS = "leaving-costs"
    OUT_OF_OFFICE = "out-of-office"
    MUNICIPALITY_CLASH = "municipality-clash"
    # The subject is a shortage (domain/group_change.py).
    SHORTAGE = "shortage"
    # The subject is a shortage too: the group is to be filled up, and nobody was found yet.
    FILLING_UP = "filling-up"
    # The subject is somebody who might join (domain/group_change.py).
    NEWCOMER = "newcomer"
    # The subject is a membership.
    JOINING_CHAT = "joining-chat"
    # The subject is a session; opened for the moment at which it ends.
    ATTENDANCE = "attendance"

    # The subject is a poll: while it is open, and from then until its outcome is confirmed.
    POLL = "poll"
    PROPOSAL = "proposal"
    # The subject is a group without a first date, and a session to come without a place.
    FIRST_DATE = "first-date"
    SESSION_PLACE = "session-place"
    # The subject is a hosting; opened for the moment at which the host is asked, and from then until the answer.
    HOST_ASKING = "host-asking"
    HOST_ANSWER = "host-answer"
    # The subject is the choice of a place (domain/place.py) that the votes did not make, and hosts to be confirmed.
    PLACE_TIE = "place-tie"
    HOSTS_DRAFTED = "hosts-drafted"
    # The subject is a group whose turns are to be divided and confirmed.
    ROTA = "rota"
    # The subject is a session; opened for two days before it.
    BELOW_QUORUM = "below-quorum"
    # The subject is a volunteer (domain/turn.py).
    VOLUNTEER = "volunteer"
    # The subject is a swap: those who were asked, and then perhaps the facilitator.
    SWAP = "swap"
    SWAP_DECISION = "swap-decision"


class Deed(StrEnum):
    """What happens at a step when nobody has moved."""

    REMIND = "remind"
    TELL_COORDINATOR = "tell-coordinator"
    TELL_FACILITATOR = "tell-facilitator"
    TELL_PERSON = "tell-person"
    PUT_ON_WAITING_LIST = "put-on-waiting-list"
    # What was offered or asked lapses.
    LAPSE = "lapse"
    ERASE = "erase"
    CLOSE = "close"
    # No more votes: the best that came of them is put before who leads the group.
    PROPOSE = "propose"
    # What was not decided: the group goes on as it is.
    GO_ON = "go-on"
    # Who did not answer did not agree.
    COUNT_AS_NO = "count-as-no"
    # Of whom nothing was noted: who did not report absence was there.
    COUNT_AS_PRESENT = "count-as-present"
    ASK = "ask"
    # The next is asked.
    ASK_NEXT = "ask-next"
    # It becomes one central town hall.
    CENTRAL = "central"


@dataclass(frozen=True, slots=True)
class Step:
    # From the moment that the wait began to the moment of this step.
    due: Callable[[datetime], datetime]
    deed: Deed


@dataclass(frozen=True, slots=True)
class Rule:
    owner: Role
    steps: tuple[Step, ...]
    # Behind the last step it is repeated at this distance; None: the last step ends the wait.
    repeat: timedelta | None = None


def _days(number: int) -> Callable[[datetime], datetime]:
    return lambda opened: opened + timedelta(days=number)


def _hours(number: int) -> Callable[[datetime], datetime]:
    return lambda opened: opened + timedelta(hours=number)


def _working_days(number: int) -> Callable[[datetime], datetime]:
    return lambda opened: add_working_days(opened, number)


# PARTICIPANT stands for the person who registers.
RULES: dict[MoveKind, Rule] = {
    MoveKind.ADMISSION: Rule(Role.COORDINATOR, (Step(_working_days(5), Deed.REMIND),), repeat=timedelta(days=1)),
    MoveKind.HALF_FINISHED: Rule(Role.PARTICIPANT, (Step(_days(3), Deed.REMIND), Step(_days(30), Deed.ERASE))),
    MoveKind.PRICE: Rule(
        Role.PARTICIPANT,
        (Step(_days(3), Deed.REMIND), Step(_days(7), Deed.REMIND), Step(_days(14), Deed.TELL_COORDINATOR)),
        repeat=timedelta(days=14),
    ),
    MoveKind.ROUND_CLOSING: Rule(Role.COORDINATOR, (Step(_days(0), Deed.CLOSE),)),
    MoveKind.NO_BOOKING: Rule(
        Role.PARTICIPANT,
        (
            Step(_days(3), Deed.REMIND),
            Step(_days(7), Deed.REMIND),
            Step(_days(14), Deed.REMIND),
            Step(_days(14), Deed.TELL_FACILITATOR),
            Step(_days(21), Deed.PUT_ON_WAITING_LIST),
        ),
    ),
    # Who waits, waits for slots: the facilitators' move.
    MoveKind.WAITING_LIST: Rule(
        Role.FACILITATOR,
        (Step(_days(2), Deed.TELL_FACILITATOR), Step(_days(7), Deed.TELL_COORDINATOR)),
        repeat=timedelta(days=7),
    ),
    MoveKind.INTAKE_OFFER: Rule(Role.PARTICIPANT, (Step(offer_ends, Deed.LAPSE),)),
    MoveKind.INTAKE_OUTCOME: Rule(
        Role.FACILITATOR,
        (Step(_days(2), Deed.REMIND), Step(_days(7), Deed.TELL_COORDINATOR)),
        repeat=timedelta(days=7),
    ),
    MoveKind.INTAKE_CHANGE: Rule(Role.FACILITATOR, (Step(_hours(3), Deed.REMIND), Step(_days(1), Deed.LAPSE))),
    MoveKind.ATTENDANCE: Rule(
        Role.FACILITATOR,
        (Step(_hours(0), Deed.ASK), Step(_days(2), Deed.REMIND), Step(_days(3), Deed.COUNT_AS_PRESENT)),
    ),
    MoveKind.JOINING_CHAT: Rule(Role.PARTICIPANT, (Step(_days(7), Deed.TELL_FACILITATOR),)),
    MoveKind.NO_GROUP: Rule(Role.COORDINATOR, (Step(_days(60), Deed.TELL_PERSON),), repeat=timedelta(days=30)),
    MoveKind.GROUP_WITHOUT_LEADER: Rule(Role.COORDINATOR, (Step(_days(2), Deed.REMIND),), repeat=timedelta(days=1)),
    MoveKind.LEAVING_COSTS: Rule(Role.COORDINATOR, (Step(_days(7), Deed.REMIND),), repeat=timedelta(days=7)),
    # Who is no alderman any more takes part for as long as nobody said otherwise.
    MoveKind.OUT_OF_OFFICE: Rule(
        Role.FACILITATOR, (Step(_days(3), Deed.REMIND), Step(_days(7), Deed.TELL_COORDINATOR))
    ),
    MoveKind.MUNICIPALITY_CLASH: Rule(Role.COORDINATOR, (Step(_days(3), Deed.REMIND),), repeat=timedelta(days=7)),
    # The facilitator and the coordinator choose; it is put down as the facilitator's.
    MoveKind.SHORTAGE: Rule(Role.FACILITATOR, (Step(_days(4), Deed.REMIND), Step(_days(7), Deed.GO_ON))),
    MoveKind.FILLING_UP: Rule(Role.COORDINATOR, (Step(_days(7), Deed.REMIND),), repeat=timedelta(days=7)),
    MoveKind.NEWCOMER: Rule(
        Role.PARTICIPANT, (Step(_days(2), Deed.REMIND), Step(_days(4), Deed.REMIND), Step(_days(5), Deed.COUNT_AS_NO))
    ),
    # Half time of the five days, and a day before they are over; a poll that closes sooner has `ends_by`.
    MoveKind.POLL: Rule(
        Role.PARTICIPANT, (Step(_hours(60), Deed.REMIND), Step(_days(4), Deed.REMIND), Step(voting_ends, Deed.PROPOSE))
    ),
    MoveKind.PROPOSAL: Rule(Role.FACILITATOR, (Step(_days(3), Deed.TELL_COORDINATOR),), repeat=timedelta(days=7)),
    MoveKind.FIRST_DATE: Rule(
        Role.FACILITATOR,
        (Step(_days(5), Deed.REMIND), Step(_days(10), Deed.REMIND), Step(_days(14), Deed.TELL_COORDINATOR)),
        repeat=timedelta(days=14),
    ),
    MoveKind.SESSION_PLACE: Rule(
        Role.FACILITATOR,
        (Step(_days(3), Deed.REMIND), Step(_days(7), Deed.TELL_COORDINATOR)),
        repeat=timedelta(days=7),
    ),
    MoveKind.HOST_ASKING: Rule(Role.FACILITATOR, (Step(_days(0), Deed.ASK),)),
    # A session that is nearer than two weeks leaves less time (domain.place.answer_by).
    MoveKind.HOST_ANSWER: Rule(
        Role.PARTICIPANT, (Step(_days(3), Deed.REMIND), Step(_days(6), Deed.REMIND), Step(_days(7), Deed.ASK_NEXT))
    ),
    MoveKind.PLACE_TIE: Rule(Role.FACILITATOR, (Step(_days(2), Deed.REMIND), Step(_days(3), Deed.CENTRAL))),
    MoveKind.HOSTS_DRAFTED: Rule(Role.FACILITATOR, (Step(_days(3), Deed.TELL_COORDINATOR),), repeat=timedelta(days=7)),
    MoveKind.ROTA: Rule(
        Role.FACILITATOR,
        (Step(_days(2), Deed.REMIND), Step(_days(3), Deed.TELL_COORDINATOR)),
        repeat=timedelta(days=7),
    ),
    MoveKind.BELOW_QUORUM: Rule(Role.FACILITATOR, (Step(_hours(0), Deed.GO_ON),)),
    MoveKind.VOLUNTEER: Rule(Role.FACILITATOR, (Step(_days(2), Deed.REMIND), Step(_days(5), Deed.LAPSE))),
    MoveKind.SWAP: Rule(Role.PARTICIPANT, (Step(_days(2), Deed.REMIND), Step(_days(4), Deed.LAPSE))),
    MoveKind.SWAP_DECISION: Rule(Role.FACILITATOR, (Step(_days(1), Deed.REMIND), Step(_days(3), Deed.LAPSE))),
}


class Move(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    kind: MoveKind
    subject_id: int
    # None: every coordinator.
    person_id: int | None
    opened_at: datetime
    step: int
    due_at: datetime | None
    # The last step comes at this moment at the latest, and nothing after it; None: when the rule says so.
    ends_by: datetime | None = None
    closed_at: datetime | None

    @property
    def deed(self) -> Deed:
        return deed_at(self.kind, self.step)


def deed_at(kind: MoveKind, step: int) -> Deed:
    """What happens at this step; the repetitions behind the last step repeat its deed."""
    steps = RULES[kind].steps
    return steps[min(step, len(steps) - 1)].deed


def overdue_step(move: Move, now: datetime) -> int:
    """The step to carry out: after a standstill the last of those in a row that are due and ask for the same deed."""
    step = move.step
    while _is_due(move, step + 1, now) and deed_at(move.kind, step + 1) is deed_at(move.kind, step):
        step += 1
    return step


def _is_due(move: Move, step: int, now: datetime) -> bool:
    due = due_at_step(move.kind, move.opened_at, step, move.ends_by)
    return due is not None and due <= now


def first_step(kind: MoveKind, opened_at: datetime, ends_by: datetime | None) -> int:
    """With which step the wait begins: a reminder that would come when it is over already is left out."""
    steps = RULES[kind].steps
    if ends_by is None:
        return 0
    return next((number for number, step in enumerate(steps[:-1]) if step.due(opened_at) < ends_by), len(steps) - 1)


def due_at_step(kind: MoveKind, opened_at: datetime, step: int, ends_by: datetime | None = None) -> datetime | None:
    """When this step of the wait is due, at `ends_by` at the latest; None when the rule has no such step."""
    rule = RULES[kind]
    if step < len(rule.steps):
        due = rule.steps[step].due(opened_at)
        return due if ends_by is None else min(due, ends_by)
    if rule.repeat is None:
        return None
    return rule.steps[-1].due(opened_at) + rule.repeat * (step - len(rule.steps) + 1)


def first_due(kind: MoveKind, opened_at: datetime) -> datetime:
    """When the first step of the wait is due: what its owner is told as the deadline."""
    return RULES[kind].steps[0].due(opened_at)


def last_due(move: Move) -> datetime | None:
    """When the wait comes to its last step, before any repetition: until then somebody can move in peace."""
    return due_at_step(move.kind, move.opened_at, len(RULES[move.kind].steps) - 1, move.ends_by)
