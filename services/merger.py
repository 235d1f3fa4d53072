"""Mergers of municipalities, which a new version of the program knows of: carried through what people filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.moves import MoveKind
from domain.outbox import Kind
from domain.registration import LIVE
from services.notices import notify_coordinators

if TYPE_CHECKING:
    from datetime import datetime

    from domain.municipality import Municipalities
    from domain.registration import Answers
    from storage.database import Database
    from storage.work import Work


class Mergers:
    def __init__(self, database: Database, municipalities: Municipalities) -> None:
        self._database = database
        self._municipalities = municipalities

    async def carry_through(self, now: datetime) -> None:
        """Once, at the start. Who registered for a municipality that ended is of its successor from now on.

        Never two from one municipality in a group: a clash that a merger makes goes to the coordinator. Whoever is
        of the successor already makes none, so at the next start nothing is asked again.
        """
        if not any(merger.code is not None for merger in self._municipalities.mergers):
            return
        async with self._database.transaction() as work:
            for group in await work.groups.all():
                if group.published:
                    await self._ask_about_clashes(work, group.id, now)
            for status in sorted(LIVE):
                for registration in await work.registrations.with_status(status):
                    answers = self._of_today(registration.answers)
                    if answers != registration.answers:
                        await work.registrations.save(registration.model_copy(update={"answers": answers}))

    async def _ask_about_clashes(self, work: Work, group_id: int, now: datetime) -> None:
        """One question for each who comes to be of the municipality of somebody from elsewhere."""
        members = await work.groups.members(group_id)
        was = [(await work.registrations.get(each.registration_id)).answers.municipality_code or "" for each in members]
        known = {(code, code) for code in was if self._today(code) == code}
        for member, before in zip(members, was, strict=True):
            after = self._today(before)
            clashes = any(theirs == after and earlier != before for earlier, theirs in known)
            known.add((before, after))
            asked = await work.moves.current(MoveKind.MUNICIPALITY_CLASH, member.id) is not None
            if before != after and clashes and not asked:
                await work.moves.open(MoveKind.MUNICIPALITY_CLASH, member.id, now)
                await notify_coordinators(work, Kind.MUNICIPALITY_CLASH, now, subject_id=member.id)

    def _of_today(self, answers: Answers) -> Answers:
        apart = tuple(
            each.model_copy(update={"municipality_code": self._today(each.municipality_code)})
            for each in answers.not_with
        )
        code = None if answers.municipality_code is None else self._today(answers.municipality_code)
        return answers.model_copy(update={"municipality_code": code, "not_with": apart})

    def _today(self, code: str) -> str:
        successor = self._municipalities.successor(code)
        return code if successor is None else successor.code
