"""What a person typed, made tidy and held against its limits. Lengths count characters (code points)."""

import re
import unicodedata
from enum import StrEnum
from typing import Final

NAME_LONGEST: Final = 80
PARTY_LONGEST: Final = 60
PORTFOLIO_LONGEST: Final = 60
MOTIVATION_LONGEST: Final = 1_000
BILLING_REFERENCE_LONGEST: Final = 100
ROUND_NAME_LONGEST: Final = 80
REASON_LONGEST: Final = 500

# Joiners stay: emoji and several scripts need them.
_JOINERS = "\u200c\u200d"
_REMOVED_CATEGORIES = ("Cc", "Cf", "Cs")


class WordsFault(StrEnum):
    EMPTY = "empty"
    TOO_LONG = "too-long"
    NO_LETTERS = "no-letters"


class InvalidWords(ValueError):  # noqa: N818 - an answer that is refused, not a program that fails
    """The words cannot be taken as an answer: `length` was typed, `limit` fits."""

    def __init__(self, reason: WordsFault, *, limit: int, length: int) -> None:
        super().__init__(f"{reason}: {length} characters, {limit} allowed")
        self.reason = reason
        self.limit = limit
        self.length = length


def tidy(text: str) -> str:
    """One line in NFC, without control characters, direction marks and double blanks."""
    spaced = re.sub(r"\s+", " ", text)
    kept = "".join(character for character in spaced if _is_kept(character))
    return re.sub(r" {2,}", " ", unicodedata.normalize("NFC", kept)).strip()


def tidy_lines(text: str) -> str:
    """As `tidy`, line by line; no more than one empty line in a row."""
    lines = "\n".join(tidy(line) for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def has_letter(text: str) -> bool:
    return any(character.isalpha() for character in text)


def parse_name(text: str) -> str:
    """A person's name on one line. Raises InvalidWords."""
    return _held_to(tidy(text), NAME_LONGEST)


def parse_words(text: str, longest: int) -> str:
    """Free words on one line, of at most `longest` characters. Raises InvalidWords."""
    return _held_to(tidy(text), longest)


def parse_lines(text: str, longest: int) -> str:
    """Free words that keep their lines. Raises InvalidWords."""
    return _held_to(tidy_lines(text), longest)


def parse_reference(text: str, longest: int) -> str:
    """A reference on one line, which may consist of digits. Raises InvalidWords."""
    words = tidy(text)
    if any(character.isdigit() for character in words) and len(words) <= longest:
        return words
    return _held_to(words, longest)


def _is_kept(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in _REMOVED_CATEGORIES


def _held_to(words: str, longest: int) -> str:
    if not words:
        raise InvalidWords(WordsFault.EMPTY, limit=longest, length=0)
    if len(words) > longest:
        raise InvalidWords(WordsFault.TOO_LONG, limit=longest, length=len(words))
    if not has_letter(words):
        raise InvalidWords(WordsFault.NO_LETTERS, limit=longest, length=len(words))
    return words
