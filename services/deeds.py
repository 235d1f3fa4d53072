"""What each subject does about a row of "Whose move it is": gathered, and done, by services/moves.py."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime

from domain.moves import Deed, Move, MoveKind
from storage.work import Work

DeedDone = Callable[[Work, Move, datetime], Awaitable[None]]
"""Does a deed, in the transaction that takes the move to its next step; the moment is now."""

Deeds = Mapping[tuple[MoveKind, Deed], DeedDone]
