"""A proposal is the words under a picture, of which Telegram takes no more than 1,024 (Bot API, sendPhoto)."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import TYPE_CHECKING

import pytest

from domain.date_set import Bound, DateSet, Loosening, Rank
from domain.group import Group, GroupStatus
from domain.municipality import Municipalities
from domain.planning import Proposed
from domain.poll import Option, OptionStanding, Poll, PollPurpose, PollSettings, PollStatus, Standings, Venue
from domain.poll_view import PollView
from messages.planning_proposal import own, proposed
from messages.poll import Teller
from texts.speech import Texts

if TYPE_CHECKING:
    from texts.language import Language

NOW = datetime(2027, 1, 12, 15, tzinfo=UTC)
CAPTION_LONGEST = 1024
PEOPLE = tuple(range(1, 9))
# Wednesdays in the longest month, at a time of five characters.
STARTS = [datetime(2027, 9, 1, 16, 30, tzinfo=UTC) + timedelta(weeks=number) for number in range(24)]
SET = DateSet(tuple(range(1, 6)), Rank(attendances=38, least_for_one=3, evenness=0, gladly=30))


def of_a_poll(*, sets: int, loosenings: int, possible: int) -> Proposed:
    poll = Poll(
        id=123456,
        group_id=1234,
        purpose=PollPurpose.DATES,
        session_id=None,
        venue=Venue.CHAT,
        status=PollStatus.CLOSED,
        opened_by=1,
        opened_at=NOW,
        opening=1,
        closes_at=NOW,
        closed_at=None,
        closed_why=None,
        proposed_at=None,
        settled_at=None,
        settings=PollSettings(cycle=1, first_number=2, sessions=5, least_weeks=5, most_weeks=9),
    )
    options = [
        Option(id=number, poll_id=poll.id, position=number, starts_at=at, ends_at=at + timedelta(hours=3))
        for number, at in enumerate(STARTS, start=1)
    ]
    everybody, nobody = frozenset(PEOPLE), frozenset[int]()
    standings = Standings(
        poll=poll,
        voters=PEOPLE,
        options=tuple(OptionStanding(option, everybody, nobody, nobody) for option in options),
        complete=everybody,
        complete_now=everybody,
        in_private=nobody,
    )
    group = Group(
        id=1234,
        round_id=None,
        status=GroupStatus.PUBLISHED,
        facilitator_id=1,
        stand_in_id=None,
        quorum=5,
        presenting_from=2,
        created_by=1,
        created_at=NOW,
        published_at=NOW,
        ended_at=None,
    )
    return Proposed(
        view=PollView(poll, group, standings, None, {}),
        people=tuple((person, "Pieter-Jan") for person in PEOPLE),
        sets=(SET,) * sets,
        loosenings=tuple(Loosening(bound, 12, SET) for bound in list(Bound)[:loosenings]),
        quorum=5,
        waits_for_plea=True,
        sessions=5,
        possible=frozenset(range(1, possible + 1)),
    )


def teller(language: Language) -> Teller:
    return Teller(Texts.load().speech(language), Municipalities.load(), NOW)


def read(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("sets", "loosenings"), [(3, 0), (0, 4), (0, 0)])
def test_what_stands_under_the_picture_is_never_longer_than_telegram_takes(
    language: Language, sets: int, loosenings: int
) -> None:
    its = of_a_poll(sets=sets, loosenings=loosenings, possible=20)

    message = proposed(teller(language), its, b"picture")

    assert len(read(message.html)) <= CAPTION_LONGEST


def test_without_anything_that_would_help_it_says_what_to_do() -> None:
    message = proposed(teller("nl"), of_a_poll(sets=0, loosenings=0, possible=0), b"picture")

    assert "Leg andere data voor, of kies zelf wat wel kan." in read(message.html)
    assert message.keyboard is not None
    assert [row[0].text for row in message.keyboard.rows][-1] == "Opnieuw stemmen, met andere data"


def test_with_fewer_dates_left_than_sessions_what_is_left_can_be_settled() -> None:
    message = own(teller("nl"), of_a_poll(sets=0, loosenings=0, possible=3), (1, 2, 3))

    assert "Kies 3 data. 3 gekozen." in read(message.html)
    assert message.keyboard is not None
    assert "Deze vastleggen" in [row[0].text for row in message.keyboard.rows]


def test_a_date_that_can_no_longer_be_had_is_not_among_those_to_choose_from() -> None:
    message = own(teller("nl"), of_a_poll(sets=3, loosenings=0, possible=20), ())

    assert message.keyboard is not None
    assert len(message.keyboard.rows) == 20 + 1
