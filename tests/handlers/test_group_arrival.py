"""Which of all that is said in a group is asked of the bot."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, MessageEntity, User

from handlers.group_arrival import command_in
from handlers.menu import EVERY_COMMAND, IN_GROUPS

BOT = "IntervisieBot"


def said(text: str, *, command: str = "", offset: int = 0) -> Message:
    entities = [MessageEntity(MessageEntity.BOT_COMMAND, offset, len(command))] if command else []
    user = User(2, "Ellen", is_bot=False)
    return Message(1, datetime(2027, 1, 19, tzinfo=UTC), Chat(-5, Chat.GROUP), user, text=text, entities=entities)


@pytest.mark.parametrize(
    ("message", "command"),
    [
        (said("/koppel ABC", command="/koppel"), "koppel"),
        (said("/Koppel@intervisiebot ABC", command="/Koppel@intervisiebot"), "koppel"),
        (said("/koppel@AnotherBot", command="/koppel@AnotherBot"), None),
        (said("typ /koppel", command="/koppel", offset=4), None),
        (said("wie kan dinsdag?"), None),
    ],
)
def test_a_command_begins_the_message_and_names_no_other_bot(message: Message, command: str | None) -> None:
    assert command_in(message, BOT) == command


def test_what_can_be_asked_in_a_group_can_be_asked_at_all() -> None:
    assert IN_GROUPS <= EVERY_COMMAND


def test_what_is_of_somebody_alone_is_not_asked_in_a_group() -> None:
    assert not {"mijn", "leerpunten", "intake", "intakes", "slots", "taal", "privacy"} & IN_GROUPS
