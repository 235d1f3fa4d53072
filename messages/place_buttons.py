"""What the buttons carry about the first date, where a session is, who hosts, and the place of the year."""

from domain.place import Arrangement, PlaceForm
from texts.buttons import ButtonData


class ShowFirstDates(ButtonData, prefix="fd_show"):
    """The candidates for a group's first session, or how the answers stand."""

    group: int


class ShowFirstMonth(ButtonData, prefix="fd_month"):
    """A small calendar: this year and month."""

    group: int
    year: int
    month: int


class ChooseFirstDay(ButtonData, prefix="fd_day"):
    group: int
    # As in 2027-03-09.
    day: str


class AddFirstDate(ButtonData, prefix="fd_add"):
    group: int
    # Seconds since 1970.
    moment: int


class DropFirstDate(ButtonData, prefix="fd_drop"):
    group: int
    moment: int


class OpenFirstPoll(ButtonData, prefix="fd_open"):
    """The members are asked about the candidates."""

    group: int


class ConfirmFirstDate(ButtonData, prefix="fd_ok"):
    poll: int
    option: int


class FirstDatesAnew(ButtonData, prefix="fd_anew"):
    """None of these: other candidates."""

    poll: int


class ShowSessionPlace(ButtonData, prefix="pl_ses"):
    """Where a session could be: town halls by their journeys, or online."""

    session: int


class PickTownHall(ButtonData, prefix="pl_hall"):
    """The member of this municipality is asked to host."""

    session: int
    municipality: str


class PickOnline(ButtonData, prefix="pl_online"):
    session: int


class AnswerHosting(ButtonData, prefix="ho_ans"):
    hosting: int
    yes: bool


class ShowHosting(ButtonData, prefix="ho_show"):
    """What the host has arranged."""

    hosting: int


class Arrange(ButtonData, prefix="ho_arr"):
    hosting: int
    # None: one after the other, from the first that is open.
    arrangement: Arrangement | None


class SkipArrangement(ButtonData, prefix="ho_skip"):
    hosting: int
    arrangement: Arrangement


class StopArranging(ButtonData, prefix="ho_stop"):
    hosting: int


class ShowPlace(ButtonData, prefix="py_show"):
    """Where a group meets for the rest of the cycle."""

    group: int


class OpenPlacePoll(ButtonData, prefix="py_poll"):
    group: int


class DecidePlace(ButtonData, prefix="py_form"):
    choice: int
    form: PlaceForm


class DecideTownHall(ButtonData, prefix="py_hall"):
    choice: int
    municipality: str


class ChooseHost(ButtonData, prefix="py_for"):
    """Somebody else for this session."""

    choice: int
    session: int


class SetHost(ButtonData, prefix="py_set"):
    choice: int
    session: int
    person: int


class ConfirmHosts(ButtonData, prefix="py_ok"):
    choice: int


class ChoosePlaceAnew(ButtonData, prefix="py_anew"):
    """What was chosen is dropped; the members are asked again."""

    choice: int
