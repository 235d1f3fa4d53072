"""Keyboards under and below a message, checked as Telegram checks them."""

from dataclasses import dataclass

from playground.errors import bad_request, not_implemented
from playground.html_markup import checked_url
from playground.shapes import JsonObject

LONGEST_CALLBACK_DATA = 64
LONGEST_PLACEHOLDER = 64
MOST_BUTTONS = 100
INLINE_BUTTON = frozenset({"text", "callback_data", "url", "style", "icon_custom_emoji_id"})
KEYBOARD_BUTTON = frozenset({"text", "request_contact", "style", "icon_custom_emoji_id"})


@dataclass(frozen=True, slots=True)
class Markup:
    """What reply_markup asks: buttons under the message, or something at the place where people type."""

    inline_keyboard: JsonObject | None = None
    below: JsonObject | None = None


def read_markup(markup: JsonObject | None) -> Markup:
    """Raises ApiError 400 for buttons that Telegram refuses, 501 for kinds of button that are not played here."""
    if markup is None:
        return Markup()
    if "inline_keyboard" in markup:
        rows = [[_inline_button(button) for button in row] for row in markup["inline_keyboard"] if row]
        if sum(map(len, rows)) > MOST_BUTTONS:
            raise bad_request("reply markup is too long")
        return Markup(inline_keyboard={"inline_keyboard": rows} if rows else None)
    if "keyboard" in markup:
        return Markup(below=_reply_keyboard(markup))
    placeholder = markup.get("input_field_placeholder", "")
    if len(placeholder) > LONGEST_PLACEHOLDER:
        raise bad_request("input field placeholder is too long")
    return Markup(below=markup)


def _inline_button(button: JsonObject) -> JsonObject:
    beyond = button.keys() - INLINE_BUTTON
    if beyond:
        raise not_implemented(f"{min(beyond)} of InlineKeyboardButton")
    if not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if ("callback_data" in button) == ("url" in button):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "url" in button:
        return _url_button(button)
    if not 1 <= len(button["callback_data"].encode()) <= LONGEST_CALLBACK_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    return button


def _url_button(button: JsonObject) -> JsonObject:
    url = checked_url(button["url"])
    if url is None:
        raise bad_request(f"inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL")
    return {**button, "url": url}


def _reply_keyboard(markup: JsonObject) -> JsonObject:
    rows = [row for row in markup["keyboard"] if row]
    if not rows:
        raise bad_request("can't parse reply keyboard markup JSON object")
    for button in (button for row in rows for button in row):
        beyond = button.keys() - KEYBOARD_BUTTON
        if beyond:
            raise not_implemented(f"{min(beyond)} of KeyboardButton")
        if not button["text"].strip():
            raise bad_request("keyboard button text must not be empty")
    if len(markup.get("input_field_placeholder", "")) > LONGEST_PLACEHOLDER:
        raise bad_request("input field placeholder is too long")
    return {**markup, "keyboard": rows}
