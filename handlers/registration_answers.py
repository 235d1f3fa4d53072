"""The answers before "ontvangen", in the order in which they are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from domain.contact import parse_email
from domain.municipality import Exact
from domain.party import PARTY_NAMES, known_party
from domain.registration import NothingTicked, Question
from domain.time import local
from domain.typed_number import parse_year
from domain.typed_text import PARTY_LONGEST, PORTFOLIO_LONGEST, parse_name, parse_words
from handlers.answers import typed_text
from handlers.registration_screen import (
    REFUSALS,
    ask,
    complaint_about,
    go_on,
    own_registration,
    question_of_now,
    refuse,
    screen_at,
    screen_of,
)
from messages import privacy, registration
from messages import registration_buttons as buttons
from messages import registration_questions as questions
from messages.municipality import MunicipalityButtons, which_municipality
from messages.registration_keyboard import navigation
from services.registration_turn import NotAskedError
from texts.buttons import ButtonData

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from telegram import Update

    from domain.municipality import Match
    from domain.portfolios import Portfolio
    from domain.registration import PartOfDay, Weekday
    from handlers.context import Context
    from handlers.registration_screen import Callback, Step
    from messages.message import Message
    from services.registration_turn import Turn

Data = TypeVar("Data", bound=ButtonData)


def data_of(context: Context, kind: type[Data]) -> Data:
    """What the pressed button carries. Raises NotAskedError on another kind of button."""
    if not isinstance(context.button, kind):
        raise NotAskedError
    return context.button


async def answer(context: Context, question: Question, **values: object) -> Step:
    turn = await context.services.answers.answer(context.person.id, question, context.now, context.update_id, **values)
    return await go_on(context, turn, question)


def typed(question: Question, parse: Callable[[Context, str], dict[str, object]]) -> Callback:
    """Takes an answer in words; `parse` gives the values to keep, or raises what is wrong with them."""

    async def take(update: Update, context: Context) -> Step:
        try:
            values = parse(context, typed_text(update))
        except REFUSALS as refusal:
            return await refuse(context, complaint_about(context.speech, question, refusal))
        return await answer(context, question, **values)

    return take


type_name = typed(Question.NAME, lambda _, text: {"name": parse_name(text)})
type_email = typed(Question.EMAIL, lambda _, text: {"email": parse_email(text)})
type_year = typed(
    Question.IN_OFFICE_SINCE,
    lambda context, text: {"in_office_since": parse_year(text, local(context.now).year)},
)


async def keep(update: Update, context: Context) -> Step:
    """The answer that was there, or the name that Telegram knows."""
    question = data_of(context, buttons.Keep).question
    turn = await context.services.answers.keep(context.person.id, question, context.now, context.update_id)
    return await go_on(context, turn, question)


async def ask_other_name(update: Update, context: Context) -> Step:
    await context.change(questions.typed_name(screen_of(context, await own_registration(context))))
    return None


async def type_municipality(update: Update, context: Context) -> Step:
    return await match_municipality(
        update, context, Question.MUNICIPALITY, lambda code: take_municipality(context, code)
    )


async def match_municipality(
    update: Update, context: Context, question: Question, take: Callable[[str], Coroutine[Any, Any, Step]]
) -> Step:
    """One that is certain is taken; otherwise it is asked which one is meant."""
    match: Match = context.services.municipalities.match(typed_text(update))
    if isinstance(match, Exact):
        return await take(match.municipality.code)
    screen = screen_of(context, await own_registration(context))
    its = screen.registration.id
    choices = MunicipalityButtons(
        choose=lambda code: buttons.ChooseMunicipality(its, question, code),
        other=buttons.OtherMunicipality(its, question),
        below=(navigation(screen, question),),
    )
    await context.ask_again(which_municipality(context.speech, match, choices))
    return None


async def take_municipality(context: Context, code: str) -> Step:
    return await answer(context, Question.MUNICIPALITY, municipality_code=code)


async def choose_municipality(update: Update, context: Context) -> Step:
    return await take_municipality(context, chosen_code(context))


def chosen_code(context: Context) -> str:
    """The code on the button. Raises NotAskedError on one that is of no municipality."""
    code = data_of(context, buttons.ChooseMunicipality).code
    if code not in {municipality.code for municipality in context.services.municipalities}:
        raise NotAskedError
    return code


async def ask_municipality_again(update: Update, context: Context) -> Step:
    await context.change(await question_of_now(context))
    return None


async def choose_party(update: Update, context: Context) -> Step:
    chosen = data_of(context, buttons.ChooseParty).party
    return await answer(context, Question.PARTY, party=None if chosen is None else PARTY_NAMES[chosen])


def _party(context: Context, text: str) -> dict[str, object]:
    words = parse_words(text, PARTY_LONGEST)
    known = known_party(words)
    return {"party": words if known is None else PARTY_NAMES[known]}


type_party = typed(Question.PARTY, _party)


async def tick_portfolio(update: Update, context: Context) -> Step:
    data = data_of(context, buttons.TickPortfolio)
    return await tick(
        context,
        Question.PORTFOLIOS,
        data.portfolio,
        lambda turn: questions.portfolios(screen_at(context, turn), data.page),
        ticked=data.ticked,
    )


async def tick(
    context: Context,
    question: Question,
    choice: Portfolio | Weekday | PartOfDay,
    shown: Callable[[Turn], Message],
    *,
    ticked: bool,
) -> Step:
    """Tick or untick, and show it in the same message."""
    try:
        turn = await context.services.answers.tick(
            context.person.id, question, choice, context.now, context.update_id, ticked=ticked
        )
    except NothingTicked:
        return await ask_for_ticks(context, question)
    await context.change(shown(turn))
    return None


async def ask_for_ticks(context: Context, question: Question) -> Step:
    complaint = registration.ticks_missing(context.speech, question)
    await context.change(registration.ask_after(complaint, await question_of_now(context)))
    return None


async def turn_page(update: Update, context: Context) -> Step:
    page = data_of(context, buttons.TurnPage).page
    await context.change(questions.portfolios(screen_of(context, await own_registration(context)), page))
    return None


async def own_portfolio(update: Update, context: Context) -> Step:
    """Asks for own words, or takes them away."""
    data = data_of(context, buttons.OwnPortfolio)
    if data.wanted:
        await context.say(questions.own_portfolio(screen_of(context, await own_registration(context))))
        return None
    try:
        turn = await context.services.answers.word_portfolio(context.person.id, None, context.now, context.update_id)
    except NothingTicked:
        return await ask_for_ticks(context, Question.PORTFOLIOS)
    await context.change(questions.portfolios(screen_at(context, turn), data.page))
    return None


async def type_portfolio(update: Update, context: Context) -> Step:
    """An own wording; the words of an offered portfolio tick that one."""
    try:
        words = parse_words(typed_text(update), PORTFOLIO_LONGEST)
    except REFUSALS as refusal:
        return await refuse(context, complaint_about(context.speech, Question.PORTFOLIOS, refusal))
    offered = questions.offered_portfolio(context.speech, words)
    answers, person_id = context.services.answers, context.person.id
    if offered is None:
        turn = await answers.word_portfolio(person_id, words, context.now, context.update_id)
    else:
        turn = await answers.tick(person_id, Question.PORTFOLIOS, offered, context.now, context.update_id, ticked=True)
    await context.ask_again(registration.ask(screen_at(context, turn), Question.PORTFOLIOS))
    return None


async def finish_ticks(update: Update, context: Context) -> Step:
    question = data_of(context, buttons.FinishTicks).question
    try:
        turn = await context.services.answers.finish_ticks(context.person.id, question, context.now, context.update_id)
    except NothingTicked:
        return await ask_for_ticks(context, question)
    return await go_on(context, turn, question)


async def choose_year(update: Update, context: Context) -> Step:
    year = data_of(context, buttons.ChooseYear).year
    this_year = local(context.now).year
    if not this_year - questions.RECENT_YEARS <= year <= this_year:
        raise NotAskedError
    return await answer(context, Question.IN_OFFICE_SINCE, in_office_since=year)


async def choose_membership(update: Update, context: Context) -> Step:
    membership = data_of(context, buttons.ChooseMembership).membership
    turn = await context.services.answers.answer(
        context.person.id,
        Question.MEMBER,
        context.now,
        context.update_id,
        member=None if membership is buttons.Membership.UNKNOWN else membership is buttons.Membership.YES,
    )
    if membership is not buttons.Membership.UNKNOWN:
        return await go_on(context, turn, Question.MEMBER)
    await context.change(registration.membership_unknown(screen_at(context, turn)))
    return await ask(context, turn)


async def read_privacy(update: Update, context: Context) -> Step:
    """The text, without leaving the question."""
    screen = screen_of(context, await own_registration(context))
    await context.say(questions.privacy_at_consent(screen, privacy.privacy(context.speech).html))
    return None


async def consent(update: Update, context: Context) -> Step:
    data = data_of(context, buttons.Consent)
    turn = await context.services.answers.consent(
        context.person.id, data.cents, data.version, context.now, context.update_id
    )
    if turn.question is Question.CONSENT:
        asked = registration.ask(screen_at(context, turn), Question.CONSENT)
        await context.change(registration.ask_after(registration.terms_changed(context.speech), asked))
        return Question.CONSENT
    return await go_on(context, turn, Question.CONSENT)


async def dissent(update: Update, context: Context) -> Step:
    await context.change(questions.dissent(screen_of(context, await own_registration(context))))
    return None
