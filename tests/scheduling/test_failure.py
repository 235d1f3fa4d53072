"""What an error says of the chat of a group, which is not what it says of a person."""

from __future__ import annotations

import pytest
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from scheduling.failure import Failure, judge, judge_in_group
from tests.scheduling.fakes import not_connected, timed_out


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (ChatMigrated(-1001), Failure.MIGRATED),
        (Forbidden("Forbidden: bot was kicked from the group chat"), Failure.PUT_OUT),
        (Forbidden("Forbidden: bot is not a member of the supergroup chat"), Failure.PUT_OUT),
        (BadRequest("Chat not found"), Failure.GONE),
        (BadRequest("Not enough rights to manage chat invite link"), Failure.POWERLESS),
        (BadRequest("Not enough rights to send text messages to the chat"), Failure.POWERLESS),
        (BadRequest("Message text is empty"), Failure.REFUSED),
        (not_connected(), Failure.UNDELIVERED),
        (timed_out(), Failure.PERHAPS_DELIVERED),
    ],
    ids=str,
)
def test_what_an_error_says_of_a_chat(error: TelegramError, meaning: Failure) -> None:
    assert judge_in_group(error) is meaning


def test_who_blocks_the_bot_is_unreachable_and_no_chat_is_lost_by_it() -> None:
    assert judge(Forbidden("Forbidden: bot was blocked by the user")) is Failure.UNREACHABLE
