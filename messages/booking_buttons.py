"""What the buttons carry with which a participant books, moves and cancels an intake."""

from __future__ import annotations

from domain.booking import Wish
from texts.buttons import ButtonData


class OpenBooking(ButtonData, prefix="bk"):
    """Choose a moment, or another one."""

    # In the message with the button; otherwise that message has more to say, and stays.
    instead: bool


class ChooseFacilitator(ButtonData, prefix="bk_with"):
    # None: with whichever.
    facilitator: int | None


class ShowDays(ButtonData, prefix="bk_days"):
    facilitator: int | None
    # "2027-01"; None for the first that has room.
    month: str | None


class ChooseDay(ButtonData, prefix="bk_day"):
    facilitator: int | None
    # As in ISO 8601.
    day: str


class ChooseSlot(ButtonData, prefix="bk_slot"):
    facilitator: int | None
    slot: int


class Book(ButtonData, prefix="bk_book"):
    slot: int


class MoveTo(ButtonData, prefix="bk_move"):
    slot: int


class StopBooking(ButtonData, prefix="bk_stop"):
    """Out of the conversation; nothing is changed."""


class Cancel(ButtonData, prefix="bk_off"):
    """Asks whether it is sure, and why."""

    booking: int


class CancelWithoutReason(ButtonData, prefix="bk_off_ok"):
    booking: int


class AskFacilitator(ButtonData, prefix="bk_ask"):
    """After the cut-off; asks why."""

    booking: int
    wish: Wish


class AskWithoutReason(ButtonData, prefix="bk_ask_ok"):
    booking: int
    wish: Wish


class Coming(ButtonData, prefix="bk_here"):
    booking: int
    # The moment that it is said about.
    slot: int


class NotComing(ButtonData, prefix="bk_away"):
    booking: int
    slot: int


class JoinLine(ButtonData, prefix="bk_wait"):
    """Onto the waiting list."""

    # As with OpenBooking.
    instead: bool


class LeaveLine(ButtonData, prefix="bk_unwait"):
    """Off the waiting list."""


class AcceptOffer(ButtonData, prefix="offer_yes"):
    offer: int


class DeclineOffer(ButtonData, prefix="offer_no"):
    offer: int
