"""Names of places as people type them: folded so that spelling hardly matters, and found in spite of typing errors."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

LONGEST: Final = 60
"""Characters, folded: the longest name has 30, and nobody types a name in a longer sentence than this."""

_SHORTEST_PART = 4
_NEAR_SCORE = 68
_TYPING_ERRORS = ((13, 3), (8, 2), (4, 1), (0, 0))
_FOLDS_TO_BY = re.compile(r"\b(?:aan de[nr]?|a ?/? ?d)\b")
_INTRODUCTIONS = {"gemeente", "gem", "wethouder", "municipality"}
_LINKS = {"van", "in", "te", "bij", "uit", "of"}

Target = TypeVar("Target")


@dataclass(frozen=True)
class Folded:
    """A name without case, accents, punctuation and the ways to write "aan den" and "Sint"."""

    words: tuple[str, ...]

    @property
    def compact(self) -> str:
        return "".join(self.words)


def fold(name: str) -> Folded:
    words = _FOLDS_TO_BY.sub(" ad ", _plain(name)).replace("/", " ").split()
    return Folded(tuple("sint" if word == "st" else word for word in words))


def _plain(name: str) -> str:
    """Lower-case letters and digits of a name, and the slash of "a/d", with blanks between the words."""
    letters = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return re.sub(r"[^\w/]|_", " ", re.sub(r"['’‘`´]", "", letters).replace("&", " en "))


def _spellings(name: str) -> set[str]:
    """The compact name, and that with "aan den" written out: who misspells that very part means this name too."""
    return {fold(name).compact, re.sub(r"\W", "", _plain(name))}


def without_introduction(folded: Folded) -> Folded:
    """What follows "gemeente" or "ik ben wethouder van" and precedes a closing "gemeente"."""
    words = list(folded.words)
    if len(words) > 1 and words[-1] in _INTRODUCTIONS:
        words.pop()
    last = max((at for at, word in enumerate(words[:6]) if word in _INTRODUCTIONS), default=-1)
    rest = words[last + 1 :]
    while last >= 0 and len(rest) > 1 and rest[0] in _LINKS:
        rest.pop(0)
    return Folded(tuple(rest or words))


def typing_errors_allowed(length: int) -> int:
    """How many letters may be wrong, missing, surplus or swapped in a typed name of this length."""
    return next(errors for shortest, errors in _TYPING_ERRORS if length >= shortest)


class NameIndex(Generic[Target]):
    """Names, each pointing at what bears it. One name may point at several."""

    def __init__(self, names: Iterable[tuple[str, Target]]) -> None:
        self._targets: dict[str, list[Target]] = {}
        self._words: dict[tuple[str, ...], list[Target]] = {}
        for name, target in names:
            self._words.setdefault(fold(name).words, []).append(target)
            for spelling in _spellings(name):
                bearers = self._targets.setdefault(spelling, [])
                if target not in bearers:
                    bearers.append(target)

    def named(self, typed: Folded) -> list[Target]:
        return list(self._targets.get(typed.compact, ()))

    def having_words(self, typed: Folded) -> list[Target]:
        """Those with the typed words, whole and side by side, in their name: "Voorburg" in "Leidschendam-Voorburg"."""
        if len(typed.compact) < _SHORTEST_PART:
            return []
        return _distinct(
            target
            for words, targets in self._words.items()
            if any(run == typed.words for run in _runs(words, len(typed.words)))
            for target in targets
        )

    def within(self, typed: Folded) -> list[Target]:
        """Those whose name is among the typed words; only the longest such names."""
        found: list[tuple[int, Target]] = []
        for length in range(1, len(typed.words) + 1):
            for run in _runs(typed.words, length):
                name = "".join(run)
                if len(name) >= _SHORTEST_PART:
                    found += [(len(name), target) for target in self._targets.get(name, ())]
        longest = max((length for length, _ in found), default=0)
        return _distinct(target for length, target in found if length == longest)

    def misspelt(self, typed: Folded) -> list[Target]:
        """Those with the fewest typing errors, within what its length allows."""
        compact = typed.compact
        allowed = typing_errors_allowed(len(compact))
        close = process.extract(compact, self._targets.keys(), scorer=OSA.distance, score_cutoff=allowed, limit=None)
        fewest = min((distance for _, distance, _ in close), default=0)
        return _distinct(target for name, distance, _ in close if distance == fewest for target in self._targets[name])

    def resembling(self, typed: Folded) -> list[Target]:
        """Those that look like it at all, the likest first."""
        close = process.extract(
            typed.compact, self._targets.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR_SCORE, limit=12
        )
        return _distinct(target for name, _, _ in close for target in self._targets[name])


def _runs(words: tuple[str, ...], length: int) -> Iterator[tuple[str, ...]]:
    return (words[start : start + length] for start in range(len(words) - length + 1))


def _distinct(targets: Iterable[Target]) -> list[Target]:
    found: list[Target] = []
    for target in targets:
        if target not in found:
            found.append(target)
    return found
