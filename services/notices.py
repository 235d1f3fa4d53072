"""Putting a message in the outbox, in the transaction of the change that causes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.person import Role
from domain.quiet import sending_moment

if TYPE_CHECKING:
    from datetime import datetime

    from domain.outbox import Kind
    from storage.work import Work


async def notify(
    work: Work,
    kind: Kind,
    recipient_id: int,
    now: datetime,
    *,
    subject_id: int | None = None,
    rule_at: datetime | None = None,
    event_at: datetime | None = None,
    expires_at: datetime | None = None,
    replaces_id: int | None = None,
    detail: str | None = None,
) -> int:
    """Queue a message for one person; quiet hours decide when it leaves.

    `rule_at` is when the rule asks for it (by default now), `event_at` when what it is about takes place.
    """
    asked = now if rule_at is None else rule_at
    return await work.outbox.add(
        kind,
        recipient_id,
        rule_at=asked,
        due_at=sending_moment(asked, now, event_at),
        at=now,
        subject_id=subject_id,
        replaces_id=replaces_id,
        detail=detail,
        expires_at=expires_at,
    )


async def notify_coordinators(
    work: Work, kind: Kind, now: datetime, *, subject_id: int | None = None, detail: str | None = None
) -> None:
    """Queue a message for "the coordinator": it goes to all of them, and the first to act settles it."""
    for coordinator in await work.people.with_role(Role.COORDINATOR):
        await notify(work, kind, coordinator.id, now, subject_id=subject_id, detail=detail)
