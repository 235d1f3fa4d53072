"""What the buttons carry with which a facilitator publishes slots, takes them back and sets the rules."""

from enum import StrEnum

from domain.slot import Medium
from domain.slot_draft import SlotQuestion
from texts.buttons import ButtonData

# Days are written as in ISO 8601, wall times as "09.30".


class Rule(StrEnum):
    """The fields of domain.slot.SlotRules."""

    LENGTH = "length_minutes"
    BUFFER = "buffer_minutes"
    NOTICE = "notice_days"
    HORIZON = "horizon_days"
    MOST_A_DAY = "most_a_day"
    CUT_OFF = "cut_off_days"


class NewSlots(ButtonData, prefix="slt_new"):
    """Begin to put slots together."""


class ChooseShape(ButtonData, prefix="slt_shape"):
    single: bool


class TickWeekday(ButtonData, prefix="slt_tick"):
    # As with date.weekday(): 0 is Monday.
    weekday: int
    ticked: bool


class FinishWeekdays(ButtonData, prefix="slt_days"):
    """All weekdays are ticked that should be."""


class ChoosePeriod(ButtonData, prefix="slt_period"):
    first: str
    last: str


class ChooseHours(ButtonData, prefix="slt_hours"):
    starts: str
    # None: one slot.
    until: str | None


class ChoosePause(ButtonData, prefix="slt_pause"):
    # None: no pause.
    starts: str | None
    until: str | None


class ChooseMedium(ButtonData, prefix="slt_medium"):
    medium: Medium


class KeepLink(ButtonData, prefix="slt_link"):
    """The link that was used last."""


class SlotBack(ButtonData, prefix="slt_back"):
    # Which question it stands under.
    question: SlotQuestion


class SlotCancel(ButtonData, prefix="slt_cancel"):
    """Throw away what was put together."""


class ChangeSlots(ButtonData, prefix="slt_change"):
    # None: ask which.
    question: SlotQuestion | None


class ChangeNumber(ButtonData, prefix="slt_number"):
    """Ask for the length or the buffer of these slots alone."""

    rule: Rule


class SetNumber(ButtonData, prefix="slt_minutes"):
    rule: Rule
    minutes: int


class PreviewWeek(ButtonData, prefix="slt_preview"):
    monday: str


class PublishSlots(ButtonData, prefix="slt_publish"):
    """What the preview shows."""


class ShowWeek(ButtonData, prefix="slt_week"):
    monday: str


class ChooseWithdrawal(ButtonData, prefix="slt_wd"):
    """Asks what should go."""

    monday: str


class ShowDay(ButtonData, prefix="slt_wd_day"):
    """The slots of a day, each of which can be taken back."""

    day: str


class WithdrawFrom(ButtonData, prefix="slt_wd_from"):
    """Asks for the first day of a period."""

    page: int


class WithdrawUntil(ButtonData, prefix="slt_wd_til"):
    """Asks for the last day of a period."""

    first: str
    page: int


class AskWithdrawal(ButtonData, prefix="slt_wd_ask"):
    """Says what would happen: one slot, or all from one day to another."""

    slot: int | None
    first: str | None
    last: str | None


class ConfirmWithdrawal(ButtonData, prefix="slt_wd_ok"):
    slot: int | None
    first: str | None
    last: str | None
    # How many bookings were said to go.
    told: int


class ShowRules(ButtonData, prefix="slt_rules"):
    """The facilitator's rules."""


class ChooseRule(ButtonData, prefix="slt_rule"):
    rule: Rule


class SetRule(ButtonData, prefix="slt_set"):
    rule: Rule
    value: int
