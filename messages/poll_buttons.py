"""What the buttons of a poll carry."""

from domain.poll import Answer
from texts.buttons import ButtonData


class CastVote(ButtonData, prefix="vote"):
    poll: int
    option: int
    answer: Answer


class CastNone(ButtonData, prefix="vote_none"):
    """None of those that were not answered yet."""

    poll: int


class ShowBallot(ButtonData, prefix="vote_show"):
    poll: int
    # Which option it asks about; None: the first that was not answered.
    option: int | None


class ClosePoll(ButtonData, prefix="poll_close"):
    poll: int
    # Whether it was asked if they are sure.
    sure: bool


class SendPollAgain(ButtonData, prefix="poll_again"):
    poll: int
