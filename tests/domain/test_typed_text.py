import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.typed_text import InvalidWords, WordsFault, parse_lines, parse_name, parse_words, tidy, tidy_lines


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Marijke   de\tGroot\n", "Marijke de Groot"),
        ("Franc\u0327oise", "Françoise"),
        ("Jan\u202egroot", "Jangroot"),
        ("Jan\0\x07 Smit", "Jan Smit"),
        ("\ufeffJan\u200b", "Jan"),
        ("👩\u200d🏫 Jo", "👩\u200d🏫 Jo"),
        ("\ud800Jan", "Jan"),
        ("A\xa0B", "A B"),
    ],
)
def test_what_is_typed_is_made_tidy(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


def test_lines_are_kept_with_one_empty_line_at_most() -> None:
    assert tidy_lines(" een \n\n\n\n twee\r\ndrie ") == "een\n\ntwee\ndrie"


@given(st.text())
def test_tidy_text_stays_as_it_is(typed: str) -> None:
    once = tidy(typed)

    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert tidy_lines(tidy_lines(typed)) == tidy_lines(typed)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", WordsFault.EMPTY),
        (" \n\u200b ", WordsFault.EMPTY),
        ("😀😀", WordsFault.NO_LETTERS),
        ("123 !", WordsFault.NO_LETTERS),
        ("x" * 81, WordsFault.TOO_LONG),
    ],
)
def test_what_is_no_name_is_refused_with_its_reason(typed: str, reason: WordsFault) -> None:
    with pytest.raises(InvalidWords) as refusal:
        parse_name(typed)

    assert refusal.value.reason is reason


@pytest.mark.parametrize("typed", ["Ö", "Nguyễn", "李", "Marijke 😀", "Anne-Fleur van 't Hof"])
def test_a_name_has_a_letter_of_any_script(typed: str) -> None:
    assert parse_name(typed) == typed


def test_too_long_says_how_long_and_how_much_fits() -> None:
    with pytest.raises(InvalidWords) as refusal:
        parse_lines("a" * 5_000, 1_000)

    assert (refusal.value.length, refusal.value.limit) == (5_000, 1_000)
    assert "aaa" not in str(refusal.value)


def test_blanks_do_not_count_towards_the_length() -> None:
    assert parse_words(f"{' ' * 50}zorg{' ' * 50}", 4) == "zorg"
