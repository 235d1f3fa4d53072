"""What goes when a facilitator leaves is said beforehand, groups included."""

from __future__ import annotations

from domain.person import Person, Role
from messages import facilitator
from services.leaving import FacilitatorDeparture
from tests.domain.test_group import group
from texts.speech import Texts

SPEECH = Texts.load().speech("nl")
ELLEN = Person(id=1, telegram_id=1, role=Role.FACILITATOR, language="nl", name="Ellen Vos", reachable=True)


def test_who_takes_over_is_asked_with_the_groups_that_are_led() -> None:
    leads_three = FacilitatorDeparture((), (), (), (group(ELLEN.id),))
    leads_none = FacilitatorDeparture((), (), ())

    asked = [facilitator.successor_question(SPEECH, ELLEN, each).html for each in (leads_three, leads_none)]

    assert "Ellen Vos begeleidt Groep 3." in asked[0]
    assert "begeleidt" not in asked[1]
