"""What the buttons carry with which dates are put together, and a set of them is settled."""

from domain.planning import PlanningQuestion
from domain.registration import PartOfDay, Weekday
from texts.buttons import ButtonData


class StartPlanning(ButtonData, prefix="pln"):
    """Goes on where the planning of this group is."""

    group: int


class NoRecess(ButtonData, prefix="pln_none"):
    """There is no recess to take into account."""


class AskPlanning(ButtonData, prefix="pln_ask"):
    """Asks for something else; CANDIDATES leads back to the dates."""

    question: PlanningQuestion


class TickDay(ButtonData, prefix="pln_day"):
    weekday: Weekday
    ticked: bool


class TickPart(ButtonData, prefix="pln_part"):
    part: PartOfDay
    ticked: bool


class WholePeriod(ButtonData, prefix="pln_year"):
    """As long as the trajectory may take."""


class ChooseSpacing(ButtonData, prefix="pln_weeks"):
    least: int
    most: int


class DropDate(ButtonData, prefix="pln_drop"):
    # Seconds since the beginning of 1970, UTC.
    at: int
    dropped: bool


class OpenDates(ButtonData, prefix="pln_open"):
    """Puts the dates to the vote."""


class CancelPlanning(ButtonData, prefix="pln_cancel"):
    """Throws away what was put together."""


class ShowProposals(ButtonData, prefix="pln_show"):
    poll: int


class ChooseDates(ButtonData, prefix="pln_pick"):
    """Says what would be settled. Positions in the poll, with dots between them."""

    poll: int
    dates: str


class ConfirmDates(ButtonData, prefix="pln_ok"):
    poll: int
    dates: str


class PickOwn(ButtonData, prefix="pln_own"):
    """A set of the facilitator's own; None: nothing chosen yet."""

    poll: int
    dates: str | None


class ReopenDates(ButtonData, prefix="pln_again"):
    """Other dates, or the same ones, to the vote again."""

    poll: int


class AnswerPlea(ButtonData, prefix="plea"):
    plea: int
    possible: bool


def written(positions: tuple[int, ...]) -> str:
    return ".".join(str(position) for position in positions)


def positions_in(dates: str | None) -> tuple[int, ...]:
    """Empty for anything odd."""
    parts = (dates or "").split(".")
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else ()
