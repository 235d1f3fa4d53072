"""The Bot API methods that are played, one function each, in one table.

A function takes the world and the fields of the call, typed and checked, and gives the result or raises ApiError.
getUpdates stands apart, in `playground.bot_api`: it waits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from playground.methods import (
    bans,
    callbacks,
    chats,
    commands,
    edits,
    files,
    identity,
    invite_links,
    members,
    messages,
    pins,
    polls,
)
from playground.shapes import Json, JsonObject
from playground.world import World

Perform: TypeAlias = Callable[[World, JsonObject], Json]


@dataclass(frozen=True, slots=True)
class Method:
    """A method and those of its fields that are played; any other is answered with an error."""

    perform: Perform
    fields: frozenset[str]


def _method(perform: Perform, *fields: str) -> Method:
    return Method(perform, frozenset(fields))


_SEND = (
    "chat_id",
    "parse_mode",
    "reply_markup",
    "reply_parameters",
    "protect_content",
    # Sound, previews, effects: nothing of it shows on the page.
    "disable_notification",
    "allow_paid_broadcast",
)
_CAPTION = ("caption", "caption_entities")
_POLL = (
    "chat_id",
    "question",
    "question_parse_mode",
    "question_entities",
    "options",
    "is_anonymous",
    "type",
    "allows_multiple_answers",
    "allows_revoting",
    "shuffle_options",
    "allow_adding_options",
    "hide_results_until_closes",
    "members_only",
    "country_codes",
    "correct_option_ids",
    "explanation",
    "explanation_parse_mode",
    "explanation_entities",
    "open_period",
    "close_date",
    "is_closed",
    "description",
    "description_parse_mode",
    "description_entities",
    "reply_markup",
    "reply_parameters",
    "protect_content",
    "disable_notification",
    "allow_paid_broadcast",
)
_TERMS = ("name", "expire_date", "member_limit", "creates_join_request")
_TARGET = ("chat_id", "message_id")

METHODS: dict[str, Method] = {
    "getMe": _method(identity.get_me),
    "deleteWebhook": _method(identity.delete_webhook, "drop_pending_updates"),
    "getWebhookInfo": _method(identity.get_webhook_info),
    "getMyName": _method(identity.get_my_name, "language_code"),
    "setMyName": _method(identity.set_my_name, "name", "language_code"),
    "getMyDescription": _method(identity.get_my_description, "language_code"),
    "setMyDescription": _method(identity.set_my_description, "description", "language_code"),
    "getMyShortDescription": _method(identity.get_my_short_description, "language_code"),
    "setMyShortDescription": _method(identity.set_my_short_description, "short_description", "language_code"),
    "setMyCommands": _method(commands.set_my_commands, "commands", "scope", "language_code"),
    "getMyCommands": _method(commands.get_my_commands, "scope", "language_code"),
    "deleteMyCommands": _method(commands.delete_my_commands, "scope", "language_code"),
    "sendMessage": _method(messages.send_message, *_SEND, "text", "entities", "link_preview_options"),
    "sendPhoto": _method(files.send_photo, *_SEND, *_CAPTION, "photo", "show_caption_above_media", "has_spoiler"),
    "sendDocument": _method(files.send_document, *_SEND, *_CAPTION, "document", "disable_content_type_detection"),
    "sendChatAction": _method(messages.send_chat_action, "chat_id", "action"),
    "deleteMessage": _method(messages.delete_message, *_TARGET),
    "editMessageText": _method(
        edits.edit_message_text, *_TARGET, "text", "parse_mode", "entities", "link_preview_options", "reply_markup"
    ),
    "editMessageCaption": _method(
        edits.edit_message_caption, *_TARGET, *_CAPTION, "parse_mode", "show_caption_above_media", "reply_markup"
    ),
    "editMessageReplyMarkup": _method(edits.edit_message_reply_markup, *_TARGET, "reply_markup"),
    "answerCallbackQuery": _method(
        callbacks.answer_callback_query, "callback_query_id", "text", "show_alert", "cache_time"
    ),
    "getFile": _method(files.get_file, "file_id"),
    "getChat": _method(chats.get_chat, "chat_id"),
    "getChatMember": _method(members.get_chat_member, "chat_id", "user_id"),
    "getChatMemberCount": _method(members.get_chat_member_count, "chat_id"),
    "getChatAdministrators": _method(members.get_chat_administrators, "chat_id", "return_bots"),
    "createChatInviteLink": _method(invite_links.create_chat_invite_link, "chat_id", *_TERMS),
    "editChatInviteLink": _method(invite_links.edit_chat_invite_link, "chat_id", "invite_link", *_TERMS),
    "revokeChatInviteLink": _method(invite_links.revoke_chat_invite_link, "chat_id", "invite_link"),
    "exportChatInviteLink": _method(invite_links.export_chat_invite_link, "chat_id"),
    "approveChatJoinRequest": _method(invite_links.approve_chat_join_request, "chat_id", "user_id"),
    "declineChatJoinRequest": _method(invite_links.decline_chat_join_request, "chat_id", "user_id"),
    "banChatMember": _method(bans.ban_chat_member, "chat_id", "user_id", "until_date", "revoke_messages"),
    "unbanChatMember": _method(bans.unban_chat_member, "chat_id", "user_id", "only_if_banned"),
    "leaveChat": _method(bans.leave_chat, "chat_id"),
    "pinChatMessage": _method(pins.pin_chat_message, *_TARGET, "disable_notification"),
    "unpinChatMessage": _method(pins.unpin_chat_message, *_TARGET),
    "sendPoll": _method(polls.send_poll, *_POLL),
    "stopPoll": _method(polls.stop_poll, *_TARGET, "reply_markup"),
}

GET_UPDATES = "getUpdates"
GET_UPDATES_FIELDS = frozenset({"offset", "limit", "timeout", "allowed_updates"})
IMPLEMENTED = frozenset(METHODS) | {GET_UPDATES}
