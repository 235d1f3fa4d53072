"""The answers of a registration in words: each by itself, and all of them on a card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from domain.contact import display_phone
from domain.municipality import UnknownMunicipalityError
from domain.party import PARTY_NAMES, Party
from domain.registration import SUPPLEMENT, Question
from texts.amounts import euros
from texts.lists import all_of
from texts.speech import Html

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from domain.municipality import Municipalities
    from domain.registration import Answers, NotWith, Registration
    from texts.speech import Speech


# Characters of an answer that are shown once it is given; the card has more of it.
LONGEST_LINE = 200
# Characters of everything under "nog aanvullen" on a card, and of each answer when they exceed it.
MOST_ON_A_CARD = 2_300
LONGEST_ON_A_FULL_CARD = 500


@dataclass(frozen=True, slots=True)
class Screen:
    """A registration as it is shown to the person whose it is."""

    speech: Speech
    registration: Registration
    municipalities: Municipalities
    now: datetime
    # The question is asked by itself, from the summary.
    from_summary: bool = False

    @property
    def answers(self) -> Answers:
        return self.registration.answers


def municipality_name(municipalities: Municipalities, code: str | None) -> str:
    """As it is shown; the code itself for a municipality that ended since."""
    if code is None:
        return ""
    try:
        return municipalities.by_code(code).display_name
    except UnknownMunicipalityError:
        return code


def party_words(speech: Speech, party: str | None) -> str:
    if party is None:
        return speech.plain("registration-party-not-said")
    return speech.plain("registration-party-local") if party == PARTY_NAMES[Party.LOCAL] else party


def portfolio_words(speech: Speech, answers: Answers) -> str:
    named = [speech.plain(f"portfolio-{portfolio}") for portfolio in answers.portfolios]
    return ", ".join([*named, *([answers.own_portfolio] if answers.own_portfolio else [])])


def answer_words(screen: Screen, question: Question) -> str:
    """The answer to one question in plain words; empty when there is none."""
    return _WORDS[question](screen) if question in screen.answers.answered else ""


def answered_line(screen: Screen, question: Question) -> Html:
    """What the question becomes once it is answered."""
    one_line = " ".join(answer_words(screen, question).split())
    return _labelled(screen, question, _cut(one_line, LONGEST_LINE))


def required_lines(screen: Screen) -> Html:
    """The answers that "ontvangen" needs, as on the summary. All of them are there."""
    speech, answers = screen.speech, screen.answers
    lines = [
        speech.html(
            "registration-card-who",
            name=answers.name or "",
            municipality=municipality_name(screen.municipalities, answers.municipality_code),
        ),
        _office_line(speech, answers),
        speech.html("registration-card-portfolios", portfolios=portfolio_words(speech, answers)),
        _member_line(screen),
        speech.html("registration-card-email", email=answers.email or ""),
    ]
    if screen.registration.agreed_cents is not None:
        price = euros(screen.registration.agreed_cents, speech.language)
        lines.append(speech.html("registration-card-price", price=price))
    return Html("\n".join(lines))


def own_lines(screen: Screen) -> Html:
    """The same, for the person whose registration it is."""
    reimbursed = screen.speech.html("registration-card-reimbursed")
    return Html(f"{required_lines(screen)}\n{reimbursed}")


def _member_line(screen: Screen) -> Html:
    """As the office confirmed it, or as the person says until then; who did not know says nothing."""
    confirmed, said = screen.registration.confirmed_member, screen.answers.member
    member = said if confirmed is None else confirmed
    if member is None:
        return screen.speech.html("registration-card-member-unknown")
    return screen.speech.html("registration-card-member" if member else "registration-card-not-member")


def _office_line(speech: Speech, answers: Answers) -> Html:
    year = answers.in_office_since or 0
    if answers.party is None:
        return speech.html("registration-card-office-no-party", year=year)
    return speech.html("registration-card-office", party=party_words(speech, answers.party), year=year)


def supplement_lines(screen: Screen) -> Html:
    """What was answered of "nog aanvullen", a line each; empty when nothing was.

    Very long answers together are cut: a message holds 4,096 characters. Each by itself is shown whole when changed.
    """
    answered = [question for question in SUPPLEMENT if question in screen.answers.answered]
    words = {question: answer_words(screen, question) for question in answered}
    if sum(len(each) for each in words.values()) > MOST_ON_A_CARD:
        words = {question: _cut(each, LONGEST_ON_A_FULL_CARD) for question, each in words.items()}
    return Html("\n".join(_labelled(screen, question, each) for question, each in words.items()))


def open_supplement(screen: Screen) -> str:
    """What is still open of "nog aanvullen", in one phrase; empty when nothing is."""
    missing = screen.answers.open_questions(SUPPLEMENT)
    return all_of(
        [screen.speech.plain(f"registration-open-{question}") for question in missing], screen.speech.language
    )


def _labelled(screen: Screen, question: Question, words: str) -> Html:
    label = screen.speech.html(f"registration-label-{question}")
    return screen.speech.html("registration-answered", label=label, words=words)


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def _member(screen: Screen) -> str:
    if screen.answers.member is None:
        return screen.speech.plain("registration-member-unknown")
    return screen.speech.plain("common-yes" if screen.answers.member else "common-no")


def _days(screen: Screen) -> str:
    speech, answers = screen.speech, screen.answers
    days = all_of([speech.plain(f"registration-day-{day}") for day in answers.weekdays], speech.language)
    parts = all_of([speech.plain(f"registration-part-{part}") for part in answers.parts_of_day], speech.language)
    return speech.plain("registration-days", days=days, parts=parts)


def _travel(screen: Screen) -> str:
    return screen.speech.plain("registration-travel", minutes=screen.answers.travel_minutes or 0)


def _phone(screen: Screen) -> str:
    return display_phone(screen.answers.phone) if screen.answers.phone else ""


def _not_with(screen: Screen) -> str:
    if not screen.answers.not_with:
        return screen.speech.plain("registration-not-with-nobody")
    return "; ".join(not_with_words(screen, entry) for entry in screen.answers.not_with)


def not_with_words(screen: Screen, entry: NotWith) -> str:
    municipality = municipality_name(screen.municipalities, entry.municipality_code)
    if not entry.name:
        return screen.speech.plain("registration-not-with-everybody", municipality=municipality)
    return screen.speech.plain("registration-not-with-somebody", name=entry.name, municipality=municipality)


def _consent(screen: Screen) -> str:
    return screen.speech.plain("registration-consent-given")


_WORDS: dict[Question, Callable[[Screen], str]] = {
    Question.NAME: lambda screen: screen.answers.name or "",
    Question.MUNICIPALITY: lambda screen: municipality_name(screen.municipalities, screen.answers.municipality_code),
    Question.PARTY: lambda screen: party_words(screen.speech, screen.answers.party),
    Question.PORTFOLIOS: lambda screen: portfolio_words(screen.speech, screen.answers),
    Question.IN_OFFICE_SINCE: lambda screen: str(screen.answers.in_office_since),
    Question.MEMBER: _member,
    Question.EMAIL: lambda screen: screen.answers.email or "",
    Question.CONSENT: _consent,
    Question.MOTIVATION_GET: lambda screen: screen.answers.motivation_get or "",
    Question.MOTIVATION_BRING: lambda screen: screen.answers.motivation_bring or "",
    Question.TRAVEL: _travel,
    Question.DAYS: _days,
    Question.PHONE: _phone,
    Question.SECRETARIAT: lambda screen: screen.answers.secretariat_email or "",
    Question.BILLING: lambda screen: screen.answers.billing_reference or "",
    Question.NOT_WITH: _not_with,
}
