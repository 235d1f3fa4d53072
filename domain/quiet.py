"""When people are left in peace: 21:00 to 08:00, on Sundays and on public holidays, all in Amsterdam."""

from datetime import UTC, date, datetime, time, timedelta

from domain.time import is_public_holiday, local, to_utc

OPENS = time(8)
CLOSES = time(21)

NEAR = timedelta(hours=16)
"""What concerns an event so near is told at any hour."""

_BEFORE_QUIET = time(20)
"""An hour before the quiet, so that a backlog is gone by the time it begins."""

_SUNDAY = 6


def is_open(moment: datetime) -> bool:
    return _is_daytime(moment) and _is_open_day(local(moment).date())


def next_open(moment: datetime) -> datetime:
    """The moment itself (in UTC) when it is open, or else the next 08:00 of a day without quiet."""
    if is_open(moment):
        return moment.astimezone(UTC)
    day = _day_of_next_opening(moment)
    while not _is_open_day(day):
        day += timedelta(days=1)
    return to_utc(datetime.combine(day, OPENS))


def last_open(moment: datetime) -> datetime:
    """The moment itself (in UTC) when it is open, or else the last 20:00 before it of a day without quiet."""
    if is_open(moment):
        return moment.astimezone(UTC)
    return to_utc(datetime.combine(_last_open_day(moment), _BEFORE_QUIET))


def sending_moment(due: datetime, now: datetime, event_at: datetime | None = None) -> datetime:
    """The moment (in UTC, never before `now`) at which what is due may go.

    Without quiet it goes when it is due; so it does when the event it concerns is within 16 hours. Else it waits for
    the next open hour, unless that is too late: after the event, or with less than half of the time left that it was
    meant to give. It then goes at 20:00 before the quiet. When that has passed, it comes late rather than in the
    quiet; and when even the next open hour is after the event, it goes by day within the event's last 16 hours.
    An event before the message is due counts for nothing.
    """
    wanted = max(due, now).astimezone(UTC)
    if is_open(wanted) or is_exempt(wanted, event_at):
        return wanted
    later = next_open(wanted)
    if event_at is None or event_at < wanted:
        return later
    if event_at - later >= (event_at - due) / 2:
        return later
    before = _before_quiet(wanted, now)
    if before is not None:
        return before
    return later if later < event_at else _by_day_near(event_at, wanted)


def _is_open_day(day: date) -> bool:
    return day.weekday() != _SUNDAY and not is_public_holiday(day)


def _is_daytime(moment: datetime) -> bool:
    return OPENS <= local(moment).time() < CLOSES


def is_exempt(moment: datetime, event_at: datetime | None) -> bool:
    """Whether what is said at this moment about this event may break the quiet."""
    return event_at is not None and timedelta(0) <= event_at - moment <= NEAR


def _day_of_next_opening(moment: datetime) -> date:
    wall = local(moment)
    return wall.date() if wall.time() < OPENS else wall.date() + timedelta(days=1)


def _last_open_day(quiet: datetime) -> date:
    wall = local(quiet)
    day = wall.date() if wall.time() >= CLOSES else wall.date() - timedelta(days=1)
    while not _is_open_day(day):
        day -= timedelta(days=1)
    return day


def _before_quiet(quiet: datetime, now: datetime) -> datetime | None:
    """20:00 on the last open day before this quiet moment, or now when that is later; nothing when now is quiet too."""
    evening = max(to_utc(datetime.combine(_last_open_day(quiet), _BEFORE_QUIET)), now.astimezone(UTC))
    return evening if is_open(evening) and evening < quiet else None


def _by_day_near(event_at: datetime, earliest: datetime) -> datetime:
    """The first moment by day (08:00 to 21:00) in the event's last 16 hours, or the first at all if there is none."""
    first = max(earliest, event_at - NEAR).astimezone(UTC)
    if _is_daytime(first):
        return first
    morning = to_utc(datetime.combine(_day_of_next_opening(first), OPENS))
    return morning if morning < event_at else first
