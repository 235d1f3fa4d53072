"""What the buttons carry with which groups are composed, led, left and joined."""

from domain.group import Costs, FinishWish
from domain.group_change import NewcomerAnswer, ShortageWish
from texts.buttons import ButtonData


class LedGroup(ButtonData, prefix="led"):
    """Which of the own groups is meant; `what` is what was about to be done for it."""

    group: int
    what: str


class ShowGroups(ButtonData, prefix="grp_all"):
    page: int


class NewGroup(ButtonData, prefix="grp_new"):
    """A card on which nobody is picked."""


class ShowGroup(ButtonData, prefix="grp"):
    """For the office: the card of a draft, or of a group that was published."""

    group: int


class ShowLedGroup(ButtonData, prefix="grp_led"):
    """For who leads it: who is in it, and what can be arranged."""

    group: int


class ShowLacking(ButtonData, prefix="grp_lack"):
    """Who cannot be picked yet, and what they lack."""

    page: int


class ShowCandidates(ButtonData, prefix="grp_cand"):
    group: int
    page: int


class Pick(ButtonData, prefix="grp_pick"):
    group: int
    registration: int


class ShowPicks(ButtonData, prefix="grp_picks"):
    """Whom to drop."""

    group: int


class Drop(ButtonData, prefix="grp_drop"):
    group: int
    registration: int


class ChooseFacilitator(ButtonData, prefix="grp_fac"):
    group: int


class AssignFacilitator(ButtonData, prefix="grp_fac_ok"):
    group: int
    person: int


class AskPublish(ButtonData, prefix="grp_pub"):
    """Asks once more."""

    group: int


class Publish(ButtonData, prefix="grp_pub_ok"):
    group: int
    # Of the card that was read.
    version: int


class AskThrowAway(ButtonData, prefix="grp_del"):
    group: int


class ThrowAway(ButtonData, prefix="grp_del_ok"):
    group: int


class ChooseStandIn(ButtonData, prefix="grp_si"):
    group: int


class StandIn(ButtonData, prefix="grp_si_ok"):
    group: int
    person: int


class GiveBack(ButtonData, prefix="grp_si_end"):
    """The facilitator leads it again."""

    group: int


class ShowMember(ButtonData, prefix="grp_mem"):
    membership: int


class DecideCosts(ButtonData, prefix="grp_cost"):
    membership: int
    costs: Costs


class WishAboutShortage(ButtonData, prefix="grp_few"):
    shortage: int
    wish: ShortageWish


class ShowNewcomers(ButtonData, prefix="grp_nc"):
    group: int
    page: int


class ShowProposal(ButtonData, prefix="grp_nc_see"):
    group: int
    registration: int


class ProposeNewcomer(ButtonData, prefix="grp_nc_ask"):
    group: int
    registration: int


class TakeBackNewcomer(ButtonData, prefix="grp_nc_end"):
    newcomer: int


class AnswerNewcomer(ButtonData, prefix="grp_nc_ans"):
    newcomer: int
    answer: NewcomerAnswer


class LeaveOffice(ButtonData, prefix="grp_off"):
    """Somebody is no alderman any more: asks what they want."""


class ConfirmLeaveOffice(ButtonData, prefix="grp_off_ok"):
    wish: FinishWish


class AnswerLeaver(ButtonData, prefix="grp_off_ans"):
    membership: int
    wish: FinishWish


class LetClashBe(ButtonData, prefix="grp_clash"):
    membership: int
