"""Groups and polls as people see them."""

from datetime import UTC, datetime

from playground.groups import RIGHTS, Member
from playground.polls import Poll
from playground.posting import stays_anonymous
from playground.shapes import JsonObject
from playground.state import Chat, Person
from playground.voting import as_shown
from playground.world import World


def group_object(world: World, chat: Chat) -> JsonObject:
    """A group as whoever runs the playground sees it."""
    groups = world.state.groups
    return {
        "chat_id": chat.id,
        "type": chat.type,
        "title": chat.title,
        "members": _members(world, chat),
        "history_visible": groups.of(chat.id).history_visible,
        "bot": _bot(groups.member(chat.id, world.state.bot.id)),
    }


def about_group(world: World, person: Person, chat: Chat) -> JsonObject:
    """What is shown of a group beyond any chat; nothing of a private one. Who came later never saw what it was."""
    if chat.private:
        return {}
    group = world.state.groups.of(chat.id)
    former = world.state.chats.get(group.upgraded_from or 0)
    return {
        "member_count": len(world.state.groups.inside(chat.id)),
        "history_visible": group.history_visible,
        "upgraded_from": former.id if former is not None and person.id in former.participants else None,
        "upgraded_to": group.upgraded_to,
    }


def bot_in_group(world: World, chat: Chat) -> JsonObject:
    return {} if chat.private else _bot(world.state.groups.member(chat.id, world.state.bot.id))


def places(world: World, person: Person, chat: Chat) -> JsonObject:
    """Who is in a group, and as what this person is."""
    if chat.private:
        return {"members": [], "my_status": None, "my_anonymity": False, "can_manage": False}
    own = world.state.groups.member(chat.id, person.id)
    return {
        "members": _members(world, chat),
        "my_status": own.status,
        "my_anonymity": own.anonymous,
        "can_manage": own.manages,
    }


def poll_object(world: World, person: Person, poll: Poll) -> JsonObject:
    """A poll as one person sees it. While results are hidden nobody sees a count or a name but the own choice."""
    chat = world.state.chats[poll.chat_id]
    voter = str(chat.id if stays_anonymous(world, chat, person.id) else person.id)
    own = poll.votes.get(voter, [])
    hidden = poll.hides_results and not poll.is_closed
    return {
        "id": poll.id,
        "question": poll.question,
        "description": poll.shape.get("description"),
        "type": poll.shape["type"],
        "options": [
            {
                "text": option["text"],
                "persistent_id": option["persistent_id"],
                "voter_count": 0 if hidden else len(poll.voters_of(option)),
                "chosen": option["persistent_id"] in own,
                "voters": [] if hidden or poll.is_anonymous else [_name(world, v) for v in poll.voters_of(option)],
            }
            for option in as_shown(poll, person)
        ],
        "total_voter_count": len(poll.votes),
        "results_hidden": hidden,
        "is_closed": poll.is_closed,
        "is_anonymous": poll.is_anonymous,
        "allows_multiple_answers": poll.shape["allows_multiple_answers"],
        "allows_revoting": poll.shape["allows_revoting"],
        "takes_options": poll.takes_options,
        "close_date": None if poll.close_date is None else datetime.fromtimestamp(poll.close_date, UTC).isoformat(),
    }


def _members(world: World, chat: Chat) -> list[JsonObject]:
    return [
        {
            "id": member.user_id,
            "name": _name(world, str(member.user_id)),
            "status": member.status,
            "is_bot": member.user_id == world.state.bot.id,
            "anonymous": member.anonymous,
        }
        for member in world.state.groups.inside(chat.id)
    ]


def _bot(place: Member) -> JsonObject:
    return {"status": place.status, "rights": {right: place.may(right) for right in RIGHTS}}


def _name(world: World, voter: str) -> str:
    """The name of a person, of the bot, or of the group that an anonymous administrator votes as."""
    number = int(voter)
    if number in world.state.people:
        return world.state.people[number].name
    if number in world.state.chats:
        return world.state.chats[number].title or ""
    return world.state.bot.first_name
