"""A registration: its questions, their order, its answers and what becomes of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from domain.portfolios import Portfolio


class Question(StrEnum):
    """What is asked, named after the question; the conversation's states."""

    NAME = "name"
    MUNICIPALITY = "municipality"
    PARTY = "party"
    PORTFOLIOS = "portfolios"
    IN_OFFICE_SINCE = "in-office-since"
    MEMBER = "member"
    EMAIL = "email"
    CONSENT = "consent"
    SUMMARY = "summary"
    CHANGE = "change"
    MOTIVATION_GET = "motivation-get"
    MOTIVATION_BRING = "motivation-bring"
    TRAVEL = "travel"
    DAYS = "days"
    PHONE = "phone"
    SECRETARIAT = "secretariat"
    BILLING = "billing"
    NOT_WITH = "not-with"
    NOT_WITH_NAME = "not-with-name"


# Before "ontvangen" (design.md 3.2), in the order in which they are asked.
REQUIRED = (
    Question.NAME,
    Question.MUNICIPALITY,
    Question.PARTY,
    Question.PORTFOLIOS,
    Question.IN_OFFICE_SINCE,
    Question.MEMBER,
    Question.EMAIL,
    Question.CONSENT,
)
# "Nog aanvullen": now or later, and complete before a group is composed.
SUPPLEMENT = (
    Question.MOTIVATION_GET,
    Question.MOTIVATION_BRING,
    Question.TRAVEL,
    Question.DAYS,
    Question.PHONE,
    Question.SECRETARIAT,
    Question.BILLING,
    Question.NOT_WITH,
)
# What the price hangs on is settled with the office once the registration is in.
FIXED_ONCE_SUBMITTED = frozenset({Question.MEMBER, Question.CONSENT})


class Status(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    # Admitted at another price than agreed: the person has to agree first.
    PRICE = "price"
    ADMITTED = "admitted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


LIVE = frozenset({Status.DRAFT, Status.SUBMITTED, Status.PRICE, Status.ADMITTED})


class Weekday(StrEnum):
    """RFC 5545, section 3.3.10."""

    MONDAY = "MO"
    TUESDAY = "TU"
    WEDNESDAY = "WE"
    THURSDAY = "TH"
    FRIDAY = "FR"


class PartOfDay(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class NotWith(BaseModel):
    """Somebody with whom the person would rather not share a group; for the coordinator's eyes alone."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    municipality_code: str
    # Empty: anybody from that municipality.
    name: str = ""


MOST_KEPT_APART: Final = 10


class TooManyKeptApart(ValueError):  # noqa: N818 - as NothingTicked
    """No group could be found for somebody who shares it with so few."""


class NothingTicked(ValueError):  # noqa: N818 - an answer that is refused, not a program that fails
    """At least one box has to be ticked."""

    def __init__(self, question: Question) -> None:
        super().__init__(f"nothing is ticked at {question}")
        self.question = question


_TICKED = frozenset({Question.PORTFOLIOS, Question.DAYS})
# Where each kind of box is kept, and in which order.
_BOXES: dict[type[StrEnum], tuple[str, type[StrEnum]]] = {
    Portfolio: ("portfolios", Portfolio),
    Weekday: ("weekdays", Weekday),
    PartOfDay: ("parts_of_day", PartOfDay),
}


class Answers(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    # Which questions were answered: "nobody" and "rather not say" are answers as well.
    answered: frozenset[Question] = frozenset()
    name: str | None = None
    municipality_code: str | None = None
    party: str | None = None
    portfolios: tuple[Portfolio, ...] = ()
    own_portfolio: str | None = None
    in_office_since: int | None = None
    # None while it is open, and as an answer: they do not know, and the office looks it up.
    member: bool | None = None
    email: str | None = None
    motivation_get: str | None = None
    motivation_bring: str | None = None
    # One way, in minutes, by the person's own estimate.
    travel_minutes: int | None = None
    weekdays: tuple[Weekday, ...] = ()
    parts_of_day: tuple[PartOfDay, ...] = ()
    phone: str | None = None
    secretariat_email: str | None = None
    billing_reference: str | None = None
    not_with: tuple[NotWith, ...] = ()

    def settle(self, question: Question, **values: object) -> Answers:
        """The answers with this question answered; what depends on it must be answered again."""
        answered = self.answered | {question}
        if question is Question.MEMBER and bool(values.get("member")) != bool(self.member):
            # Consent was given to a price, and the price follows membership.
            answered -= {Question.CONSENT}
        return self.model_validate({**dict(self), **values, "answered": answered})

    def tick(self, choice: Portfolio | Weekday | PartOfDay, *, ticked: bool) -> Answers:
        """The answers with one box ticked or not; the question counts as answered once the person says so.

        Raises NothingTicked rather than leaving an answered question without an answer.
        """
        field, order = _BOXES[type(choice)]
        chosen = {*getattr(self, field)} - {choice} | ({choice} if ticked else set())
        ticks = self.model_copy(update={field: tuple(each for each in order if each in chosen)})
        return ticks.held_to_ticks()

    def word_portfolio(self, words: str | None) -> Answers:
        """A portfolio in the person's own words, or none. Raises NothingTicked as `tick` does."""
        return self.model_copy(update={"own_portfolio": words}).held_to_ticks()

    def keep_apart(self, entry: NotWith) -> Answers:
        """With one more to be kept apart; the same one again comes last. Raises TooManyKeptApart."""
        others = tuple(other for other in self.not_with if other != entry)
        if len(others) >= MOST_KEPT_APART:
            raise TooManyKeptApart(f"{MOST_KEPT_APART} are kept apart already")
        return self.settle(Question.NOT_WITH, not_with=(*others, entry))

    def take_back_apart(self) -> Answers:
        """Without the last of those to be kept apart; when that was the only one, nothing has been answered."""
        entries = self.not_with[:-1]
        answered = self.answered if entries else self.answered - {Question.NOT_WITH}
        return self.model_copy(update={"not_with": entries, "answered": answered})

    def held_to_ticks(self) -> Answers:
        for question in _TICKED & self.answered:
            self.require_ticks(question)
        return self

    def require_ticks(self, question: Question) -> None:
        """Raises NothingTicked when a question that is answered by ticking has none yet."""
        if question is Question.PORTFOLIOS and not self.portfolios and self.own_portfolio is None:
            raise NothingTicked(question)
        if question is Question.DAYS and not (self.weekdays and self.parts_of_day):
            raise NothingTicked(question)

    def open_questions(self, among: tuple[Question, ...]) -> tuple[Question, ...]:
        return tuple(question for question in among if question not in self.answered)

    @property
    def complete(self) -> bool:
        """Everything that a registration needs before it can be sent."""
        return not self.open_questions(REQUIRED)


class Registration(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    person_id: int
    # None is free enrolment: it waits for the next round.
    round_id: int | None
    status: Status
    answers: Answers = Field(repr=False)
    privacy_version: str | None = None
    consented_at: datetime | None = None
    # Excluding VAT.
    agreed_cents: int | None = None
    confirmed_member: bool | None = None
    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    decided_by: int | None = None
    reason: str | None = Field(default=None, repr=False)
    created_at: datetime
    changed_at: datetime


def next_question(answers: Answers) -> Question:
    """The first question that is open, in their order; the summary when none is."""
    remaining = answers.open_questions(REQUIRED)
    return remaining[0] if remaining else Question.SUMMARY


def previous_question(question: Question) -> Question | None:
    """The question before this one; None before the first. From the summary one goes back to consent."""
    if question is Question.SUMMARY:
        return REQUIRED[-1]
    if question not in REQUIRED or question is REQUIRED[0]:
        return None
    return REQUIRED[REQUIRED.index(question) - 1]


def next_supplement(answers: Answers, after: Question | None = None) -> Question | None:
    """The next open question of "nog aanvullen" behind `after`; None when the end is reached."""
    behind = SUPPLEMENT[SUPPLEMENT.index(after) + 1 :] if after in SUPPLEMENT else SUPPLEMENT
    remaining = answers.open_questions(behind)
    return remaining[0] if remaining else None


def previous_supplement(question: Question) -> Question | None:
    """The question of "nog aanvullen" before this one; None before the first."""
    place = SUPPLEMENT.index(question)
    return SUPPLEMENT[place - 1] if place else None


def changeable(status: Status) -> tuple[Question, ...]:
    """The questions whose answer can be changed by itself, in their order."""
    if status is Status.DRAFT:
        return REQUIRED
    return tuple(question for question in (*REQUIRED, *SUPPLEMENT) if question not in FIXED_ONCE_SUBMITTED)


def question_after(question: Question, answers: Answers, status: Status, *, from_summary: bool) -> Question | None:
    """What is asked once this is answered, or skipped; None when nothing is asked any more.

    Nothing is asked twice: behind a question to which one went back comes the first that is still open.
    """
    if question is Question.NOT_WITH_NAME:
        return Question.NOT_WITH
    if status is Status.DRAFT:
        return next_question(answers)
    return None if from_summary or question not in SUPPLEMENT else next_supplement(answers, question)


def question_before(question: Question, status: Status, *, from_summary: bool) -> Question | None:
    """Where "Terug" leads; None is out of the conversation."""
    if question is Question.NOT_WITH_NAME:
        return Question.NOT_WITH
    if from_summary or question is Question.CHANGE:
        return Question.SUMMARY if status is Status.DRAFT else None
    return previous_supplement(question) if question in SUPPLEMENT else previous_question(question)
