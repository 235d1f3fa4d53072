"""The bot's own count under a poll: how many, and never who."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from domain.poll import Venue
from texts.speech import Texts

if TYPE_CHECKING:
    from texts.language import Language


@pytest.mark.parametrize(
    ("voted", "private", "said"),
    [
        (0, 0, "<b>0 van 8 hebben gestemd</b>."),
        (1, 0, "<b>1 van 8 heeft gestemd</b>."),
        (6, 2, "<b>6 van 8 hebben gestemd</b>, waarvan 2 via mij."),
        (8, 1, "<b>8 van 8 hebben gestemd</b>, waarvan 1 via mij."),
    ],
)
def test_the_count_is_a_sentence_for_one_and_for_many(voted: int, private: int, said: str) -> None:
    assert Texts.load().speech("nl").html("poll-tally", voted=voted, all=8, private=private) == said


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_reminder_points_to_the_group_only_where_the_question_stands_there(language: Language) -> None:
    speech = Texts.load().speech(language)

    in_chat, in_private = (speech.html("vote-nudge", moment="morgen", venue=venue) for venue in Venue)

    assert in_chat.startswith(in_private + " ")
    assert re.search("gro(ep|up)", in_chat)
    assert not re.search("gro(ep|up)", in_private)
