"""Plain forms go a shorter way than the library's, and come out the same."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import httpx
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.request import LeanRequest
from scheduling.failure import Failure, judge

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

SENT = b'{"ok":true,"result":{"message_id":5,"date":1,"chat":{"id":7,"type":"private"},"text":"hoi"}}'
TOO_MANY = b'{"ok":false,"error_code":429,"description":"Too Many Requests","parameters":{"retry_after":3}}'
EMPTY = b'{"ok":false,"error_code":400,"description":"Bad Request: message text is empty"}'


class Line:
    """Answers every request on one port with the given bytes, and keeps what it was asked."""

    def __init__(self) -> None:
        self.answer: bytes | None = SENT
        self.status = "200 OK"
        self.asked: list[bytes] = []
        self.open: set[asyncio.Task[None]] = set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(self.answer_one(reader, writer))
        self.open.add(task)
        await task

    async def answer_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
            self.asked.append(await reader.readexactly(length))
            if self.answer is not None:
                writer.write(b"HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n" % (self.status.encode(), len(self.answer)))
                writer.write(self.answer)
                await writer.drain()
        finally:
            writer.close()
            await writer.wait_closed()


@asynccontextmanager
async def bot_on(line: Line) -> AsyncIterator[Bot]:
    server = await asyncio.start_server(line.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    request = LeanRequest(connections=2, read_timeout=0.2, write_timeout=1, pool_timeout=1)
    bot = Bot("42:TEST", base_url=f"http://127.0.0.1:{port}/bot", request=request)
    try:
        async with server:
            yield bot
    finally:
        await request.shutdown()
        await asyncio.gather(*line.open)


async def test_words_and_buttons_arrive_as_a_form(monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line()
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Ja & nee", callback_data="yes:1")]])

    async with bot_on(line) as bot:
        message = await bot.send_message(7, "hoi <b>é</b> + 100%", reply_markup=keyboard)

    form = parse_qs(line.asked[0].decode())
    assert message.message_id == 5
    assert form["text"] == ["hoi <b>é</b> + 100%"]
    assert "Ja & nee" in form["reply_markup"][0]


async def test_a_file_goes_the_librarys_own_way() -> None:
    line = Line()

    async with bot_on(line) as bot:
        await bot.send_document(7, b"BEGIN:VCALENDAR", filename="intervisie.ics")

    assert b"BEGIN:VCALENDAR" in line.asked[0]
    assert b'filename="intervisie.ics"' in line.asked[0]


@pytest.mark.parametrize(
    ("status", "answer", "error"),
    [("400 Bad Request", EMPTY, BadRequest), ("429 Too Many Requests", TOO_MANY, RetryAfter)],
)
async def test_telegrams_errors_stay_what_they_are(status: str, answer: bytes, error: type[Exception]) -> None:
    line = Line()
    line.status, line.answer = status, answer

    async with bot_on(line) as bot:
        with pytest.raises(error):
            await bot.send_message(7, "hoi")


async def test_a_line_that_breaks_without_an_answer_may_have_delivered() -> None:
    line = Line()
    line.answer = None

    async with bot_on(line) as bot:
        with pytest.raises(NetworkError) as broken:
            await bot.send_message(7, "hoi")

    assert isinstance(broken.value.__cause__, httpx.HTTPError)
    assert judge(broken.value) is Failure.PERHAPS_DELIVERED


async def test_an_answer_that_does_not_come_is_a_time_out() -> None:
    class Silent(Line):
        async def answer_one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await reader.read()
            writer.close()
            await writer.wait_closed()

    async with bot_on(Silent()) as bot:
        with pytest.raises(TimedOut):
            await bot.send_message(7, "hoi")


async def test_behind_a_proxy_everything_goes_the_librarys_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")

    request = LeanRequest(connections=1, read_timeout=1, write_timeout=1, pool_timeout=1)
    await request.shutdown()

    assert request._plain is None
