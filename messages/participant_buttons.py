"""What the buttons carry with which people, and facilitators, are looked up and taken out."""

from texts.buttons import ButtonData


class ShowParticipants(ButtonData, prefix="prt_all"):
    page: int


class ShowParticipant(ButtonData, prefix="prt"):
    registration: int


class AskTakeOut(ButtonData, prefix="prt_out"):
    """Asks whether it is sure."""

    registration: int


class ConfirmTakeOut(ButtonData, prefix="prt_out_ok"):
    registration: int


class LeaveIn(ButtonData, prefix="prt_out_no"):
    """Nothing is changed."""

    registration: int


class ShowFacilitators(ButtonData, prefix="fac_all"):
    """All of them."""


class ShowFacilitator(ButtonData, prefix="fac"):
    person: int


class ChooseSuccessor(ButtonData, prefix="fac_leave"):
    """Who takes over."""

    person: int


class AskDeparture(ButtonData, prefix="fac_ask"):
    """Says what would happen."""

    person: int
    # None: what is booked is cancelled.
    successor: int | None


class ConfirmDeparture(ButtonData, prefix="fac_ok"):
    person: int
    successor: int | None
    # How many bookings were said to be concerned.
    told: int
