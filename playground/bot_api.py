"""The bot's side: /bot<token>/<method> and /file/bot<token>/<path>."""

import asyncio
import json
import logging
from http import HTTPStatus
from urllib.parse import unquote

from starlette.types import Receive, Scope, Send

from playground.connection import drop, watched
from playground.errors import ApiError, forbidden, not_implemented, too_many_requests
from playground.faults import Fault
from playground.methods import GET_UPDATES, GET_UPDATES_FIELDS, IMPLEMENTED, METHODS
from playground.requests import read_call
from playground.shapes import Json, JsonObject
from playground.specification import Specification, Upload, refuse_fields
from playground.updates import DEFAULT_HOLD_SECONDS, LONGEST_POLL_SECONDS, MOST_UPDATES
from playground.world import BrokenAnswerError, World

log = logging.getLogger("playground")

API = "/bot"
FILE = "/file/bot"
BEFORE = frozenset({"timeout_before", "drop_before", "outage"})
AFTER = frozenset({"timeout_after", "drop_after"})
TIMEOUTS = frozenset({"timeout_before", "timeout_after"})
JSON_HEADER = (b"content-type", b"application/json")


class _DroppedError(Exception):
    """The connection ends without an answer, after `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds


class BotApi:
    def __init__(self, world: World) -> None:
        self._world = world

    def claims(self, path: str) -> bool:
        return path.startswith((API, FILE)) and "/" in path.removeprefix(FILE).removeprefix(API)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        if path.startswith(FILE):
            await self._download(path.removeprefix(FILE), send)
            return
        token, _, method = path.removeprefix(API).partition("/")
        try:
            status, answer = await self._answer(unquote(token), method, scope, receive)
        except _DroppedError as dropped:
            async with watched(receive) as gone:
                await asyncio.wait({gone}, timeout=dropped.seconds)
            if not gone.done():
                await drop(scope, receive)
            return
        body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        await _respond(send, status, body, JSON_HEADER)

    async def _download(self, path: str, send: Send) -> None:
        token, _, file_path = path.partition("/")
        if unquote(token) != self._world.token:
            await _respond(send, HTTPStatus.UNAUTHORIZED, _error_body(ApiError(401, "Unauthorized")), JSON_HEADER)
            return
        file = self._world.files.by_path(unquote(file_path))
        if file is None:
            await _respond(send, HTTPStatus.NOT_FOUND, _error_body(ApiError(404, "Not Found")), JSON_HEADER)
            return
        content_type = (b"content-type", b"application/octet-stream")
        await _respond(send, HTTPStatus.OK, self._world.files.content(file), content_type)

    async def _answer(self, token: str, method: str, scope: Scope, receive: Receive) -> tuple[int, JsonObject]:
        """The status and the body. Raises _DroppedError when a fault takes the answer away."""
        world = self._world
        # A poll that waits is no work; anything else means that the bot is busy.
        running = 0 if method == GET_UPDATES else 1
        world.calls_running += running
        try:
            return await self._befallen(token, method, scope, receive)
        finally:
            world.calls_running -= running
            if running and not world.calls_running:
                world.clock.stir()

    async def _befallen(self, token: str, method: str, scope: Scope, receive: Receive) -> tuple[int, JsonObject]:
        raw: JsonObject = {}
        try:
            raw, uploads = await read_call(scope, receive)
            self._authorise(token)
            after = self._befall(method, raw)
        except ApiError as error:
            return self._refusal(method, raw, error)
        status, answer = await self._carried_out(method, raw, uploads, receive)
        if after is not None:
            raise _DroppedError(_pause(after))
        return status, answer

    async def _carried_out(
        self, method: str, raw: JsonObject, uploads: dict[str, Upload], receive: Receive
    ) -> tuple[int, JsonObject]:
        world = self._world
        fields = raw
        try:
            _refuse_unplayed(world.specification, method)
            fields = world.specification.read_request(method, raw, uploads)
            result = await self._perform(method, fields, receive)
            world.ensure(world.specification.problem_of_answer(method, result))
        except ApiError as error:
            return self._refusal(method, fields, error)
        except BrokenAnswerError as error:
            return self._refusal(method, fields, ApiError(500, f"Internal Server Error: {error}"))
        finally:
            # Before the answer leaves: what was answered is kept, also when it was a defect of ours.
            world.save()
        if method != GET_UPDATES or result:
            world.journal.write(method, fields)
        return HTTPStatus.OK, {"ok": True, "result": result}

    def _refusal(self, method: str, fields: JsonObject, error: ApiError) -> tuple[int, JsonObject]:
        self._world.journal.write(method, fields, ok=False, error_code=error.code, description=error.description)
        return error.code, _error(error)

    def _authorise(self, token: str) -> None:
        if token != self._world.token:
            raise ApiError(401, "Unauthorized")

    def _befall(self, method: str, raw: JsonObject) -> Fault | None:
        """Lets a fault strike that comes before the call is done; returns one that comes after."""
        fault = self._world.faults.strike(method, _number(raw.get("chat_id")))
        if fault is None:
            return None
        if fault.kind in AFTER:
            return fault
        if fault.kind in BEFORE:
            self._world.journal.write(method, raw, ok=False, description=f"fault: {fault.kind}")
            raise _DroppedError(_pause(fault))
        raise self._error_of(fault, _number(raw.get("chat_id")))

    def _error_of(self, fault: Fault, chat_id: Json) -> ApiError:
        chat = self._world.state.chats.get(chat_id) if isinstance(chat_id, int) else None
        out = "bot was blocked by the user"
        if chat is not None and not chat.private:
            out = f"bot was kicked from the {chat.type} chat"
        errors = {
            "429": too_many_requests(fault.retry_after),
            "500": ApiError(500, "Internal Server Error"),
            "502": ApiError(502, "Bad Gateway"),
            "forbidden": forbidden(out),
        }
        return errors[fault.kind]

    async def _perform(self, method: str, fields: JsonObject, receive: Receive) -> Json:
        if method == GET_UPDATES:
            refuse_fields(method, fields, GET_UPDATES_FIELDS)
            return await self._get_updates(fields, receive)
        entry = METHODS[method]
        refuse_fields(method, fields, entry.fields)
        return entry.perform(self._world, fields)

    async def _get_updates(self, fields: JsonObject, receive: Receive) -> list[JsonObject]:
        queue = self._world.queue
        limit = fields.get("limit", MOST_UPDATES)
        if not 1 <= limit <= MOST_UPDATES:
            limit = MOST_UPDATES
        timeout = min(max(0, fields.get("timeout", 0)), LONGEST_POLL_SECONDS)
        with queue.take_over() as poll:
            if "allowed_updates" in fields:
                queue.allow(fields["allowed_updates"])
            queue.confirm(fields.get("offset", 0))
            self._world.save()
            async with watched(receive) as gone:
                if not await poll.wait(timeout, gone, self._outage):
                    return []
                if self._outage():
                    raise _DroppedError(0.0)
                reorder = self._world.faults.of_updates("reorder_updates")
                if reorder is not None and queue.pending:
                    await poll.wait_for_more(2, reorder.seconds or DEFAULT_HOLD_SECONDS, gone)
                if gone.done():
                    return []
            return self._hand_out(limit)

    def _outage(self) -> bool:
        return self._world.faults.outage(GET_UPDATES)

    def _hand_out(self, limit: int) -> list[JsonObject]:
        faults, queue = self._world.faults, self._world.queue
        duplicate = faults.of_updates("duplicate_updates") if queue.pending else None
        reorder = faults.of_updates("reorder_updates") if min(queue.pending, limit) > 1 else None
        for fault in (duplicate, reorder):
            if fault is not None:
                fault.strike()
        return queue.hand_out(limit, twice=duplicate is not None, reversed_order=reorder is not None)


def _refuse_unplayed(specification: Specification, method: str) -> None:
    if method in specification.methods and method not in IMPLEMENTED:
        raise not_implemented(f"method {method}")


def _pause(fault: Fault) -> float:
    return fault.seconds if fault.kind in TIMEOUTS else 0.0


def _number(value: Json) -> Json:
    return int(value) if isinstance(value, str) and value.lstrip("-").isdecimal() else value


def _error(error: ApiError) -> JsonObject:
    answer: JsonObject = {"ok": False, "error_code": error.code, "description": error.description}
    if error.parameters:
        answer["parameters"] = error.parameters
    return answer


def _error_body(error: ApiError) -> bytes:
    return json.dumps(_error(error)).encode()


async def _respond(send: Send, status: int, body: bytes, content_type: tuple[bytes, bytes]) -> None:
    headers = [content_type, (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
