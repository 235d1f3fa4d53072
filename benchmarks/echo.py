"""A bare echo bot of the same library: what it takes to receive and answer, with nothing kept and nothing promised."""

from __future__ import annotations

import logging
import os

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

AT_ONCE = 256


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main() -> None:
    logging.basicConfig(level=logging.ERROR)
    application = (
        Application.builder()
        .token(os.environ["INTERVISIE_TOKEN"])
        .base_url(f"{os.environ['INTERVISIE_API']}/bot")
        .concurrent_updates(AT_ONCE)
        .connection_pool_size(64)
        .pool_timeout(30)
        .build()
    )
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling(allowed_updates=[Update.MESSAGE])


if __name__ == "__main__":
    main()
