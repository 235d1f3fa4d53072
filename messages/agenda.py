"""/agenda and /groep: what is coming, where, who presents, what one has to do, and whose move it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from domain.moves import MoveKind, last_due
from domain.planned import PlanStep, Progress
from messages import session_buttons as buttons
from messages.attendance import Member, names_of
from messages.group_buttons import ShowLedGroup
from messages.message import Message
from messages.place_buttons import ShowHosting
from messages.planned import begins
from messages.poll_buttons import ShowBallot
from messages.rota_buttons import OwnRota, ShowAbsence, ShowRota
from messages.session import municipality_name, place, when
from texts.buttons import Button, Keyboard
from texts.dates import moment, short_day
from texts.lists import all_of
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.goal import Goal
    from domain.group import Group
    from domain.moves import Move
    from domain.person import Person
    from domain.planned import Plan
    from domain.poll import Poll
    from domain.session import Session
    from messages.session import Reader

Row = tuple[Button, ...]

TODO = frozenset(
    {
        MoveKind.ATTENDANCE,
        MoveKind.PROPOSAL,
        MoveKind.FIRST_DATE,
        MoveKind.SESSION_PLACE,
        MoveKind.PLACE_TIE,
        MoveKind.HOSTS_DRAFTED,
        MoveKind.ROTA,
        MoveKind.BELOW_QUORUM,
        MoveKind.VOLUNTEER,
        MoveKind.SWAP_DECISION,
        MoveKind.HOST_ANSWER,
        MoveKind.JOINING_CHAT,
        MoveKind.INTAKE_OUTCOME,
        MoveKind.INTAKE_CHANGE,
    }
)
"""What is waited for from one person, and can be said in a line here; the rest has a message of its own."""


class View(Protocol):
    @property
    def session(self) -> Session: ...
    @property
    def presenters(self) -> Sequence[Living]: ...
    @property
    def reserve(self) -> Living | None: ...
    @property
    def host(self) -> Living | None: ...
    @property
    def absent(self) -> frozenset[int]: ...
    @property
    def hosting_id(self) -> int | None: ...


class Living(Member, Protocol):
    """A member, with where they hold office."""

    @property
    def municipality_code(self) -> str | None: ...


class GroupPlan(Protocol):
    @property
    def group(self) -> Group: ...
    @property
    def facilitator(self) -> Person | None: ...
    @property
    def members(self) -> Sequence[Living]: ...
    @property
    def sessions(self) -> Sequence[View]: ...
    @property
    def progress(self) -> Plan: ...
    @property
    def ballots(self) -> Sequence[Poll]: ...


class Agenda(Protocol):
    @property
    def plans(self) -> Sequence[GroupPlan]: ...
    @property
    def moves(self) -> Sequence[Move]: ...


class Shared(Protocol):
    @property
    def member(self) -> Living: ...
    @property
    def goals(self) -> Sequence[Goal]: ...


def agenda(reader: Reader, its: Agenda, person: Person) -> Message:
    speech = reader.speech
    if not its.plans:
        return Message(lines(speech.html("agenda-no-group"), _todo(reader, its.moves), between="\n\n"))
    parts = [lines(_heading(reader, plan), _coming(reader, plan, person)) for plan in its.plans]
    whose = [_whose_move(reader, plan, person) for plan in its.plans]
    words = lines(*parts, _todo(reader, its.moves), lines(*whose), between="\n\n")
    rows: list[Row] = []
    for plan in its.plans:
        rows += _rows(reader, plan, person)
    return Message(words, Keyboard((*_todo_rows(reader, its), *rows)))


def own_group(reader: Reader, plan: GroupPlan, person: Person) -> Message:
    """To a member: who is in it, and the plan."""
    speech = reader.speech
    members = lines(*(_member(reader, each) for each in plan.members))
    leader = speech.html("agenda-leader", name=plan.facilitator.name or "") if plan.facilitator else Html()
    words = lines(lines(_heading(reader, plan), leader), members, _coming(reader, plan, person), between="\n\n")
    goals = Button(speech.plain("agenda-shared-goals"), buttons.ShowShared(plan.group.id))
    return Message(words, Keyboard(((goals,), (Button(speech.plain("session-agenda"), buttons.ShowAgenda()),))))


def led_group(reader: Reader, plan: GroupPlan, person: Person) -> Message:
    """To who leads it: the plan, and the next steps as buttons."""
    speech = reader.speech
    members = all_of(names_of(plan.members), speech.language)
    words = lines(
        lines(_heading(reader, plan), speech.html("agenda-members", names=members)),
        _coming(reader, plan, person),
        _whose_move(reader, plan, person),
        between="\n\n",
    )
    arrange = Button(speech.plain("agenda-arrange"), ShowLedGroup(plan.group.id))
    return Message(words, Keyboard((*_rows(reader, plan, person), (arrange,))))


def led_groups(reader: Reader, plans: Sequence[GroupPlan]) -> Message:
    """To who leads several: which?"""
    rows = [
        (Button(reader.speech.plain("agenda-group-number", group=plan.group.number), buttons.ShowGroup(plan.group.id)),)
        for plan in plans
    ]
    return Message(reader.speech.html("agenda-which-group"), Keyboard(tuple(rows)))


def shared_goals(reader: Reader, shared: Sequence[Shared]) -> Message:
    """What others share with the group; it cannot be forwarded or saved."""
    speech = reader.speech
    if not shared:
        return Message(speech.html("agenda-goals-none"), protect=True)
    people = [
        lines(_member(reader, each.member), *(speech.html("agenda-goal", words=goal.words) for goal in each.goals))
        for each in shared
    ]
    return Message(lines(speech.html("agenda-goals-title"), *people, between="\n\n"), protect=True)


def no_group(reader: Reader, *, leads: bool) -> Message:
    return Message(reader.speech.html("agenda-leads-none" if leads else "agenda-no-group"))


def gone(reader: Reader) -> Message:
    return Message(reader.speech.html("agenda-gone"))


def _heading(reader: Reader, plan: GroupPlan) -> Html:
    return reader.speech.html("agenda-group", group=plan.group.number)


def _coming(reader: Reader, plan: GroupPlan, person: Person) -> Html:
    if not plan.sessions:
        return reader.speech.html("agenda-nothing")
    return lines(*(_session(reader, view, plan, person) for view in plan.sessions), between="\n\n")


def _session(reader: Reader, view: View, plan: GroupPlan, person: Person) -> Html:
    speech, session = reader.speech, view.session
    named = dict(zip((each.person.id for each in plan.members), names_of(plan.members), strict=True))
    first = speech.html("agenda-session", moment=when(reader, session), place=place(reader, session.where))
    presenters = [named[each.person.id] for each in view.presenters]
    told = [first]
    if presenters:
        told.append(speech.html("agenda-presenters", names=all_of(presenters, speech.language)))
    if view.reserve is not None:
        told.append(speech.html("agenda-reserve", name=named[view.reserve.person.id]))
    if view.host is not None:
        told.append(speech.html("agenda-host", name=named[view.host.person.id]))
    return lines(*told, _own_part(reader, view, person))


def _own_part(reader: Reader, view: View, person: Person) -> Html:
    """What the reader has to do there."""
    speech = reader.speech
    if person.id in view.absent:
        return speech.html("agenda-you-absent")
    parts = []
    if person.id in {each.person.id for each in view.presenters}:
        parts.append(speech.html("agenda-you-present"))
    if view.reserve is not None and view.reserve.person.id == person.id:
        parts.append(speech.html("agenda-you-reserve"))
    if view.host is not None and view.host.person.id == person.id:
        parts.append(speech.html("agenda-you-host"))
    return lines(*parts)


def _member(reader: Reader, member: Living) -> Html:
    if member.municipality_code is None:
        return reader.speech.html("agenda-member-alone", name=member.name)
    where = municipality_name(reader.municipalities, member.municipality_code)
    return reader.speech.html("agenda-member", name=member.name, municipality=where)


def _todo(reader: Reader, moves: Sequence[Move]) -> Html:
    known = [move for move in moves if move.kind in TODO]
    if not known:
        return Html()
    return lines(reader.speech.html("agenda-todo"), *(_todo_line(reader, move) for move in known))


def _todo_line(reader: Reader, move: Move) -> Html:
    what = reader.speech.plain(f"agenda-todo-{move.kind}")
    deadline = last_due(move)
    if deadline is None or deadline <= reader.now:
        return reader.speech.html("agenda-todo-line", what=what)
    until = moment(deadline, reader.speech.language, reader.now)
    return reader.speech.html("agenda-todo-until", what=what, moment=until)


def _todo_rows(reader: Reader, its: Agenda) -> list[Row]:
    """What can be done at once, from here."""
    speech = reader.speech
    rows: list[Row] = [
        (Button(speech.plain("agenda-vote"), ShowBallot(poll.id, None)),) for plan in its.plans for poll in plan.ballots
    ]
    for move in its.moves:
        if move.kind is MoveKind.ATTENDANCE:
            rows.append((Button(speech.plain("agenda-attendance"), buttons.ShowAttendance(move.subject_id)),))
        elif move.kind is MoveKind.HOST_ANSWER:
            rows.append((Button(speech.plain("agenda-hosting"), ShowHosting(move.subject_id)),))
    return rows


def _whose_move(reader: Reader, plan: GroupPlan, person: Person) -> Html:
    """What comes next for the group, and who has to do it."""
    speech, progress = reader.speech, plan.progress
    leads = person.id in plan.group.leaders
    told = [speech.html(f"agenda-running-{step}") for step in progress.running]
    step = progress.next_step
    if step is not None and leads:
        told.append(speech.html("agenda-your-step", what=speech.plain(f"agenda-step-{step}")))
    elif step is not None and plan.facilitator is not None:
        name = plan.facilitator.first_name or ""
        told.append(speech.html("agenda-their-step", name=name, what=speech.plain(f"agenda-step-{step}")))
    if progress.complete and leads:
        told.append(speech.html("agenda-complete"))
    return lines(*told)


def _rows(reader: Reader, plan: GroupPlan, person: Person) -> list[Row]:
    return _leader_rows(reader, plan) if person.id in plan.group.leaders else _member_rows(reader, plan, person)


def _member_rows(reader: Reader, plan: GroupPlan, person: Person) -> list[Row]:
    speech = reader.speech
    group = Button(speech.plain("agenda-my-group"), buttons.ShowGroup(plan.group.id))
    if not plan.sessions:
        return [(group,)]
    away = Button(speech.plain("agenda-absence"), ShowAbsence())
    turns = Button(speech.plain("agenda-turns"), OwnRota())
    return [*_hosting_rows(reader, plan, person), (away, turns), (group,)]


def _hosting_rows(reader: Reader, plan: GroupPlan, person: Person) -> list[Row]:
    """To say how the next session that the reader hosts is arranged, or that it cannot be after all."""
    for view in plan.sessions:
        if view.hosting_id is not None and view.host is not None and view.host.person.id == person.id:
            day = short_day(view.session.starts_at, reader.speech.language)
            return [(Button(reader.speech.plain("agenda-host-arrange", day=day), ShowHosting(view.hosting_id)),)]
    return []


def _leader_rows(reader: Reader, plan: GroupPlan) -> list[Row]:
    speech, group = reader.speech, plan.group
    rows: list[Row] = []
    step = plan.progress.next_step
    if step is not None:
        rows.append(
            (Button(speech.plain(f"agenda-take-{step}", group=group.number), begins(step, group, plan.progress)),)
        )
    if plan.sessions:
        first = plan.sessions[0].session
        programme = Button(speech.plain("agenda-programme", group=group.number), buttons.ShowProgramme(first.id))
        moving = Button(speech.plain("agenda-move", group=group.number), buttons.ChooseToMove(group.id))
        rows.append((programme, moving))
        if plan.progress.progress[PlanStep.PRESENTERS] is Progress.DONE:
            rows.append((Button(speech.plain("agenda-rota", group=group.number), ShowRota(group.id)),))
    return rows
