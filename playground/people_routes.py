"""/people: acting as a person and reading a chat as that person sees it."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from playground import view
from playground.bodies import need, read_body, read_upload, take
from playground.errors import PersonError
from playground.people import Deeds, join, sees_file
from playground.shapes import Json
from playground.state import Chat, Person, StoredFile
from playground.world import World

# The numbers of groups are negative, which Starlette's `int` does not match.
CHAT = "/people/{person:int}/chats/{chat}"
CREATED = 201
# What a browser shows without running anything in it.
HARMLESS = frozenset({"application/pdf", "image/png", "image/jpeg", "image/gif", "text/plain", "audio/ogg"})

Act: TypeAlias = Callable[[Deeds, Request], Awaitable[Json]]


def people_routes(world: World) -> list[Route]:
    people = _People(world)
    deeds = {
        "start": _start,
        "messages": _write,
        "edits": _edit,
        "forwards": _forward,
        "taps": _tap,
        "keyboard": _keyboard,
        "contact": _contact,
        "sticker": _sticker,
        "voice": _voice,
        "photo": _photo,
        "document": _document,
        "votes": _vote,
        "options": _add_option,
        "block": _block,
        "unblock": _unblock,
        "read": _read,
    }
    return [
        Route("/people", people.everyone, methods=["GET"]),
        Route("/people", people.join, methods=["POST"]),
        Route("/people/{person:int}/chats", people.chats, methods=["GET"]),
        Route(CHAT, people.chat, methods=["GET"]),
        Route(f"{CHAT}/messages/{{message:int}}", people.deed(_delete), methods=["DELETE"]),
        Route("/people/{person:int}/files/{file}", people.file, methods=["GET"]),
        *(Route(f"{CHAT}/{name}", people.deed(act), methods=["POST"]) for name, act in deeds.items()),
    ]


class _People:
    def __init__(self, world: World) -> None:
        self._world = world

    async def everyone(self, _: Request) -> Response:
        people = self._world.state.people.values()
        return JSONResponse([view.person_object(self._world, person) for person in people])

    async def join(self, request: Request) -> Response:
        person = join(self._world, await read_body(request))
        self._world.save()
        return JSONResponse(view.person_object(self._world, person), CREATED)

    async def chats(self, request: Request) -> Response:
        person = self._person(request)
        chats = view.open_chats(self._world, person)
        return JSONResponse([view.chat_line(self._world, person, chat) for chat in chats])

    async def chat(self, request: Request) -> Response:
        person = self._person(request)
        after = request.query_params.get("after", "0")
        if not after.isdecimal():
            raise PersonError(400, "after must be the number of a message.")
        return JSONResponse(view.chat_object(self._world, person, self._chat(request, person), int(after)))

    async def file(self, request: Request) -> Response:
        """Shows a file; ?save=1 saves it, which is refused for what is protected."""
        person = self._person(request)
        file = self._world.state.files.get(request.path_params["file"])
        seen, saveable = sees_file(self._world, person, file.file_id) if file else (False, False)
        if file is None or not seen:
            raise PersonError(404, "There is no such file in the chats of this person.")
        saving = request.query_params.get("save", "0") not in ("0", "false", "")
        if saving and not saveable:
            raise PersonError(403, "This file is protected: it can be viewed, not saved.")
        headers = _disposition(file, saving=saving)
        return Response(self._world.files.content(file), media_type=file.mime_type, headers=headers)

    def deed(self, act: Act) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            person = self._person(request)
            try:
                result = await act(Deeds(self._world, person, self._chat(request, person)), request)
            finally:
                self._world.save()
            return JSONResponse(result)

        return endpoint

    def _person(self, request: Request) -> Person:
        person = self._world.state.people.get(request.path_params["person"])
        if person is None:
            raise PersonError(404, f"There is no person {request.path_params['person']}.")
        return person

    def _chat(self, request: Request, person: Person) -> Chat:
        number: str = request.path_params["chat"]
        chat = self._world.state.chats.get(int(number)) if number.removeprefix("-").isdecimal() else None
        if chat is None or person.id not in chat.participants:
            raise PersonError(404, f"{person.first_name} has no chat {number}.")
        return chat


def _disposition(file: StoredFile, *, saving: bool) -> dict[str, str]:
    """How the browser is to take a file (RFC 6266): a document that holds scripts must not act as the page."""
    way = "attachment" if saving else "inline"
    headers = {
        "Content-Disposition": f"{way}; filename*=UTF-8''{quote(file.name, safe='')}",
        "X-Content-Type-Options": "nosniff",
    }
    if file.mime_type.partition(";")[0].strip() not in HARMLESS:
        headers["Content-Security-Policy"] = "sandbox"
    return headers


async def _start(deeds: Deeds, request: Request) -> Json:
    body = await read_body(request)
    return view.message_object(deeds.world, deeds.person, deeds.start(take(body, "payload", str)))


async def _write(deeds: Deeds, request: Request) -> Json:
    body = await read_body(request)
    message = deeds.write(
        need(body, "text", str),
        reply_to=take(body, "reply_to_message_id", int),
        forwarded=take(body, "forwarded", bool, default=False),
    )
    return view.message_object(deeds.world, deeds.person, message)


async def _edit(deeds: Deeds, request: Request) -> Json:
    body = await read_body(request)
    message = deeds.edit(need(body, "message_id", int), need(body, "text", str))
    return view.message_object(deeds.world, deeds.person, message)


async def _forward(deeds: Deeds, request: Request) -> Json:
    body = await read_body(request)
    return view.message_object(deeds.world, deeds.person, deeds.forward(need(body, "message_id", int)))


async def _tap(deeds: Deeds, request: Request) -> Json:
    body = await read_body(request)
    query_id = deeds.tap(
        need(body, "message_id", int),
        text=take(body, "text", str),
        row=take(body, "row", int),
        column=take(body, "column", int),
        callback_data=take(body, "callback_data", str),
    )
    return {"callback_query_id": query_id}


async def _vote(deeds: Deeds, request: Request) -> Json:
    body = await read_body(request)
    options = need(body, "options", list)
    if not all(type(option) in (str, int) for option in options):
        raise PersonError(400, "options must be words of options or their numbers, counted from 0.")
    message = deeds.vote(need(body, "message_id", int), options)
    return view.message_object(deeds.world, deeds.person, message)


async def _add_option(deeds: Deeds, request: Request) -> Json:
    body = await read_body(request)
    message = deeds.add_option(need(body, "message_id", int), need(body, "text", str))
    return view.message_object(deeds.world, deeds.person, message)


async def _delete(deeds: Deeds, request: Request) -> Json:
    deeds.delete(request.path_params["message"])
    return {"deleted": True}


async def _keyboard(deeds: Deeds, request: Request) -> Json:
    body = await read_body(request)
    return view.message_object(deeds.world, deeds.person, deeds.tap_keyboard(need(body, "text", str)))


async def _contact(deeds: Deeds, request: Request) -> Json:
    body = await read_body(request)
    # Somebody else's contact may come without an account; only what is not said at all means one's own.
    user_id = take(body, "user_id", int) if "user_id" in body else deeds.person.id
    message = deeds.share_contact(take(body, "phone_number", str), user_id)
    return view.message_object(deeds.world, deeds.person, message)


async def _sticker(deeds: Deeds, request: Request) -> Json:
    body = await read_body(request)
    return view.message_object(deeds.world, deeds.person, deeds.send_sticker(take(body, "emoji", str, default="👍")))


async def _voice(deeds: Deeds, _: Request) -> Json:
    return view.message_object(deeds.world, deeds.person, deeds.send_voice())


async def _photo(deeds: Deeds, request: Request) -> Json:
    body, upload = await read_upload(request)
    message = deeds.send_photo(take(body, "caption", str), upload, take(body, "name", str))
    return view.message_object(deeds.world, deeds.person, message)


async def _document(deeds: Deeds, request: Request) -> Json:
    body, upload = await read_upload(request)
    message = deeds.send_document(take(body, "caption", str), upload, take(body, "name", str))
    return view.message_object(deeds.world, deeds.person, message)


async def _block(deeds: Deeds, _: Request) -> Json:
    deeds.block()
    return {"blocked": True}


async def _unblock(deeds: Deeds, _: Request) -> Json:
    deeds.unblock()
    return {"blocked": False}


async def _read(deeds: Deeds, _: Request) -> Json:
    deeds.read()
    return {"unread": deeds.world.state.unread(deeds.chat, deeds.person.id)}
