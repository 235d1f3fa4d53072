"""What the buttons of a round carry."""

from domain.round import RoundQuestion
from texts.buttons import ButtonData


class NewRound(ButtonData, prefix="rnd_new"):
    """Begin a new one."""


class ChooseClosingDay(ButtonData, prefix="rnd_day"):
    round: int
    # ISO 8601.
    day: str


class ChoosePlaces(ButtonData, prefix="rnd_places"):
    round: int
    places: int


class RoundBack(ButtonData, prefix="rnd_back"):
    round: int
    # Which question it stands under.
    question: RoundQuestion


class RoundCancel(ButtonData, prefix="rnd_cancel"):
    round: int


class ChangeRound(ButtonData, prefix="rnd_change"):
    round: int
    # None: ask which.
    question: RoundQuestion | None


class BackToSummary(ButtonData, prefix="rnd_summary"):
    round: int


class OpenRound(ButtonData, prefix="rnd_open"):
    round: int


class ShowCode(ButtonData, prefix="rnd_code"):
    round: int


class CloseRound(ButtonData, prefix="rnd_close"):
    """Asks whether it is sure."""

    round: int


class ConfirmClose(ButtonData, prefix="rnd_close_ok"):
    round: int


class KeepOpen(ButtonData, prefix="rnd_keep"):
    round: int
