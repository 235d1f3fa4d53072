"""HTML as Telegram reads it: tags become entities, everything else stays text.

The rules and the words of the errors are those of the Bot API's "HTML style" and of the open source of its server
(tdlib, `parse_html`): tag and attribute names in any case, `&lt; &gt; &amp; &quot;` and numeric references decoded,
other references left as they stand, offsets in errors counted in bytes of UTF-8.
"""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from playground.errors import ApiError, bad_request
from playground.shapes import JsonObject

SIMPLE_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = SIMPLE_TAGS.keys() | {"a", "tg-emoji", "tg-time", "pre", "code", "blockquote"}
NAMED_REFERENCES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]+)|#(?P<decimal>\d+)|(?P<name>[a-zA-Z]+));?")
LONGEST_REFERENCE = 10
LAST_CODE_POINT = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)
MARKUP = re.compile(r"[<&]")
TAG_NAME = re.compile(r"[^\s>]*")
ATTRIBUTE_NAME = re.compile(r"[^\s=>]*")
SPACE = re.compile(r"\s*")
NAME_TOKEN = re.compile(r"[a-zA-Z0-9.-]*")
# A host without a dot is none to Telegram.
HOST = re.compile(r"[^\s/?#@]+\.[^\s/?#@]+")


@dataclass(slots=True)
class _OpenTag:
    name: str
    attributes: dict[str, str]
    start: int
    text_start: int


class _Reader:
    """One pass over a text: `offset` is the length of the result so far in UTF-16 units."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._position = 0
        self._offset = 0
        self._open: list[_OpenTag] = []
        self._entities: list[JsonObject] = []

    def read(self) -> tuple[str, list[JsonObject]]:
        while match := MARKUP.search(self._source, self._position):
            self._emit(self._source[self._position : match.start()])
            self._position = match.start()
            if match.group() == "&":
                self._read_reference()
            elif self._source.startswith("</", self._position):
                self._read_end_tag()
            else:
                self._read_start_tag()
        self._emit(self._source[self._position :])
        if self._open:
            raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        return "".join(self._parts), self._entities

    def _emit(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._offset += utf16_length(text)

    def _bytes(self, position: int) -> int:
        return len(self._source[:position].encode())

    def _read_reference(self) -> None:
        character, self._position = _decode_reference(self._source, self._position)
        self._emit(character)

    def _skip_space(self) -> None:
        match = SPACE.match(self._source, self._position)
        if match:
            self._position = match.end()

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._source, self._position)
        if match is None:
            return ""
        self._position = match.end()
        return match.group()

    def _at_end(self) -> bool:
        return self._position >= len(self._source)

    def _read_start_tag(self) -> None:
        start = self._position
        self._position += 1
        name = self._take(TAG_NAME).lower()
        if self._at_end():
            raise _cannot_parse(f"Unclosed start tag at byte offset {self._bytes(start)}")
        if name not in TAGS:
            raise _cannot_parse(f'Unsupported start tag "{name}" at byte offset {self._bytes(start)}')
        attributes = self._read_attributes(name, start)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {self._bytes(start)}')
        self._open.append(_OpenTag(name, attributes, self._offset, len(self._parts)))

    def _read_attributes(self, tag: str, start: int) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while True:
            self._skip_space()
            if self._at_end():
                raise _cannot_parse(f"Unclosed start tag at byte offset {self._bytes(start)}")
            if self._source[self._position] == ">":
                self._position += 1
                return attributes
            name = self._take(ATTRIBUTE_NAME)
            if not name:
                offset = self._bytes(start)
                raise _cannot_parse(f'Empty attribute name in the tag "{tag}" at byte offset {offset}')
            self._skip_space()
            attributes[name.lower()] = self._read_value(tag, start)

    def _read_value(self, tag: str, start: int) -> str:
        if not self._source.startswith("=", self._position):
            return ""
        self._position += 1
        self._skip_space()
        if self._at_end():
            raise _cannot_parse(f'Unclosed start tag "{tag}" at byte offset {self._bytes(start)}')
        quote = self._source[self._position]
        if quote in "'\"":
            end = self._source.find(quote, self._position + 1)
            if end < 0:
                raise _cannot_parse(f"Unclosed start tag at byte offset {self._bytes(start)}")
            value = decode_references(self._source[self._position + 1 : end])
            self._position = end + 1
            return value
        token_start = self._position
        value = self._take(NAME_TOKEN).lower()
        if not self._at_end() and not self._source[self._position].isspace() and self._source[self._position] != ">":
            raise _cannot_parse(f"Unexpected end of name token at byte offset {self._bytes(token_start)}")
        return value

    def _read_end_tag(self) -> None:
        start = self._position
        if not self._open:
            raise _cannot_parse(f"Unexpected end tag at byte offset {self._bytes(start)}")
        self._position += 2
        name = self._take(TAG_NAME).lower()
        self._skip_space()
        if not self._source.startswith(">", self._position):
            raise _cannot_parse(f"Unclosed end tag at byte offset {self._bytes(start)}")
        self._position += 1
        tag = self._open.pop()
        if name and name != tag.name:
            raise _cannot_parse(
                f'Unmatched end tag at byte offset {self._bytes(start)}, expected "</{tag.name}>", found "</{name}>"'
            )
        if self._offset > tag.start:
            self._close(tag)

    def _close(self, tag: _OpenTag) -> None:
        length = self._offset - tag.start
        if tag.name in ("pre", "code") and self._merge_language(tag, length):
            return
        text = "".join(self._parts[tag.text_start :])
        entity = _entity_of(tag, text)
        if entity is not None:
            self._entities.append({"type": entity.pop("type"), "offset": tag.start, "length": length, **entity})

    def _merge_language(self, tag: _OpenTag, length: int) -> bool:
        """`<pre><code class="language-x">` and the reverse are one block of code in a language."""
        if not self._entities:
            return False
        last = self._entities[-1]
        inner = "code" if tag.name == "pre" else "pre"
        language = last.get("language") if tag.name == "pre" else _language(tag)
        if not language or (last["type"], last["offset"], last["length"]) != (inner, tag.start, length):
            return False
        last["type"] = "pre"
        last["language"] = language
        return True


def parse_html(source: str) -> tuple[str, list[JsonObject]]:
    """The text without markup, and its entities with offsets in UTF-16 units, in the order in which they close.

    Raises ApiError 400 "can't parse entities: …".
    """
    text, entities = _Reader(source).read()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    return text, entities


def decode_references(text: str) -> str:
    parts: list[str] = []
    position = 0
    while (at := text.find("&", position)) >= 0:
        parts.append(text[position:at])
        character, position = _decode_reference(text, at)
        parts.append(character)
    parts.append(text[position:])
    return "".join(parts)


def utf16_length(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def checked_url(url: str) -> str | None:
    """The link as Telegram keeps it, http:// put before a bare host; None for what is no link."""
    candidate = url.strip() if "://" in url or url.startswith(("tg:", "mailto:")) else f"http://{url.strip()}"
    try:
        parts = urlsplit(candidate)
    except ValueError:
        return None
    if parts.scheme in ("tg", "ton", "tonsite"):
        return candidate
    if parts.scheme not in ("http", "https") or not HOST.fullmatch(parts.netloc.rpartition("@")[2]):
        return None
    return candidate if parts.path or parts.query or parts.fragment else f"{candidate}/"


def _decode_reference(text: str, at: int) -> tuple[str, int]:
    match = REFERENCE.match(text, at)
    if match is None:
        return "&", at + 1
    if match["name"]:
        decoded = NAMED_REFERENCES.get(match["name"])
        return (decoded, match.end()) if decoded else ("&", at + 1)
    code = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
    if code == 0 or code >= LAST_CODE_POINT or len(match.group().rstrip(";")) >= LONGEST_REFERENCE:
        return "&", at + 1
    if code in SURROGATES:
        raise bad_request(
            "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate "
            "code units"
        )
    return chr(code), match.end()


def _language(tag: _OpenTag) -> str | None:
    value = tag.attributes.get("class", "")
    return value.removeprefix("language-") or None if value.startswith("language-") else None


def _entity_of(tag: _OpenTag, text: str) -> JsonObject | None:
    if tag.name in SIMPLE_TAGS:
        return {"type": SIMPLE_TAGS[tag.name]}
    if tag.name == "blockquote":
        return {"type": "expandable_blockquote" if "expandable" in tag.attributes else "blockquote"}
    if tag.name == "pre":
        return {"type": "pre"}
    if tag.name == "code":
        language = _language(tag)
        return {"type": "code", "language": language} if language else {"type": "code"}
    if tag.name == "tg-emoji":
        return _custom_emoji(tag)
    if tag.name == "tg-time":
        return _date_time(tag)
    return _link(tag.attributes.get("href") or text)


def _custom_emoji(tag: _OpenTag) -> JsonObject:
    identifier = tag.attributes.get("emoji-id", "")
    if not identifier.isdecimal() or int(identifier) == 0:
        raise bad_request("Invalid custom emoji identifier specified")
    return {"type": "custom_emoji", "custom_emoji_id": identifier}


def _date_time(tag: _OpenTag) -> JsonObject:
    moment = tag.attributes.get("unix", "")
    if not re.fullmatch(r"-?\d{1,12}", moment):
        raise bad_request("can't parse entities: Invalid date-time specified")
    entity: JsonObject = {"type": "date_time", "unix_time": int(moment)}
    if tag.attributes.get("format"):
        entity["date_time_format"] = tag.attributes["format"]
    return entity


def _link(url: str) -> JsonObject | None:
    if url.startswith("tg://user?"):
        identifier = parse_qs(urlsplit(url).query).get("id", [""])[0]
        if identifier.isdecimal():
            return {"type": "text_mention", "user": {"id": int(identifier)}}
    checked = checked_url(url)
    return None if checked is None else {"type": "text_link", "url": checked}


def _cannot_parse(problem: str) -> ApiError:
    return bad_request(f"can't parse entities: {problem}")
