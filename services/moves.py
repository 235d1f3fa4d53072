"""What happens when nobody has moved in time: the deeds of the table "Whose move it is"."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from domain.moves import Deed, Move, MoveKind, deed_at, overdue_step
from domain.outbox import Kind
from domain.registration import Status
from domain.time import is_working_day, local
from services.attendance import ATTENDANCE_DEEDS
from services.chat_waits import CHAT_DEEDS
from services.entry import erase_entered, is_nobodys_yet, tell_unopened
from services.first_date_steps import FIRST_DATE_DEEDS
from services.group_waits import GROUP_DEEDS
from services.hosting_steps import HOSTING_DEEDS
from services.intake_waits import INTAKE_DEEDS
from services.notices import notify, notify_coordinators
from services.place_steps import PLACE_DEEDS
from services.poll_voting import POLL_DEEDS
from services.registration_turn import erase
from services.rota_waits import ROTA_DEEDS
from services.round import close_by_date

if TYPE_CHECKING:
    from services.deeds import Deeds
    from storage.database import Database
    from storage.work import Work

# Shorter than a day, so that the next working day's reminder is not lost to a difference of seconds.
NOT_AGAIN_WITHIN: Final = timedelta(hours=20)


class Moves:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def due(self, now: datetime, limit: int) -> list[Move]:
        return await self._database.reads.moves.due(now, limit)

    async def next_due(self) -> datetime | None:
        return await self._database.reads.moves.next_due()

    async def carry_out(self, move: Move, now: datetime) -> bool:
        """Do what the rule says, and go to the next step; False when somebody moved, or did it, meanwhile.

        After a standstill a deed that is due several times over is done once (domain.moves.overdue_step).
        """
        step = overdue_step(move, now)
        async with self._database.transaction() as work:
            if not await work.moves.step_on(move, step):
                return False
            await DEEDS[move.kind, deed_at(move.kind, step)](work, move, now)
            return True


async def _remind_of_admission(work: Work, move: Move, now: datetime) -> None:
    """On working days: on the others nobody is at the office, and the next day brings the next reminder.

    It lists all that wait, so one a day is enough, however many wait: it is about no registration in particular.
    """
    if not is_working_day(local(now).date()) or not await _still(work, move, Status.SUBMITTED, now):
        return
    if await work.outbox.added_since(Kind.ADMISSION_REMINDER, None, now - NOT_AGAIN_WITHIN) == 0:
        await notify_coordinators(work, Kind.ADMISSION_REMINDER, now)


async def _nudge(work: Work, move: Move, now: datetime) -> None:
    if not await _left_alone(work, move, now):
        return
    draft = await work.registrations.get(move.subject_id)
    if await is_nobodys_yet(work, draft):
        await tell_unopened(work, draft, now)
    else:
        await notify(work, Kind.REGISTRATION_NUDGE, draft.person_id, now, subject_id=draft.id)


async def _erase_half_finished(work: Work, move: Move, now: datetime) -> None:
    """The draft with everything in it; the name and the key too, unless another registration still needs them."""
    if not await _left_alone(work, move, now):
        return
    draft = await work.registrations.get(move.subject_id)
    if await is_nobodys_yet(work, draft):
        await erase_entered(work, draft, now)
        return
    await erase(work, draft, now)
    if await work.registrations.latest_of(draft.person_id) is None:
        await work.people.forget(draft.person_id)
    await notify(work, Kind.REGISTRATION_GONE, draft.person_id, now, subject_id=draft.id)


async def _remind_of_price(work: Work, move: Move, now: datetime) -> None:
    if await _still(work, move, Status.PRICE, now):
        await _notify_owner(work, move, Kind.PRICE_REMINDER, now)


async def _tell_price_unanswered(work: Work, move: Move, now: datetime) -> None:
    if await _still(work, move, Status.PRICE, now):
        await notify_coordinators(work, Kind.PRICE_UNANSWERED, now, subject_id=move.subject_id)


async def _close_round(work: Work, move: Move, now: datetime) -> None:
    await close_by_date(work, move.subject_id, now)


async def _still(work: Work, move: Move, status: Status, now: datetime) -> bool:
    """Whether the registration is still what the move waits for; if not, nothing is waited for any longer."""
    try:
        registration = await work.registrations.get(move.subject_id)
    except LookupError:
        await work.moves.close(move.kind, move.subject_id, now)
        return False
    if registration.status is not status:
        await work.moves.close(move.kind, move.subject_id, now)
        return False
    return True


async def _left_alone(work: Work, move: Move, now: datetime) -> bool:
    """Whether the draft was left alone since the wait began. An answer since then begins the wait anew."""
    if not await _still(work, move, Status.DRAFT, now):
        return False
    draft = await work.registrations.get(move.subject_id)
    if draft.changed_at > move.opened_at:
        await work.moves.begin_anew(move, draft.changed_at)
        return False
    return True


async def _notify_owner(work: Work, move: Move, kind: Kind, now: datetime) -> None:
    registration = await work.registrations.get(move.subject_id)
    await notify(work, kind, registration.person_id, now, subject_id=registration.id)


DEEDS: Final[Deeds] = {
    (MoveKind.ADMISSION, Deed.REMIND): _remind_of_admission,
    (MoveKind.HALF_FINISHED, Deed.REMIND): _nudge,
    (MoveKind.HALF_FINISHED, Deed.ERASE): _erase_half_finished,
    (MoveKind.PRICE, Deed.REMIND): _remind_of_price,
    (MoveKind.PRICE, Deed.TELL_COORDINATOR): _tell_price_unanswered,
    (MoveKind.ROUND_CLOSING, Deed.CLOSE): _close_round,
    **INTAKE_DEEDS,
    **POLL_DEEDS,
    **GROUP_DEEDS,
    **CHAT_DEEDS,
    **ATTENDANCE_DEEDS,
    **ROTA_DEEDS,
    **FIRST_DATE_DEEDS,
    **HOSTING_DEEDS,
    **PLACE_DEEDS,
}
