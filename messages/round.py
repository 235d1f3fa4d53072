"""Everything that a coordinator sees of a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.registration import Status
from domain.round import INDIVISIBLE, MOST_PLACES, SUGGESTED_PLACES, RoundQuestion
from messages.links import round_link, share_button
from messages.message import Attachment, Message
from messages.registration_card import municipality_name
from messages.round_buttons import (
    BackToSummary,
    ChangeRound,
    ChooseClosingDay,
    ChoosePlaces,
    CloseRound,
    ConfirmClose,
    KeepOpen,
    NewRound,
    OpenRound,
    RoundBack,
    RoundCancel,
    ShowCode,
)
from texts.buttons import Button, Keyboard
from texts.dates import calendar_day
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from domain.closing_date import DateFault
    from domain.municipality import Municipalities
    from domain.registration import Registration
    from domain.round import Round
    from texts.speech import Speech

# Lines of an overview: they stay below the 4,096 characters of a message, long names included.
MOST_LINES = 25


def name_question(speech: Speech, round_: Round) -> Message:
    row = (Button(speech.plain("common-cancel"), RoundCancel(round_.id)),)
    return Message(speech.html("round-name-question"), Keyboard((row,)))


def closes_on_question(speech: Speech, round_: Round, suggestions: Sequence[date], now: datetime) -> Message:
    rows = tuple(
        (Button(calendar_day(day, speech.language, now), ChooseClosingDay(round_.id, day.isoformat())),)
        for day in suggestions
    )
    below = _below(speech, round_, RoundQuestion.CLOSES_ON)
    return Message(speech.html("round-closes-on-question"), Keyboard((*rows, below)))


def places_question(speech: Speech, round_: Round) -> Message:
    row = tuple(Button(str(places), ChoosePlaces(round_.id, places)) for places in SUGGESTED_PLACES)
    return Message(speech.html("round-places-question"), Keyboard((row, _below(speech, round_, RoundQuestion.PLACES))))


def summary(speech: Speech, round_: Round, waiting: int, now: datetime) -> Message:
    places = round_.places or 0
    words = lines(
        speech.html("round-summary", name=_name(round_), day=_day(speech, round_, now), places=places),
        speech.html("round-summary-indivisible", places=places) if places in INDIVISIBLE else Html(),
        speech.html("round-summary-waiting", number=waiting) if waiting else Html(),
    )
    return Message(words, _summary_keyboard(speech, round_))


def _summary_keyboard(speech: Speech, round_: Round) -> Keyboard:
    return Keyboard(
        (
            (Button(speech.plain("round-open"), OpenRound(round_.id)),),
            (
                Button(speech.plain("common-change"), ChangeRound(round_.id, None)),
                Button(speech.plain("common-cancel"), RoundCancel(round_.id)),
            ),
        )
    )


def change_question(speech: Speech, round_id: int) -> Message:
    choices = (RoundQuestion.NAME, RoundQuestion.CLOSES_ON, RoundQuestion.PLACES)
    rows = [(Button(speech.plain(f"round-change-{each}"), ChangeRound(round_id, each)),) for each in choices]
    back = (Button(speech.plain("common-back"), BackToSummary(round_id)),)
    return Message(speech.html("round-change-question"), Keyboard((*rows, back)))


def answered(speech: Speech, round_: Round, question: RoundQuestion, now: datetime) -> Message:
    """The short line that takes the place of a question that was answered with a button."""
    match question:
        case RoundQuestion.CLOSES_ON:
            return Message(speech.html("round-closes-on-done", day=_day(speech, round_, now)))
        case RoundQuestion.PLACES:
            return Message(speech.html("round-places-done", places=round_.places or 0))
        case _:
            return Message(speech.html("round-name-done", name=_name(round_)))


def wrong_date(speech: Speech, fault: DateFault) -> Html:
    return speech.html(f"round-date-{fault}")


def wrong_places(speech: Speech) -> Html:
    return speech.html("round-places-wrong", most=MOST_PLACES)


def stopped(speech: Speech) -> Message:
    return Message(speech.html("round-stopped"))


def opened(speech: Speech, round_: Round) -> Message:
    return Message(speech.html("round-opened", name=_name(round_)))


def link(speech: Speech, round_: Round, username: str, picture: bytes, now: datetime) -> Message:
    """The link, and its QR code as a picture."""
    url = round_link(username, round_.slug)
    share = share_button(speech.plain("round-share"), url, speech.plain("round-share-words", name=_name(round_)))
    return Message(
        speech.html("round-link", name=_name(round_), day=_day(speech, round_, now), url=url),
        Keyboard(((share,),)),
        attachment=Attachment(speech.plain("round-picture-name"), picture, picture=True),
    )


def overview(
    speech: Speech,
    round_: Round,
    registrations: Sequence[Registration],
    municipalities: Municipalities,
    *,
    free: int | None,
    drafts: int,
    is_open: bool,
    now: datetime,
) -> Message:
    day = _day(speech, round_, now)
    taken = sum(each.status in {Status.SUBMITTED, Status.PRICE, Status.ADMITTED} for each in registrations)
    words = lines(
        speech.html("round-name-done", name=_name(round_)),
        speech.html("round-overview-open", day=day) if is_open else speech.html("round-overview-over", day=day),
        _places(speech, round_, taken, free),
        speech.html("round-overview-drafts", number=drafts) if drafts else Html(),
    )
    people = registration_lines(speech, registrations, municipalities) or speech.html("round-overview-empty")
    return Message(lines(words, people, between="\n\n"), _overview_keyboard(speech, round_))


def waiting_for_next(speech: Speech, registrations: Sequence[Registration], municipalities: Municipalities) -> Message:
    people = registration_lines(speech, registrations, municipalities)
    return Message(lines(speech.html("round-waiting-title"), people), Keyboard(((_new_button(speech),),)))


def registration_lines(speech: Speech, registrations: Sequence[Registration], municipalities: Municipalities) -> Html:
    """Who has registered and where they stand, one a line; the rest is counted."""
    shown = [
        speech.html(
            "round-overview-line",
            number=number,
            name=registration.answers.name or "–",
            municipality=municipality_name(municipalities, registration.answers.municipality_code),
            status=speech.html(f"round-status-{registration.status}"),
        )
        for number, registration in enumerate(registrations[:MOST_LINES], start=1)
    ]
    rest = len(registrations) - len(shown)
    return lines(*shown, speech.html("round-overview-more", number=rest) if rest > 0 else Html())


def close_sure(speech: Speech, round_: Round) -> Message:
    row = (
        Button(speech.plain("round-close-yes"), ConfirmClose(round_.id)),
        Button(speech.plain("round-close-no"), KeepOpen(round_.id)),
    )
    return Message(speech.html("round-close-sure", name=_name(round_)), Keyboard((row,)))


def closed_now(speech: Speech, round_: Round) -> Message:
    return Message(speech.html("round-closed-now", name=_name(round_)), Keyboard(((_new_button(speech),),)))


def closed_before(speech: Speech, round_: Round) -> Message:
    return Message(speech.html("round-closed-before", name=_name(round_)))


def kept_open(speech: Speech, round_: Round) -> Message:
    return Message(speech.html("round-kept-open", name=_name(round_)))


def closed_told(speech: Speech, round_: Round, registrations: Sequence[Registration]) -> Message:
    """To the coordinators, when it closed without their doing."""
    admitted = sum(each.status is Status.ADMITTED for each in registrations)
    waiting = sum(each.status is Status.SUBMITTED for each in registrations)
    return Message(speech.html("round-closed-told", name=_name(round_), admitted=admitted, waiting=waiting))


def _overview_keyboard(speech: Speech, round_: Round) -> Keyboard:
    return Keyboard(
        (
            (
                Button(speech.plain("round-show-code"), ShowCode(round_.id)),
                Button(speech.plain("round-close"), CloseRound(round_.id)),
            ),
            (_new_button(speech),),
        )
    )


def _places(speech: Speech, round_: Round, taken: int, free: int | None) -> Html:
    if round_.places is None or free is None:
        return speech.html("round-overview-unlimited", taken=taken)
    return speech.html("round-overview-places", taken=taken, places=round_.places, free=free)


def _new_button(speech: Speech) -> Button:
    return Button(speech.plain("round-new"), NewRound())


def _below(speech: Speech, round_: Round, question: RoundQuestion) -> tuple[Button, ...]:
    return (
        Button(speech.plain("common-back"), RoundBack(round_.id, question)),
        Button(speech.plain("common-cancel"), RoundCancel(round_.id)),
    )


def _name(round_: Round) -> str:
    return round_.name or "–"


def _day(speech: Speech, round_: Round, now: datetime) -> str:
    return "–" if round_.closes_on is None else calendar_day(round_.closes_on, speech.language, now)
