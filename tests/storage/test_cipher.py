"""What is sealed opens with its own key, in its own place, and nowhere else."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.cipher import MainKey, MainKeyError, UnreadableError, open_for, seal_for

ENCODED = MainKey.generate()


@given(st.text(max_size=300))
def test_what_was_sealed_for_a_person_can_be_read_with_their_key(text: str) -> None:
    main = MainKey(ENCODED)
    key, wrapped = main.new_person_key(7)

    sealed = seal_for(key, text, "person.name")

    assert open_for(main.person_key(7, wrapped), sealed, "person.name") == text


def test_sealing_twice_shows_nothing_of_being_the_same() -> None:
    main = MainKey(ENCODED)

    assert main.seal("den bosch", "inbox:1") != main.seal("den bosch", "inbox:1")


def test_sealed_words_cannot_be_moved_to_another_column_or_person() -> None:
    main = MainKey(ENCODED)
    key, wrapped = main.new_person_key(7)
    sealed = seal_for(key, "geheim", "person.name")

    with pytest.raises(UnreadableError):
        open_for(key, sealed, "registration.answers")
    with pytest.raises(UnreadableError):
        main.person_key(8, wrapped)


def test_another_main_key_opens_nothing() -> None:
    _, wrapped = MainKey(ENCODED).new_person_key(7)

    with pytest.raises(UnreadableError):
        MainKey(MainKey.generate()).person_key(7, wrapped)


@pytest.mark.parametrize("wrong", ["", "geen sleutel", base64.b64encode(b"short").decode(), "=" * 44])
def test_a_main_key_that_is_none_is_refused_without_being_repeated(wrong: str) -> None:
    with pytest.raises(MainKeyError) as refused:
        MainKey(wrong)

    assert not wrong or wrong not in str(refused.value)


def test_a_main_key_does_not_show_itself() -> None:
    assert ENCODED not in repr(MainKey(ENCODED))
