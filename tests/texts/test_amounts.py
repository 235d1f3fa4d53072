import pytest

from texts.amounts import euros
from texts.language import Language


@pytest.mark.parametrize(
    ("cents", "language", "words"),
    [
        (60_000, "nl", "€\N{NO-BREAK SPACE}600"),
        (95_050, "nl", "€\N{NO-BREAK SPACE}950,50"),
        (140_005, "nl", "€\N{NO-BREAK SPACE}1.400,05"),
        (123_456_789, "nl", "€\N{NO-BREAK SPACE}1.234.567,89"),
        (0, "nl", "€\N{NO-BREAK SPACE}0"),
        (-2_550, "nl", "-€\N{NO-BREAK SPACE}25,50"),
        (60_000, "en", "€600"),
        (140_005, "en", "€1,400.05"),
    ],
)
def test_an_amount_shows_its_cents_only_when_there_are_any(cents: int, language: Language, words: str) -> None:
    assert euros(cents, language) == words
