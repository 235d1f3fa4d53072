"""Holds all Fluent files, those that come later too, against each other, against the code, and against Telegram."""

import ast
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest

from domain.contact import EmailFault, PhoneFault
from domain.planned import PlanStep
from domain.portfolios import Portfolio
from domain.programme import CaseStep, Step
from domain.typed_moment import MomentFault
from domain.typed_text import WordsFault
from services.moving import CandidateProblem
from texts.language import LANGUAGES, Language
from texts.speech import Speech, Texts

ROOT = Path(__file__).parents[2]
TEXTS = Texts.load()
KEYS = sorted(TEXTS.speech("nl").keys)

# The packages that speak; those that do not exist yet are simply empty.
SPEAKING = ("bot", "documents", "handlers", "messages", "scheduling")

# Keys made of a fixed beginning and a value: the values that there are.
KEYS_BY_VALUE: dict[str, type[StrEnum]] = {
    "portfolio-": Portfolio,
    "error-email-": EmailFault,
    "error-phone-": PhoneFault,
    "error-words-": WordsFault,
    "programme-": Step,
    "programme-case-": CaseStep,
    "moving-error-": MomentFault,
    "moving-problem-": CandidateProblem,
    "agenda-step-": PlanStep,
    "agenda-running-": PlanStep,
    "agenda-take-": PlanStep,
}

# Bot API, "HTML style".
ALLOWED_TAGS = {
    "b": set(),
    "strong": set(),
    "i": set(),
    "em": set(),
    "u": set(),
    "ins": set(),
    "s": set(),
    "strike": set(),
    "del": set(),
    "span": {"class"},
    "tg-spoiler": set(),
    "a": {"href"},
    "tg-emoji": {"emoji-id"},
    "tg-time": {"unix", "format"},
    "code": {"class"},
    "pre": set(),
    "blockquote": {"expandable"},
}
LONGEST_MESSAGE = 4_096


def spoken_keys(source: ast.AST) -> Iterator[ast.expr]:
    """The first argument of every `.html(…)` and `.plain(…)`, each branch of a choice by itself."""
    for node in ast.walk(source):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"html", "plain"}:
            yield from (branch for argument in node.args[:1] for branch in branches(argument))


def branches(expression: ast.expr) -> Iterator[ast.expr]:
    if isinstance(expression, ast.IfExp):
        yield from branches(expression.body)
        yield from branches(expression.orelse)
    else:
        yield expression


def beginning_of(expression: ast.expr) -> str | None:
    """The fixed beginning of an f-string."""
    if isinstance(expression, ast.JoinedStr) and expression.values:
        first = expression.values[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            return first.value
    return None


def sources() -> dict[Path, ast.AST]:
    paths = [path for package in SPEAKING for path in sorted((ROOT / package).rglob("*.py"))]
    return {path.relative_to(ROOT): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


SOURCES = sources()


def mentioned_words() -> set[str]:
    """Every string in the code that speaks: a key may pass through a table or a parameter before it is said."""
    return {
        node.value
        for source in SOURCES.values()
        for node in ast.walk(source)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def mentioned_beginnings() -> set[str]:
    """The beginnings of f-strings that can be keys: a subject and a hyphen at least."""
    beginnings = {
        beginning_of(node)
        for source in SOURCES.values()
        for node in ast.walk(source)
        if isinstance(node, ast.JoinedStr)
    }
    return {beginning for beginning in beginnings if beginning and re.fullmatch(r"[a-z]+-[a-z0-9-]*", beginning)}


def mentioned_endings() -> set[str]:
    """The endings of f-strings that add to a key, as in f"{key}-via"."""
    last_parts = {
        node.values[-1].value
        for source in SOURCES.values()
        for node in ast.walk(source)
        if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[-1], ast.Constant)
    }
    return {part for part in last_parts if isinstance(part, str) and re.fullmatch(r"-[a-z-]+", part)}


@cache
def fluent(language: Language) -> str:
    folder = files("texts").joinpath(language)
    return "\n".join(file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".ftl"))


def keys_mentioned_by_texts() -> set[str]:
    return set(re.findall(r"\{\s*([a-z][a-z0-9-]*)\s*\}", fluent("nl")))


def samples(speech: Speech, key: str) -> Iterator[str]:
    """The text as a message, once for every way it may turn out."""
    placeholders = speech.placeholders(key)
    choices = {int(name) if name.isdigit() else name for name in re.findall(r"\[([\w-]+)\]", fluent(speech.language))}
    for value in (1, 2, "woord", *choices) if placeholders else ("",):
        yield speech.html(key, **dict.fromkeys(placeholders, value))


class Markup(HTMLParser):
    """Collects what Telegram would refuse."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ALLOWED_TAGS:
            self.faults.append(f"<{tag}> is not allowed")
        elif not {name for name, _ in attrs} <= ALLOWED_TAGS[tag]:
            self.faults.append(f"<{tag}> has an attribute that is not allowed")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if re.search(r"[<>&]", data):
            self.faults.append(f"{data.strip()[:30]!r} has a bare <, > or &")

    def handle_entityref(self, name: str) -> None:
        if name not in {"lt", "gt", "amp", "quot"}:
            self.faults.append(f"&{name}; is not allowed")


def markup_faults(html: str) -> list[str]:
    markup = Markup()
    markup.feed(html)
    markup.close()
    return [*markup.faults, *(f"<{tag}> is not closed" for tag in markup.open)]


def test_both_languages_have_the_same_keys() -> None:
    dutch, english = TEXTS.speech("nl").keys, TEXTS.speech("en").keys

    assert sorted(dutch - english) == [], "only in Dutch"
    assert sorted(english - dutch) == [], "only in English"


def test_both_languages_have_the_same_files() -> None:
    names = [{file.name for file in files("texts").joinpath(language).iterdir()} for language in LANGUAGES]

    assert names[0] == names[1]


def test_both_languages_have_the_same_placeholders() -> None:
    dutch, english = TEXTS.speech("nl"), TEXTS.speech("en")

    different = [key for key in dutch.keys & english.keys if dutch.placeholders(key) != english.placeholders(key)]

    assert different == []


def test_every_key_that_is_said_exists() -> None:
    missing = [
        f"{path}:{key.lineno} {key.value!r}"
        for path, source in SOURCES.items()
        for key in spoken_keys(source)
        if isinstance(key, ast.Constant) and key.value not in KEYS
    ]

    assert missing == []


def test_every_key_is_said_with_its_own_placeholders() -> None:
    """Where the key stands in the call as a whole, so do the names of its values."""
    speech = TEXTS.speech("nl")
    said = [
        (path, call.lineno, call.args[0].value, {keyword.arg for keyword in call.keywords})
        for path, source in SOURCES.items()
        for call in ast.walk(source)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in {"html", "plain"}
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and None not in {keyword.arg for keyword in call.keywords}
    ]

    different = [
        f"{path}:{line} {key}" for path, line, key, given in said if key in KEYS and speech.placeholders(key) != given
    ]

    assert said
    assert different == []


def test_every_key_made_of_a_beginning_and_a_value_begins_some_keys() -> None:
    missing = [
        f"{path}:{key.lineno} {beginning}"
        for path, source in SOURCES.items()
        for key in spoken_keys(source)
        if (beginning := beginning_of(key)) is not None and not any(known.startswith(beginning) for known in KEYS)
    ]

    assert missing == []


def test_every_key_is_said_somewhere() -> None:
    words, endings = mentioned_words(), mentioned_endings()
    said = words | keys_mentioned_by_texts() | {f"{word}{ending}" for word in words for ending in endings}
    beginnings = (*mentioned_beginnings(), *KEYS_BY_VALUE)

    unsaid = [key for key in KEYS if key not in said and not key.startswith(beginnings)]

    assert unsaid == []


@pytest.mark.parametrize(("beginning", "values"), KEYS_BY_VALUE.items(), ids=list(KEYS_BY_VALUE))
def test_every_value_has_its_words(beginning: str, values: type[StrEnum]) -> None:
    missing = [value for value in values if f"{beginning}{value}" not in KEYS]

    assert missing == []


def test_every_portfolio_in_the_texts_can_be_chosen_and_no_two_look_alike() -> None:
    speeches = [TEXTS.speech(language) for language in LANGUAGES]

    assert {key for key in KEYS if key.startswith("portfolio-")} == {f"portfolio-{each}" for each in Portfolio}
    for speech in speeches:
        words = [speech.plain(f"portfolio-{each}") for each in Portfolio]
        assert len(set(words)) == len(words)
        assert max(map(len, words)) <= 34, "does not fit a button"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_passes_as_telegram_html(language: Language) -> None:
    speech = TEXTS.speech(language)

    faults = {(key, fault) for key in speech.keys for said in samples(speech, key) for fault in markup_faults(said)}

    assert faults == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_fits_a_message_and_says_something(language: Language) -> None:
    speech = TEXTS.speech(language)

    lengths = {key: [len(said.strip()) for said in samples(speech, key)] for key in speech.keys}

    assert [key for key, found in lengths.items() if min(found) == 0] == []
    assert [key for key, found in lengths.items() if max(found) > LONGEST_MESSAGE - 1_000] == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<b>open", "<b> is not closed"),
        ("dicht</b>", "</b> closes nothing"),
        ("<b><i>door</b></i>", "</b> closes nothing"),
        ("<br>", "<br> is not allowed"),
        ("<p>alinea</p>", "<p> is not allowed"),
        ('<a onclick="x">y</a>', "<a> has an attribute that is not allowed"),
        ("zorg & welzijn", "'&' has a bare <, > or &"),
        ("&nbsp;", "&nbsp; is not allowed"),
    ],
)
def test_what_telegram_would_refuse_is_found(html: str, fault: str) -> None:
    assert fault in markup_faults(html)


def test_what_telegram_takes_is_left_alone() -> None:
    assert markup_faults('<b>Zorg &amp; <i>welzijn</i></b> &#39; <a href="https://x.nl/?a=1&amp;b=2">x</a>') == []
