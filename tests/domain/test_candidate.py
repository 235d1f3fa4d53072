from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.candidate import (
    MOST_CANDIDATES,
    CandidateFault,
    Preference,
    Wish,
    fault_of,
    lay_out,
    session_at,
    suggest,
    year_after,
)
from domain.date_set import Bounds, DateVotes, best_set
from domain.registration import PartOfDay, Weekday
from domain.time import is_public_holiday, local

if TYPE_CHECKING:
    from domain.slot import Interval

NOW = datetime(2027, 1, 12, 18, 0, tzinfo=UTC)
FIRST = date(2027, 1, 12)
TUESDAYS = frozenset({Weekday.TUESDAY})
AFTERNOONS = frozenset({PartOfDay.AFTERNOON})
ANYTIME = Preference(frozenset(), frozenset())


def wish(**other: object) -> Wish:
    usual: dict[str, object] = {
        "first": date(2027, 2, 16),
        "last": date(2027, 12, 31),
        "weekdays": TUESDAYS,
        "parts_of_day": AFTERNOONS,
    }
    return Wish.model_validate({**usual, **other})


def days(moments: list[Interval]) -> list[date]:
    return [local(each.starts_at).date() for each in moments]


def test_a_session_stays_at_one_o_clock_across_the_clock_change() -> None:
    before, after = session_at(date(2027, 3, 23), time(13)), session_at(date(2027, 3, 30), time(13))

    assert [local(each.starts_at).time() for each in (before, after)] == [time(13), time(13)]
    assert after.starts_at - before.starts_at == timedelta(days=7) - timedelta(hours=1)
    assert before.ends_at - before.starts_at == after.ends_at - after.starts_at == timedelta(hours=3, minutes=30)


def test_public_holidays_and_recesses_are_left_out() -> None:
    """27 April is King's Day, a Tuesday in 2027; the recess takes three Tuesdays of July."""
    asked = wish(first=date(2027, 4, 20), last=date(2027, 7, 27), recesses=((date(2027, 7, 6), date(2027, 7, 20)),))

    found = days([each.moment for each in lay_out(asked, [ANYTIME], [], NOW)])

    assert date(2027, 4, 27) not in found
    assert not [day for day in found if date(2027, 7, 6) <= day <= date(2027, 7, 20)]
    assert found[0] == date(2027, 4, 20)
    assert found[-1] == date(2027, 7, 27)
    assert len(found) == 15 - 1 - 3


def test_what_has_begun_or_clashes_with_another_session_is_left_out() -> None:
    asked = wish(first=FIRST, last=date(2027, 1, 26))
    elsewhere = session_at(date(2027, 1, 19), time(16))

    found = lay_out(asked, [ANYTIME], [elsewhere], NOW)

    assert days([each.moment for each in found]) == [date(2027, 1, 26)]


def test_each_candidate_says_how_many_usually_can_then() -> None:
    preferences = [
        Preference(TUESDAYS, AFTERNOONS),
        Preference(TUESDAYS, frozenset({PartOfDay.MORNING})),
        Preference(frozenset({Weekday.FRIDAY}), AFTERNOONS),
        ANYTIME,
    ]

    found = lay_out(wish(last=date(2027, 2, 16)), preferences, [], NOW)

    assert [each.liked_by for each in found] == [2]


def test_of_a_week_the_day_that_suits_most_members_is_suggested() -> None:
    asked = wish(weekdays=frozenset({Weekday.TUESDAY, Weekday.THURSDAY}))
    preferences = [Preference(frozenset({Weekday.THURSDAY}), frozenset())] * 5 + [ANYTIME]

    found = suggest(lay_out(asked, preferences, [], NOW), FIRST, 5, asked)

    assert {each.day.weekday() for each in found} == {3}
    assert len(found) == 20


@settings(max_examples=30, deadline=None)
@given(
    weekdays=st.frozensets(st.sampled_from(Weekday), min_size=1),
    parts=st.frozensets(st.sampled_from(PartOfDay), min_size=1),
    number=st.integers(1, 5),
    first=st.dates(date(2027, 1, 4), date(2029, 12, 31)),
)
def test_what_is_suggested_can_be_made_into_a_set_within_the_year(
    weekdays: frozenset[Weekday], parts: frozenset[PartOfDay], number: int, first: date
) -> None:
    asked = wish(first=first + timedelta(weeks=5), last=year_after(first), weekdays=weekdays, parts_of_day=parts)

    found = suggest(lay_out(asked, [ANYTIME] * 8, [], NOW), first, number, asked)

    assert len(found) <= MOST_CANDIDATES
    assert found == sorted(set(found))
    assert all(asked.allows(each.day) and not is_public_holiday(each.day) for each in found)
    everybody = frozenset(range(8))
    votes = [DateVotes(place, each.day, everybody) for place, each in enumerate(found)]
    assert best_set(votes, tuple(everybody), Bounds(number, 5, 5, 9, first)) is not None


def test_a_year_ends_the_day_before_the_same_day_of_the_next() -> None:
    assert year_after(date(2027, 1, 12)) == date(2028, 1, 11)
    assert year_after(date(2028, 2, 29)) == date(2029, 2, 28)


def test_a_typed_date_is_refused_with_the_reason() -> None:
    there = [session_at(date(2027, 3, 9), time(13))]
    elsewhere = [session_at(date(2027, 3, 16), time(9, 30))]

    def fault(day: date, starts: time = time(13)) -> CandidateFault | None:
        return fault_of(session_at(day, starts), there, FIRST, elsewhere, NOW)

    assert fault(date(2027, 3, 10)) is None
    assert fault(date(2027, 3, 9)) is CandidateFault.THERE_ALREADY
    assert fault(date(2027, 3, 16), time(12)) is CandidateFault.CLASH
    assert fault(date(2027, 1, 11)) is CandidateFault.PAST
    assert fault(FIRST, time(20)) is CandidateFault.BEFORE_FIRST
    assert fault(date(2028, 1, 12)) is CandidateFault.BEYOND_YEAR
    full = [session_at(date(2027, 3, 1) + timedelta(days=number), time(13)) for number in range(MOST_CANDIDATES)]
    assert fault_of(session_at(date(2027, 6, 1), time(13)), full, FIRST, [], NOW) is CandidateFault.TOO_MANY
