"""Several things in one sentence."""

from collections.abc import Sequence

from texts.language import Language

_AND = {"nl": "en", "en": "and"}


def all_of(items: Sequence[str], language: Language) -> str:
    """As in "zorg, onderwijs en cultuur". Nothing at all is an empty text."""
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} {_AND[language]} {items[-1]}"
