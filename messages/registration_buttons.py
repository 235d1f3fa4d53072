"""What the buttons of a registration carry: which registration, and what was chosen."""

from __future__ import annotations

from enum import StrEnum

from domain.party import Party
from domain.portfolios import Portfolio
from domain.registration import PartOfDay, Question, Weekday
from texts.buttons import ButtonData


class Membership(StrEnum):
    YES = "yes"
    NO = "no"
    # Counts as no until the office has looked it up.
    UNKNOWN = "unknown"


class Begin(ButtonData, prefix="begin"):
    # Of the round's link; None for the newest open one.
    slug: str | None
    # Without a round, to wait for the next.
    free: bool


class LearnMore(ButtonData, prefix="more"):
    slug: str | None


class Resume(ButtonData, prefix="resume"):
    registration: int
    slug: str | None


class Erase(ButtonData, prefix="erase"):
    """Asks whether it is sure."""

    registration: int
    again: bool


class ConfirmErase(ButtonData, prefix="erase_ok"):
    registration: int
    again: bool


class Back(ButtonData, prefix="back"):
    registration: int
    question: Question


class Cancel(ButtonData, prefix="cancel"):
    registration: int
    question: Question


class Keep(ButtonData, prefix="keep"):
    """The answer that was given, or the name that Telegram knows."""

    registration: int
    question: Question


class OtherName(ButtonData, prefix="name_no"):
    registration: int


class ChooseMunicipality(ButtonData, prefix="muni"):
    registration: int
    question: Question
    code: str


class OtherMunicipality(ButtonData, prefix="muni_no"):
    registration: int
    question: Question


class ChooseParty(ButtonData, prefix="party"):
    registration: int
    # None is "I would rather not say".
    party: Party | None


class TickPortfolio(ButtonData, prefix="pf"):
    registration: int
    portfolio: Portfolio
    # What it becomes: pressing twice is the same as pressing once.
    ticked: bool
    page: int


class TurnPage(ButtonData, prefix="pf_page"):
    registration: int
    page: int


class OwnPortfolio(ButtonData, prefix="pf_own"):
    registration: int
    # False takes the own wording away.
    wanted: bool
    page: int


class FinishTicks(ButtonData, prefix="ticked"):
    registration: int
    question: Question


class ChooseYear(ButtonData, prefix="year"):
    registration: int
    year: int


class ChooseMembership(ButtonData, prefix="member"):
    registration: int
    membership: Membership


class ReadPrivacy(ButtonData, prefix="privacy"):
    registration: int


class Consent(ButtonData, prefix="consent"):
    registration: int
    # What was shown, so that nobody agrees to another price or text than they saw.
    cents: int
    version: str


class Dissent(ButtonData, prefix="dissent"):
    registration: int


class Submit(ButtonData, prefix="submit"):
    registration: int
    free: bool


class OpenChanges(ButtonData, prefix="changes"):
    registration: int


class ChangeAnswer(ButtonData, prefix="change"):
    registration: int
    question: Question


class StartSupplement(ButtonData, prefix="supplement"):
    registration: int


class SupplementLater(ButtonData, prefix="later"):
    registration: int


class Skip(ButtonData, prefix="skip"):
    registration: int
    question: Question


class ChooseTravel(ButtonData, prefix="travel"):
    registration: int
    minutes: int


class TickWeekday(ButtonData, prefix="day"):
    registration: int
    weekday: Weekday
    ticked: bool


class TickPartOfDay(ButtonData, prefix="daypart"):
    registration: int
    part: PartOfDay
    ticked: bool


class Nobody(ButtonData, prefix="nobody"):
    """Nobody to be kept apart from, also when somebody was named before."""

    registration: int


class Everybody(ButtonData, prefix="everybody"):
    """Everybody of the municipality just given."""

    registration: int


class NotWithDone(ButtonData, prefix="apart_ok"):
    registration: int


class Withdraw(ButtonData, prefix="withdraw"):
    """Asks whether it is sure."""

    registration: int


class ConfirmWithdraw(ButtonData, prefix="withdraw_ok"):
    registration: int


class ShowOwn(ButtonData, prefix="own"):
    """Where I stand."""
