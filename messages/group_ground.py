"""What people have in common, in lines: for the coordinator who composes a group, and for nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from texts.lists import all_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from domain.group_composition import Apart, Candidate, CommonGround
    from messages.intake import Desk
    from texts.speech import Html

MOST_NAMED: Final = 4
"""Shared portfolios, pairs of neighbours and people who travel far that are named on a card: a message has its end."""

MOST_APART: Final = 3
"""Who would rather not be together: with more than that, it is no group anyhow."""

MOST_TOGETHER: Final = 3
"""With more than these, their number is said instead of their names."""


def ground_lines(desk: Desk, ground: CommonGround, *, only_apart: bool = False) -> list[Html]:
    """What all on a card have in common; who asked to be kept apart comes first."""
    apart = _all_apart(desk, ground)
    if only_apart:
        return apart
    return [*apart, *_shared(desk, ground), _directions(desk, ground), *_meeting(desk, ground)]


def pick_lines(desk: Desk, who: Candidate, ground: CommonGround) -> list[Html]:
    """What the one who was picked has in common with the others; and how all of them can meet now."""
    said = [*_all_apart(desk, ground), *_shared(desk, ground)]
    if not said:
        said = [desk.speech.html("group-ground-nothing", first=who.first_name)]
    return [*said, _directions(desk, ground), *_meeting(desk, ground)]


def _shared(desk: Desk, ground: CommonGround) -> list[Html]:
    speech = desk.speech
    portfolios = sorted(ground.portfolios, key=lambda each: -len(each.holders))
    words = [
        f"{speech.plain(f'portfolio-{each.portfolio}')} ({_names(desk, each.holders)})"
        for each in portfolios[:MOST_NAMED]
    ]
    rest = len(portfolios) - len(words)
    said: list[Html] = []
    if words:
        said.append(speech.html("group-ground-portfolios", words="; ".join(words), rest=rest))
    if ground.parties:
        parties = "; ".join(f"{each.party} ({_names(desk, each.members)})" for each in ground.parties)
        said.append(speech.html("group-ground-parties", words=parties))
    if ground.near:
        pairs = [
            speech.plain(
                "group-ground-pair",
                one=each.one.municipality.display_name,
                other=each.other.municipality.display_name,
                minutes=_about(each.minutes),
            )
            for each in ground.near[:MOST_NAMED]
        ]
        said.append(speech.html("group-ground-near", words="; ".join(pairs), rest=len(ground.near) - len(pairs)))
    return said


def _directions(desk: Desk, ground: CommonGround) -> Html:
    speech = desk.speech
    words = [f"{speech.plain(f'group-direction-{each}')} {number}" for each, number in ground.directions]
    return speech.html("group-ground-directions", words=", ".join(words))


def _meeting(desk: Desk, ground: CommonGround) -> list[Html]:
    """On which days all could come, and how far they would travel."""
    speech = desk.speech
    days = all_of([speech.plain(f"registration-day-{each}") for each in ground.weekdays], speech.language)
    parts = all_of([speech.plain(f"registration-part-{each}") for each in ground.parts_of_day], speech.language)
    can = (
        speech.html("group-ground-days", days=days, parts=parts)
        if ground.meets
        else speech.html("group-ground-no-days")
    )
    journeys = ground.journeys
    if journeys is None:
        return [can]
    travel = speech.html(
        "group-ground-journey",
        minutes=_about(journeys.minutes),
        first=journeys.traveller.first_name,
        municipality=journeys.host.municipality.display_name,
    )
    return [can, travel, *_beyond(desk, ground)]


def _beyond(desk: Desk, ground: CommonGround) -> list[Html]:
    """Who would travel further than they want."""
    if ground.journeys is None or not ground.journeys.beyond:
        return []
    words = [
        desk.speech.plain("group-ground-limit", first=each.first_name, minutes=each.answers.travel_minutes or 0)
        for each in ground.journeys.beyond[:MOST_NAMED]
    ]
    return [desk.speech.html("group-ground-beyond", words="; ".join(words))]


def _all_apart(desk: Desk, ground: CommonGround) -> list[Html]:
    more = len(ground.apart) - MOST_APART
    shown = [_apart(desk, each) for each in ground.apart[:MOST_APART]]
    return [*shown, desk.speech.html("group-ground-apart-more", number=more)] if more > 0 else shown


def _apart(desk: Desk, its: Apart) -> Html:
    return desk.speech.html(
        "group-ground-apart",
        who=its.who.name,
        whom=its.entry.name or desk.speech.plain("group-ground-anybody"),
        municipality=its.whom.municipality.display_name,
    )


def _names(desk: Desk, people: Iterable[Candidate]) -> str:
    names = [each.first_name for each in people]
    if len(names) > MOST_TOGETHER:
        return desk.speech.plain("group-ground-many", number=len(names))
    return all_of(names, desk.speech.language)


def _about(minutes: int) -> int:
    """Rounded to five: as exact as an estimate pretends to be."""
    return 5 * round(minutes / 5)
