import re
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.buttons import LONGEST_DATA, Button, ButtonData, ButtonDataError, decode


class Answer(StrEnum):
    YES = "yes"
    YES_LATER = "yes-later"
    NO = "no"


class AdmitForTest(ButtonData, prefix="t_admit"):
    registration: int
    member: bool


class AnswerForTest(ButtonData, prefix="t_answer"):
    answer: Answer
    round_code: str | None
    page: int | None = None


class BackForTest(ButtonData, prefix="t_back"):
    pass


WORDS = st.from_regex(r"[A-Za-z0-9_.-]{1,20}", fullmatch=True)
NUMBERS = st.integers(-(10**18) + 1, 10**18 - 1)
BUTTONS = st.one_of(
    st.builds(AdmitForTest, NUMBERS, st.booleans()),
    st.builds(AnswerForTest, st.sampled_from(Answer), st.none() | WORDS, st.none() | st.integers(0, 999)),
    st.builds(BackForTest),
)


def test_the_data_are_short_and_legible() -> None:
    assert AdmitForTest(registration=12, member=True).encode() == "t_admit:12:1"
    assert AnswerForTest(Answer.YES_LATER, None).encode() == "t_answer:yes-later::"
    assert BackForTest().encode() == "t_back"


@given(BUTTONS)
def test_what_is_encoded_is_decoded_as_it_was(button: ButtonData) -> None:
    data = button.encode()

    assert decode(data) == button
    assert type(button).read(data) == button
    assert type(button).pattern.match(data)
    assert len(data.encode()) <= LONGEST_DATA


@given(BUTTONS)
def test_a_pattern_matches_the_data_of_its_own_class_only(button: ButtonData) -> None:
    classes: list[type[ButtonData]] = [AdmitForTest, AnswerForTest, BackForTest]

    matching = [each for each in classes if each.pattern.match(button.encode())]

    assert matching == [type(button)]


@given(st.text(max_size=100) | st.from_regex(r"(t_admit|t_answer|t_back)(:[a-z0-9-]{0,5}){0,4}", fullmatch=True))
def test_any_other_data_are_nothing_or_read_to_the_letter(data: str) -> None:
    button = decode(data)

    assert button is None or button.encode() == data


@pytest.mark.parametrize(
    "data",
    [
        "",
        ":",
        "t_admit",
        "t_admit:1",
        "t_admit:1:2",
        "t_admit:1:1:1",
        "t_admit:01:1",
        "t_admit:-0:1",
        "t_admit:١:1",
        "t_admit:1:1\n",
        "t_admit:9999999999999999999:1",
        "t_answer:maybe::",
        "t_answer:yes:a b:",
        "T_ADMIT:1:1",
        "gone:1",
        f"t_answer:yes:{'x' * 60}:",
    ],
)
def test_odd_and_forged_data_are_nothing(data: str) -> None:
    assert decode(data) is None


def test_data_over_64_bytes_cannot_be_encoded() -> None:
    with pytest.raises(ButtonDataError, match="64"):
        AnswerForTest(Answer.YES, "x" * 60).encode()


@pytest.mark.parametrize(
    "button",
    [
        AnswerForTest(Answer.YES, "a:b"),
        AnswerForTest(Answer.YES, ""),
        AnswerForTest(Answer.YES, "é"),
        AdmitForTest(10**18, True),
    ],
)
def test_a_value_that_cannot_be_carried_is_refused(button: ButtonData) -> None:
    with pytest.raises(ButtonDataError):
        button.encode()


def test_a_value_of_another_type_is_refused() -> None:
    wrong: Any = "12"

    with pytest.raises(ButtonDataError, match="registration holds str, not int"):
        AdmitForTest(wrong, True).encode()


def test_two_classes_with_one_prefix_fail_where_the_second_is_declared() -> None:
    with pytest.raises(TypeError, match="same prefix"):
        type("Other", (ButtonData,), {}, prefix="t_back")


@pytest.mark.parametrize("annotation", [float, list[int], int | str, bytes])
def test_a_field_that_cannot_be_carried_fails_where_it_is_declared(annotation: object) -> None:
    with pytest.raises(TypeError, match="cannot carry"):
        type("Odd", (ButtonData,), {"__annotations__": {"field": annotation}}, prefix="t_odd")


def test_a_field_whose_type_is_not_there_fails_where_it_is_declared() -> None:
    with pytest.raises(TypeError, match="Gone is only imported for the type checker"):
        type("Odd", (ButtonData,), {"__annotations__": {"field": "Gone"}}, prefix="t_odd")


@pytest.mark.parametrize("prefix", ["", "Admit", "a:b", "x" * 13])
def test_an_odd_prefix_fails_where_it_is_declared(prefix: str) -> None:
    with pytest.raises(TypeError, match="prefix"):
        type("Odd", (ButtonData,), {}, prefix=prefix)


def test_a_field_named_as_the_base_names_things_fails_where_it_is_declared() -> None:
    with pytest.raises(TypeError, match="pattern"):
        type("Odd", (ButtonData,), {"__annotations__": {"pattern": int}}, prefix="t_odd")


def test_data_are_values() -> None:
    assert AdmitForTest(1, True) == AdmitForTest(1, True)
    assert len({AdmitForTest(1, True), AdmitForTest(1, True), AdmitForTest(1, False)}) == 2
    assert isinstance(AdmitForTest.pattern, re.Pattern)


def test_a_button_carries_data_or_opens_a_link_and_has_words() -> None:
    assert Button("Site", url="https://example.org").data is None
    with pytest.raises(ValueError, match="either"):
        Button("Niets")
    with pytest.raises(ValueError, match="either"):
        Button("Beide", BackForTest(), "https://example.org")
    with pytest.raises(ValueError, match="words"):
        Button(" ", BackForTest())
