"""What a group is told of its sessions: the old and the new, to each what it means to them, and no other name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from domain.group import Group, GroupStatus
from domain.municipality import Municipalities
from domain.session import ONLINE, Form, Session, SessionStatus, Told, Where, in_municipality
from messages import session as messages
from messages.message import Attachment
from messages.session import Change, Part, Reader
from texts.speech import Texts

NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
TUESDAY = datetime(2027, 3, 9, 12, 0, tzinfo=UTC)
THURSDAY = datetime(2027, 3, 11, 12, 0, tzinfo=UTC)
UTRECHT, AMERSFOORT = in_municipality("GM0344"), in_municipality("GM0307")
READER = Reader(Texts.load().speech("nl"), Municipalities.load(), NOW)
FILE = Attachment("intervisie.ics", b"")


def session(starts_at: datetime = TUESDAY, where: Where = UTRECHT) -> Session:
    return Session(
        id=1,
        group_id=3,
        cycle=1,
        number=2,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=3, minutes=30),
        status=SessionStatus.PLANNED,
        form=where.form,
        municipality_code=where.municipality_code,
        host_id=None,
        lunch=None,
        uid="u",
        sequence=1,
        created_at=NOW,
        changed_at=NOW,
    )


def told(was: Session, now_is: Session, part: Part = Part.MEMBER) -> str:
    return messages.changed(READER, [Change(Told.of(was), now_is, part)], FILE).html


def test_a_move_tells_the_old_moment_the_new_one_and_that_the_place_stays() -> None:
    words = told(session(), session(THURSDAY))

    assert "Niet dinsdag 9 maart, 13.00 tot 16.30 uur, maar <b>donderdag 11 maart, 13.00 tot 16.30 uur</b>" in words
    assert "De plaats blijft Utrecht" in words


@pytest.mark.parametrize(
    ("was", "now_is", "expected"),
    [
        (Where(), UTRECHT, "De plaats is bekend: <b>Utrecht</b>."),
        (UTRECHT, AMERSFOORT, "niet Utrecht, maar <b>Amersfoort</b>"),
        (UTRECHT, ONLINE, "niet Utrecht, maar <b>online</b>"),
        (ONLINE, Where(form=Form.PLACE), "niet online, maar <b>plaats volgt</b>"),
    ],
)
def test_another_place_is_told_with_what_it_was(was: Where, now_is: Where, expected: str) -> None:
    words = told(session(where=was), session(where=now_is))

    assert expected in words
    assert "verzet" not in words
    assert "/afmelden" not in words


def test_both_together_come_in_one_message() -> None:
    words = told(session(), session(THURSDAY, AMERSFOORT))

    assert "donderdag 11 maart" in words
    assert "niet Utrecht, maar <b>Amersfoort</b>" in words


@pytest.mark.parametrize(
    ("part", "expected"),
    [(Part.MEMBER, "Kun je dan niet?"), (Part.HOST, "ook dan een zaal"), (Part.ABSENT, "ik heb je afgemeld")],
)
def test_to_each_it_says_what_the_move_means_to_them(part: Part, expected: str) -> None:
    others = {"Kun je dan niet?", "ook dan een zaal", "ik heb je afgemeld"} - {expected}

    words = told(session(), session(THURSDAY), part)

    assert expected in words
    assert not any(each in words for each in others)


def test_who_leads_the_group_is_not_asked_to_report_absence() -> None:
    assert "/afmelden" not in told(session(), session(THURSDAY), Part.LEADER)


def test_several_that_got_their_place_stand_in_one_list_with_one_file() -> None:
    open_before = Told.of(session(where=Where()))
    elsewhere = Change(Told.of(session(THURSDAY, AMERSFOORT)), session(THURSDAY), Part.MEMBER)

    message = messages.changed(READER, [Change(open_before, session(), Part.MEMBER), elsewhere], FILE)

    assert message.html.split("\n") == [
        "<b>De plaats van 2 bijeenkomsten:</b>",
        "",
        "dinsdag 9 maart, 13.00 tot 16.30 uur · Utrecht",
        "donderdag 11 maart, 13.00 tot 16.30 uur · Utrecht (was: Amersfoort)",
        "",
        "Met dit ene bestand staan ze goed in je agenda; het vervangt het vorige.",
    ]
    assert message.attachment == FILE


def test_a_move_stands_apart_from_those_that_only_got_their_place() -> None:
    open_before = Told.of(session(where=Where()))
    moved = Change(Told.of(session()), session(THURSDAY), Part.MEMBER)

    words = messages.changed(READER, [moved, *[Change(open_before, session(), Part.MEMBER)] * 2], FILE).html

    assert words.startswith("<b>Je bijeenkomst is verzet.</b>")
    assert "<b>De plaats van 2 bijeenkomsten:</b>" in words


def test_who_cannot_come_reads_that_they_are_excused_and_how_to_put_it_right() -> None:
    group = Group(
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

    excused = messages.planned(READER, group, [session(), session(THURSDAY)], FILE, [session(THURSDAY)]).html
    comes = messages.planned(READER, group, [session(), session(THURSDAY)], FILE).html

    assert "niet kunt op donderdag 11 maart, dus daarvoor heb ik je afgemeld" in excused
    assert "afgemeld" not in comes
