"""What each poll was for: what goes on when it is closed, and when somebody's votes no longer count after that."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final

from domain.poll import Poll, PollPurpose
from services.first_date_steps import propose_first_date
from services.moving import propose_move
from services.place_steps import count_again, count_form, count_town_halls
from services.planning_steps import propose_dates
from storage.work import Work

Then = Callable[[Work, Poll, datetime], Awaitable[None]]
"""In the transaction that closed the poll, or that took the votes out of one that is closed and not settled."""

ON_CLOSED: Final[dict[PollPurpose, Then]] = {
    PollPurpose.DATES: propose_dates,
    PollPurpose.MOVE: propose_move,
    PollPurpose.FIRST_DATE: propose_first_date,
    PollPurpose.PLACE: count_form,
    PollPurpose.TOWN_HALL: count_town_halls,
}

ON_VOTER_GONE: Final[dict[PollPurpose, Then]] = {
    PollPurpose.DATES: propose_dates,
    PollPurpose.MOVE: propose_move,
    PollPurpose.FIRST_DATE: propose_first_date,
    PollPurpose.PLACE: count_again,
    PollPurpose.TOWN_HALL: count_again,
}
