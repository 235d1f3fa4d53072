"""Money in words."""

from texts.language import Language

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def euros(cents: int, language: Language) -> str:
    """€ 600, € 950,50 and € 1.400; in English €600, €950.50 and €1,400. Cents are shown when there are any."""
    sign = "-" if cents < 0 else ""
    whole, rest = divmod(abs(cents), 100)
    english = f"{whole:,}" + (f".{rest:02}" if rest else "")
    if language == "en":
        return f"{sign}€{english}"
    return f"{sign}€{_NO_BREAK_SPACE}{english.translate(str.maketrans(',.', '.,'))}"
