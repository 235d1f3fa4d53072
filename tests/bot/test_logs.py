"""A log line holds ids and events: no secret, and nothing that people wrote, whoever logs it."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import pytest
import structlog

from bot.logs import set_up_logs

if TYPE_CHECKING:
    from collections.abc import Iterator

TOKEN = "123456:ABC-DEF"
WORDS = "Zwanenbloem"


@pytest.fixture(autouse=True)
def logs(capsys: pytest.CaptureFixture[str]) -> Iterator[None]:
    root = logging.getLogger()
    before = root.handlers, root.level
    set_up_logs("info", (TOKEN,))
    yield
    root.handlers, root.level = before
    structlog.reset_defaults()


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines()]


def fail() -> None:
    raise ValueError(WORDS)


def test_a_secret_is_blotted_out_wherever_it_turns_up(capsys: pytest.CaptureFixture[str]) -> None:
    structlog.get_logger().info("polling", address=f"http://127.0.0.1/bot{TOKEN}/getUpdates")

    (line,) = lines(capsys)
    assert line["address"] == "http://127.0.0.1/bot…/getUpdates"


def test_an_error_is_told_by_its_type_and_place_alone(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        fail()
    except ValueError as error:
        structlog.get_logger().error("update_raised", update_id=7, exc_info=error)

    (line,) = lines(capsys)
    assert (line["error"], line["update_id"]) == ("ValueError", 7)
    assert str(line["at"]).count("test_logs.py") == 2
    assert WORDS not in json.dumps(line)


@pytest.mark.parametrize("library", ["telegram.ext.Application", "asyncio", "httpx"])
def test_a_library_is_named_but_not_quoted(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        fail()
    except ValueError:
        logging.getLogger(library).exception("No handler for update %s", {"text": WORDS})

    (line,) = lines(capsys)
    assert (line["library"], line["error"], line["level"]) == (library, "ValueError", "error")
    assert WORDS not in json.dumps(line)
