"""Registering as an alderman: the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from telegram.ext import CommandHandler, filters

from domain.conversation import ConversationName
from domain.registration import Question
from handlers.answers import ANSWERS
from handlers.conversation import RowConversation
from handlers.registration_answers import (
    ask_municipality_again,
    ask_other_name,
    choose_membership,
    choose_municipality,
    choose_party,
    choose_year,
    consent,
    dissent,
    finish_ticks,
    keep,
    own_portfolio,
    read_privacy,
    tick_portfolio,
    turn_page,
    type_email,
    type_municipality,
    type_name,
    type_party,
    type_portfolio,
    type_year,
)
from handlers.registration_course import (
    ask_to_erase,
    ask_to_withdraw,
    back,
    begin,
    cancel,
    change,
    erase,
    navigable,
    open_changes,
    resume,
    skip,
    submit,
    supplement,
    supplement_later,
    withdraw,
)
from handlers.registration_screen import edited, opening, pressed, while_asked, written, wrong_kind
from handlers.registration_supplement import (
    choose_not_with,
    choose_travel,
    finish_not_with,
    keep_apart_from_everybody,
    keep_apart_from_nobody,
    share_phone,
    tick_part,
    tick_weekday,
    type_billing,
    type_motivation_bring,
    type_motivation_get,
    type_not_with,
    type_not_with_name,
    type_phone,
    type_secretariat,
    type_travel,
)
from messages import registration_buttons as buttons

if TYPE_CHECKING:
    from telegram import Update
    from telegram.ext import BaseHandler

    from handlers.context import Context


def conversation() -> RowConversation:
    """The picture of the conversation: what each question can be answered with."""
    return RowConversation(
        ConversationName.REGISTRATION,
        Question,
        entry_points=[
            opening(buttons.Begin, begin),
            opening(buttons.Resume, resume),
            opening(buttons.ConfirmErase, erase),
            opening(buttons.StartSupplement, supplement),
            opening(buttons.OpenChanges, open_changes),
        ],
        states={
            Question.NAME: _question(
                pressed(buttons.OtherName, ask_other_name),
                written(navigable(type_name)),
            ),
            Question.MUNICIPALITY: _question(
                pressed(buttons.ChooseMunicipality, choose_municipality),
                pressed(buttons.OtherMunicipality, ask_municipality_again),
                written(navigable(type_municipality)),
            ),
            Question.PARTY: _question(
                pressed(buttons.ChooseParty, choose_party),
                written(navigable(type_party)),
            ),
            Question.PORTFOLIOS: _question(
                pressed(buttons.TickPortfolio, tick_portfolio),
                pressed(buttons.TurnPage, turn_page),
                pressed(buttons.OwnPortfolio, own_portfolio),
                pressed(buttons.FinishTicks, finish_ticks),
                written(navigable(type_portfolio)),
            ),
            Question.IN_OFFICE_SINCE: _question(
                pressed(buttons.ChooseYear, choose_year),
                written(navigable(type_year)),
            ),
            Question.MEMBER: _question(pressed(buttons.ChooseMembership, choose_membership)),
            Question.EMAIL: _question(written(navigable(type_email))),
            Question.CONSENT: _question(
                pressed(buttons.ReadPrivacy, read_privacy),
                pressed(buttons.Consent, consent),
                pressed(buttons.Dissent, dissent),
            ),
            Question.SUMMARY: _question(pressed(buttons.Submit, submit)),
            Question.CHANGE: _question(pressed(buttons.ChangeAnswer, change)),
            **_states_of_what_can_wait(),
        },
        fallbacks=[
            CommandHandler("annuleren", while_asked(cancel), filters.ChatType.PRIVATE),
            written(edited, filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE),
        ],
    )


def _states_of_what_can_wait() -> dict[object, list[BaseHandler[Update, Context, Any]]]:
    return {
        Question.MOTIVATION_GET: _question(written(navigable(type_motivation_get))),
        Question.MOTIVATION_BRING: _question(written(navigable(type_motivation_bring))),
        Question.TRAVEL: _question(
            pressed(buttons.ChooseTravel, choose_travel),
            written(navigable(type_travel)),
        ),
        Question.DAYS: _question(
            pressed(buttons.TickWeekday, tick_weekday),
            pressed(buttons.TickPartOfDay, tick_part),
            pressed(buttons.FinishTicks, finish_ticks),
        ),
        Question.PHONE: _question(
            written(share_phone, ANSWERS & filters.CONTACT),
            written(navigable(type_phone)),
        ),
        Question.SECRETARIAT: _question(written(navigable(type_secretariat))),
        Question.BILLING: _question(written(navigable(type_billing))),
        Question.NOT_WITH: _question(
            pressed(buttons.ChooseMunicipality, choose_not_with),
            pressed(buttons.OtherMunicipality, ask_municipality_again),
            pressed(buttons.Nobody, keep_apart_from_nobody),
            pressed(buttons.NotWithDone, finish_not_with),
            written(navigable(type_not_with)),
        ),
        Question.NOT_WITH_NAME: _question(
            pressed(buttons.Everybody, keep_apart_from_everybody),
            written(navigable(type_not_with_name)),
        ),
    }


def handlers() -> list[BaseHandler[Update, Context, Any]]:
    """What can be pressed outside of the questions; they come after the conversation."""
    return [
        opening(buttons.Submit, submit),
        opening(buttons.Erase, ask_to_erase),
        opening(buttons.SupplementLater, supplement_later),
        opening(buttons.Withdraw, ask_to_withdraw),
        opening(buttons.ConfirmWithdraw, withdraw),
    ]


def _question(*answers: BaseHandler[Update, Context, Any]) -> list[BaseHandler[Update, Context, Any]]:
    """What the question takes, moving on without an answer, and at last whatever else comes."""
    return [
        *answers,
        pressed(buttons.Keep, keep),
        pressed(buttons.Skip, skip),
        pressed(buttons.Back, back),
        pressed(buttons.Cancel, cancel),
        written(wrong_kind, ANSWERS),
    ]
