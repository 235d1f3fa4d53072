"""People who can be in a group, and a group of them: what the tests of groups do over and over."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from domain.booking import IntakeOutcome
from domain.party import PARTY_NAMES, Party
from domain.person import Role
from domain.portfolios import Portfolio
from domain.registration import SUPPLEMENT, Answers, NotWith, PartOfDay, Question, Status, Weekday
from domain.slot import Interval, Medium
from services.group_composing import PickOutcome, PublishOutcome
from services.group_newcomer import ProposeOutcome
from services.intake_outcome import follow_up
from services.intake_steps import begin_intake
from tests.services.intake_scene import NOW

if TYPE_CHECKING:
    from datetime import datetime

    from domain.group_change import Newcomer
    from services.group_composing import DraftCard
    from storage.work import Work
    from tests.services.intake_scene import Scene

LATER = NOW + timedelta(days=30)

# Eight aldermen from eight municipalities in the middle of the country, and where they are from.
EIGHT = (
    ("Marijke de Groot", "GM0796"),
    ("Jeroen Bakker", "GM0344"),
    ("Fatima El Amrani", "GM0307"),
    ("Koen Visser", "GM0202"),
    ("Sanne Mulder", "GM0228"),
    ("Henk Prins", "GM0281"),
    ("Anna Smit", "GM0345"),
    ("Bart Jansen", "GM0289"),
)


def complete_answers(name: str, municipality_code: str, **values: object) -> Answers:
    """Everything that composing needs."""
    given: dict[str, object] = {
        "answered": frozenset(Question),
        "name": name,
        "municipality_code": municipality_code,
        "party": PARTY_NAMES[Party.D66],
        "portfolios": (Portfolio.HOUSING,),
        "travel_minutes": 60,
        "weekdays": (Weekday.TUESDAY, Weekday.THURSDAY),
        "parts_of_day": (PartOfDay.AFTERNOON,),
        "phone": "+31612345678",
        "email": "iemand@gemeente.example",
        "not_with": (),
    }
    return Answers.model_validate({**given, **values})


async def candidate(
    scene: Scene,
    name: str,
    municipality_code: str,
    *,
    facilitator_id: int | None = None,
    without: Question | None = None,
    not_with: tuple[NotWith, ...] = (),
    **values: object,
) -> int:
    """Somebody who goes on after the intake; the registration's id. `without`: one answer lacks."""
    answers = complete_answers(name, municipality_code, not_with=not_with, **values)
    if without is not None:
        answers = answers.model_copy(update={"answered": answers.answered - {without}})
    held_by = facilitator_id or scene.ellen
    async with scene.database.transaction() as work:
        person = await work.people.add(9000 + scene.update(), "nl", NOW)
        await work.people.rename(person.id, name)
        registration_id = await goes_on(work, person.id, answers, held_by, NOW)
    assert set(SUPPLEMENT) <= answers.answered | {without}
    return registration_id


async def goes_on(work: Work, person_id: int, answers: Answers, held_by: int, at: datetime) -> int:
    """Admitted, and the intake is held; the registration's id."""
    await work.people.give_role(person_id, Role.PARTICIPANT)
    draft = await work.registrations.add(person_id, None, answers, at)
    registration = draft.model_copy(update={"status": Status.ADMITTED, "decided_at": at})
    await work.registrations.save(registration)
    await begin_intake(work, registration, at)
    interval = Interval(at + timedelta(days=person_id), at + timedelta(days=person_id, minutes=45))
    slot_id = await work.slots.add(held_by, interval, Medium.PHONE, None, at)
    booking = await work.bookings.add(slot_id, person_id, f"uid-{person_id}", at)
    held = booking.held(IntakeOutcome.GOES_ON, None, at)
    await work.bookings.save(held)
    await follow_up(work, held, held_by, at)
    return registration.id


async def eight(scene: Scene, number: int = 8) -> list[int]:
    """So many of the eight; the ids of their registrations."""
    return [await candidate(scene, name, code) for name, code in EIGHT[:number]]


async def draft_of(scene: Scene, registration_ids: list[int]) -> DraftCard:
    """A card with these on it."""
    composing = scene.services.composing
    card = await composing.begin(scene.annelies, NOW, scene.update())
    for registration_id in registration_ids:
        done = await composing.pick(card.group.id, registration_id, NOW, scene.update())
        assert done.outcome is PickOutcome.PICKED
    drawn = await composing.card(card.group.id)
    assert drawn is not None
    return drawn


async def publish(scene: Scene, number: int = 8) -> int:
    """A published group of so many, led by Ellen; its id. What was told has arrived."""
    card = await draft_of(scene, await eight(scene, number))
    done = await scene.services.composing.publish(card.group.id, card.version, NOW, scene.update())
    assert done.outcome is PublishOutcome.PUBLISHED
    await scene.deliver_notices()
    return card.group.id


async def member_ids(scene: Scene, group_id: int) -> list[int]:
    """The people in it, in the order in which they came."""
    return [each.person_id for each in await scene.database.reads.groups.members(group_id)]


async def leaves(scene: Scene, person_id: int) -> None:
    """By oneself, with the button on /mijn."""
    registration_id = await scene.registration_of(person_id)
    await scene.services.registrations.withdraw(person_id, registration_id, LATER, scene.update())


async def shortage_of(scene: Scene, group_id: int) -> int:
    shortage = await scene.database.reads.shortages.latest_of(group_id)
    assert shortage is not None
    return shortage.id


async def asked_newcomer(scene: Scene, group_id: int) -> Newcomer:
    """Lies from Tilburg, about whom the members are asked."""
    registration_id = await candidate(scene, "Lies de Wit", "GM0855")
    outcome = await scene.services.newcomers.propose(scene.annelies, group_id, registration_id, LATER, scene.update())
    assert outcome is ProposeOutcome.ASKED
    newcomer = await scene.database.reads.newcomers.open_of_group(group_id)
    assert newcomer is not None
    return newcomer
