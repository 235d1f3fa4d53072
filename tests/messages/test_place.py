"""What a group is told of its place: what its votes made of it, or who decided where they did not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.group import Group, GroupStatus
from domain.municipality import Municipalities
from domain.place import ChoiceStatus, PlaceChoice, PlaceForm, Votes
from domain.place_view import PlaceCard
from messages import place as messages
from messages.session import Reader
from texts.speech import Texts

NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
READER = Reader(Texts.load().speech("nl"), Municipalities.load(), NOW)
UTRECHT = "GM0344"


def told(form: PlaceForm, votes: Votes | None, decider: str | None = None, town_hall: str | None = None) -> str:
    choice = PlaceChoice(
        id=1,
        group_id=3,
        cycle=1,
        status=ChoiceStatus.VOTING,
        form=form,
        municipality_code=town_hall,
        votes=votes,
        decided_by=None if decider is None else 7,
        opened_by=7,
        created_at=NOW,
        changed_at=NOW,
    )
    group = Group(
        id=3,
        round_id=None,
        status=GroupStatus.PUBLISHED,
        facilitator_id=7,
        stand_in_id=None,
        quorum=5,
        presenting_from=2,
        created_by=None,
        created_at=NOW,
        published_at=NOW,
        ended_at=None,
    )
    card = PlaceCard(
        group=group, members=(), choice=choice, poll=None, sessions=(), tied=(), plan=None, decider=decider
    )
    return messages.told_decided(READER, card).html


@pytest.mark.parametrize("form", list(PlaceForm))
def test_a_majority_is_called_so(form: PlaceForm) -> None:
    assert told(form, Votes.MAJORITY).startswith("<b>De meesten")


@pytest.mark.parametrize(
    ("votes", "decider", "why"),
    [
        (Votes.TIED, "Ellen", "De stemmen waren gelijk. Ellen heeft gekozen."),
        (Votes.NONE, "Ellen", "Er heeft niemand gestemd. Ellen heeft gekozen."),
        (Votes.TIED, None, "De stemmen waren gelijk. Dan wordt het één plek."),
        (Votes.NONE, None, "Er heeft niemand gestemd. Dan wordt het één plek."),
    ],
)
def test_without_a_majority_it_says_how_the_votes_stood_and_who_chose(
    votes: Votes, decider: str | None, why: str
) -> None:
    words = told(PlaceForm.CENTRAL, votes, decider)

    assert words.split("\n")[0] == why
    assert "<b>Het wordt één centraal gemeentehuis.</b>" in words
    assert "meesten" not in words


def test_turns_chosen_by_the_leader_are_not_called_the_wish_of_most() -> None:
    words = told(PlaceForm.IN_TURN, Votes.TIED, "Ellen")

    assert words.startswith("De stemmen waren gelijk. Ellen heeft gekozen.\n<b>Jullie gaan om de beurt")


@pytest.mark.parametrize(
    ("votes", "decider", "begins"),
    [
        (Votes.MAJORITY, None, "<b>Het wordt Utrecht.</b>"),
        # There was one town hall to choose from.
        (None, None, "<b>Het wordt Utrecht.</b>"),
        (Votes.TIED, "Ellen", "De stemmen waren gelijk. Ellen heeft gekozen.\n<b>Het wordt Utrecht.</b>"),
        (Votes.NONE, None, "Er heeft niemand gestemd. Dan telt de kortste reis.\n<b>Het wordt Utrecht.</b>"),
    ],
)
def test_the_same_goes_for_the_town_hall(votes: Votes | None, decider: str | None, begins: str) -> None:
    assert told(PlaceForm.CENTRAL, votes, decider, UTRECHT).startswith(begins)
