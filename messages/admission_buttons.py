"""What the buttons carry with which a registration is decided on, and a price agreed to."""

from domain.admission import DeclineReason
from texts.buttons import ButtonData


class ShowAdmission(ButtonData, prefix="adm_show"):
    registration: int


class Admit(ButtonData, prefix="adm"):
    registration: int
    as_member: bool


class AdmitAsAgreed(ButtonData, prefix="adm_agreed"):
    """At the price agreed at first, though another was asked."""

    registration: int


class Decline(ButtonData, prefix="adm_no"):
    """Asks for the reason."""

    registration: int


class ChooseReason(ButtonData, prefix="adm_why"):
    registration: int
    reason: DeclineReason


class ConfirmDecline(ButtonData, prefix="adm_no_ok"):
    registration: int


class OtherReason(ButtonData, prefix="adm_other"):
    registration: int


class StopDeclining(ButtonData, prefix="adm_stop"):
    registration: int


class AgreeToPrice(ButtonData, prefix="price_ok"):
    registration: int


class RefusePrice(ButtonData, prefix="price_no"):
    """Asks whether it is sure."""

    registration: int


class ConfirmRefusePrice(ButtonData, prefix="price_no_ok"):
    registration: int


class BackToPrice(ButtonData, prefix="price_back"):
    registration: int
