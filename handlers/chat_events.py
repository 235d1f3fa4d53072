"""What Telegram tells of a group's chat itself: who came, went or asks, what the bot may, and where the chat went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.constants import ChatMemberStatus, ChatType

from domain.chat import Visitor, Why
from handlers.chat_members import is_inside, rights_missing
from messages import chat

if TYPE_CHECKING:
    from telegram import ChatJoinRequest, ChatMemberUpdated, Message, PollAnswer, Update

    from handlers.context import Context


async def take(update: Update, context: Context) -> bool:
    """Whether it was such news; then there is nothing more to do about it."""
    if update.chat_join_request is not None:
        await asked(update.chat_join_request, context)
    elif update.chat_member is not None:
        await moved(update.chat_member, context)
    elif update.my_chat_member is not None:
        await bot_moved(update.my_chat_member, context)
    elif update.message is not None:
        return await _service_message(update.message, context)
    else:
        return False
    return True


async def voted(answer: PollAnswer, context: Context) -> None:
    """Somebody votes in the chat: whoever does not belong there was not seen before, perhaps."""
    user, chat_id = answer.user, await context.services.chats.of_poll(answer.poll_id)
    if user is None or chat_id is None or not await context.services.chats.is_news(chat_id, user.id):
        return
    # Not the wish of this update, which is the vote.
    await context.services.chats.seen(chat_id, Visitor(user.id, user.full_name), context.now, None, inside=True)


async def asked(request: ChatJoinRequest, context: Context) -> None:
    """The answer, whatever it is, goes through the outbox: a kill loses none."""
    who = Visitor(request.from_user.id, request.from_user.full_name)
    await context.services.chats.asked(request.chat.id, who, request.user_chat_id, context.now, context.update_id)


async def moved(change: ChatMemberUpdated, context: Context) -> None:
    user, now_inside = change.new_chat_member.user, is_inside(change.new_chat_member)
    if user.id == context.bot.id:
        return
    await context.services.chats.seen(
        change.chat.id, Visitor(user.id, user.full_name), context.now, context.update_id, inside=now_inside
    )


async def bot_moved(change: ChatMemberUpdated, context: Context) -> None:
    chats, chat_id, now = context.services.chats, change.chat.id, context.now
    if change.new_chat_member.status in {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}:
        await chats.lost(chat_id, Why.REMOVED, now, context.update_id)
    elif await chats.knows(chat_id):
        if rights_missing(change.new_chat_member):
            await chats.powerless(chat_id, now, context.update_id)
        else:
            await chats.back(chat_id, now, context.update_id)
    elif change.chat.type == ChatType.GROUP and not is_inside(change.old_chat_member):
        # A supergroup may be a group's chat that is just becoming one, of which nothing says so yet.
        await context.dependencies.sender.send(chat_id, chat.hint(context.group_speech))


async def _service_message(message: Message, context: Context) -> bool:
    if message.migrate_to_chat_id is not None:
        await context.services.chats.migrated(
            message.chat.id, message.migrate_to_chat_id, context.now, context.update_id
        )
        return True
    if message.migrate_from_chat_id is not None:
        await context.services.chats.migrated(
            message.migrate_from_chat_id, message.chat.id, context.now, context.update_id
        )
        return True
    for user in message.new_chat_members:
        # Without the rights of an administrator this is all that tells of it.
        if user.id != context.bot.id and await context.services.chats.is_news(message.chat.id, user.id):
            await context.services.chats.seen(
                message.chat.id, Visitor(user.id, user.full_name), context.now, context.update_id, inside=True
            )
    gone = message.left_chat_member
    if gone is not None and gone.id != context.bot.id:
        await context.services.chats.seen(
            message.chat.id, Visitor(gone.id, gone.full_name), context.now, context.update_id, inside=False
        )
    return bool(message.new_chat_members or gone)
