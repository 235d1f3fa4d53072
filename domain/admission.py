"""Deciding on a registration: the transitions, and what price belongs to them. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from domain.price import Cycle, Price, price_of
from domain.registration import Registration, Status
from domain.time import local

if TYPE_CHECKING:
    from datetime import datetime

# A control character is taken out of everything that is typed, so own words never look like a reason on offer.
_ON_OFFER = "\x1f"

DECIDABLE = frozenset({Status.SUBMITTED, Status.PRICE})


class DeclineReason(StrEnum):
    """The reasons on offer; their words are `admission-reason-<value>`."""

    NO_ALDERMAN = "no-alderman"
    ROUND_FULL = "round-full"
    OTHER_NEED = "other-need"


class DeclineQuestion(StrEnum):
    REASON = "reason"
    CONFIRM = "confirm"


class NotDecidableError(Exception):
    """The registration does not wait for this decision (any more)."""


def price_at_admission(registration: Registration, *, as_member: bool) -> Price:
    """The first cycle's price, by the tariff of the day on which they agreed: a later tariff touches nobody here."""
    since = registration.consented_at or registration.submitted_at or registration.created_at
    return price_of(Cycle.FIRST, member=as_member, on=local(since).date())


def admit(registration: Registration, *, as_member: bool, by: int, at: datetime) -> Registration:
    """Admitted at the agreed price, or waiting for an agreement to another. Raises NotDecidableError."""
    if registration.status is not Status.SUBMITTED:
        raise NotDecidableError(registration.status)
    status = Status.ADMITTED if _agreed(registration, as_member=as_member) else Status.PRICE
    return _decided(registration, status, by, at, confirmed_member=as_member, reason=None)


def admit_as_agreed(registration: Registration, *, by: int, at: datetime) -> Registration:
    """At the price agreed at first after all, while another one waits for an answer. Raises NotDecidableError."""
    if registration.status is not Status.PRICE:
        raise NotDecidableError(registration.status)
    return _decided(
        registration, Status.ADMITTED, by, at, confirmed_member=bool(registration.answers.member), reason=None
    )


def decline(registration: Registration, *, reason: str, by: int, at: datetime) -> Registration:
    """Raises NotDecidableError."""
    if registration.status not in DECIDABLE:
        raise NotDecidableError(registration.status)
    return _decided(registration, Status.DECLINED, by, at, reason=reason)


def agree_to_price(registration: Registration, at: datetime) -> Registration:
    """From now on the other price is what was agreed. Raises NotDecidableError."""
    if registration.status is not Status.PRICE:
        raise NotDecidableError(registration.status)
    price = price_at_admission(registration, as_member=bool(registration.confirmed_member))
    return registration.model_copy(update={"status": Status.ADMITTED, "agreed_cents": price.cents, "changed_at": at})


def refuse_price(registration: Registration, at: datetime) -> Registration:
    """Raises NotDecidableError."""
    if registration.status is not Status.PRICE:
        raise NotDecidableError(registration.status)
    return registration.model_copy(update={"status": Status.WITHDRAWN, "changed_at": at})


def reason_on_offer(reason: DeclineReason) -> str:
    """As it is kept with the registration."""
    return f"{_ON_OFFER}{reason}"


def offered_reason(kept: str) -> DeclineReason | None:
    """Which reason on offer this is; None for own words."""
    return DeclineReason(kept.removeprefix(_ON_OFFER)) if kept.startswith(_ON_OFFER) else None


def _agreed(registration: Registration, *, as_member: bool) -> bool:
    if as_member == registration.answers.member:
        return True
    return price_at_admission(registration, as_member=as_member).cents == registration.agreed_cents


def _decided(registration: Registration, status: Status, by: int, at: datetime, **changes: object) -> Registration:
    return registration.model_copy(
        update={"status": status, "decided_at": at, "decided_by": by, "changed_at": at, **changes}
    )
