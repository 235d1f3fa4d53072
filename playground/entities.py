"""The text of a message as Telegram keeps it: trimmed, with entities counted in UTF-16 units."""

import re
from bisect import bisect_left
from collections.abc import Callable

from playground.errors import bad_request, not_implemented
from playground.html_markup import parse_html, utf16_length
from playground.shapes import JsonObject

# Which entity is the outer one when several begin and end together; the numbers are tdlib's.
PRIORITY = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 11,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}
DEFAULT_PRIORITY = 50
# A bot may hand in these; commands, links and addresses Telegram finds by itself.
GIVEN = PRIORITY.keys() | {"date_time"}
# Nothing is found inside these, and code takes no other entity inside it.
CLOSED = ("pre", "code", "text_link", "text_mention", "custom_emoji", "date_time")
CODE = ("pre", "code")
FOUND = (
    ("url", re.compile(r"https?://[^\s<>\"]*[^\s<>\".,:;!?)\]]|\b(?:www\.|t\.me/)[^\s<>\"]*[^\s<>\".,:;!?)\]]")),
    ("email", re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,24}\b")),
    ("bot_command", re.compile(r"(?<![\w/@.>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/])")),
    ("mention", re.compile(r"(?<![\w@/.])@[a-zA-Z][a-zA-Z0-9_]{2,31}(?![\w@])")),
)
WORTH_LOOKING = re.compile(r"[/@]|www\.")
# Not the line feed: it is the one that stays.
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
MARKDOWN = ("markdown", "markdownv2")
FIRST_BEYOND_BMP = 0x10000


def formatted(
    text: str,
    parse_mode: str | None = None,
    given: list[JsonObject] | None = None,
    user: Callable[[int], JsonObject | None] = lambda _: None,
) -> tuple[str, list[JsonObject]]:
    """A text and its entities as they will stand in the message; control characters become spaces of the same width.

    `parse_mode` wins over the `given` entities; `user` finds whom a tg://user link means.
    Raises ApiError 400 when the markup cannot be parsed, 501 for a parse mode other than HTML.
    """
    if parse_mode:
        _refuse_other_than_html(parse_mode.lower())
        plain, entities = parse_html(text.replace("\r", ""))
    else:
        plain, entities = text, [_checked(entity, text) for entity in given or []]
    return _trimmed(CONTROL.sub(" ", plain), _without_code_nested(_resolved(entities, user)))


def as_typed(text: str) -> tuple[str, list[JsonObject]]:
    """What a person typed, as Telegram passes it on: without control characters, trimmed, commands and links found."""
    plain = CONTROL.sub(" ", text.replace("\r", "")).strip()
    return plain, with_found(plain, [])


def _refuse_other_than_html(parse_mode: str) -> None:
    if parse_mode in MARKDOWN:
        raise not_implemented(f"parse_mode {parse_mode}")
    if parse_mode != "html":
        raise bad_request("unsupported parse_mode")


def with_found(text: str, entities: list[JsonObject]) -> list[JsonObject]:
    """The entities with those added that Telegram finds by itself: commands, links, addresses, mentions."""
    if not WORTH_LOOKING.search(text):
        return entities
    taken = [(entity["offset"], entity["offset"] + entity["length"]) for entity in entities if entity["type"] in CLOSED]
    offset = utf16_offsets(text)
    found: list[JsonObject] = []
    for kind, pattern in FOUND:
        for match in pattern.finditer(text):
            start, end = offset(match.start()), offset(match.end())
            if all(end <= low or start >= high for low, high in taken):
                taken.append((start, end))
                found.append({"type": kind, "offset": start, "length": end - start})
    return _sorted(entities + found) if found else entities


def utf16_offsets(text: str) -> Callable[[int], int]:
    """A function from an index in `text` to the offset in UTF-16 units."""
    wide = [index for index, character in enumerate(text) if ord(character) >= FIRST_BEYOND_BMP]
    return lambda index: index + bisect_left(wide, index)


def _checked(entity: JsonObject, text: str) -> JsonObject:
    if entity["type"] not in GIVEN:
        return {"type": entity["type"], "offset": 0, "length": 0}
    if entity["offset"] < 0 or entity["length"] < 0 or entity["offset"] + entity["length"] > utf16_length(text):
        raise bad_request("entity beginning or end lies outside the text")
    return dict(entity)


def _resolved(entities: list[JsonObject], user: Callable[[int], JsonObject | None]) -> list[JsonObject]:
    """A link to a person nobody knows is no link."""
    resolved = []
    for entity in entities:
        if entity["type"] == "text_mention":
            person = user(entity["user"]["id"])
            if person is None:
                continue
            entity["user"] = person
        resolved.append(entity)
    return resolved


def _sorted(entities: list[JsonObject]) -> list[JsonObject]:
    return sorted(
        entities,
        key=lambda entity: (entity["offset"], -entity["length"], PRIORITY.get(entity["type"], DEFAULT_PRIORITY)),
    )


def _without_code_nested(entities: list[JsonObject]) -> list[JsonObject]:
    codes = [entity for entity in entities if entity["type"] in CODE]
    if not codes:
        return entities
    return [entity for entity in entities if not any(_inside(entity, code) for code in codes if code is not entity)]


def _inside(entity: JsonObject, code: JsonObject) -> bool:
    """Whether `entity` may not stand because of `code`: it lies within it, or shares its place."""
    starts_within = entity["offset"] >= code["offset"]
    ends_within = entity["offset"] + entity["length"] <= code["offset"] + code["length"]
    return starts_within and ends_within and entity["type"] not in ("blockquote", "expandable_blockquote", *CODE)


def _trimmed(text: str, entities: list[JsonObject]) -> tuple[str, list[JsonObject]]:
    """Spaces go at the end, and at the beginning as far as the first entity."""
    kept = text.rstrip()
    lead = len(kept) - len(kept.lstrip(" \n"))
    if entities:
        lead = min(lead, *(entity["offset"] for entity in entities))
    kept = kept[lead:]
    end = utf16_length(kept)
    encoded = kept.encode("utf-16-le", "surrogatepass")
    result = []
    for entity in entities:
        entity["offset"] -= lead
        entity["length"] = min(entity["length"], end - entity["offset"])
        if entity["length"] > 0 and _shows(encoded, entity):
            result.append(entity)
    return kept, _sorted(result)


def _shows(encoded: bytes, entity: JsonObject) -> bool:
    """Whether there is more than white space under an entity."""
    start = entity["offset"] * 2
    covered = encoded[start : start + entity["length"] * 2]
    return bool(covered.decode("utf-16-le", "replace").strip())
