"""Native polls: sending and stopping."""

import secrets
from itertools import pairwise

from playground.entities import formatted, with_found
from playground.errors import bad_request, not_implemented
from playground.html_markup import utf16_length
from playground.markup import read_markup
from playground.methods.chats import open_chat, reachable_chat
from playground.methods.messages import deliver
from playground.polls import Poll
from playground.shapes import JsonObject
from playground.state import Chat
from playground.voting import close, close_what_is_due, poll_of
from playground.world import World

LONGEST_QUESTION = 300
LONGEST_OPTION = 100
LONGEST_DESCRIPTION = 1024
LONGEST_EXPLANATION = 200
MOST_LINE_FEEDS = 2
MOST_OPTIONS = 12
SHORTEST_OPEN_SECONDS = 5
LONGEST_OPEN_SECONDS = 2_628_000
REGULAR = "regular"
QUIZ = "quiz"
CHANNELS_ONLY = ("members_only", "country_codes")


def send_poll(world: World, fields: JsonObject) -> JsonObject:
    chat = open_chat(world, fields["chat_id"])
    options = _options(world, fields["options"])
    until = _until(world, fields)
    shape = {
        **_words(world, fields, "question", LONGEST_QUESTION),
        **_kind(fields, len(options)),
        **_explanation(world, fields),
        **_words(world, fields, "description", LONGEST_DESCRIPTION),
        **until,
    }
    _refuse_for_channels(fields)
    poll = Poll(
        id=str(secrets.randbits(62)),
        chat_id=chat.id,
        message_id=0,
        shape=shape,
        options=options,
        hides_results=fields.get("hide_results_until_closes", False),
        shuffled=fields.get("shuffle_options", False),
        takes_options=_takes_options(fields),
        is_closed=fields.get("is_closed", False),
        close_date=until.get("close_date"),
    )
    return _sent(world, chat, poll, fields)


def stop_poll(world: World, fields: JsonObject) -> JsonObject:
    chat = reachable_chat(world, fields["chat_id"])
    close_what_is_due(world)
    message = world.state.message(chat.id, fields["message_id"])
    if message is None:
        raise bad_request("message with poll to stop not found")
    poll = poll_of(world, message)
    if poll is None:
        raise bad_request("message is not a poll")
    if poll.is_closed:
        raise bad_request("poll has already been closed")
    message.inline_keyboard = read_markup(fields.get("reply_markup")).inline_keyboard
    message.had_keyboard = message.had_keyboard or message.inline_keyboard is not None
    close(world, poll)
    return poll.as_poll()


def _sent(world: World, chat: Chat, poll: Poll, fields: JsonObject) -> JsonObject:
    shown = deliver(world, "sendPoll", chat, {"poll": poll.as_message_poll()}, fields)
    poll.message_id = shown["message_id"]
    world.state.polls.keep(poll)
    return shown


def _options(world: World, given: list[JsonObject]) -> list[JsonObject]:
    if not given:
        raise bad_request("poll must have at least 1 option")
    if len(given) > MOST_OPTIONS:
        raise bad_request(f"poll can't have more than {MOST_OPTIONS} options")
    return [_option(world, option) for option in given]


def _option(world: World, option: JsonObject) -> JsonObject:
    if "media" in option:
        raise not_implemented("media of InputPollOption")
    text, entities = formatted(
        option["text"], option.get("text_parse_mode"), option.get("text_entities"), world.state.user
    )
    if not text:
        raise bad_request("poll options must be non-empty")
    if utf16_length(text) > LONGEST_OPTION:
        raise bad_request(f"poll options length must not exceed {LONGEST_OPTION}")
    shown: JsonObject = {"persistent_id": secrets.token_urlsafe(9), "text": text}
    custom = _custom_emoji(entities)
    return shown | {"text_entities": custom} if custom else shown


def _words(world: World, fields: JsonObject, name: str, longest: int) -> JsonObject:
    """A text of the poll with its entities. Raises ApiError 400 when it is too long, or empty though it is needed."""
    text, entities = formatted(
        fields.get(name, ""), fields.get(f"{name}_parse_mode"), fields.get(f"{name}_entities"), world.state.user
    )
    if utf16_length(text) > longest:
        raise bad_request(f"poll {name} length must not exceed {longest}")
    entities = _custom_emoji(entities) if name == "question" else with_found(text, entities)
    if name == "question" and not text:
        raise bad_request("poll question must be non-empty")
    if not text:
        return {}
    return {name: text, f"{name}_entities": entities} if entities else {name: text}


def _custom_emoji(entities: list[JsonObject]) -> list[JsonObject]:
    """Question and options take no other entities."""
    return [entity for entity in entities if entity["type"] == "custom_emoji"]


def _kind(fields: JsonObject, count: int) -> JsonObject:
    kind = fields.get("type") or REGULAR
    if kind not in (REGULAR, QUIZ):
        raise bad_request("unsupported poll type specified")
    shown: JsonObject = {
        "type": kind,
        "is_anonymous": fields.get("is_anonymous", True),
        "allows_multiple_answers": fields.get("allows_multiple_answers", False),
        "allows_revoting": fields.get("allows_revoting", kind == REGULAR),
        "members_only": False,
    }
    right = fields.get("correct_option_ids", [])
    if kind == QUIZ:
        _refuse_wrong_answers(right, count)
        return shown | {"correct_option_ids": right}
    if right:
        raise bad_request("correct option can be specified only for quiz polls")
    return shown


def _refuse_wrong_answers(right: list[int], count: int) -> None:
    rising = all(low < high for low, high in pairwise(right))
    if not right or not rising or right[0] < 0 or right[-1] >= count:
        raise bad_request("wrong correct option ID specified")


def _explanation(world: World, fields: JsonObject) -> JsonObject:
    shown = _words(world, fields, "explanation", LONGEST_EXPLANATION)
    if shown and fields.get("type") != QUIZ:
        raise bad_request("explanation can be specified only for quiz polls")
    if shown.get("explanation", "").count("\n") > MOST_LINE_FEEDS:
        raise bad_request("poll explanation has too many line feeds")
    return shown


def _until(world: World, fields: JsonObject) -> JsonObject:
    """How long the poll is open. Raises ApiError 400 for less than 5 seconds or more than 2,628,000."""
    given = [name for name in ("open_period", "close_date") if fields.get(name)]
    if not given:
        return {}
    if len(given) > 1:
        raise bad_request("can't use both open_period and close_date")
    seconds = fields["open_period"] if given == ["open_period"] else fields["close_date"] - world.clock.unix()
    if not SHORTEST_OPEN_SECONDS <= seconds <= LONGEST_OPEN_SECONDS:
        raise bad_request(f"{given[0]} must be from {SHORTEST_OPEN_SECONDS} to {LONGEST_OPEN_SECONDS} seconds ahead")
    if given == ["open_period"]:
        return {"open_period": seconds, "close_date": world.clock.unix() + seconds}
    return {"close_date": fields["close_date"]}


def _refuse_for_channels(fields: JsonObject) -> None:
    for name in CHANNELS_ONLY:
        if fields.get(name):
            raise bad_request(f"{name} can be used only in channel chats")


def _takes_options(fields: JsonObject) -> bool:
    if not fields.get("allow_adding_options"):
        return False
    if fields.get("is_anonymous", True):
        raise bad_request("options can't be added to anonymous polls")
    if fields.get("type") == QUIZ:
        raise bad_request("options can't be added to quizzes")
    return True
