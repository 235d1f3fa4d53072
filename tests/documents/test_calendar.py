"""Calendar files, read back by another reader than the library that wrote them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject

from documents.calendar import CalendarEvent, Method, calendar_file, series_file
from domain.time import AMSTERDAM, to_utc

STAMPED = datetime(2027, 1, 19, 11, 0, 30, 123456, tzinfo=UTC)
WINTER = CalendarEvent(
    uid="9b2f7a52-3c1d-4f0e-9a57-0f9e3c1d7b11",
    sequence=0,
    starts_at=datetime(2027, 1, 20, 10, 0, tzinfo=UTC),
    ends_at=datetime(2027, 1, 20, 10, 45, tzinfo=UTC),
    location="Telefonisch",
)


def read(file: bytes) -> Any:
    return vobject.readOne(file.decode())


def test_an_event_is_read_back_as_it_was_written() -> None:
    calendar = read(calendar_file(WINTER, Method.PUBLISH, STAMPED))

    event = calendar.vevent
    assert calendar.version.value == "2.0"
    assert calendar.method.value == "PUBLISH"
    assert (event.uid.value, event.sequence.value) == (WINTER.uid, "0")
    assert (event.dtstart.value, event.dtend.value) == (WINTER.starts_at, WINTER.ends_at)
    assert event.dtstamp.value == STAMPED.replace(microsecond=0)
    assert (event.status.value, event.transp.value, event.location.value) == ("CONFIRMED", "OPAQUE", "Telefonisch")


def test_it_is_called_intervisie_is_private_and_names_nobody() -> None:
    file = calendar_file(WINTER, Method.PUBLISH, STAMPED)

    event = read(file).vevent
    assert event.summary.value == "Intervisie"
    assert getattr(event, "class").value == "PRIVATE"
    assert event.organizer.params["CN"] == ["Intervisie"]
    assert b"ATTENDEE" not in file
    assert b"DESCRIPTION:Intervisie" in file


@pytest.mark.parametrize("method", list(Method))
def test_times_are_written_in_utc_without_a_zone_by_name(method: Method) -> None:
    in_amsterdam = CalendarEvent(
        uid="u", sequence=1, starts_at=datetime(2027, 7, 1, 13, 0, tzinfo=AMSTERDAM), ends_at=STAMPED + timedelta(200)
    )

    file = calendar_file(in_amsterdam, method, STAMPED)

    assert b"DTSTART:20270701T110000Z" in file
    assert b"TZID" not in file
    assert b"VTIMEZONE" not in file


def test_two_alarms_ring_a_day_and_an_hour_ahead() -> None:
    event = read(calendar_file(WINTER, Method.PUBLISH, STAMPED)).vevent

    alarms = [(alarm.action.value, alarm.trigger.value) for alarm in event.valarm_list]

    assert alarms == [("DISPLAY", timedelta(days=-1)), ("DISPLAY", timedelta(hours=-1))]


def test_a_cancellation_takes_out_the_same_event_and_rings_no_alarm() -> None:
    published = read(calendar_file(WINTER, Method.PUBLISH, STAMPED)).vevent
    off = CalendarEvent(WINTER.uid, WINTER.sequence + 1, WINTER.starts_at, WINTER.ends_at)

    calendar = read(calendar_file(off, Method.CANCEL, STAMPED))

    assert calendar.method.value == "CANCEL"
    assert calendar.vevent.status.value == "CANCELLED"
    assert calendar.vevent.uid.value == published.uid.value
    assert int(calendar.vevent.sequence.value) > int(published.sequence.value)
    assert not hasattr(calendar.vevent, "valarm")


@pytest.mark.parametrize(
    ("wall", "in_utc"),
    [
        # The clock goes forward on Sunday 28 March 2027, and back on Sunday 31 October.
        (datetime(2027, 3, 27, 13, 0), "20270327T120000Z"),  # noqa: DTZ001 - a wall time
        (datetime(2027, 3, 29, 13, 0), "20270329T110000Z"),  # noqa: DTZ001 - a wall time
        (datetime(2027, 10, 30, 13, 0), "20271030T110000Z"),  # noqa: DTZ001 - a wall time
        (datetime(2027, 11, 1, 13, 0), "20271101T120000Z"),  # noqa: DTZ001 - a wall time
    ],
)
def test_one_o_clock_stays_one_o_clock_on_both_sides_of_a_clock_change(wall: datetime, in_utc: str) -> None:
    starts_at = to_utc(wall)
    event = CalendarEvent("u", 0, starts_at, starts_at + timedelta(minutes=45))

    file = calendar_file(event, Method.PUBLISH, STAMPED)

    assert f"DTSTART:{in_utc}".encode() in file
    shown = read(file).vevent.dtstart.value.astimezone(ZoneInfo("Europe/Amsterdam"))
    assert shown.replace(tzinfo=None) == wall


def test_lines_end_and_fold_as_the_standard_says() -> None:
    file = calendar_file(WINTER, Method.PUBLISH, STAMPED)

    lines = file.split(b"\r\n")
    assert b"\n" not in file.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) <= 75
    assert (lines[0], lines[-2]) == (b"BEGIN:VCALENDAR", b"END:VCALENDAR")


def test_a_moment_without_a_time_zone_is_refused() -> None:
    naive = CalendarEvent("u", 0, datetime(2027, 1, 20, 10, 0), WINTER.ends_at)  # noqa: DTZ001 - that is the case tested

    with pytest.raises(ValueError, match="time zone"):
        calendar_file(naive, Method.PUBLISH, STAMPED)


def test_a_series_is_one_file_with_an_event_for_each() -> None:
    later = CalendarEvent(uid="v", sequence=3, starts_at=STAMPED + timedelta(40), ends_at=STAMPED + timedelta(41))

    calendar = read(series_file([WINTER, later], STAMPED))

    assert calendar.method.value == "PUBLISH"
    assert [(event.uid.value, event.sequence.value) for event in calendar.vevent_list] == [
        (WINTER.uid, "0"),
        ("v", "3"),
    ]
    assert {event.status.value for event in calendar.vevent_list} == {"CONFIRMED"}


def test_a_series_that_is_taken_out_is_published_as_cancelled_and_rings_no_more() -> None:
    file = series_file([WINTER], STAMPED, cancelled=True)

    calendar = read(file)
    assert (calendar.method.value, calendar.vevent.status.value) == ("PUBLISH", "CANCELLED")
    assert b"VALARM" not in file
