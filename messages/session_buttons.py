"""What the buttons carry about the sessions of a group."""

from domain.session import Lunch
from texts.buttons import ButtonData


class ShowAgenda(ButtonData, prefix="ses_agenda"):
    pass


class ShowGroup(ButtonData, prefix="ses_group"):
    """The own group, with its plan."""

    group: int


class ShowShared(ButtonData, prefix="ses_goals"):
    """The learning goals that others of the group share."""

    group: int


class ShowAttendance(ButtonData, prefix="ses_att"):
    session: int


class NotePresent(ButtonData, prefix="ses_was"):
    """Carries what is to be noted, so that pressing twice notes it once."""

    session: int
    person: int
    present: bool


class SettleAttendance(ButtonData, prefix="ses_att_ok"):
    session: int


class ShowProgramme(ButtonData, prefix="ses_prog"):
    session: int


class SetLunch(ButtonData, prefix="ses_lunch"):
    session: int
    lunch: Lunch


class SendProgramme(ButtonData, prefix="ses_prog_s"):
    """To the group."""

    session: int


class ShowRules(ButtonData, prefix="ses_rules"):
    """The rules of feedback."""

    session: int


class SendRules(ButtonData, prefix="ses_rules_s"):
    session: int


class ShowPairs(ButtonData, prefix="ses_pairs"):
    """The pairing of the exercise; drawn when there is none."""

    session: int


class DrawAgain(ButtonData, prefix="ses_draw"):
    session: int


class SendPairs(ButtonData, prefix="ses_pairs_s"):
    session: int


class ChooseToMove(ButtonData, prefix="ses_mv_all"):
    """Which session of a group is to move, or is off."""

    group: int


class StartMove(ButtonData, prefix="ses_mv"):
    """A session has to move: which moments could do."""

    session: int


class DropCandidate(ButtonData, prefix="ses_mv_drop"):
    session: int
    # Seconds since 1970, of the moment.
    moment: int


class OpenMovePoll(ButtonData, prefix="ses_mv_poll"):
    session: int


class MoveAtOnce(ButtonData, prefix="ses_mv_now"):
    """To this moment, without asking anybody."""

    session: int
    moment: int


class ConfirmMoveSession(ButtonData, prefix="ses_mv_ok"):
    """What the poll chose, or the leader from it."""

    poll: int
    option: int


class LeaveSession(ButtonData, prefix="ses_mv_no"):
    """It stays where it is."""

    session: int


class AskCancelSession(ButtonData, prefix="ses_off"):
    session: int


class CancelSession(ButtonData, prefix="ses_off_ok"):
    session: int
    # Seconds since 1970, of the moment that was read: after a move it is another one.
    moment: int
