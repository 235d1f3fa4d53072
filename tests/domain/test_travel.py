"""Journeys are estimates: what is held is their order, their symmetry, and that nobody drives through a sea."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.municipality import Municipalities, UnknownMunicipalityError
from domain.travel import (
    DETOUR,
    Journey,
    Point,
    great_circle_km,
    journey,
    rank_town_halls,
    town_hall,
)

MUNICIPALITIES = {each.display_name: each for each in Municipalities.load()}
CODES = [each.code for each in MUNICIPALITIES.values()]


def between(one: str, other: str) -> Journey:
    return journey(MUNICIPALITIES[one].code, MUNICIPALITIES[other].code)


def codes(*names: str) -> list[str]:
    return [MUNICIPALITIES[name].code for name in names]


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Amersfoort", "Utrecht", 25, 35),
        ("Utrecht", "'s-Hertogenbosch", 40, 60),
        ("Amsterdam", "Rotterdam", 50, 75),
        ("Groningen", "Maastricht", 200, 250),
        # Over the Afsluitdijk and the Houtribdijk.
        ("Den Helder", "Harlingen", 50, 75),
        ("Enkhuizen", "Lelystad", 25, 40),
        # Through the Westerscheldetunnel; and to the east of it by way of Antwerp.
        ("Vlissingen", "Sluis", 45, 70),
        ("Hulst", "Breda", 60, 90),
        # Over the Zeelandbrug, and over the dams to the north.
        ("Schouwen-Duiveland", "Goes", 25, 45),
        ("Schouwen-Duiveland", "Goeree-Overflakkee", 30, 45),
    ],
)
def test_a_journey_takes_about_as_long_as_it_does(one: str, other: str, least: int, most: int) -> None:
    assert least <= between(one, other).minutes <= most


def test_an_island_adds_its_ferry_and_two_islands_add_two() -> None:
    assert between("Texel", "Den Helder").minutes > 45
    assert between("Ameland", "Leeuwarden").minutes > 90
    assert between("Texel", "Terschelling").minutes > 40 + 130


def test_where_water_lies_between_the_way_is_longer_than_the_circle_stretched() -> None:
    here, there = MUNICIPALITIES["Enkhuizen"], MUNICIPALITIES["Urk"]

    circle = great_circle_km(Point(here.lat, here.lon), Point(there.lat, there.lon))

    assert between("Enkhuizen", "Urk").km > 1.8 * DETOUR * circle


@given(st.sampled_from(CODES), st.sampled_from(CODES))
def test_there_is_a_way_between_any_two_and_it_is_as_long_back(one: str, other: str) -> None:
    there = journey(one, other)

    assert there == journey(other, one)
    assert math.isfinite(there.minutes)
    assert (there.minutes == 0) == (one == other)


def test_every_municipality_can_be_reached() -> None:
    """From the middle of the country; so every pair can, over it."""
    centre = MUNICIPALITIES["Utrecht"].code

    assert all(0 <= journey(code, centre).minutes < 6 * 60 for code in CODES)


def test_what_is_no_municipality_has_no_journey() -> None:
    with pytest.raises(UnknownMunicipalityError):
        journey("GM9999", CODES[0])
    with pytest.raises(UnknownMunicipalityError):
        journey("GM9999", "GM9999")


def test_what_is_shown_is_rounded_to_five_minutes() -> None:
    assert Journey(30, 33).about == 35
    assert Journey(30, 32).about == 30


def test_town_halls_are_ranked_by_the_longest_journey_and_then_by_all_together() -> None:
    members = codes("Groningen", "Zwolle", "Amersfoort", "Maastricht")

    ranked = rank_town_halls(members, members)

    assert [each.municipality_code for each in ranked][:2] == codes("Amersfoort", "Zwolle")
    assert [(each.longest, each.total) for each in ranked] == sorted((each.longest, each.total) for each in ranked)
    assert ranked[0] == town_hall(members, members[2])
    assert ranked[0].longest == max(journey(member, members[2]).minutes for member in members)


def test_only_what_is_allowed_is_ranked() -> None:
    members = codes("Groningen", "Zwolle", "Maastricht")

    assert [each.municipality_code for each in rank_town_halls(members, members[:1])] == members[:1]
    assert rank_town_halls(members, []) == []
