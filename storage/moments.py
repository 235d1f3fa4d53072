"""How moments stand in the database: UTC text in which the order of letters is the order of time."""

from __future__ import annotations

from datetime import UTC, datetime

FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def stored(moment: datetime) -> str:
    """Raises ValueError for a moment without a time zone: it would be read back as another moment."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC).strftime(FORMAT)


def stored_if(moment: datetime | None) -> str | None:
    return None if moment is None else stored(moment)


def moment(text: str) -> datetime:
    return datetime.strptime(text, FORMAT).replace(tzinfo=UTC)


def moment_if(text: str | None) -> datetime | None:
    return None if text is None else moment(text)
