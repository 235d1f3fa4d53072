"""The questions before "ontvangen": the words of each, and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.party import PARTY_NAMES, Party
from domain.portfolios import Portfolio
from domain.price import Cycle, price_of
from domain.privacy import PRIVACY_VERSION
from domain.registration import Question, changeable
from domain.time import local
from messages import registration_buttons as buttons
from messages.message import Message
from messages.registration_card import answer_words, own_lines
from messages.registration_keyboard import navigation, rows_of, ticked_button
from texts.amounts import euros
from texts.buttons import Button, Keyboard
from texts.speech import Html

if TYPE_CHECKING:
    from messages.registration_card import Screen
    from texts.speech import Speech

PORTFOLIOS_A_PAGE = 10
RECENT_YEARS = 8


def name(screen: Screen) -> Message:
    speech, answers, registration = screen.speech, screen.answers, screen.registration
    if answers.name is None or Question.NAME in answers.answered:
        return asked_again(screen, Question.NAME, speech.html("registration-name"))
    offered = (
        Button(speech.plain("registration-name-right"), buttons.Keep(registration.id, Question.NAME)),
        Button(speech.plain("registration-name-other"), buttons.OtherName(registration.id)),
    )
    words = speech.html("registration-name-offered", name=answers.name)
    return Message(words, Keyboard((offered, navigation(screen, Question.NAME))))


def typed_name(screen: Screen) -> Message:
    """The name that Telegram knows is not the one."""
    return Message(screen.speech.html("registration-name-typed"), Keyboard((navigation(screen, Question.NAME),)))


def municipality(screen: Screen) -> Message:
    return asked_again(screen, Question.MUNICIPALITY, screen.speech.html("registration-municipality"))


def party(screen: Screen) -> Message:
    speech, registration = screen.speech, screen.registration
    national = [
        Button(PARTY_NAMES[each], buttons.ChooseParty(registration.id, each)) for each in Party if each != Party.LOCAL
    ]
    local_party = Button(speech.plain("registration-party-local"), buttons.ChooseParty(registration.id, Party.LOCAL))
    unsaid = Button(speech.plain("registration-party-unsaid"), buttons.ChooseParty(registration.id, None))
    choices = (*rows_of(national, 2), (local_party,), (unsaid,))
    return asked_again(screen, Question.PARTY, speech.html("registration-party"), choices)


def portfolios(screen: Screen, page: int = 0) -> Message:
    pages = [list(Portfolio)[at : at + PORTFOLIOS_A_PAGE] for at in range(0, len(Portfolio), PORTFOLIOS_A_PAGE)]
    page = min(max(page, 0), len(pages) - 1)
    boxes = [_portfolio_box(screen, each, page) for each in pages[page]]
    words = screen.speech.html("registration-portfolios", page=page + 1, pages=len(pages))
    rows = (*rows_of(boxes, 2), _pages(screen, page, len(pages)), _portfolio_end(screen, page))
    return Message(words, Keyboard((*rows, navigation(screen, Question.PORTFOLIOS))))


def _portfolio_box(screen: Screen, portfolio: Portfolio, page: int) -> Button:
    ticked = portfolio in screen.answers.portfolios
    data = buttons.TickPortfolio(screen.registration.id, portfolio, not ticked, page)
    return ticked_button(screen.speech, screen.speech.plain(f"portfolio-{portfolio}"), data, ticked=ticked)


def _pages(screen: Screen, page: int, pages: int) -> tuple[Button, ...]:
    speech, registration = screen.speech, screen.registration
    before = [Button(speech.plain("common-previous"), buttons.TurnPage(registration.id, page - 1))] if page else []
    further = page + 1 < pages
    after = [Button(speech.plain("common-next"), buttons.TurnPage(registration.id, page + 1))] if further else []
    return (*before, *after)


def _portfolio_end(screen: Screen, page: int) -> tuple[Button, ...]:
    speech, registration, own = screen.speech, screen.registration, screen.answers.own_portfolio
    words = own or speech.plain("registration-portfolios-own")
    data = buttons.OwnPortfolio(registration.id, own is None, page)
    return (
        ticked_button(speech, words, data, ticked=own is not None),
        Button(speech.plain("common-done"), buttons.FinishTicks(registration.id, Question.PORTFOLIOS)),
    )


def offered_portfolio(speech: Speech, typed: str) -> Portfolio | None:
    """The portfolio whose words somebody typed."""
    words = typed.casefold()
    return next((each for each in Portfolio if speech.plain(f"portfolio-{each}").casefold() == words), None)


def own_portfolio(screen: Screen) -> Message:
    return Message(screen.speech.html("registration-portfolios-own-typed"))


def in_office_since(screen: Screen) -> Message:
    this_year = local(screen.now).year
    years = [
        Button(str(year), buttons.ChooseYear(screen.registration.id, year))
        for year in range(this_year, this_year - RECENT_YEARS, -1)
    ]
    words = screen.speech.html("registration-in-office-since", earlier=this_year - RECENT_YEARS)
    return asked_again(screen, Question.IN_OFFICE_SINCE, words, rows_of(years, 4))


def member(screen: Screen) -> Message:
    choices = [
        Button(
            screen.speech.plain(f"registration-member-{each}"),
            buttons.ChooseMembership(screen.registration.id, each),
        )
        for each in buttons.Membership
    ]
    words = screen.speech.html("registration-member")
    return asked_again(screen, Question.MEMBER, words, (tuple(choices[:2]), tuple(choices[2:])))


def email(screen: Screen) -> Message:
    return asked_again(screen, Question.EMAIL, screen.speech.html("registration-email"))


def consent(screen: Screen) -> Message:
    speech, registration = screen.speech, screen.registration
    key = "registration-consent-member" if screen.answers.member else "registration-consent-not-member"
    words = speech.html(key, price=euros(_price_cents(screen), speech.language))
    read = (Button(speech.plain("registration-consent-read"), buttons.ReadPrivacy(registration.id)),)
    return Message(words, Keyboard((_agree(screen), read, navigation(screen, Question.CONSENT))))


def privacy_at_consent(screen: Screen, words: Html) -> Message:
    """The privacy text, with the question still under it."""
    return Message(words, Keyboard((_agree(screen), navigation(screen, Question.CONSENT))))


def dissent(screen: Screen) -> Message:
    """Without consent there is no registration; what one can do instead."""
    speech, registration = screen.speech, screen.registration
    agree = (Button(speech.plain("registration-dissent-agree"), _consent_data(screen)),)
    read = (Button(speech.plain("registration-consent-read"), buttons.ReadPrivacy(registration.id)),)
    stop = (Button(speech.plain("registration-dissent-stop"), buttons.Cancel(registration.id, Question.CONSENT)),)
    return Message(speech.html("registration-dissent"), Keyboard((agree, read, stop)))


def _agree(screen: Screen) -> tuple[Button, ...]:
    return (
        Button(screen.speech.plain("registration-consent-agree"), _consent_data(screen)),
        Button(screen.speech.plain("registration-consent-disagree"), buttons.Dissent(screen.registration.id)),
    )


def _consent_data(screen: Screen) -> buttons.Consent:
    return buttons.Consent(screen.registration.id, _price_cents(screen), PRIVACY_VERSION)


def _price_cents(screen: Screen) -> int:
    return price_of(Cycle.FIRST, member=bool(screen.answers.member), on=local(screen.now).date()).cents


def summary(screen: Screen) -> Message:
    speech, registration = screen.speech, screen.registration
    words = Html(
        "\n".join(
            [
                speech.html("registration-summary"),
                own_lines(screen),
                "",
                speech.html("registration-summary-later"),
            ]
        )
    )
    right = (Button(speech.plain("registration-summary-right"), buttons.Submit(registration.id, free=False)),)
    change = (Button(speech.plain("common-change"), buttons.OpenChanges(registration.id)),)
    return Message(words, Keyboard((right, change, navigation(screen, Question.SUMMARY))))


def change(screen: Screen) -> Message:
    speech, registration = screen.speech, screen.registration
    choices = [
        Button(speech.plain(f"registration-label-{each}"), buttons.ChangeAnswer(registration.id, each))
        for each in changeable(registration.status)
    ]
    keyboard = Keyboard((*rows_of(choices, 2), navigation(screen, Question.CHANGE)))
    return Message(speech.html("registration-change"), keyboard)


def asked_again(
    screen: Screen, question: Question, words: Html, choices: tuple[tuple[Button, ...], ...] = ()
) -> Message:
    """The question; when it was answered before, with that answer and a button to leave it so."""
    speech = screen.speech
    below = navigation(screen, question)
    if question not in screen.answers.answered:
        return Message(words, Keyboard((*choices, below)))
    now = speech.html("registration-now", answer=answer_words(screen, question))
    keep = (Button(speech.plain("registration-keep"), buttons.Keep(screen.registration.id, question)),)
    return Message(Html(f"{words}\n\n{now}"), Keyboard((*choices, keep, below)))
