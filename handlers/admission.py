"""Deciding on registrations: /aanmeldingen, the card with its buttons, and declining with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, ConversationHandler, MessageHandler

from domain.access import Action
from domain.admission import DECIDABLE, DeclineQuestion
from domain.conversation import ConversationName
from domain.typed_text import REASON_LONGEST, InvalidWords, parse_lines
from handlers.access import only
from handlers.answers import ANSWERS, complaint_about_words, pressed, typed_text, written
from handlers.conversation import RowConversation
from handlers.menu import show_menu
from handlers.refusal import old_button, refuse, wrong_kind
from messages import admission, admission_buttons
from services.admission import Outcome

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from domain.admission import DeclineReason
    from domain.conversation import Conversation
    from domain.person import Person
    from handlers.access import Callback
    from handlers.context import Context
    from handlers.dependencies import Dependencies
    from messages.admission import AdmissionScreen
    from messages.message import Message
    from services.admission import Card, Decision
    from texts.buttons import ButtonData

END: int = ConversationHandler.END
MAY = Action.DECIDE_ADMISSION
Step = DeclineQuestion | int | None
"""The question that is asked now, the end of the conversation, or nothing new."""


async def show_waiting(update: Update, context: Context) -> None:
    registrations = await context.services.admissions.waiting()
    await context.say(admission.waiting(context.speech, registrations, context.services.municipalities))


async def show_card(update: Update, context: Context) -> None:
    card = await context.services.admissions.card(registration_of(context))
    if card is None:
        await context.say(admission.gone(context.speech))
        return
    await context.say(admission.waiting_card(screen_of(context.dependencies, context.person, card)))


async def admit(update: Update, context: Context) -> None:
    data = context.button
    if not isinstance(data, admission_buttons.Admit):
        await old_button(context)
        return
    decision = await context.services.admissions.admit(
        data.registration, context.person.id, context.now, context.update_id, as_member=data.as_member
    )
    await tell(context, decision)


async def admit_as_agreed(update: Update, context: Context) -> None:
    decision = await context.services.admissions.admit_as_agreed(
        registration_of(context), context.person.id, context.now, context.update_id
    )
    await tell(context, decision)


async def tell(context: Context, decision: Decision) -> None:
    """What the decision led to, in the place of the card; and the menu of a participant to whom it made one."""
    if decision.card is None:
        await context.change(admission.gone(context.speech))
        return
    screen = screen_of(context.dependencies, context.person, decision.card)
    before = decision.outcome is Outcome.SETTLED_BEFORE
    await context.change(admission.settled_before(screen) if before else admission.decided(screen))
    if decision.outcome is Outcome.ADMITTED:
        await show_menu(context.bot, context.dependencies.texts, decision.card.person)


async def begin_declining(update: Update, context: Context) -> Step:
    """The card stays as it is: until it is sent, nothing was decided."""
    card = await context.services.admissions.ask_reason(
        registration_of(context), context.person.id, context.now, context.update_id
    )
    return await ask_reason(context, card)


async def ask_reason(context: Context, card: Card | None, *, instead: bool = False) -> Step:
    if card is None:
        await context.say(admission.gone(context.speech))
        return END
    screen = screen_of(context.dependencies, context.person, card)
    if card.registration.status not in DECIDABLE:
        await context.say(admission.settled_before(screen))
        return END
    message = admission.reason_question(screen)
    await (context.change(message) if instead else context.say(message))
    return DeclineQuestion.REASON


async def choose_reason(update: Update, context: Context) -> Step:
    data = context.button
    if not isinstance(data, admission_buttons.ChooseReason):
        return await old_button(context)
    return await prepare(context, data.reason)


async def type_reason(update: Update, context: Context) -> Step:
    try:
        reason = parse_lines(typed_text(update), REASON_LONGEST)
    except InvalidWords as refusal:
        return await refuse(context, complaint_about_words(context.speech, refusal))
    return await prepare(context, reason)


async def prepare(context: Context, reason: DeclineReason | str) -> Step:
    """Show what the person is going to read."""
    card = await context.services.admissions.prepare_decline(context.person.id, reason, context.now, context.update_id)
    if card is None:
        return await old_button(context)
    screen = screen_of(context.dependencies, context.person, card)
    if card.registration.status not in DECIDABLE:
        await context.change(admission.settled_before(screen))
        return END
    await context.change(confirmation(context.dependencies, screen))
    return DeclineQuestion.CONFIRM


async def ask_other_reason(update: Update, context: Context) -> Step:
    card = await context.services.admissions.reconsider_reason(context.person.id, context.now, context.update_id)
    return await ask_reason(context, card, instead=True)


async def decline(update: Update, context: Context) -> Step:
    decision = await context.services.admissions.decline(
        registration_of(context), context.person.id, context.now, context.update_id
    )
    if decision.outcome is Outcome.UNKNOWN:
        # Gone, or a colleague wrote another reason meanwhile.
        return await ask_reason(context, decision.card, instead=True)
    await tell(context, decision)
    return END


async def stop_declining(update: Update, context: Context) -> Step:
    card = await context.services.admissions.stop_declining(context.person.id, context.now, context.update_id)
    if card is None:
        await context.change(admission.gone(context.speech))
    else:
        await context.change(admission.not_declined(screen_of(context.dependencies, context.person, card)))
    return END


async def current_question(dependencies: Dependencies, person: Person, conversation: Conversation) -> Message:
    card = await dependencies.services.admissions.declining(conversation)
    if card is None:
        return admission.gone(dependencies.texts.speech(person.language))
    screen = screen_of(dependencies, person, card)
    if card.registration.status not in DECIDABLE:
        return admission.settled_before(screen)
    if conversation.question == DeclineQuestion.CONFIRM:
        return confirmation(dependencies, screen)
    return admission.reason_question(screen)


def confirmation(dependencies: Dependencies, screen: AdmissionScreen) -> Message:
    return admission.confirm_decline(screen, dependencies.texts.speech(screen.person.language))


def screen_of(dependencies: Dependencies, reader: Person, card: Card) -> AdmissionScreen:
    return admission.AdmissionScreen(
        speech=dependencies.texts.speech(reader.language),
        registration=card.registration,
        person=card.person,
        round=card.round,
        decided_by=card.decided_by,
        municipalities=dependencies.services.municipalities,
        now=dependencies.clock.now(),
    )


def registration_of(context: Context) -> int:
    """The registration that the button is about; 0, which is none, for a button about none."""
    number = getattr(context.button, "registration", 0)
    return number if isinstance(number, int) else 0


def of_this(data: type[ButtonData], callback: Callback) -> BaseHandler[Any, Any, Any]:
    """A button about the registration that is being declined; about another it is old."""

    async def checked(update: Update, context: Context) -> object:
        if context.conversation is None or context.conversation.subject_id != registration_of(context):
            return await old_button(context)
        return await callback(update, context)

    return pressed(MAY, data, checked)


def conversation() -> RowConversation:
    stop = of_this(admission_buttons.StopDeclining, stop_declining)
    return RowConversation(
        ConversationName.DECLINE,
        DeclineQuestion,
        entry_points=[pressed(MAY, admission_buttons.Decline, begin_declining)],
        states={
            DeclineQuestion.REASON: [
                of_this(admission_buttons.ChooseReason, choose_reason),
                written(MAY, type_reason),
                stop,
            ],
            DeclineQuestion.CONFIRM: [
                of_this(admission_buttons.ConfirmDecline, decline),
                of_this(admission_buttons.OtherReason, ask_other_reason),
                stop,
            ],
        },
        fallbacks=[
            CommandHandler("annuleren", only(Action.STOP, stop_declining)),
            MessageHandler(ANSWERS, only(MAY, wrong_kind)),
        ],
    )


def handlers() -> list[BaseHandler[Any, Any, Any]]:
    """What belongs to no question: a card can be pressed at any moment."""
    return [
        CommandHandler("aanmeldingen", only(MAY, show_waiting)),
        pressed(MAY, admission_buttons.ShowAdmission, show_card),
        pressed(MAY, admission_buttons.Admit, admit),
        pressed(MAY, admission_buttons.AdmitAsAgreed, admit_as_agreed),
    ]
