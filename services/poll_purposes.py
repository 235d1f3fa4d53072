"""What each poll was for: what goes on when it is closed, and when somebody's votes no longer count after that."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final

from domain.poll import Poll, PollPurpose
from services.moving import propose_move
from services.planning_steps import propose_dates
from storage.work import Work

Then = Callable[[Work, Poll, datetime], Awaitable[None]]
"""In the transaction that closed the poll, or that took the votes out of one that is closed and not settled."""

ON_CLOSED: Final[dict[PollPurpose, Then]] = {
    PollPurpose.DATES: propose_dates,
    PollPurpose.MOVE: propose_move,
}

ON_VOTER_GONE: Final[dict[PollPurpose, Then]] = {
    PollPurpose.DATES: propose_dates,
    PollPurpose.MOVE: propose_move,
}
