from datetime import UTC, date, datetime, timedelta

import pytest

from texts.dates import calendar_day, day, moment, month, short_calendar_day, short_day, span, time_of_day
from texts.language import Language

NOW = datetime(2027, 1, 4, 10, tzinfo=UTC)
WEDNESDAY = datetime(2027, 1, 20, 10, tzinfo=UTC)


@pytest.mark.parametrize(("language", "words"), [("nl", "woensdag 20 januari"), ("en", "Wednesday 20 January")])
def test_a_day_of_this_year_needs_no_year(language: Language, words: str) -> None:
    assert day(WEDNESDAY, language, NOW) == words


@pytest.mark.parametrize(("language", "words"), [("nl", "zaterdag 1 januari 2028"), ("en", "Saturday 1 January 2028")])
def test_the_year_is_that_of_the_wall_time_in_amsterdam(language: Language, words: str) -> None:
    new_year_here = datetime(2027, 12, 31, 23, 30, tzinfo=UTC)

    assert day(new_year_here, language, NOW) == words


@pytest.mark.parametrize(
    ("at", "language", "words"),
    [
        (WEDNESDAY, "nl", "11.00 uur"),
        (WEDNESDAY, "en", "11:00"),
        (datetime(2027, 7, 20, 7, 5, tzinfo=UTC), "nl", "9.05 uur"),
        (datetime(2027, 7, 20, 7, 5, tzinfo=UTC), "en", "9:05"),
        (WEDNESDAY + timedelta(hours=13), "nl", "0.00 uur"),
    ],
)
def test_the_time_is_the_wall_time_in_amsterdam(at: datetime, language: Language, words: str) -> None:
    assert time_of_day(at, language) == words


def test_a_short_day_fits_a_button() -> None:
    assert short_day(WEDNESDAY, "nl") == "wo 20 jan"
    assert short_day(datetime(2027, 3, 9, 12, tzinfo=UTC), "nl") == "di 9 mrt"
    assert short_day(WEDNESDAY, "en") == "Wed 20 Jan"


def test_a_moment_is_a_day_and_a_time() -> None:
    assert moment(WEDNESDAY, "nl", NOW) == "woensdag 20 januari, 11.00 uur"
    assert moment(WEDNESDAY, "en", NOW) == "Wednesday 20 January, 11:00"


def test_a_date_without_a_time_is_shown_as_it_is() -> None:
    assert calendar_day(date(2027, 1, 15), "nl", NOW) == "vrijdag 15 januari"


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        short_day(WEDNESDAY.replace(tzinfo=None), "nl")


def test_a_stretch_across_a_clock_change_says_by_which_time_it_ends() -> None:
    half_past_two = datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    before_the_missing_hour = datetime(2028, 3, 26, 0, 30, tzinfo=UTC)

    autumn = span(half_past_two, half_past_two + timedelta(minutes=45), "nl", NOW)
    spring = span(
        before_the_missing_hour, before_the_missing_hour + timedelta(minutes=45), "en", before_the_missing_hour
    )

    assert autumn == "zondag 31 oktober, 2.30 tot 2.15 uur wintertijd"
    assert spring == "Sunday 26 March, 1:30 to 3:15 summer time"


def test_a_stretch_of_a_day_is_shown_with_its_begin_and_end() -> None:
    assert span(WEDNESDAY, WEDNESDAY + timedelta(minutes=45), "nl", NOW) == "woensdag 20 januari, 11.00 tot 11.45 uur"
    assert span(WEDNESDAY, WEDNESDAY + timedelta(minutes=45), "en", NOW) == "Wednesday 20 January, 11:00 to 11:45"


def test_a_calendar_has_short_days_under_the_name_of_their_month() -> None:
    day = date(2027, 3, 9)

    assert short_calendar_day(day, "nl") == "di 9 mrt"
    assert short_calendar_day(day, "nl", with_month=False) == "di 9"
    assert month(day, "nl") == "maart 2027"
    assert month(day, "en") == "March 2027"
