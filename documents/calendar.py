"""Calendar files (RFC 5545), to be imported by anybody's calendar and forwarded to a secretariat.

An alderman's diary is often public, and kept by others. So an event is called "Intervisie", is private, and says
nothing of who else takes part, what is spoken of, or where on screen.

METHOD is PUBLISH, and CANCEL to take an event out (RFC 5546, 3.2.1 and 3.2.5). REQUEST would be an invitation: it needs
an ATTENDEE, who would be named, makes the program that opens it ask for an answer to the organizer, and is refused or
shown without buttons when whoever opens it (a secretary) is not the one invited. What was published can be imported by
anybody, and the same UID with a higher SEQUENCE takes the place of what was there.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from icalendar import Alarm, Calendar, Event, vCalAddress

if TYPE_CHECKING:
    from collections.abc import Iterable

SUMMARY: Final = "Intervisie"

PRODUCT: Final = "-//Wethoudersvereniging//Intervisie//NL"

# RFC 5546 wants an organizer; a name of the domain "invalid" belongs to nobody and never will (RFC 2606).
ORGANIZER: Final = "mailto:intervisie@intervisie.invalid"

ALARMS: Final = (timedelta(days=-1), timedelta(hours=-1))
"""As far ahead as the bot's own reminders."""


class Method(StrEnum):
    PUBLISH = "PUBLISH"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event. `uid` stays the same for good, `sequence` rises with every change, a cancellation included."""

    uid: str
    sequence: int
    # Aware; they are written in UTC, since a zone by name without its rules shifts in some calendars.
    starts_at: datetime
    ends_at: datetime
    # "Telefonisch" in the reader's language, or a municipality; never an address, a link or somebody's name.
    location: str | None = None


def calendar_file(event: CalendarEvent, method: Method, stamped_at: datetime) -> bytes:
    """The file, UTF-8 with the line ends of RFC 5545. `stamped_at`: the moment at which it is made (DTSTAMP).

    Raises ValueError for a moment without a time zone.
    """
    return _written(method, [_event(event, stamped_at, cancelled=method is Method.CANCEL)])


def series_file(events: Iterable[CalendarEvent], stamped_at: datetime, *, cancelled: bool = False) -> bytes:
    """Several events in one file; `cancelled` takes them all out. Otherwise as `calendar_file`.

    The method is PUBLISH then too: CANCEL is for one event (RFC 5546, 3.2.5: "all must have the same UID"), while
    what is published may be of the status CANCELLED (3.2.1).
    """
    return _written(Method.PUBLISH, [_event(event, stamped_at, cancelled=cancelled) for event in events])


def _written(method: Method, events: Iterable[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method.value)
    for event in events:
        calendar.add_component(event)
    file: bytes = calendar.to_ical()
    return file


def _event(event: CalendarEvent, stamped_at: datetime, *, cancelled: bool) -> Event:
    component = Event()
    component.add("uid", event.uid)
    component.add("sequence", event.sequence)
    component.add("dtstamp", _utc(stamped_at))
    component.add("dtstart", _utc(event.starts_at))
    component.add("dtend", _utc(event.ends_at))
    component.add("summary", SUMMARY)
    component.add("class", "PRIVATE")
    component.add("transp", "OPAQUE")
    component.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    component.add("organizer", _organizer())
    if event.location is not None:
        component.add("location", event.location)
    if not cancelled:
        for ahead in ALARMS:
            component.add_component(_alarm(ahead))
    return component


def _alarm(ahead: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", SUMMARY)
    alarm.add("trigger", ahead)
    return alarm


def _organizer() -> vCalAddress:
    address = vCalAddress(ORGANIZER)
    address.params["CN"] = SUMMARY
    return address


def _utc(moment: datetime) -> datetime:
    """To the second: a calendar knows nothing finer."""
    if moment.tzinfo is None:
        raise ValueError("an event needs moments with a time zone")
    return moment.astimezone(UTC).replace(microsecond=0)
