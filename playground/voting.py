"""Voting in native polls and closing them, with what Telegram tells the bot of it."""

import asyncio
from datetime import UTC, datetime
from zlib import crc32

from playground.errors import PersonError
from playground.polls import Poll
from playground.posting import stays_anonymous
from playground.shapes import JsonObject
from playground.state import Chat, Message, Person
from playground.world import World

WATCH_SECONDS = 1.0


def poll_of(world: World, message: Message) -> Poll | None:
    shown = message.content.get("poll")
    return None if shown is None else world.state.polls.get(shown["id"])


def vote(world: World, person: Person, chat: Chat, message: Message, chosen: list[str | int]) -> Poll:
    """Gives a person's vote, an empty one to take it back; options by their words or from 0.

    They are counted in the order in which this person sees them. An administrator who stays anonymous votes as the
    group. Raises PersonError when Telegram would not let this pass.
    """
    close_what_is_due(world)
    poll = poll_of(world, message)
    if poll is None:
        raise PersonError(404, f"Message {message.message_id} holds no poll.")
    options = as_shown(poll, person)
    ids = [_option(options, choice)["persistent_id"] for choice in chosen]
    as_group = stays_anonymous(world, chat, person.id)
    voter = str(chat.id if as_group else person.id)
    _refuse(poll, voter, ids)
    if poll.votes.get(voter, []) == ids:
        return poll
    if ids:
        poll.votes[voter] = ids
    else:
        del poll.votes[voter]
    changed(world, poll)
    if not poll.is_anonymous and hears_votes(world, chat):
        world.post_update("poll_answer", _answer(world, poll, chat, None if as_group else person, ids))
    return poll


def as_shown(poll: Poll, person: Person) -> list[JsonObject]:
    """The options in the order of one person, who has another order than the next when they are shuffled."""
    if not poll.shuffled:
        return poll.options
    return sorted(poll.options, key=lambda option: crc32(f"{person.id}{option['persistent_id']}".encode()))


def close(world: World, poll: Poll) -> None:
    poll.is_closed = True
    changed(world, poll)


def close_what_is_due(world: World) -> None:
    """Closes the polls whose time is over."""
    for poll in world.state.polls.closing():
        if poll.close_date is not None and poll.close_date <= world.clock.unix():
            close(world, poll)


def next_closing(world: World) -> datetime | None:
    """When the next poll closes by itself."""
    for poll in world.state.polls.closing():
        if poll.close_date is not None:
            return datetime.fromtimestamp(poll.close_date, UTC)
    return None


async def watch_polls(world: World) -> None:
    """Closes polls as real time goes on, until it is cancelled."""
    while True:
        await asyncio.sleep(WATCH_SECONDS)
        close_what_is_due(world)
        world.save()


def hears_votes(world: World, chat: Chat) -> bool:
    """Whether the bot is still where its poll stands, or in what that group has become."""
    if chat.private:
        return not chat.blocked
    group = world.state.groups.of(chat.id)
    return world.state.groups.member(group.upgraded_to or chat.id, world.state.bot.id).inside


def _refuse(poll: Poll, voter: str, ids: list[str]) -> None:
    if poll.is_closed:
        raise PersonError(409, "This poll is closed.")
    if len(set(ids)) != len(ids):
        raise PersonError(400, "An option can be chosen only once.")
    if len(ids) > 1 and not poll.shape["allows_multiple_answers"]:
        raise PersonError(400, "This poll takes one answer only.")
    if voter in poll.votes and not poll.shape["allows_revoting"]:
        raise PersonError(409, "A vote in this poll cannot be changed.")


def _option(options: list[JsonObject], choice: str | int) -> JsonObject:
    if isinstance(choice, int) and 0 <= choice < len(options):
        return options[choice]
    for option in options:
        if option["text"] == choice:
            return option
    there = ", ".join(f"“{option['text']}”" for option in options)
    raise PersonError(404, f"There is no option “{choice}” here. The options there are: {there}.")


def changed(world: World, poll: Poll) -> None:
    """Notes a new state of a poll, shows it to the people and tells the bot."""
    world.state.polls.keep(poll)
    chat = world.state.chats[poll.chat_id]
    message = world.state.message(poll.chat_id, poll.message_id)
    if message is None:
        return
    message.content["poll"] = poll.as_message_poll()
    world.state.keep_message(message)
    world.events.tell("edit", world.person_of(chat.id), chat.id)
    if hears_votes(world, chat):
        world.post_update("poll", poll.as_poll())


def _answer(world: World, poll: Poll, chat: Chat, person: Person | None, ids: list[str]) -> JsonObject:
    numbers = {option["persistent_id"]: number for number, option in enumerate(poll.options)}
    chosen = sorted(ids, key=numbers.__getitem__)
    voter = {"voter_chat": world.state.chat_object(chat)} if person is None else {"user": person.user()}
    return {
        "poll_id": poll.id,
        **voter,
        "option_ids": [numbers[option] for option in chosen],
        "option_persistent_ids": chosen,
    }
