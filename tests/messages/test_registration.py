"""What somebody who registers reads, and the buttons under it."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from domain.municipality import Municipalities, Several, Suggestion, Unknown
from domain.portfolios import Portfolio
from domain.privacy import PRIVACY_VERSION
from domain.registration import (
    FIXED_ONCE_SUBMITTED,
    MOST_KEPT_APART,
    REQUIRED,
    SUPPLEMENT,
    Answers,
    NotWith,
    PartOfDay,
    Question,
    Registration,
    Status,
    Weekday,
)
from domain.round import Round, RoundStatus
from domain.standing import Enrolment, EnrolmentState, Standing
from domain.typed_text import MOTIVATION_LONGEST, NAME_LONGEST, PARTY_LONGEST, PORTFOLIO_LONGEST
from messages import own, registration, start
from messages import registration_buttons as buttons
from messages.municipality import MunicipalityButtons, which_municipality
from messages.privacy import privacy
from messages.registration_card import Screen, required_lines
from texts.language import LANGUAGES, Language
from texts.speech import Texts

if TYPE_CHECKING:
    from messages.message import Message

NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
TEXTS, MUNICIPALITIES = Texts.load(), Municipalities.load()
LARGEST_ID = 999_999_999_999_999_999
LONGEST_MESSAGE = 4096
LONGEST_NAMED = max(MUNICIPALITIES, key=lambda municipality: len(municipality.display_name))

FULL = Answers(
    answered=frozenset({*REQUIRED, *SUPPLEMENT}),
    name="<" * NAME_LONGEST,
    municipality_code=LONGEST_NAMED.code,
    party="&" * PARTY_LONGEST,
    portfolios=tuple(Portfolio),
    own_portfolio=">" * PORTFOLIO_LONGEST,
    in_office_since=2018,
    member=False,
    email="a" * 242 + "@gemeente.nl",
    motivation_get="<b>" * (MOTIVATION_LONGEST // 3),
    motivation_bring="m" * MOTIVATION_LONGEST,
    travel_minutes=45,
    weekdays=tuple(Weekday),
    parts_of_day=tuple(PartOfDay),
    phone="+31612345678",
    secretariat_email="s" * 242 + "@gemeente.nl",
    billing_reference="1" * 100,
    not_with=tuple(
        NotWith(municipality_code=LONGEST_NAMED.code, name=f"{at}" + "n" * (NAME_LONGEST - 2))
        for at in range(MOST_KEPT_APART)
    ),
)
EMPTY = Answers(name="Marijke de Groot")
# Who exactly is asked only once a municipality was given.
ASKED = [
    (question, answers)
    for question in Question
    for answers in (EMPTY, FULL)
    if question is not Question.NOT_WITH_NAME or answers.not_with
]


def screen_of(
    answers: Answers, status: Status = Status.DRAFT, language: Language = "nl", *, from_summary: bool = False
) -> Screen:
    its = Registration(
        id=LARGEST_ID,
        person_id=1,
        round_id=None,
        status=status,
        answers=answers,
        agreed_cents=95_000,
        created_at=NOW,
        changed_at=NOW,
    )
    return Screen(TEXTS.speech(language), its, MUNICIPALITIES, NOW, from_summary)


def words_of(message: Message) -> str:
    """As Telegram counts and shows them: without tags and entities."""
    return html.unescape(re.sub(r"</?(?:b|i)>", "", message.html))


def labels(message: Message) -> list[str]:
    if message.contact_keyboard is not None:
        return [message.contact_keyboard.share, *message.contact_keyboard.others]
    return [] if message.keyboard is None else [button.text for row in message.keyboard.rows for button in row]


def data_of(message: Message) -> list[str]:
    rows = () if message.keyboard is None else message.keyboard.rows
    return [button.data.encode() for row in rows for button in row if button.data is not None]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("from_summary", [False, True])
@pytest.mark.parametrize(("question", "answers"), ASKED)
def test_every_question_can_be_gone_back_from_and_left(
    question: Question, answers: Answers, language: Language, *, from_summary: bool
) -> None:
    status = Status.SUBMITTED if question in {*SUPPLEMENT, Question.NOT_WITH_NAME} else Status.DRAFT
    screen = screen_of(answers, status, language, from_summary=from_summary)

    asked = registration.ask(screen, question)

    speech = screen.speech
    assert speech.plain("common-back") in labels(asked)
    assert {speech.plain("common-cancel"), speech.plain("common-later")} & set(labels(asked))
    assert len(words_of(asked)) <= LONGEST_MESSAGE
    assert all(len(data) <= 64 for data in data_of(asked))


@pytest.mark.parametrize("question", [question for question in SUPPLEMENT if question is not Question.NOT_WITH])
def test_what_can_wait_can_be_skipped_unless_it_is_changed_by_itself(question: Question) -> None:
    asked = registration.ask(screen_of(EMPTY, Status.SUBMITTED), question)
    changed = registration.ask(screen_of(EMPTY, Status.SUBMITTED, from_summary=True), question)

    assert "Overslaan" in labels(asked)
    assert "Overslaan" not in labels(changed)


def test_what_was_typed_is_escaped_on_the_summary() -> None:
    answers = FULL.model_copy(update={"name": "Jan <b>de</b> & Wit", "party": "A<i>", "own_portfolio": "<s>"})

    summary = registration.ask(screen_of(answers), Question.SUMMARY)

    assert "Jan &lt;b&gt;de&lt;/b&gt; &amp; Wit" in summary.html
    assert "A&lt;i&gt;" in summary.html
    assert "&lt;s&gt;" in summary.html


def test_the_summary_shows_every_answer_that_is_needed() -> None:
    answers = FULL.model_copy(
        update={"name": "Marijke de Groot", "party": "CDA", "email": "m@gemeente.nl", "own_portfolio": "Molens"}
    )

    words = words_of(registration.ask(screen_of(answers), Question.SUMMARY))

    for shown in ("Marijke de Groot", LONGEST_NAMED.display_name, "CDA", "2018", "Sport", "Molens", "m@gemeente.nl"):
        assert shown in words
    assert "Geen lid" in words
    assert "€ 950" in words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("member", "confirmed", "words"),
    [
        (None, None, "Lidmaatschap: het bureau kijkt het na"),
        (None, False, "Geen lid van de Wethoudersvereniging"),
        (True, None, "Lid van de Wethoudersvereniging"),
        (True, False, "Geen lid van de Wethoudersvereniging"),
    ],
)
def test_the_card_says_no_more_of_membership_than_is_known(
    member: bool | None, confirmed: bool | None, words: str
) -> None:
    """Who does not know was promised that the office looks it up: so it must see that this was said."""
    screen = screen_of(FULL.model_copy(update={"member": member}), Status.SUBMITTED)
    confirmed_by_office = screen.registration.model_copy(update={"confirmed_member": confirmed})

    lines = html.unescape(required_lines(replace(screen, registration=confirmed_by_office))).split("\n")

    assert words in lines


def test_rather_not_said_is_what_the_summary_says_of_the_party() -> None:
    words = words_of(registration.ask(screen_of(FULL.model_copy(update={"party": None})), Question.SUMMARY))

    assert "liever niet" in words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", [status for status in Status if status is not Status.DRAFT])
def test_the_fullest_card_fits_in_a_message(status: Status, language: Language) -> None:
    standing = Standing(registration=screen_of(FULL, status).registration, deadline=NOW)

    message = own.standing(screen_of(FULL, status, language), standing)

    assert len(words_of(message)) <= LONGEST_MESSAGE


def test_consent_carries_the_price_and_the_version_that_are_shown() -> None:
    asked = registration.ask(screen_of(FULL), Question.CONSENT)

    consents = [buttons.Consent.read(data) for data in data_of(asked) if data.startswith("consent:")]
    assert [consent.cents for consent in consents if consent] == [95_000]
    assert "€ 950" in words_of(asked).replace("\N{NO-BREAK SPACE}", " ")
    assert "je gemeente kan dit vergoeden" in words_of(asked)


def test_an_answer_is_shown_when_its_question_comes_again_and_can_stay() -> None:
    asked = registration.ask(screen_of(FULL.model_copy(update={"email": "m@gemeente.nl"})), Question.EMAIL)

    assert "m@gemeente.nl" in words_of(asked)
    assert "Laat zo staan" in labels(asked)


def test_the_list_of_changes_leaves_out_what_is_settled_with_the_office() -> None:
    menu = registration.ask(screen_of(FULL, Status.SUBMITTED), Question.CHANGE)

    offered = {button.question for data in data_of(menu) if (button := buttons.ChangeAnswer.read(data))}
    assert offered == {*REQUIRED, *SUPPLEMENT} - FIXED_ONCE_SUBMITTED


def test_a_ticked_portfolio_is_marked_in_words_and_pressing_it_unticks() -> None:
    answers = Answers(portfolios=(Portfolio.FINANCE,))

    asked = registration.ask(screen_of(answers), Question.PORTFOLIOS)

    assert "✓ Financiën" in labels(asked)
    ticks = {tick.portfolio: tick.ticked for data in data_of(asked) if (tick := buttons.TickPortfolio.read(data))}
    assert ticks[Portfolio.FINANCE] is False
    assert ticks[Portfolio.HOUSING] is True


def test_the_receipt_says_until_when_and_offers_to_complete() -> None:
    received = registration.receipt(screen_of(EMPTY, Status.SUBMITTED), datetime(2027, 1, 26, 11, 0, tzinfo=UTC))

    assert "Dank je, Marijke" in words_of(received)
    assert "uiterlijk dinsdag 26 januari" in words_of(received)
    assert labels(received) == ["Nu aanvullen", "Later"]


@pytest.mark.parametrize("state", [EnrolmentState.CLOSED, EnrolmentState.FULL, EnrolmentState.NONE])
def test_without_a_place_the_welcome_offers_to_wait_for_the_next_round(state: EnrolmentState) -> None:
    message = start.welcome(TEXTS.speech("nl"), Enrolment(state=state))

    assert [buttons.Begin(None, free=True).encode()] == [data for data in data_of(message) if data.startswith("begin")]


SPRING = Round(
    id=1,
    status=RoundStatus.OPEN,
    slug="s" * 43,
    name="Voorjaar",
    closes_on=None,
    places=None,
    created_by=1,
    opened_at=NOW,
    closed_at=None,
)


@pytest.mark.parametrize("state", [EnrolmentState.CLOSED, EnrolmentState.FULL, EnrolmentState.NONE])
def test_without_a_place_the_welcome_offers_the_round_that_has_one(state: EnrolmentState) -> None:
    message = start.welcome(TEXTS.speech("nl"), Enrolment(state=state, instead=SPRING))

    assert "Voorjaar" in words_of(message)
    assert data_of(message) == [
        buttons.Begin(SPRING.slug, free=False).encode(),
        buttons.LearnMore(SPRING.slug).encode(),
    ]


def test_the_welcome_by_a_link_registers_for_that_round() -> None:
    message = start.welcome(TEXTS.speech("nl"), Enrolment(state=EnrolmentState.OPEN, round=SPRING))

    assert data_of(message)[0] == buttons.Begin("s" * 43, free=False).encode()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_privacy_text_tells_its_version_and_fits(language: Language) -> None:
    message = privacy(TEXTS.speech(language))

    assert PRIVACY_VERSION in message.html
    assert "2026" in message.html
    assert len(words_of(message)) <= LONGEST_MESSAGE


def test_a_suggested_municipality_is_asked_to_be_confirmed() -> None:
    choices = MunicipalityButtons(lambda code: buttons.ChooseMunicipality(1, Question.MUNICIPALITY, code), _no())

    message = which_municipality(TEXTS.speech("nl"), Suggestion(municipality=LONGEST_NAMED), choices)

    assert LONGEST_NAMED.display_name in words_of(message)
    assert labels(message) == ["Ja", "Nee, een andere"]


def test_the_two_bergens_are_told_apart_by_their_province() -> None:
    match = MUNICIPALITIES.match("Bergen")
    assert isinstance(match, Several)
    choices = MunicipalityButtons(lambda code: buttons.ChooseMunicipality(1, Question.MUNICIPALITY, code), _no())

    message = which_municipality(TEXTS.speech("nl"), match, choices)

    assert {"Bergen (Noord-Holland)", "Bergen (Limburg)"} <= set(labels(message))


def test_an_unknown_municipality_asks_to_type_it_again() -> None:
    choices = MunicipalityButtons(lambda code: buttons.ChooseMunicipality(1, Question.MUNICIPALITY, code), _no())

    message = which_municipality(TEXTS.speech("nl"), Unknown(), choices)

    assert "Typ je de naam nog eens" in words_of(message)
    assert labels(message) == []


def _no() -> buttons.OtherMunicipality:
    return buttons.OtherMunicipality(1, Question.MUNICIPALITY)
