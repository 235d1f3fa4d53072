"""Everything the bot says, from the Fluent files in `nl/` and `en/`."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Self

from fluent.runtime import FluentBundle
from fluent.runtime.types import FluentNone, FluentNumber, fluent_number
from fluent.syntax import FluentParser, ast

from texts.language import LANGUAGES, LOCALES, Language


class FaultyTextsError(Exception):
    """The Fluent files contradict themselves or cannot be read."""


class UnknownTextError(LookupError):
    """There is no text with this key."""


class PlaceholderError(TypeError):
    """The values given are not the placeholders of the text."""


# fluent.runtime refuses strings of over 2,500 characters, which escaped words easily are: for longer ones a mark stands
# in, of two characters for private use with a number between them.
_LONG = 2_000
_MARK = re.compile("\ue000([0-9]{1,3})\ue001")


class Html(str):
    """Words ready for Telegram's parse_mode HTML: what was typed in them is escaped, so they are not escaped again."""

    __slots__ = ()


Value = str | int


def lines(*parts: Html, between: str = "\n") -> Html:
    """Several texts below each other; those that are empty are left out."""
    return Html(between.join(part for part in parts if part))


class Speech:
    """The texts in one language."""

    def __init__(self, language: Language, resource: ast.Resource) -> None:
        self.language: Language = language
        self._bundle = FluentBundle([LOCALES[language]], use_isolating=False)
        self._bundle.add_resource(resource)
        self._placeholders = _placeholders_of(resource)

    def html(self, key: str, /, **values: Value) -> Html:
        """A message for parse_mode HTML. Strings are escaped here, Html is not; numbers choose the plural."""
        return Html(self._formatted(key, {name: _escaped(value) for name, value in values.items()}))

    def plain(self, key: str, /, **values: Value) -> str:
        """Words for a button, an alert or a file name: no tags, nothing escaped."""
        marked_up = [name for name, value in values.items() if isinstance(value, Html)]
        if marked_up:
            raise PlaceholderError(f"{key}: {', '.join(marked_up)} would show its tags in plain words")
        return self._formatted(key, values)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._placeholders)

    def placeholders(self, key: str) -> frozenset[str]:
        try:
            return self._placeholders[key]
        except KeyError:
            raise UnknownTextError(f"No text {key} in {self.language}") from None

    def _formatted(self, key: str, values: Mapping[str, Value]) -> str:
        wanted = self.placeholders(key)
        if wanted != values.keys():
            raise PlaceholderError(f"{key} takes {sorted(wanted)}, not {sorted(values)}")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise UnknownTextError(f"{key} has no words of its own in {self.language}")
        long_words: list[str] = []
        marked = {name: _marked(value, long_words) for name, value in values.items()}
        words, errors = self._bundle.format_pattern(pattern, {name: _fluent(value) for name, value in marked.items()})
        if errors:
            raise FaultyTextsError(f"{key} cannot be said in {self.language}") from errors[0]
        return _unmarked(str(words), long_words) if long_words else str(words)


class Texts:
    """The texts in every language."""

    def __init__(self, resources: Mapping[Language, ast.Resource]) -> None:
        self._speeches = {language: Speech(language, resource) for language, resource in resources.items()}

    @classmethod
    def load(cls) -> Self:
        """Reads every Fluent file of the package. Raises FaultyTextsError on a syntax error or a doubled key."""
        return cls({language: parse(_sources(language)) for language in LANGUAGES})

    def speech(self, language: Language) -> Speech:
        return self._speeches[language]


def parse(sources: Mapping[str, str]) -> ast.Resource:
    """One resource from the contents of files, by their names. Raises FaultyTextsError."""
    entries: list[ast.EntryType] = []
    # Where in its file each part stands is half of what the parts take in memory.
    parser = FluentParser(with_spans=False)
    for name, source in sorted(sources.items()):
        for entry in parser.parse(source).body:
            _refuse_faults(name, entry)
            entries.append(entry)
    twice = [key for key, count in Counter(_keys(entries)).items() if count > 1]
    if twice:
        raise FaultyTextsError(f"There twice: {', '.join(sorted(twice))}")
    return ast.Resource(body=entries)


def _sources(language: Language) -> dict[str, str]:
    folder = files("texts").joinpath(language)
    return {
        f"{language}/{file.name}": file.read_text(encoding="utf-8")
        for file in folder.iterdir()
        if file.name.endswith(".ftl")
    }


def _refuse_faults(name: str, entry: ast.EntryType) -> None:
    if isinstance(entry, ast.Junk):
        why = "; ".join(str(annotation.message) for annotation in entry.annotations)
        raise FaultyTextsError(f"{name}: {why} at {(entry.content or '').strip()[:60]!r}")
    if isinstance(entry, ast.Message) and entry.attributes:
        raise FaultyTextsError(f"{name}: {entry.id.name} has attributes, which nothing here says")


def _keys(entries: list[ast.EntryType]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, ast.Message):
            yield entry.id.name
        elif isinstance(entry, ast.Term):
            yield f"-{entry.id.name}"


class _References:
    """What a message mentions."""

    def __init__(self, entry: ast.BaseNode) -> None:
        self.placeholders: set[str] = set()
        self.messages: set[str] = set()
        self.terms: set[str] = set()
        self.functions: set[str] = set()
        for node in _below(entry):
            self._note(node)

    def _note(self, node: ast.BaseNode) -> None:
        match node:
            case ast.VariableReference():
                self.placeholders.add(node.id.name)
            case ast.MessageReference():
                self.messages.add(node.id.name)
            case ast.TermReference():
                self.terms.add(node.id.name)
            case ast.FunctionReference():
                self.functions.add(node.id.name)


# Where one part of a text is inside another.
_INSIDE = ("value", "elements", "expression", "selector", "variants", "arguments", "positional", "named")


def _below(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    """A part of a text, and whatever is in it.

    The library's own visitor asks each part for all of its attributes, for which Python then makes a dictionary that
    stays: ten megabytes of them.
    """
    yield node
    for name in _INSIDE:
        found = getattr(node, name, None)
        for inner in found if isinstance(found, list) else [found]:
            if isinstance(inner, ast.BaseNode):
                yield from _below(inner)


def _placeholders_of(resource: ast.Resource) -> dict[str, frozenset[str]]:
    """The placeholders of every message, those of the messages it mentions included."""
    terms = {entry.id.name for entry in resource.body if isinstance(entry, ast.Term)}
    mentioned = {}
    for entry in resource.body:
        references = _References(entry)
        lost = references.terms - terms | references.functions - {"NUMBER"}
        if lost:
            raise FaultyTextsError(f"Mentioned and not there: {', '.join(sorted(lost))}")
        if isinstance(entry, ast.Message):
            mentioned[entry.id.name] = references
    return {key: frozenset(_reached(key, mentioned, frozenset())) for key in mentioned}


def _reached(key: str, mentioned: Mapping[str, _References], seen: frozenset[str]) -> set[str]:
    if key not in mentioned:
        raise FaultyTextsError(f"The text {key} is mentioned and not there")
    if key in seen:
        raise FaultyTextsError(f"The text {key} mentions itself")
    references = mentioned[key]
    inner = (_reached(other, mentioned, seen | {key}) for other in references.messages)
    return references.placeholders.union(*inner)


def _escaped(value: Value) -> Value:
    if isinstance(value, Html) or not isinstance(value, str):
        return value
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _marked(value: Value, long_words: list[str]) -> Value:
    """The value, or a mark for words that are kept aside to be put in afterwards."""
    if not isinstance(value, str) or len(value) <= _LONG:
        return value
    long_words.append(value)
    return f"\ue000{len(long_words) - 1}\ue001"


def _unmarked(words: str, long_words: Sequence[str]) -> str:
    def kept_aside(mark: re.Match[str]) -> str:
        at = int(mark[1])
        return long_words[at] if at < len(long_words) else mark[0]

    return _MARK.sub(kept_aside, words)


def _fluent(value: Value) -> str | FluentNumber | FluentNone:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise PlaceholderError(f"A text takes words and whole numbers, not {type(value).__name__}")
    # Years and numbers of people stand without a point; amounts come as words from texts.amounts.
    return str(value) if isinstance(value, str) else fluent_number(value, useGrouping=False)
