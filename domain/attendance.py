"""Who is absent from a session, and who was there."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


class Attendance(BaseModel):
    """What is known of one member about one session."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    session_id: int
    person_id: int
    # Said beforehand, without a reason; None when they did not, or took it back.
    absence_reported_at: datetime | None
    # None until it is noted.
    present: bool | None
    noted_at: datetime | None

    @property
    def absent(self) -> bool:
        """As far as is known: what was noted counts, before that what they said themselves."""
        return not self.present if self.present is not None else self.absence_reported_at is not None


def expected(members: Iterable[int], known: Collection[Attendance]) -> list[int]:
    """Which of the members come, as far as is known: nobody is absent who did not say so."""
    absent = {each.person_id for each in known if each.absent}
    return [person_id for person_id in members if person_id not in absent]
