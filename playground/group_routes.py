"""/groups and /people/…/groups: making groups and managing them as a person."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from playground.bodies import need, read_body, take
from playground.errors import PersonError
from playground.group_deeds import GroupDeeds, make_group, refuse_closed
from playground.group_view import group_object
from playground.joining import look, open_link, withdraw
from playground.shapes import JsonObject
from playground.state import Chat, Person
from playground.world import World

GROUP = "/people/{person:int}/groups/{chat}"
CREATED = 201

Act: TypeAlias = Callable[[GroupDeeds, JsonObject], None]


def group_routes(world: World) -> list[Route]:
    groups = _Groups(world)
    deeds: dict[str, Act] = {
        "bot": _bot,
        "members": _members,
        "leave": _leave,
        "history": _history,
        "upgrade": _upgrade,
        "title": _title,
        "anonymous": _anonymous,
    }
    return [
        Route("/groups", groups.all, methods=["GET"]),
        Route("/groups/{chat}", groups.one, methods=["GET"]),
        Route("/people/{person:int}/groups", groups.make, methods=["POST"]),
        Route("/people/{person:int}/join", groups.join, methods=["POST"]),
        Route("/people/{person:int}/join/look", groups.look, methods=["POST"]),
        Route("/people/{person:int}/join/withdraw", groups.withdraw, methods=["POST"]),
        Route(f"{GROUP}/link", groups.link, methods=["POST"]),
        Route(GROUP, groups.deed(_delete), methods=["DELETE"]),
        *(Route(f"{GROUP}/{name}", groups.deed(act), methods=["POST"]) for name, act in deeds.items()),
    ]


class _Groups:
    def __init__(self, world: World) -> None:
        self._world = world

    async def all(self, _: Request) -> Response:
        state = self._world.state
        return JSONResponse([group_object(self._world, state.chats[group.chat_id]) for group in state.groups.active()])

    async def one(self, request: Request) -> Response:
        return JSONResponse(group_object(self._world, self._chat(request)))

    async def make(self, request: Request) -> Response:
        body = await read_body(request)
        members = take(body, "members", list, default=[])
        if not all(type(member) is int for member in members):
            raise PersonError(400, "members must be the numbers of people.")
        try:
            chat = make_group(
                self._world,
                self._person(request),
                need(body, "title", str),
                members,
                add_bot=take(body, "add_bot", bool, default=False),
            )
        finally:
            self._world.save()
        return JSONResponse({"chat_id": chat.id}, CREATED)

    async def join(self, request: Request) -> Response:
        body = await read_body(request)
        try:
            status = open_link(self._world, self._person(request), need(body, "invite_link", str))
        finally:
            self._world.save()
        return JSONResponse({"status": status})

    async def look(self, request: Request) -> Response:
        body = await read_body(request)
        return JSONResponse(look(self._world, self._person(request), need(body, "invite_link", str)))

    async def withdraw(self, request: Request) -> Response:
        body = await read_body(request)
        try:
            withdraw(self._world, self._person(request), need(body, "invite_link", str))
        finally:
            self._world.save()
        return JSONResponse({"withdrawn": True})

    async def link(self, request: Request) -> Response:
        body = await read_body(request)
        asks = take(body, "creates_join_request", bool, default=False)
        try:
            address = self._deeds(request).make_link(creates_join_request=asks)
        finally:
            self._world.save()
        return JSONResponse({"invite_link": address})

    def deed(self, act: Act) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            body = await read_body(request)
            deeds = self._deeds(request)
            try:
                act(deeds, body)
            finally:
                self._world.save()
            return JSONResponse({"chat_id": deeds.chat.id})

        return endpoint

    def _deeds(self, request: Request) -> GroupDeeds:
        person, chat = self._person(request), self._chat(request)
        if person.id not in chat.participants:
            raise PersonError(404, f"{person.first_name} is not in the group {chat.id}.")
        refuse_closed(self._world, chat)
        return GroupDeeds(self._world, person, chat)

    def _person(self, request: Request) -> Person:
        person = self._world.state.people.get(request.path_params["person"])
        if person is None:
            raise PersonError(404, f"There is no person {request.path_params['person']}.")
        return person

    def _chat(self, request: Request) -> Chat:
        number: str = request.path_params["chat"]
        chat = self._world.state.chats.get(int(number)) if number.removeprefix("-").isdecimal() else None
        if chat is None or chat.private or self._world.state.groups.of(chat.id).deleted:
            raise PersonError(404, f"There is no group {number}.")
        return chat


def _bot(deeds: GroupDeeds, body: JsonObject) -> None:
    deeds.place_bot(need(body, "status", str), take(body, "rights", dict))


def _members(deeds: GroupDeeds, body: JsonObject) -> None:
    deeds.place(
        need(body, "person_id", int),
        take(body, "status", str, default="member"),
        take(body, "rights", dict),
        anonymous=take(body, "anonymous", bool, default=False),
    )


def _leave(deeds: GroupDeeds, _: JsonObject) -> None:
    deeds.leave()


def _history(deeds: GroupDeeds, body: JsonObject) -> None:
    deeds.show_history(visible=need(body, "visible", bool))


def _upgrade(deeds: GroupDeeds, _: JsonObject) -> None:
    deeds.upgrade()


def _title(deeds: GroupDeeds, body: JsonObject) -> None:
    deeds.rename(need(body, "title", str))


def _anonymous(deeds: GroupDeeds, body: JsonObject) -> None:
    deeds.stay_anonymous(anonymous=need(body, "anonymous", bool))


def _delete(deeds: GroupDeeds, _: JsonObject) -> None:
    deeds.delete()
