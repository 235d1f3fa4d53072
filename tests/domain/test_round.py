from datetime import UTC, date, datetime

import pytest

from domain.round import MOST_PLACES, InvalidPlaces, Round, RoundStatus, parse_places


def open_round(closes_on: date | None) -> Round:
    return Round(
        id=1,
        status=RoundStatus.OPEN,
        slug="abc",
        name="Voorjaar",
        closes_on=closes_on,
        places=24,
        created_by=None,
        opened_at=None,
        closed_at=None,
    )


@pytest.mark.parametrize(("typed", "places"), [("24", 24), ("24 plaatsen", 24), (" ongeveer 8 ", 8), ("200", 200)])
def test_the_one_number_counts(typed: str, places: int) -> None:
    assert parse_places(typed) == places


@pytest.mark.parametrize("typed", ["", "veel", "0", "-8", "201", "8 of 16", "9" * 5_000, "🙂"])
def test_anything_else_is_refused(typed: str) -> None:
    with pytest.raises(InvalidPlaces):
        parse_places(typed)


def test_the_limit_itself_is_allowed() -> None:
    assert parse_places(str(MOST_PLACES)) == MOST_PLACES


def test_one_can_register_on_the_last_day_and_not_after() -> None:
    round_ = open_round(date(2027, 3, 27))

    assert round_.open_on(date(2027, 3, 27))
    assert not round_.open_on(date(2027, 3, 28))


def test_the_last_day_ends_at_midnight_in_amsterdam_also_when_the_clock_changes() -> None:
    assert open_round(date(2027, 3, 27)).ends_at == datetime(2027, 3, 27, 23, tzinfo=UTC)
    assert open_round(date(2027, 3, 28)).ends_at == datetime(2027, 3, 28, 22, tzinfo=UTC)
    assert open_round(None).ends_at is None
