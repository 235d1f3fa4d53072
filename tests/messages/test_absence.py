"""Absence in words: what changed nothing shows how it stands, with a way on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from domain.session import Form, Session, SessionStatus
from messages import absence
from messages.rota import Reader
from texts.speech import Texts

NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
NL = Reader(Texts.load().speech("nl"), NOW)
STARTS = datetime(2027, 3, 11, 12, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Own:
    session: Session
    absent: bool
    duty: str = "none"


def session() -> Session:
    return Session(
        id=7,
        group_id=3,
        cycle=1,
        number=2,
        starts_at=STARTS,
        ends_at=STARTS + timedelta(hours=3, minutes=30),
        status=SessionStatus.PLANNED,
        form=Form.ONLINE,
        municipality_code=None,
        host_id=None,
        lunch=None,
        uid="u",
        sequence=0,
        created_at=NOW,
        changed_at=NOW,
    )


def test_tapped_twice_the_absence_stands_and_can_still_be_taken_back() -> None:
    said = absence.refused(NL, "already", [Own(session(), absent=True)])

    assert "Zo stond het al." in said.html
    assert "donderdag 11 maart: je bent afgemeld" in said.html
    assert said.keyboard is not None
    assert [button.text for row in said.keyboard.rows for button in row] == ["Toch erbij op do 11 mrt"]


def test_with_nothing_to_come_there_is_nothing_to_tap() -> None:
    said = absence.refused(NL, "too-late", [])

    assert "Er staat nu geen bijeenkomst" in said.html
    assert said.keyboard is None
