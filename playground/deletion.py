"""Deleting a message; nobody is told, the bot neither."""

from playground.state import Message
from playground.voting import poll_of
from playground.world import World


def delete(world: World, message: Message) -> None:
    """Takes a message away for everyone, with its poll and its pin."""
    poll = poll_of(world, message)
    if poll is not None:
        world.state.polls.forget(poll)
    chat = world.state.chats[message.chat_id]
    if not chat.private:
        group = world.state.groups.of(chat.id)
        if message.message_id in group.pinned:
            group.pinned.remove(message.message_id)
            world.state.groups.keep(group)
    world.state.remove_message(message)
    world.events.tell("delete", world.person_of(chat.id), chat.id)
