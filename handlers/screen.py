"""What a callback needs before it shows a screen: the number that its button carries, and who reads when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from messages.intake import Desk
from messages.session import Reader

if TYPE_CHECKING:
    from handlers.context import Context


def number_of(context: Context, name: str) -> int:
    """A number that the button carries; 0, which is nothing's id, for a button without it."""
    number = getattr(context.button, name, 0)
    return number if isinstance(number, int) else 0


def desk_of(context: Context) -> Desk:
    return Desk(context.speech, context.services.municipalities, context.now)


def reader_of(context: Context) -> Reader:
    return Reader(context.speech, context.services.municipalities, context.now)
