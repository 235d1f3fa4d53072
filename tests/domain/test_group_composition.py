"""What people have in common, whom somebody meant, and how many can be divided into groups."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.group_composition import (
    NEAR,
    Candidate,
    NotYet,
    common_ground,
    default_facilitator,
    division,
    journeys,
    means,
    why_not_publishable,
)
from domain.municipality import Municipalities, WindDirection
from domain.party import PARTY_NAMES, Party
from domain.portfolios import Portfolio
from domain.registration import Answers, NotWith, PartOfDay, Weekday

NOON = datetime(2027, 3, 2, 12, 0, tzinfo=UTC)
MUNICIPALITIES = Municipalities.load()
DEN_BOSCH, AMERSFOORT, GRONINGEN, EDE, UTRECHT, ARNHEM, APELDOORN, ZWOLLE, TIEL = (
    "GM0796",
    "GM0307",
    "GM0014",
    "GM0228",
    "GM0344",
    "GM0202",
    "GM0200",
    "GM0193",
    "GM0281",
)
EIGHT = (DEN_BOSCH, AMERSFOORT, GRONINGEN, EDE, UTRECHT, ARNHEM, APELDOORN, ZWOLLE)


def candidate(name: str, code: str, *, intake_by: int | None = 1, **answers: object) -> Candidate:
    number = MUNICIPALITIES.by_code(code).population + len(name)
    return Candidate(
        person_id=number,
        registration_id=number,
        name=name,
        municipality=MUNICIPALITIES.by_code(code),
        answers=Answers.model_validate({"name": name, "municipality_code": code, **answers}),
        intake_by=intake_by,
        since=NOON,
    )


def by_number(one: str, other: str) -> int:
    """A journey that is easy to reckon with: the difference of the numbers of the codes, in minutes."""
    return abs(int(one[2:]) - int(other[2:]))


def test_a_portfolio_and_a_party_that_two_share_are_named_with_both() -> None:
    marijke = candidate("Marijke de Groot", DEN_BOSCH, party="D66", portfolios=(Portfolio.HOUSING, Portfolio.SPORT))
    koen = candidate("Koen Visser", EDE, party="D66", portfolios=(Portfolio.HOUSING,))
    anna = candidate("Anna Smit", ZWOLLE, party="VVD", portfolios=(Portfolio.CULTURE,))

    ground = common_ground([marijke, koen, anna], by_number)

    assert [(each.portfolio, each.holders) for each in ground.portfolios] == [(Portfolio.HOUSING, (marijke, koen))]
    assert [(each.party, each.members) for each in ground.parties] == [("D66", (marijke, koen))]
    assert ground.of(anna).portfolios == ()


@pytest.mark.parametrize("party", [None, PARTY_NAMES[Party.LOCAL]])
def test_local_parties_and_parties_that_were_not_said_have_nothing_in_common(party: str | None) -> None:
    people = [candidate("Marijke de Groot", DEN_BOSCH, party=party), candidate("Koen Visser", EDE, party=party)]

    assert common_ground(people, by_number).parties == ()


def test_town_halls_near_each_other_are_named_the_nearest_in_front() -> None:
    people = [
        candidate("A B", DEN_BOSCH),
        candidate("C D", ARNHEM),
        candidate("E F", APELDOORN),
        candidate("G H", ZWOLLE),
    ]

    ground = common_ground(people, by_number)

    assert [each.minutes for each in ground.near] == [2, 7, 9]
    assert all(each.minutes <= NEAR for each in ground.near)


def test_days_are_common_only_when_they_suit_everybody() -> None:
    both_parts = (PartOfDay.MORNING, PartOfDay.AFTERNOON)
    one = candidate("A B", DEN_BOSCH, weekdays=(Weekday.MONDAY, Weekday.TUESDAY), parts_of_day=both_parts)
    other = candidate("C D", EDE, weekdays=(Weekday.TUESDAY,), parts_of_day=(PartOfDay.AFTERNOON,))

    both, alone = common_ground([one, other], by_number), common_ground([one, candidate("E F", ZWOLLE)], by_number)

    assert (both.weekdays, both.parts_of_day) == ((Weekday.TUESDAY,), (PartOfDay.AFTERNOON,))
    assert not alone.meets


def test_the_best_town_hall_has_the_shortest_longest_journey_and_tells_for_whom_it_is_too_far() -> None:
    near, middle = candidate("A B", ARNHEM, travel_minutes=5), candidate("C D", APELDOORN, travel_minutes=60)
    far = candidate("E F", EDE, travel_minutes=120)

    its = journeys([near, middle, far], by_number)

    assert its is not None
    assert (its.host, its.traveller, its.minutes) == (near, far, 26)
    assert its.beyond == ()
    assert journeys([near], by_number) is None


def test_who_would_travel_further_than_they_want_is_told() -> None:
    host, unwilling = candidate("A B", ARNHEM, travel_minutes=60), candidate("E F", EDE, travel_minutes=15)
    third = candidate("C D", APELDOORN, travel_minutes=60)

    its = journeys([host, unwilling, third], by_number)

    assert its is not None
    assert its.beyond == (unwilling,)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("", True), ("de Groot", True), ("mevrouw de groot", True), ("Marijke", True), ("Jan de Wit", False)],
)
def test_somebody_to_be_kept_apart_is_known_by_municipality_and_last_word_of_the_name(name: str, meant: bool) -> None:
    marijke = candidate("Marijke de Groot", DEN_BOSCH)

    assert means(NotWith(municipality_code=DEN_BOSCH, name=name), marijke) is meant
    assert not means(NotWith(municipality_code=EDE, name=name), marijke)


def test_a_group_is_published_with_six_to_eight_from_as_many_municipalities_and_somebody_to_lead_it() -> None:
    people = [candidate(f"Persoon {number}", code) for number, code in enumerate(EIGHT)]
    twice = [*people[:6], candidate("Nog iemand", DEN_BOSCH)]

    assert why_not_publishable(people, 8, 1) is None
    assert why_not_publishable(people[:5], 5, 1) is NotYet.TOO_FEW
    assert why_not_publishable(people, 9, 1) is NotYet.TOO_MANY
    assert why_not_publishable(people[:7], 8, 1) is NotYet.LACKING
    assert why_not_publishable(twice, 7, 1) is NotYet.ONE_MUNICIPALITY
    assert why_not_publishable(people, 8, None) is NotYet.NO_FACILITATOR


@given(people=st.integers(min_value=0, max_value=60))
def test_a_division_is_one_into_groups_of_six_to_eight_or_names_the_nearest_numbers_that_can_be(people: int) -> None:
    can = {total for groups in range(12) for total in range(6 * groups, 8 * groups + 1)} - {0}

    its = division(people)

    if people in can:
        assert [groups for groups in range(1, 12) if 6 * groups <= people <= 8 * groups] == list(
            range(its.fewest, its.most + 1)
        )
    else:
        assert its.fewest == 0
        assert its.lower == max((each for each in can if each < people), default=0)
        assert its.higher == min(each for each in can if each > people)


def test_who_held_most_of_the_intakes_leads_by_default() -> None:
    people = [candidate("A B", DEN_BOSCH, intake_by=1), candidate("C D", EDE, intake_by=2)]

    assert default_facilitator([*people, candidate("E F", ZWOLLE, intake_by=2)]) == 2
    assert default_facilitator([candidate("G H", UTRECHT, intake_by=None)]) is None


def test_the_wind_direction_that_most_have_stands_in_front() -> None:
    people = [candidate("A B", DEN_BOSCH), candidate("C D", EDE), candidate("E F", TIEL)]

    assert common_ground(people, by_number).directions == ((WindDirection.EAST, 2), (WindDirection.SOUTH, 1))
