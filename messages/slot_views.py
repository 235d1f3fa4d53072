"""What the screens of a facilitator need to know of slots and intakes, whoever gathers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.booking import Booking, ChangeRequest
    from domain.person import Person
    from domain.registration import Registration
    from domain.slot import Layout, PatternFault, Slot, SlotRules
    from domain.slot_draft import SlotDraft, SlotQuestion
    from domain.waiting import Waiting


class Laid(Protocol):
    """What a pattern would come to."""

    @property
    def layout(self) -> Layout: ...
    @property
    def fault(self) -> PatternFault | None: ...


class Turn(Protocol):
    """Where the conversation about new slots is."""

    @property
    def question(self) -> SlotQuestion | None: ...
    @property
    def draft(self) -> SlotDraft: ...
    @property
    def rules(self) -> SlotRules: ...
    @property
    def preview(self) -> Laid | None: ...
    @property
    def last_link(self) -> str | None: ...


class Published(Protocol):
    @property
    def slots(self) -> tuple[Slot, ...]: ...
    @property
    def layout(self) -> Layout: ...


class Talk(Protocol):
    """An intake with the two who hold it."""

    @property
    def booking(self) -> Booking: ...
    @property
    def slot(self) -> Slot: ...
    @property
    def person(self) -> Person: ...
    @property
    def facilitator(self) -> Person: ...
    @property
    def request(self) -> ChangeRequest | None: ...


class Offering(Protocol):
    """One's own slot, with who has it or for whom it is held."""

    @property
    def slot(self) -> Slot: ...
    @property
    def card(self) -> Talk | None: ...
    @property
    def offer(self) -> object | None: ...


class Withdrawing(Protocol):
    """Slots that go, or went, and the bookings among them."""

    @property
    def slots(self) -> tuple[Slot, ...]: ...
    @property
    def cancelled(self) -> Sequence[Talk]: ...
    # One of services.slot.WithdrawOutcome.
    @property
    def outcome(self) -> str: ...


class Reach(Protocol):
    """How to reach somebody."""

    @property
    def phone(self) -> str | None: ...
    @property
    def email(self) -> str | None: ...
    @property
    def municipality_code(self) -> str | None: ...
    @property
    def registration_id(self) -> int | None: ...


class Meeting(Protocol):
    """An intake, and how to reach whom it is with."""

    @property
    def card(self) -> Talk: ...
    @property
    def contact(self) -> Reach: ...


class Seeker(Protocol):
    """Somebody who was admitted and has no intake."""

    @property
    def person(self) -> Person: ...
    @property
    def registration(self) -> Registration: ...
    @property
    def waiting(self) -> Waiting | None: ...
    @property
    def since(self) -> datetime | None: ...


class Queued(Protocol):
    """Somebody on the waiting list."""

    @property
    def waiting(self) -> Waiting: ...
    @property
    def person(self) -> Person: ...
