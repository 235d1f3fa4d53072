"""Opening an invite link: joining at once, or asking to be let in."""

from playground.errors import PersonError
from playground.invite_links import InviteLink, JoinRequest
from playground.membership import add, shown_link
from playground.shapes import JsonObject
from playground.state import Chat, Person
from playground.world import World

# How long a bot may write to who asked to join and never started it (ChatJoinRequest.user_chat_id).
WELCOME_SECONDS = 300


def open_link(world: World, person: Person, address: str) -> str:
    """What comes of it: "joined", "requested", "already" a member, or "invalid"."""
    link = _leading_in(world, person, address)
    if link is None:
        return "invalid"
    chat = world.state.chats[link.chat_id]
    if world.state.groups.member(chat.id, person.id).inside:
        return "already"
    if link.creates_join_request:
        _ask(world, person, chat, link)
        return "requested"
    link.joined += 1
    world.state.invite_links.keep(link)
    add(world, chat, person.id, person.id, link=link)
    return "joined"


def look(world: World, person: Person, address: str) -> JsonObject:
    """What Telegram shows of a link before it is opened: the group, unless the link does not lead this person in."""
    link = _leading_in(world, person, address)
    if link is None:
        return {"status": "invalid", "chat_id": None, "title": None}
    chat = world.state.chats[link.chat_id]
    if world.state.groups.member(chat.id, person.id).inside:
        status = "already"
    elif world.state.invite_links.request(chat.id, person.id) is not None:
        status = "requested"
    else:
        status = "asks" if link.creates_join_request else "joins"
    return {"status": status, "chat_id": chat.id, "title": chat.title}


def withdraw(world: World, person: Person, address: str) -> None:
    """Takes a request back; the bot is not told. Raises PersonError 404 when there is none."""
    request = _request_by(world, person, address)
    if request is None:
        raise PersonError(404, "There is no request to join by this link.")
    finish(world, request)


def let_in(world: World, request: JoinRequest, approver_id: int) -> None:
    link = world.state.invite_links.link(request.invite_link)
    finish(world, request)
    add(world, world.state.chats[request.chat_id], request.user_id, approver_id, link=link, asked=True)


def finish(world: World, request: JoinRequest) -> None:
    """Ends a request, and with it the bot's leave to write to who never started it."""
    world.state.invite_links.forget_request(request)
    if world.state.invite_links.asks_anywhere(request.user_id):
        return
    private = world.state.chats[request.user_id]
    private.welcome_until = 0
    world.state.keep(private)


def _leading_in(world: World, person: Person, address: str) -> InviteLink | None:
    """The link, if this person can come in by it or is in already."""
    link = world.state.invite_links.link(address)
    if link is None or not link.open_at(world.clock.unix()):
        return None
    banned = world.state.groups.member(link.chat_id, person.id).status == "kicked"
    return None if banned or not world.state.groups.of(link.chat_id).active else link


def _ask(world: World, person: Person, chat: Chat, link: InviteLink) -> None:
    """Asks to be let in, which is told once however often the link is opened."""
    if world.state.invite_links.request(chat.id, person.id) is not None:
        return
    date = world.clock.unix()
    world.state.invite_links.keep_request(JoinRequest(chat.id, person.id, link.invite_link, date))
    if not world.state.groups.member(chat.id, world.state.bot.id).may("can_invite_users"):
        return
    private = world.state.chats[person.id]
    private.welcome_until = date + WELCOME_SECONDS
    world.state.keep(private)
    world.post_update(
        "chat_join_request",
        {
            "chat": world.state.chat_object(chat),
            "from": person.user(),
            "user_chat_id": person.id,
            "date": date,
            "invite_link": shown_link(world, link),
        },
    )


def _request_by(world: World, person: Person, address: str) -> JoinRequest | None:
    link = world.state.invite_links.link(address)
    return None if link is None else world.state.invite_links.request(link.chat_id, person.id)
