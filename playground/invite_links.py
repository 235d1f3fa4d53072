"""Links that lead into a group, and the requests of those who ask to be let in."""

import secrets
from dataclasses import dataclass

from playground.changes import Changes
from playground.shapes import JsonObject

INVITE = "https://t.me/+"


@dataclass(slots=True)
class InviteLink:
    """`expire_date` in Unix time; None means never. `joined` counts who came in by it."""

    invite_link: str
    chat_id: int
    creator_id: int
    creates_join_request: bool = False
    is_primary: bool = False
    is_revoked: bool = False
    name: str | None = None
    expire_date: int | None = None
    member_limit: int | None = None
    joined: int = 0

    def open_at(self, unix: int) -> bool:
        """Whether somebody can still come in by it."""
        expired = self.expire_date is not None and self.expire_date <= unix
        full = self.member_limit is not None and self.joined >= self.member_limit
        return not (self.is_revoked or expired or full)


@dataclass(slots=True)
class JoinRequest:
    chat_id: int
    user_id: int
    invite_link: str
    date: int


class InviteLinks:
    """All links and open requests; each change is noted for the storage."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._links: dict[str, InviteLink] = {}
        self._requests: dict[tuple[int, int], JoinRequest] = {}

    def restore(self, links: list[InviteLink], requests: list[JoinRequest]) -> None:
        self._links = {link.invite_link: link for link in links}
        self._requests = {(request.chat_id, request.user_id): request for request in requests}

    def link(self, invite_link: str) -> InviteLink | None:
        return self._links.get(invite_link)

    def of_chat(self, chat_id: int) -> list[InviteLink]:
        return [link for link in self._links.values() if link.chat_id == chat_id]

    def keep(self, link: InviteLink) -> None:
        self._links[link.invite_link] = link
        self._changes.put("invite_link", link.invite_link, link)

    def request(self, chat_id: int, user_id: int) -> JoinRequest | None:
        return self._requests.get((chat_id, user_id))

    def requests_by(self, link: InviteLink) -> int:
        return sum(request.invite_link == link.invite_link for request in self._requests.values())

    def asks_anywhere(self, user_id: int) -> bool:
        """Whether someone waits for an answer, in any group."""
        return any(request.user_id == user_id for request in self._requests.values())

    def keep_request(self, request: JoinRequest) -> None:
        self._requests[request.chat_id, request.user_id] = request
        self._changes.put("join_request", f"{request.chat_id}:{request.user_id}", request)

    def forget_request(self, request: JoinRequest) -> None:
        del self._requests[request.chat_id, request.user_id]
        self._changes.remove("join_request", f"{request.chat_id}:{request.user_id}")

    def requests_in(self, chat_id: int) -> list[JoinRequest]:
        return [request for request in self._requests.values() if request.chat_id == chat_id]


def new_address() -> str:
    return INVITE + secrets.token_urlsafe(12)


def link_object(links: InviteLinks, link: InviteLink, creator: JsonObject) -> JsonObject:
    """A link as a ChatInviteLink of the Bot API."""
    shown: JsonObject = {
        "invite_link": link.invite_link,
        "creator": creator,
        "creates_join_request": link.creates_join_request,
        "is_primary": link.is_primary,
        "is_revoked": link.is_revoked,
    }
    optional = {"name": link.name, "expire_date": link.expire_date, "member_limit": link.member_limit}
    shown |= {name: value for name, value in optional.items() if value is not None}
    waiting = links.requests_by(link)
    return shown | {"pending_join_request_count": waiting} if waiting else shown
