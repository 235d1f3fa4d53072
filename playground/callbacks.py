"""Buttons that were tapped and wait for the bot's answer."""

import secrets
import time
from dataclasses import dataclass

from playground.errors import bad_request
from playground.shapes import JsonObject

# Telegram gives a bot about this long, in real time.
ANSWERABLE_SECONDS = 15.0
KEPT_ANSWERS = 20


@dataclass(slots=True)
class CallbackQuery:
    id: str
    person_id: int
    chat_id: int
    message_id: int
    asked_at: float
    answered: bool = False


class Callbacks:
    """Not kept between runs: whoever restarts Telegram waits longer than a query lives."""

    def __init__(self) -> None:
        self._queries: dict[str, CallbackQuery] = {}
        self._answers: dict[tuple[int, int], list[JsonObject]] = {}

    def ask(self, person_id: int, chat_id: int, message_id: int) -> CallbackQuery:
        self._forget_old()
        query = CallbackQuery(str(secrets.randbits(62)), person_id, chat_id, message_id, time.monotonic())
        self._queries[query.id] = query
        return query

    def answer(self, query_id: str, text: str | None, *, show_alert: bool, date: str) -> CallbackQuery | None:
        """Keeps the first answer for the person to see; None when it was answered already, which Telegram lets pass.

        Raises ApiError 400 when the query is too old or was never asked.
        """
        self._forget_old()
        query = self._queries.get(query_id)
        if query is None:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        if query.answered:
            return None
        query.answered = True
        answers = self._answers.setdefault((query.person_id, query.chat_id), [])
        answers.append({"callback_query_id": query_id, "text": text, "show_alert": show_alert, "date": date})
        del answers[:-KEPT_ANSWERS]
        return query

    def answers(self, person_id: int, chat_id: int) -> list[JsonObject]:
        return list(self._answers.get((person_id, chat_id), []))

    def _forget_old(self) -> None:
        oldest = time.monotonic() - ANSWERABLE_SECONDS
        # Queries are in the order in which they were asked.
        while self._queries and next(iter(self._queries.values())).asked_at < oldest:
            del self._queries[next(iter(self._queries))]
