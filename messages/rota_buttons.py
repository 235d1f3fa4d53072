"""What the buttons carry about turns, swaps and absence."""

from __future__ import annotations

from domain.turn import ThinDecision, TurnRole
from texts.buttons import ButtonData


class ShowRota(ButtonData, prefix="rota"):
    """As who leads the group sees it."""

    group: int


class DivideRota(ButtonData, prefix="rota_div"):
    group: int


class ConfirmRota(ButtonData, prefix="rota_ok"):
    group: int
    # What was shown (services.rota.RotaView.mark).
    mark: int


class EditRota(ButtonData, prefix="rota_ed"):
    """Choose a session; with one, a place in it."""

    group: int
    session: int | None


class EditPlace(ButtonData, prefix="rota_pl"):
    """Choose who is to have it."""

    group: int
    session: int
    role: TurnRole
    position: int


class PutPlace(ButtonData, prefix="rota_put"):
    group: int
    session: int
    role: TurnRole
    position: int
    # None: nobody.
    person: int | None
    # It was said what it breaks.
    anyhow: bool


class ShowRotaRules(ButtonData, prefix="rota_rules"):
    """From which session on members present, and how many have to come."""

    group: int


class SetPresentingFrom(ButtonData, prefix="rota_from"):
    group: int
    number: int


class SetQuorum(ButtonData, prefix="rota_quorum"):
    group: int
    number: int


class OwnRota(ButtonData, prefix="turns"):
    """As a member sees it."""


class OfferTurn(ButtonData, prefix="swap_turn"):
    """Choose with whom to exchange it; None: which of the own turns."""

    turn: int | None


class AskSwap(ButtonData, prefix="swap_ask"):
    turn: int
    # None: everybody with whom it can be done.
    person: int | None


class AcceptSwap(ButtonData, prefix="swap_yes"):
    swap: int
    # What is given in return.
    turn: int


class DeclineSwap(ButtonData, prefix="swap_no"):
    swap: int


class WithdrawSwap(ButtonData, prefix="swap_back"):
    swap: int


class DecideSwap(ButtonData, prefix="swap_may"):
    group: int
    swap: int
    allow: bool


class VolunteerFor(ButtonData, prefix="vol"):
    """'Ik heb een casus voor ...'; None: choose a session."""

    session: int | None


class GrantVolunteer(ButtonData, prefix="vol_ok"):
    group: int
    volunteer: int
    # The place that they get; None: the rota stays as it is.
    turn: int | None


class ShowAbsence(ButtonData, prefix="absence"):
    """The sessions to come, each with whether one will be there."""


class AskAbsence(ButtonData, prefix="abs_sure"):
    """Says what follows from it, and asks whether it is sure."""

    session: int


class ReportAbsence(ButtonData, prefix="abs_yes"):
    session: int


class TakeBackAbsence(ButtonData, prefix="abs_back"):
    session: int


class DecideThin(ButtonData, prefix="thin"):
    """About a session to which too few come."""

    group: int
    session: int
    decision: ThinDecision
