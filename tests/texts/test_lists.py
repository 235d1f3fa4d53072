import pytest

from texts.language import Language
from texts.lists import all_of


@pytest.mark.parametrize(
    ("items", "language", "words"),
    [
        ([], "nl", ""),
        (["zorg"], "nl", "zorg"),
        (["zorg", "cultuur"], "nl", "zorg en cultuur"),
        (["zorg", "onderwijs", "cultuur"], "nl", "zorg, onderwijs en cultuur"),
        (["care", "education", "culture"], "en", "care, education and culture"),
    ],
)
def test_things_are_joined_as_in_a_sentence(items: list[str], language: Language, words: str) -> None:
    assert all_of(items, language) == words
