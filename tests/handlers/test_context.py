"""What every callback answers with."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from telegram.error import BadRequest

from handlers.context import Context

if TYPE_CHECKING:
    from telegram import Update

# As the library hands it on: without "Bad Request: ", and with a capital.
EXPIRED = BadRequest("Query is too old and response timeout expired or query ID is invalid")


def context_of_a_press(error: BadRequest) -> Context:
    async def answer(*_: Any, **__: Any) -> None:
        raise error

    context = Context(cast("Any", SimpleNamespace()))
    query = SimpleNamespace(answer=answer)
    context.belong_to(cast("Update", SimpleNamespace(update_id=1, callback_query=query)))
    return context


async def test_a_press_that_waited_too_long_to_be_acknowledged_is_answered_all_the_same() -> None:
    context = context_of_a_press(EXPIRED)

    await context.acknowledge()


async def test_another_error_of_telegrams_is_not_hushed_up() -> None:
    context = context_of_a_press(BadRequest("Message text is empty"))

    with pytest.raises(BadRequest, match="empty"):
        await context.acknowledge()
