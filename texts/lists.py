"""Several things in one sentence."""

from collections.abc import Sequence

from texts.language import Language

_AND = {"nl": "en", "en": "and"}
_OR = {"nl": "of", "en": "or"}


def all_of(items: Sequence[str], language: Language) -> str:
    """As in "zorg, onderwijs en cultuur". Nothing at all is an empty text."""
    return _joined(items, _AND[language])


def one_of(items: Sequence[str], language: Language) -> str:
    """As in "Boxtel, Oisterwijk of Vught"."""
    return _joined(items, _OR[language])


def _joined(items: Sequence[str], last: str) -> str:
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"
