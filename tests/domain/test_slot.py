"""Slots: what a pattern comes to, and what can be booked, moved and cancelled when."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.slot import (
    Interval,
    LeftOut,
    Medium,
    NotBookable,
    Omission,
    Pattern,
    PatternFault,
    Slot,
    SlotRules,
    bookable_until,
    changeable_until,
    is_past_cut_off,
    last_day_to_change,
    why_not_bookable,
)
from domain.time import is_public_holiday, local, to_utc

# A Tuesday at noon in Amsterdam.
NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
MONDAY, TUESDAY, WEDNESDAY = date(2027, 1, 25), date(2027, 1, 26), date(2027, 1, 27)


def pattern(**changes: object) -> Pattern:
    fields: dict[str, object] = {
        "weekdays": frozenset({0}),
        "starts": time(9),
        "until": time(12),
        "length_minutes": 45,
        "buffer_minutes": 15,
        "first": MONDAY,
        "last": MONDAY,
        "medium": Medium.PHONE,
    }
    return Pattern.model_validate({**fields, **changes})


def slot_at(wall: datetime, **changes: object) -> Slot:
    starts_at = to_utc(wall)
    fields: dict[str, object] = {
        "id": 1,
        "facilitator_id": 2,
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(minutes=45),
        "medium": Medium.PHONE,
        "link": None,
        "withdrawn_at": None,
    }
    return Slot.model_validate({**fields, **changes})


def wall(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute)  # noqa: DTZ001 - a wall time


def starts(laid_out: tuple[Interval, ...]) -> list[str]:
    return [local(slot.starts_at).strftime("%d/%m %H:%M") for slot in laid_out]


def test_slots_follow_each_other_with_the_buffer_between_and_end_in_time() -> None:
    layout = pattern().lay_out([], NOW)

    assert starts(layout.slots) == ["25/01 09:00", "25/01 10:00", "25/01 11:00"]
    assert layout.slots[-1].ends_at == to_utc(wall(2027, 1, 25, 11, 45))
    assert layout.left_out == ()


def test_no_slot_lies_in_the_pause_and_the_first_after_it_begins_when_it_is_over() -> None:
    layout = pattern(until=time(15), pause=(time(11, 30), time(13))).lay_out([], NOW)

    assert starts(layout.slots) == ["25/01 09:00", "25/01 10:00", "25/01 13:00", "25/01 14:00"]


def test_only_the_chosen_weekdays_get_slots_over_the_period() -> None:
    fortnight = pattern(weekdays=frozenset({0, 2}), until=time(9, 45), last=MONDAY + timedelta(days=13))

    layout = fortnight.lay_out([], NOW)

    assert starts(layout.slots) == ["25/01 09:00", "27/01 09:00", "01/02 09:00", "03/02 09:00"]


def test_a_public_holiday_is_left_out_and_that_is_said() -> None:
    easter_monday = date(2027, 3, 29)

    layout = pattern(first=date(2027, 3, 22), last=easter_monday, until=time(9, 45)).lay_out([], NOW)

    assert starts(layout.slots) == ["22/03 09:00"]
    assert layout.left_out == (Omission(easter_monday, None, LeftOut.PUBLIC_HOLIDAY),)


def test_a_slot_in_the_missing_hour_is_left_out_and_that_is_said() -> None:
    """On Sunday 29 March 2026 the clock goes from 2:00 to 3:00."""
    day, week_before = date(2026, 3, 29), date(2026, 3, 22)
    night = pattern(weekdays=frozenset({6}), starts=time(1), until=time(4), first=week_before, last=day)

    layout = night.lay_out([], datetime(2026, 3, 1, tzinfo=UTC))

    assert starts(layout.slots) == ["22/03 01:00", "22/03 02:00", "22/03 03:00", "29/03 01:00", "29/03 03:00"]
    assert layout.left_out == (Omission(day, time(2), LeftOut.MISSING_HOUR),)


def test_a_slot_that_runs_into_the_missing_hour_lasts_as_long_as_any() -> None:
    night = pattern(
        weekdays=frozenset({6}), starts=time(1, 30), until=time(4), first=date(2026, 3, 29), last=date(2026, 3, 29)
    )

    layout = night.lay_out([], datetime(2026, 3, 1, tzinfo=UTC))

    assert [slot.ends_at - slot.starts_at for slot in layout.slots] == [timedelta(minutes=45)] * len(layout.slots)
    assert layout.slots[0] == Interval(
        datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 3, 29, 1, 15, tzinfo=UTC)
    )


def test_a_slot_in_the_doubled_hour_is_in_the_first_of_the_two() -> None:
    """On Sunday 31 October 2027 the clock goes from 3:00 back to 2:00."""
    day = date(2027, 10, 31)

    layout = pattern(weekdays=frozenset({6}), starts=time(2), until=time(3, 45), first=day, last=day).lay_out([], NOW)

    assert [slot.starts_at for slot in layout.slots] == [
        datetime(2027, 10, 31, 0, 0, tzinfo=UTC),
        datetime(2027, 10, 31, 2, 0, tzinfo=UTC),
    ]


def test_yesterday_and_the_moment_itself_are_past() -> None:
    yesterday = Pattern.single(date(2027, 1, 18), time(10), SlotRules(), Medium.PHONE)
    now = Pattern.single(date(2027, 1, 19), time(12), SlotRules(), Medium.PHONE)
    later = Pattern.single(date(2027, 1, 19), time(12, 1), SlotRules(), Medium.PHONE)

    assert yesterday.lay_out([], NOW).left_out == (Omission(date(2027, 1, 18), time(10), LeftOut.PAST),)
    assert now.lay_out([], NOW).left_out == (Omission(date(2027, 1, 19), time(12), LeftOut.PAST),)
    assert len(later.lay_out([], NOW).slots) == 1


@pytest.mark.parametrize(
    ("own_starts", "own_ends", "free"),
    [
        # 10:00 to 10:45 is meant, with a quarter of an hour on both sides.
        (time(9), time(9, 45), True),
        (time(9), time(9, 46), False),
        (time(10, 15), time(10, 30), False),
        (time(11), time(12), True),
        (time(10, 59), time(12), False),
    ],
)
def test_a_clash_with_what_the_facilitator_has_is_refused_with_the_buffer(
    own_starts: time, own_ends: time, *, free: bool
) -> None:
    own = Interval(to_utc(datetime.combine(MONDAY, own_starts)), to_utc(datetime.combine(MONDAY, own_ends)))

    layout = Pattern.single(MONDAY, time(10), SlotRules(), Medium.PHONE).lay_out([own], NOW)

    assert bool(layout.slots) is free
    assert layout.left_out == (() if free else (Omission(MONDAY, time(10), LeftOut.CLASH),))


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"weekdays": frozenset()}, PatternFault.NO_WEEKDAYS),
        ({"weekdays": frozenset({7})}, PatternFault.NO_WEEKDAYS),
        ({"last": MONDAY - timedelta(days=1)}, PatternFault.PERIOD_REVERSED),
        ({"last": MONDAY + timedelta(days=184)}, PatternFault.PERIOD_TOO_LONG),
        ({"until": time(9, 44)}, PatternFault.NO_ROOM),
        ({"until": time(8)}, PatternFault.NO_ROOM),
        ({"pause": (time(9), time(12))}, PatternFault.NO_ROOM),
        (
            {"weekdays": frozenset(range(7)), "last": MONDAY + timedelta(days=183), "until": time(18)},
            PatternFault.TOO_MANY,
        ),
        ({}, None),
    ],
)
def test_a_pattern_that_cannot_be_laid_out_says_why(changes: dict[str, object], fault: PatternFault | None) -> None:
    assert pattern(**changes).fault() is fault


def test_one_slot_that_would_run_past_midnight_does_not_fit() -> None:
    late = Pattern.single(MONDAY, time(23, 30), SlotRules(), Medium.PHONE)

    assert late.fault() is PatternFault.NO_ROOM


@st.composite
def patterns(draw: st.DrawFn) -> Pattern:
    first = draw(st.dates(date(2027, 1, 20), date(2028, 12, 31)))
    opens, hours = draw(st.integers(0, 20)), draw(st.integers(1, 3))
    return pattern(
        weekdays=draw(st.frozensets(st.integers(0, 6), min_size=1)),
        starts=time(opens, draw(st.integers(0, 59))),
        until=time(opens + hours, draw(st.integers(0, 59))),
        length_minutes=draw(st.integers(10, 120)),
        buffer_minutes=draw(st.integers(0, 60)),
        first=first,
        last=first + timedelta(days=draw(st.integers(0, 20))),
    )


@given(patterns())
def test_what_is_laid_out_never_clashes_is_never_past_and_keeps_to_its_days(meant: Pattern) -> None:
    layout = meant.lay_out([], NOW)

    for before, after in zip(layout.slots, layout.slots[1:], strict=False):
        assert not before.clashes_with(after, meant.buffer)
    for slot in layout.slots:
        day = local(slot.starts_at).date()
        assert slot.ends_at - slot.starts_at == timedelta(minutes=meant.length_minutes)
        assert slot.starts_at > NOW
        assert day.weekday() in meant.weekdays
        assert meant.first <= day <= meant.last
        assert not is_public_holiday(day)


RULES = SlotRules(notice_days=1, horizon_days=30, most_a_day=3, cut_off_days=2)


@pytest.mark.parametrize(
    ("starts_at", "taken", "reason"),
    [
        (wall(2027, 1, 19, 11), 0, NotBookable.STARTED),
        (wall(2027, 1, 19, 12), 0, NotBookable.STARTED),
        # Later today: notice is one calendar day.
        (wall(2027, 1, 19, 23), 0, NotBookable.TOO_SOON),
        (wall(2027, 1, 20, 0, 5), 0, None),
        (wall(2027, 1, 20, 9), 2, None),
        (wall(2027, 1, 20, 9), 3, NotBookable.DAY_FULL),
        (wall(2027, 2, 18, 20), 0, None),
        (wall(2027, 2, 19, 9), 0, NotBookable.TOO_FAR),
    ],
)
def test_the_rules_say_what_can_be_booked(starts_at: datetime, taken: int, reason: NotBookable | None) -> None:
    assert why_not_bookable(slot_at(starts_at), RULES, taken, NOW) is reason


def test_a_withdrawn_slot_cannot_be_booked() -> None:
    withdrawn = slot_at(wall(2027, 1, 25, 9), withdrawn_at=NOW)

    assert why_not_bookable(withdrawn, RULES, 0, NOW) is NotBookable.WITHDRAWN


def test_notice_counts_calendar_days_also_in_the_night_of_a_clock_change() -> None:
    """Saturday evening, 23:30, before the clock goes forward: Sunday is tomorrow, Monday the day after."""
    evening = to_utc(wall(2026, 3, 28, 23, 30))
    rules = SlotRules(notice_days=2)

    sunday = why_not_bookable(slot_at(wall(2026, 3, 29, 23)), rules, 0, evening)
    monday = why_not_bookable(slot_at(wall(2026, 3, 30, 0, 15)), rules, 0, evening)

    assert (sunday, monday) == (NotBookable.TOO_SOON, None)


def test_with_two_days_a_slot_on_wednesday_can_be_changed_until_monday_is_over() -> None:
    slot = slot_at(wall(2027, 1, 27, 11))

    assert last_day_to_change(slot, RULES) == MONDAY
    assert changeable_until(slot, RULES) == to_utc(wall(2027, 1, 26, 0))
    assert not is_past_cut_off(slot, RULES, to_utc(wall(2027, 1, 25, 23, 59)))
    assert is_past_cut_off(slot, RULES, to_utc(wall(2027, 1, 26, 0)))


def test_without_a_cut_off_it_can_be_changed_until_it_begins() -> None:
    slot, rules = slot_at(wall(2027, 1, 27, 11)), SlotRules(cut_off_days=0, notice_days=0)

    assert changeable_until(slot, rules) == bookable_until(slot, rules) == slot.starts_at


@given(st.datetimes(datetime(2027, 1, 20), datetime(2028, 12, 31)), st.integers(0, 20), st.integers(0, 2000))  # noqa: DTZ001 - wall times
def test_until_the_end_of_notice_it_can_be_booked_and_from_then_on_it_is_too_soon(
    starts_at: datetime, notice: int, hours_before: int
) -> None:
    slot, rules = slot_at(starts_at), SlotRules(notice_days=notice, horizon_days=365)
    now = slot.starts_at - timedelta(hours=hours_before, microseconds=1)

    reason = why_not_bookable(slot, rules, 0, now)

    assert (reason is None) == (now < bookable_until(slot, rules))
