"""What every callback of the intake needs: who reads, where they stand, and the question of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.ext import ConversationHandler

from domain.booking import Wish
from handlers.answers import kind_key
from handlers.refusal import refuse
from messages import booking, booking_card, booking_change, group_own
from messages.booking import NOTHING, Choosing
from messages.booking_card import Part, Reader
from services.intake import IntakeQuestion

if TYPE_CHECKING:
    from datetime import date

    from telegram import Update

    from domain.conversation import Conversation
    from domain.person import Person
    from domain.slot import Slot
    from handlers.context import Context
    from handlers.dependencies import Dependencies
    from messages.message import Message
    from services.intake_views import IntakeStanding
    from texts.speech import Html

Step = IntakeQuestion | int | None
"""The question that is asked now, the end of the conversation, or nothing new."""

END: int = ConversationHandler.END

WISHES = {IntakeQuestion.MOVE_REQUEST_REASON: Wish.MOVE, IntakeQuestion.CANCEL_REQUEST_REASON: Wish.CANCEL}


class Desk:
    """Reads for one person what a screen shows: the same for an answer as for a question said again."""

    def __init__(self, dependencies: Dependencies, person: Person) -> None:
        self._intakes = dependencies.services.intakes
        self._people = dependencies.services.people
        self.person = person
        self.speech = dependencies.texts.speech(person.language)
        self.now = dependencies.clock.now()

    async def standing(self) -> IntakeStanding:
        return await self._intakes.standing(self.person.id, self.now)

    async def choosing(self, facilitator_id: int | None = None) -> Choosing:
        """The screens on which a moment is chosen. A facilitator who is gone stands for any."""
        leaving = await self._intakes.slot_of(self.person.id)
        return Choosing(self.speech, self.now, await self._facilitator(facilitator_id), leaving)

    async def facilitators(self) -> Message:
        choices = await self._intakes.facilitators(self.person.id, self.now)
        return booking.facilitators(await self.choosing(), [choice.facilitator for choice in choices])

    async def days(self, facilitator_id: int | None, month: str | None = None, before: Html = NOTHING) -> Message:
        screen = await self.choosing(facilitator_id)
        days = await self._intakes.days(self.person.id, self.now, screen.facilitator_id)
        return booking.days(screen, days, month, before) if days else booking.nothing_left(screen, before)

    async def times(self, facilitator_id: int | None, day: date) -> tuple[Message, Slot | None]:
        """What can be had that day, and its first moment; the days that are left, and None, when it is full by now."""
        screen = await self.choosing(facilitator_id)
        slots = await self._intakes.times(self.person.id, day, self.now, screen.facilitator_id)
        if not slots:
            full = self.speech.html("booking-day-full")
            return await self.days(facilitator_id, before=full), None
        return booking.times(screen, day, slots), slots[0]

    async def summary(self, facilitator_id: int | None, slot_id: int) -> Message | None:
        """None when the moment cannot be had (any more)."""
        slot = await self._intakes.slot(slot_id)
        if slot is None:
            return None
        there = await self._intakes.times(self.person.id, slot.day, self.now, slot.facilitator_id)
        if slot.id not in {each.id for each in there}:
            return None
        return booking.summary(await self.choosing(facilitator_id), slot, await self._people.get(slot.facilitator_id))

    async def _facilitator(self, facilitator_id: int | None) -> Person | None:
        if facilitator_id is None:
            return None
        try:
            return await self._people.get(facilitator_id)
        except LookupError:
            return None


def desk_of(context: Context) -> Desk:
    return Desk(context.dependencies, context.person)


async def reader_of(context: Context) -> Reader:
    its = await context.services.intakes.standing(context.person.id, context.now)
    return Reader(context.speech, context.now, its.registration)


async def standing_part(context: Context, *, instead: bool = True) -> Part:
    """Where this person stands with the intake, and what they can do about it; behind that lies the group."""
    membership = await context.services.group_changes.own_membership(context.person.id)
    if membership is not None:
        return group_own.own_part(context.speech, membership)
    its = await context.services.intakes.standing(context.person.id, context.now)
    return booking_card.standing(Reader(context.speech, context.now, its.registration), its, instead=instead)


async def current_question(dependencies: Dependencies, person: Person, conversation: Conversation) -> Message:
    """What this person is asked now; where they stand, when there is nothing left to ask."""
    desk, question = Desk(dependencies, person), IntakeQuestion(conversation.question)
    subject = conversation.subject_id
    match question:
        case IntakeQuestion.FACILITATOR:
            return await desk.facilitators()
        case IntakeQuestion.DAY:
            return await desk.days(subject)
        case IntakeQuestion.TIME | IntakeQuestion.CONFIRM:
            return await _choice_again(desk, dependencies, question, subject or 0)
        case _:
            return await _reason_again(desk, question, subject)


async def _choice_again(desk: Desk, dependencies: Dependencies, question: IntakeQuestion, slot_id: int) -> Message:
    slot = await dependencies.services.intakes.slot(slot_id)
    if slot is None:
        return await desk.days(None)
    message = await desk.summary(None, slot_id) if question is IntakeQuestion.CONFIRM else None
    return message or (await desk.times(None, slot.day))[0]


async def _reason_again(desk: Desk, question: IntakeQuestion, booking_id: int | None) -> Message:
    its = await desk.standing()
    reader = Reader(desk.speech, desk.now, its.registration)
    if its.card is None or its.card.booking.id != booking_id or not its.card.booking.live:
        return booking_card.standing(reader, its, instead=True).message()
    if question is IntakeQuestion.CANCEL_REASON:
        return booking_change.cancel_question(reader, its.card)
    return booking_change.request_question(reader, its.card, WISHES[question])


async def about_intake(context: Context) -> Part | None:
    """For /mijn, with the way to the learning goals; the group for who is in one, None for who is not admitted."""
    membership = await context.services.group_changes.own_membership(context.person.id)
    if membership is not None:
        return group_own.own_part(context.speech, membership)
    its = await context.services.intakes.standing(context.person.id, context.now)
    if its.registration is None:
        return None
    reader = Reader(context.speech, context.now, its.registration)
    return booking_card.with_goals(reader, booking_card.standing(reader, its, instead=False))


async def wrong_kind(update: Update, context: Context) -> Step:
    """Something else than what the question can be answered with."""
    if update.message is None or context.conversation is None:
        return None
    typed = context.conversation.question == IntakeQuestion.CANCEL_REASON or context.conversation.question in WISHES
    return await refuse(context, context.speech.html(kind_key(update.message) if typed else "error-use-buttons"))
