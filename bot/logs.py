"""Logs: ids and events, one JSON object a line; never what people wrote, their names, or the token."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import structlog

if TYPE_CHECKING:
    from structlog.typing import EventDict, Processor, WrappedLogger

# At lower levels these tell every request and every statement.
QUIET = {
    "httpx": logging.WARNING,
    "httpcore": logging.WARNING,
    "aiosqlite": logging.WARNING,
    "apscheduler": logging.WARNING,
}
INNERMOST_FRAMES = 6


def set_up_logs(level: str, secrets: tuple[str, ...]) -> None:
    """Send everything to standard error at this level; a secret is blotted out wherever it turns up."""

    def blot(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
        return {key: _without(secrets, value) for key, value in event.items()}

    shared: list[Processor] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _type_of_error,
        blot,
    ]
    structlog.configure(
        processors=[*shared, structlog.processors.JSONRenderer(ensure_ascii=False)],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = _LibraryHandler()
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name, least in QUIET.items():
        logging.getLogger(name).setLevel(least)


class _LibraryHandler(logging.Handler):
    """A library's log line becomes one of ours: who said it, at which line, with which error.

    Its words stay behind, for they are put together from addresses with the token in them, and from what people wrote.
    """

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        structlog.get_logger().log(
            record.levelno,
            "library_log",
            library=record.name,
            line=f"{record.module}:{record.lineno}",
            **({"exc_info": error} if error else {}),
        )


def _type_of_error(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """An exception's own words may quote what a person wrote: its type and place are enough to find it."""
    info = event.pop("exc_info", None)
    error = info[1] if isinstance(info, tuple) else info if isinstance(info, BaseException) else None
    if info is True:
        error = sys.exc_info()[1]
    if error is not None:
        event["error"] = type(error).__name__
        event["at"] = _place_of(error)
    return event


def _place_of(error: BaseException) -> list[str]:
    """File, line and function of the innermost frames, without their values."""
    frames, trace = [], error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        frames.append(f"{'/'.join(Path(code.co_filename).parts[-2:])}:{trace.tb_lineno}")
        trace = trace.tb_next
    return frames[-INNERMOST_FRAMES:]


def _without(secrets: tuple[str, ...], value: object) -> object:
    if not isinstance(value, str):
        return value
    for secret in secrets:
        value = value.replace(secret, "…")
    return value
