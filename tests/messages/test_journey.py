"""How long a journey takes: minutes up to an hour and a half, then hours, as people say them."""

from __future__ import annotations

import pytest

from messages.journey import lasts
from texts.speech import Texts

TEXTS = Texts.load()


@pytest.mark.parametrize(
    ("minutes", "dutch", "english"),
    [
        (0, "0 min", "0 min"),
        (47, "45 min", "45 min"),
        (87, "85 min", "85 min"),
        (88, "1,5 uur", "1.5 hours"),
        (95, "ruim 1,5 uur", "over 1.5 hours"),
        (110, "bijna 2 uur", "nearly 2 hours"),
        (120, "2 uur", "2 hours"),
        (125, "ruim 2 uur", "over 2 hours"),
        (142, "bijna 2,5 uur", "nearly 2.5 hours"),
        (485, "ruim 8 uur", "over 8 hours"),
    ],
)
def test_a_journey_lasts_as_long_as_people_would_say(minutes: int, dutch: str, english: str) -> None:
    assert (lasts(TEXTS.speech("nl"), minutes), lasts(TEXTS.speech("en"), minutes)) == (dutch, english)
