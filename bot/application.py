"""Putting the application together: the only place that knows the concrete classes."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

from telegram.ext import Application, ContextTypes
from telegram.request import HTTPXRequest

from bot.doorkeeper import TelegramDoorkeeper
from bot.handling import current_error_id, current_handling
from bot.idleness import Idleness
from bot.inbox import InboxQueue
from bot.inbox_store import DurableInbox
from bot.limiter import Limiter
from bot.polling import GuardedBot, PollingWatchdog
from bot.processor import LaneProcessor
from bot.request import LeanRequest
from bot.sender import TelegramSender
from bot.worker import WorkerProcess
from handlers import errors
from handlers.again import ask_again
from handlers.context import Context
from handlers.dependencies import Dependencies
from handlers.table import CURRENT_QUESTIONS, conversations, in_order
from scheduling.delivery import Delivery
from scheduling.departure import before_leaving
from scheduling.heartbeat import Heartbeat
from scheduling.table import GROUP_WORDS, WORDS
from scheduling.words import Materials
from services.catalogue import Services
from texts.speech import Texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Update

    from bot.settings import Settings
    from domain.time import Clock
    from storage.database import Database
    from storage.work import Work

# Without the letters and digits that are easily taken for each other when read aloud.
ERROR_ALPHABET = "ABCDEFGHJKMNPQRTUVWXYZ2346789"
CONNECTIONS = 64
# Updates in hand above which answers go before tidiness: more than one second of ordinary work.
HURRIED_ABOVE = 40


def new_error_id() -> str:
    """A code that can be said over the telephone."""
    return "".join(secrets.choice(ERROR_ALPHABET) for _ in range(4))


class Assistant:
    """The bot, whole: the library's application and what is plugged into it."""

    def __init__(self, settings: Settings, database: Database, clock: Clock, end: Callable[[int], object]) -> None:
        self.database = database
        self._clock = clock
        self.worker = WorkerProcess()
        self.services = Services.over(database, self.worker)
        self.watchdog = PollingWatchdog(end=end)
        self.queue = InboxQueue(
            DurableInbox(database),
            now=clock.now,
            new_error_id=new_error_id,
            report=self._report,
            on_idle=self._stir,
            on_stop=self.give_up_waiting,
        )
        self.limiter = Limiter(paced=settings.pacing, before_leaving=before_leaving)
        self.bot = _bot(settings, self.queue, self.watchdog, self.limiter)
        sender = TelegramSender(self.bot)
        self.dependencies = Dependencies(
            services=self.services,
            texts=Texts.load(),
            clock=clock,
            sender=sender,
            doorkeeper=TelegramDoorkeeper(self.bot, sender),
            username=lambda: self.bot.username,
            hurried=lambda: self.queue.in_hand > HURRIED_ABOVE,
            conversations=conversations(),
            current_questions=CURRENT_QUESTIONS,
        )
        self.processor = LaneProcessor(
            DurableInbox(database),
            take_replayed=self.queue.take_replayed,
            ask_again=self._ask_again,
            probe=self.bot.get_me,
            report=self._report,
            new_error_id=new_error_id,
        )
        self.application = self._application()
        self.heartbeat = Heartbeat(self.services, self._delivery(), now=clock.now, new_error_id=new_error_id)
        self.idleness = Idleness(self.queue, self.heartbeat, clock.now)
        self.heartbeat.on_change = self._stir
        database.after_commit = self._after_commit

    def _application(self) -> Application[Any, Any, Any, Any, Any, Any]:
        application: Application[Any, Any, Any, Any, Any, Any] = (
            Application.builder()
            .bot(self.bot)
            .update_queue(self.queue)
            .concurrent_updates(self.processor)
            .context_types(ContextTypes(context=Context))
            .job_queue(None)
            .build()
        )
        application.bot_data = self.dependencies
        application.add_handlers(in_order(self.dependencies.conversations))
        application.add_error_handler(self.processor.note_error)
        application.add_error_handler(errors.tell(current_error_id))
        self.processor.attach(application.process_update)
        return application

    def _delivery(self) -> Delivery:
        return Delivery(
            self.services,
            self.dependencies.sender,
            WORDS,
            lambda now: Materials(self.services, self.dependencies.texts, now, self.bot.username),
            now=self._clock.now,
            probe=self.bot.get_me,
            new_error_id=new_error_id,
            group_words=GROUP_WORDS,
            doorkeeper=self.dependencies.doorkeeper,
        )

    def _after_commit(self, work: Work) -> None:
        handling = current_handling()
        if handling is not None and work.applies == handling.update_id:
            handling.note_applied()
        if work.outbox.added:
            self.heartbeat.wake()
        self._stir()

    def _stir(self) -> None:
        self.idleness.stir()

    def give_up_waiting(self) -> None:
        """The process is to stop: what waits for Telegram is left for the next start."""
        self.processor.give_up_waiting()
        self.limiter.give_up_waiting()

    async def _ask_again(self, update: Update) -> None:
        await ask_again(self.dependencies, update)

    async def _report(self, _update_id: int, error_id: str) -> None:
        await self.services.errors.report(error_id, self._clock.now())


def _bot(settings: Settings, queue: InboxQueue, watchdog: PollingWatchdog, limiter: Limiter) -> GuardedBot:
    return GuardedBot(
        settings.token.get_secret_value(),
        keep_unreadable=queue.keep_unreadable,
        on_poll=watchdog.poll_succeeded,
        rate_limiter=limiter,
        base_url=settings.base_url,
        base_file_url=settings.base_file_url,
        request=LeanRequest(connections=CONNECTIONS, read_timeout=10, write_timeout=20, pool_timeout=30),
        get_updates_request=HTTPXRequest(connection_pool_size=1, read_timeout=10),
    )
