"""The coordinator's card, and what the person reads."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from domain.admission import DeclineReason, reason_on_offer
from domain.municipality import Municipalities
from domain.person import Person, Role
from domain.registration import Answers, NotWith, Question, Registration, Status
from messages import admission, admission_outcome
from messages.admission import AdmissionScreen
from messages.admission_buttons import Admit, Decline
from messages.registration_card import Screen
from texts.speech import Texts

if TYPE_CHECKING:
    from messages.message import Message
    from texts.language import Language

NOW = datetime(2027, 1, 19, 11, 0, tzinfo=UTC)
TEXTS, MUNICIPALITIES = Texts.load(), Municipalities.load()
ANNELIES = Person(id=1, telegram_id=1, role=Role.COORDINATOR, language="nl", name="Annelies Bakker", reachable=True)


def answers(*, member: bool = True) -> Answers:
    values_of: dict[Question, dict[str, object]] = {
        Question.NAME: {"name": "Marijke <b>de Groot</b>"},
        Question.MUNICIPALITY: {"municipality_code": "GM0796"},
        Question.PARTY: {"party": "D66 & co"},
        Question.IN_OFFICE_SINCE: {"in_office_since": 2022},
        Question.MEMBER: {"member": member},
        Question.EMAIL: {"email": "marijke@gemeente.nl"},
        Question.CONSENT: {},
        Question.PHONE: {"phone": "+31612345678"},
        Question.NOT_WITH: {"not_with": (NotWith(municipality_code="GM0796", name="Kees Vreemd"),)},
    }
    given = Answers()
    for question, values in values_of.items():
        given = given.settle(question, **values)
    return given


def registration(status: Status = Status.SUBMITTED, *, member: bool = True, **changes: object) -> Registration:
    its = Registration(
        id=7,
        person_id=11,
        round_id=None,
        status=status,
        answers=answers(member=member),
        consented_at=NOW,
        agreed_cents=60_000 if member else 95_000,
        submitted_at=NOW,
        created_at=NOW,
        changed_at=NOW,
    )
    return its.model_copy(update=changes)


def screen(its: Registration, *, reachable: bool = True, language: Language = "nl") -> AdmissionScreen:
    marijke = Person(id=11, telegram_id=11, role=None, language="nl", name=None, reachable=reachable)
    return AdmissionScreen(TEXTS.speech(language), its, marijke, None, ANNELIES, MUNICIPALITIES, NOW)


def buttons(message: Message) -> list[object]:
    assert message.keyboard is not None
    return [button.data for row in message.keyboard.rows for button in row]


def test_the_card_has_every_answer_escaped_and_cannot_be_forwarded() -> None:
    card = admission.card(screen(registration()))

    for words in (
        "Marijke &lt;b&gt;de Groot&lt;/b&gt;",
        "'s-Hertogenbosch",
        "D66 &amp; co",
        "06 12 34 56 78",
        "Kees Vreemd",
    ):
        assert words in card.html
    assert card.protect


@pytest.mark.parametrize("member", [True, False])
def test_what_the_person_declared_is_offered_first(member: bool) -> None:
    card = admission.card(screen(registration(member=member)))

    assert buttons(card) == [Admit(7, as_member=member), Admit(7, as_member=not member), Decline(7)]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"status": Status.ADMITTED, "confirmed_member": True}, "Toegelaten als lid, door Annelies."),
        (
            {"status": Status.PRICE, "confirmed_member": False},
            "als niet-lid, door Annelies. Wacht op akkoord met € 950",
        ),
        ({"status": Status.DECLINED}, "Afgewezen, door Annelies."),
        ({"status": Status.WITHDRAWN}, "De aanmelding is ingetrokken."),
        ({"status": Status.WITHDRAWN, "confirmed_member": False}, "Ging niet akkoord met € 950"),
    ],
)
def test_a_settled_card_tells_what_became_of_it_and_has_no_buttons(changes: dict[str, object], words: str) -> None:
    card = admission.card(screen(registration(**changes)))  # type: ignore[arg-type]  # the columns differ a case

    assert words in card.html.replace("\N{NO-BREAK SPACE}", " ")
    assert card.keyboard is None


def test_who_blocked_the_bot_can_be_phoned_or_mailed() -> None:
    decided = admission.decided(screen(registration(Status.ADMITTED, confirmed_member=True), reachable=False))

    assert "06 12 34 56 78" in decided.html
    assert "marijke@gemeente.nl" in decided.html
    assert "krijgt bericht" not in decided.html


def test_own_words_are_passed_on_escaped_in_kind_words() -> None:
    words = admission_outcome.declined(TEXTS.speech("nl"), registration(Status.DECLINED, reason="<i>Nee</i>")).html

    assert "&lt;i&gt;Nee&lt;/i&gt;" in words
    assert "Dank voor je aanmelding, Marijke" in words


@pytest.mark.parametrize("reason", list(DeclineReason))
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_reason_on_offer_has_words_in_the_language_of_the_reader(
    reason: DeclineReason, language: Language
) -> None:
    its = registration(Status.DECLINED, reason=reason_on_offer(reason))

    words = admission_outcome.declined(TEXTS.speech(language), its).html

    assert TEXTS.speech(language).html(f"admission-reason-{reason}") in words


def test_another_price_says_both_prices_and_why() -> None:
    words = admission_outcome.price_asked(
        TEXTS.speech("nl"), registration(Status.PRICE, confirmed_member=False)
    ).html.replace("\N{NO-BREAK SPACE}", " ")

    assert "€ 950" in words
    assert "€ 600" in words
    assert "€ 1.149,50" in words
    assert "volgens de ledenlijst is dat niet zo" in words


def test_who_is_admitted_hears_what_is_still_to_complete() -> None:
    its = registration(Status.ADMITTED, confirmed_member=True)

    message = admission_outcome.admitted(Screen(TEXTS.speech("nl"), its, MUNICIPALITIES, NOW), room=True)

    assert "intake" in message.html
    assert message.keyboard is not None


def test_a_long_list_keeps_its_buttons_few_and_counts_the_rest() -> None:
    waiting = [registration() for _ in range(30)]

    message = admission.waiting(TEXTS.speech("nl"), waiting, MUNICIPALITIES)

    assert len(buttons(message)) == admission.MOST_LISTED
    assert "En nog 18" in message.html
