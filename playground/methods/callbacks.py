"""Answering a tapped button."""

from playground.errors import bad_request
from playground.html_markup import utf16_length
from playground.shapes import JsonObject
from playground.world import World

LONGEST_ANSWER = 200


def answer_callback_query(world: World, fields: JsonObject) -> bool:
    text = fields.get("text")
    if text and utf16_length(text) > LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    query = world.callbacks.answer(
        fields["callback_query_id"],
        text or None,
        show_alert=fields.get("show_alert", False),
        date=world.clock.now().isoformat(),
    )
    if query is not None:
        world.events.tell("callback_answer", query.person_id, query.chat_id)
    return True
