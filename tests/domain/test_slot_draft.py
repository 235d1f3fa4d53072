"""Putting slots together: which question comes next, which came before, and what the answers come to."""

from __future__ import annotations

from datetime import date, time

import pytest

from domain.slot import Medium, SlotRules
from domain.slot_draft import SlotDraft, SlotQuestion

MONDAY = date(2027, 1, 25)
ONE = SlotDraft(single=True, first=MONDAY, last=MONDAY, starts=time(9), medium=Medium.PHONE)
WEEKLY = SlotDraft(
    single=False,
    weekdays=frozenset({0}),
    first=MONDAY,
    last=MONDAY,
    starts=time(9),
    until=time(12),
    pause_asked=True,
    medium=Medium.VIDEO,
    link="https://example.org/kamer",
)


@pytest.mark.parametrize(
    ("draft", "question"),
    [
        (SlotDraft(), SlotQuestion.SHAPE),
        (SlotDraft(single=False), SlotQuestion.WEEKDAYS),
        (SlotDraft(single=True), SlotQuestion.PERIOD),
        (WEEKLY.model_copy(update={"until": None}), SlotQuestion.HOURS),
        (WEEKLY.model_copy(update={"pause_asked": False}), SlotQuestion.PAUSE),
        (WEEKLY.model_copy(update={"medium": None}), SlotQuestion.MEDIUM),
        (WEEKLY.model_copy(update={"link": None}), SlotQuestion.LINK),
        (WEEKLY, SlotQuestion.PREVIEW),
        (ONE, SlotQuestion.PREVIEW),
    ],
)
def test_the_first_open_question_is_asked(draft: SlotDraft, question: SlotQuestion) -> None:
    assert draft.next_question() is question


def test_back_skips_what_is_not_asked_of_one_slot() -> None:
    walked = [SlotQuestion.PREVIEW]
    while (before := ONE.previous_question(walked[-1])) is not None:
        walked.append(before)

    assert walked == [
        SlotQuestion.PREVIEW,
        SlotQuestion.MEDIUM,
        SlotQuestion.HOURS,
        SlotQuestion.PERIOD,
        SlotQuestion.SHAPE,
    ]


def test_the_rules_fill_in_length_and_buffer() -> None:
    pattern = WEEKLY.pattern(SlotRules(length_minutes=30, buffer_minutes=5))

    assert pattern is not None
    assert (pattern.length_minutes, pattern.buffer_minutes) == (30, 5)
    assert pattern.link == "https://example.org/kamer"


def test_there_is_no_pattern_before_everything_is_answered() -> None:
    assert WEEKLY.model_copy(update={"link": None}).pattern(SlotRules()) is None


def test_a_link_stays_out_of_a_repr() -> None:
    assert "kamer" not in repr(WEEKLY)
    assert "kamer" not in repr(WEEKLY.pattern(SlotRules()))
