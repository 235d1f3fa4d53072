"""What the buttons carry with which a facilitator looks after the intakes."""

from domain.booking import IntakeOutcome
from texts.buttons import ButtonData


class ShowIntakes(ButtonData, prefix="itk_week"):
    # ISO 8601; None: this week.
    monday: str | None


class ShowTalk(ButtonData, prefix="itk"):
    """One intake, with what can be done about it."""

    booking: int


class ShowUnbooked(ButtonData, prefix="itk_none"):
    page: int


class ShowLine(ButtonData, prefix="itk_line"):
    """The waiting list."""


class Nudge(ButtonData, prefix="itk_nudge"):
    person: int
    # The page of the list that it stands on.
    page: int


class ChooseNewDay(ButtonData, prefix="itk_mv"):
    """To which day to move somebody."""

    booking: int
    page: int


class ChooseNewTime(ButtonData, prefix="itk_mv_day"):
    booking: int
    day: str


class AskMove(ButtonData, prefix="itk_mv_ask"):
    """Asks whether they should be told."""

    booking: int
    slot: int


class ConfirmMove(ButtonData, prefix="itk_mv_ok"):
    booking: int
    slot: int
    tell: bool


class AskCancel(ButtonData, prefix="itk_off"):
    """Asks whether they should be told."""

    booking: int


class ConfirmCancel(ButtonData, prefix="itk_off_ok"):
    booking: int
    # The moment that it is about: after a move it is another one.
    slot: int
    tell: bool


class Grant(ButtonData, prefix="itk_grant"):
    request: int


class Refuse(ButtonData, prefix="itk_refuse"):
    request: int


class Here(ButtonData, prefix="itk_here"):
    """The facilitator will be there."""

    booking: int
    slot: int


class Record(ButtonData, prefix="itk_out"):
    booking: int
    # STOPS asks for the reason first.
    outcome: IntakeOutcome


class TakeBack(ButtonData, prefix="itk_undo"):
    """What was recorded is not right."""

    booking: int


class ConfirmStop(ButtonData, prefix="itk_stop_ok"):
    booking: int


class OtherReason(ButtonData, prefix="itk_stop_re"):
    booking: int


class LeaveStop(ButtonData, prefix="itk_stop_no"):
    """Nothing is recorded."""

    booking: int


class GiveLink(ButtonData, prefix="itk_link"):
    """Asks where to meet on screen."""

    booking: int


class ReadGoals(ButtonData, prefix="itk_goals"):
    person: int


class ProposeWording(ButtonData, prefix="itk_word"):
    goal: int


class LeaveProposal(ButtonData, prefix="itk_word_no"):
    """Nothing is proposed."""

    goal: int
