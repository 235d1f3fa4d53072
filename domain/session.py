"""One meeting of a group: when, in which form, and where."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict, RootModel

from domain.slot import Interval
from domain.time import local

LENGTH: Final = timedelta(hours=3, minutes=30)
"""The longest that the association's flyer gives: 3 to 3.5 hours. Lunch comes on top of it."""


class SessionStatus(StrEnum):
    PLANNED = "planned"
    # It took place, and who was there is known.
    HELD = "held"
    CANCELLED = "cancelled"


class Form(StrEnum):
    # In a town hall; which one may still have to be settled.
    PLACE = "place"
    ONLINE = "online"


class Lunch(StrEnum):
    BEFORE = "before"
    AFTER = "after"


class Session(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    group_id: int
    # 1 for the first six sessions, and within each cycle numbered from 1.
    cycle: int
    number: int
    # Both in UTC.
    starts_at: datetime
    ends_at: datetime
    status: SessionStatus
    form: Form
    # Of the municipality in whose town hall it is; None: not settled, or online.
    municipality_code: str | None
    # The member who arranges it.
    host_id: int | None
    lunch: Lunch | None
    # Of the event in everybody's calendar: it stays the same through every change (RFC 5545, 3.8.4.7).
    uid: str
    # Rises with every change that a calendar has to know of (RFC 5545, 3.8.7.4).
    sequence: int
    created_at: datetime
    changed_at: datetime

    @property
    def day(self) -> date:
        """In Europe/Amsterdam."""
        return local(self.starts_at).date()

    @property
    def interval(self) -> Interval:
        return Interval(self.starts_at, self.ends_at)

    @property
    def planned(self) -> bool:
        return self.status is SessionStatus.PLANNED

    @property
    def where(self) -> Where:
        return Where(form=self.form, municipality_code=self.municipality_code)

    def is_to_come(self, now: datetime) -> bool:
        """It stands, and is not over."""
        return self.planned and self.ends_at > now

    def moved_to(self, starts_at: datetime, at: datetime) -> Session:
        """To another moment; it lasts as long as it did."""
        moment = {"starts_at": starts_at, "ends_at": starts_at + (self.ends_at - self.starts_at)}
        return self.model_copy(update={**moment, "sequence": self.sequence + 1, "changed_at": at})

    def placed(self, where: Where, host_id: int | None, at: datetime) -> Session:
        place = {"form": where.form, "municipality_code": where.municipality_code, "host_id": host_id}
        # Who hosts is in nobody's calendar.
        risen = self.sequence + int(where != self.where)
        return self.model_copy(update={**place, "sequence": risen, "changed_at": at})

    def cancelled(self, at: datetime) -> Session:
        gone = {"status": SessionStatus.CANCELLED, "sequence": self.sequence + 1, "changed_at": at}
        return self.model_copy(update=gone)

    def held(self, at: datetime) -> Session:
        return self.model_copy(update={"status": SessionStatus.HELD, "changed_at": at})


class Where(BaseModel):
    """In whose town hall, or online; with neither it is still to be settled."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    form: Form = Form.PLACE
    municipality_code: str | None = None

    @property
    def settled(self) -> bool:
        return self.form is Form.ONLINE or self.municipality_code is not None


ONLINE: Final = Where(form=Form.ONLINE)
UNSETTLED: Final = Where()


def in_municipality(code: str) -> Where:
    return Where(municipality_code=code)


class Told(BaseModel):
    """What somebody was told of a session last, to say from what it changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    starts_at: datetime
    where: Where

    @classmethod
    def of(cls, session: Session) -> Told:
        return cls(starts_at=session.starts_at, where=session.where)


class Known(RootModel[dict[int, Told]]):
    """What somebody was told last of sessions that changed, by their ids. It goes along with a message as JSON."""

    model_config = ConfigDict(frozen=True)

    @classmethod
    def read(cls, written: str) -> Known:
        """Raises ValueError for anything that `write` did not make."""
        return cls.model_validate_json(written)

    def write(self) -> str:
        return self.model_dump_json()

    def adding(self, session: Session) -> Known:
        """With a session as it is told now; what was known of it already stays."""
        return Known({session.id: Told.of(session), **self.root})
