"""The rota in words: first names, two short lines a session, and what a change comes to for each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from domain.group import Group, GroupStatus
from domain.person import Person
from domain.rota import Breach, Fault, Lineup
from domain.session import Form, Session, SessionStatus
from domain.turn import ChosenBy, Turn, TurnRole, TurnStatus
from messages import rota
from messages.rota import Names, Reader
from texts.speech import Texts

NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
NL = Reader(Texts.load().speech("nl"), NOW)
MARIJKE, JEROEN, FATIMA, OTHER_JEROEN = 1, 2, 3, 4


@dataclass(frozen=True)
class Member:
    person: Person
    name: str

    @property
    def first_name(self) -> str:
        return self.name.split()[0]


@dataclass(frozen=True)
class Row:
    session: Session
    turns: tuple[Turn, ...]
    lineup: Lineup
    told: bool = True


@dataclass(frozen=True)
class View:
    rows: tuple[Row, ...]
    members: tuple[Member, ...]
    faults: tuple[Fault, ...] = ()
    turns: dict[int, int] = field(default_factory=lambda: {MARIJKE: 1, JEROEN: 1, FATIMA: 1, OTHER_JEROEN: 1})
    proposed: bool = False
    mark: int = 7

    @property
    def group(self) -> Group:
        return Group(
            id=3,
            round_id=None,
            status=GroupStatus.PUBLISHED,
            facilitator_id=9,
            stand_in_id=None,
            quorum=5,
            presenting_from=2,
            created_by=None,
            created_at=NOW,
            published_at=NOW,
            ended_at=None,
        )


def member(person_id: int, name: str) -> Member:
    person = Person(id=person_id, telegram_id=person_id, name=name, language="nl", role=None, reachable=True)
    return Member(person, name)


MEMBERS = (
    member(MARIJKE, "Marijke de Groot"),
    member(JEROEN, "Jeroen Bakker"),
    member(FATIMA, "Fatima El Amrani"),
    member(OTHER_JEROEN, "Jeroen Visser"),
)


def row(presenters: tuple[int, ...], reserve: int | None, *, day: int = 11) -> Row:
    starts_at = datetime(2027, 3, day, 12, 0, tzinfo=UTC)
    session = Session(
        id=day,
        group_id=3,
        cycle=1,
        number=2,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=3, minutes=30),
        status=SessionStatus.PLANNED,
        form=Form.ONLINE,
        municipality_code=None,
        host_id=None,
        lunch=None,
        uid="x",
        sequence=0,
        created_at=NOW,
        changed_at=NOW,
    )
    had = [*((TurnRole.PRESENTER, each) for each in presenters), (TurnRole.RESERVE, reserve)]
    turns = tuple(
        Turn(
            id=number,
            session_id=day,
            role=role,
            position=number if role is TurnRole.PRESENTER else 1,
            person_id=person_id,
            original_person_id=person_id,
            status=TurnStatus.TOLD,
            chosen_by=ChosenBy.BOT,
            created_at=NOW,
            changed_at=NOW,
        )
        for number, (role, person_id) in enumerate(had, start=1)
    )
    return Row(session, turns, Lineup(presenters, reserve))


def view(*rows: Row, faults: tuple[Fault, ...] = ()) -> View:
    return View(rows, MEMBERS, faults)


def test_two_who_share_a_first_name_are_told_apart_and_nobody_is_said_to_be_nobody() -> None:
    names = Names(NL.speech, MEMBERS)

    assert names.all((MARIJKE, JEROEN)) == "Marijke en Jeroen Bakker"
    assert names.of(OTHER_JEROEN) == "Jeroen Visser"
    assert names.of(None) == names.of(99) == "nog niemand"


def test_the_group_reads_two_short_lines_a_session() -> None:
    said = rota.posted(NL, view(row((MARIJKE, FATIMA), JEROEN)))

    assert "<b>donderdag 11 maart, 13.00 uur</b>\nMarijke en Fatima · reserve: Jeroen Bakker" in said.html
    assert said.keyboard is None


@pytest.mark.parametrize(
    ("lineup", "was", "said"),
    [
        (((MARIJKE, FATIMA), JEROEN), "none", "Je brengt <b>donderdag 11 maart</b> een casus in, samen met Fatima."),
        (((MARIJKE, FATIMA), JEROEN), "reserve", "nu ben je aan de beurt"),
        (((MARIJKE,), None), "none", "voorlopig als enige"),
        (((FATIMA, JEROEN), MARIJKE), "none", "Je bent reserve voor"),
        (((FATIMA, JEROEN), MARIJKE), "presenter", "je bent dan reserve"),
        (((FATIMA, JEROEN), None), "presenter", "Je hebt geen beurt meer"),
    ],
)
def test_a_change_is_told_from_what_it_was_to_what_it_is(
    lineup: tuple[tuple[int, ...], int | None], was: str, said: str
) -> None:
    its = row(*lineup)

    told = rota.changed(NL, view(its), its, MARIJKE, was)

    assert told is not None
    assert said in told.html


@pytest.mark.parametrize(
    ("lineup", "was"),
    [(((FATIMA, JEROEN), None), "none"), (((FATIMA, JEROEN), 1), "reserve"), (((MARIJKE, JEROEN), None), "presenter")],
)
def test_what_came_to_nothing_is_not_told(lineup: tuple[tuple[int, ...], int | None], was: str) -> None:
    its = row(*lineup)

    assert rota.changed(NL, view(its), its, MARIJKE, was) is None


def test_the_leader_hears_of_an_empty_place_and_of_twice_in_a_row() -> None:
    its, following = row((MARIJKE, FATIMA), None), row((MARIJKE, JEROEN), FATIMA, day=18)
    fault = Fault(following.session.id, Breach.TWICE_IN_A_ROW, MARIJKE)

    told = rota.leader_told(NL, view(its, following, faults=(fault,)), [its])

    assert "Nu brengen in: Marijke en Fatima · reserve: nog niemand" in told.html
    assert "Er is niemand meer die dit kan overnemen" in told.html
    assert "Marijke brengt twee keer achter elkaar in" in told.html


def test_the_leader_hears_of_several_sessions_in_one_message() -> None:
    its, following = row((MARIJKE, FATIMA), JEROEN), row((JEROEN, FATIMA), MARIJKE, day=18)

    told = rota.leader_told(NL, view(its, following), [its, following])

    assert "Zo staat het nu:" in told.html
    assert "<b>donderdag 11 maart, 13.00 uur</b>" in told.html
    assert "<b>donderdag 18 maart, 13.00 uur</b>" in told.html
