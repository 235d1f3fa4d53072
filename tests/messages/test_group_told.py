"""What people hear about their group fits the stage at which it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pytest

from domain.group import FinishWish, Group, Membership, MembershipStatus
from domain.municipality import Municipalities
from domain.person import Person, Role
from messages import group_led, group_own, group_told
from messages.intake import Desk
from services.group_leading import GroupCard
from services.group_views import MemberView
from tests.domain.test_group import group
from texts.speech import Texts

NOW = datetime(2027, 3, 2, 12, 0, tzinfo=UTC)
DESK = Desk(Texts.load().speech("nl"), Municipalities.load(), NOW)
ELLEN = Person(id=1, telegram_id=1, role=Role.FACILITATOR, language="nl", name="Ellen Vos", reachable=True)
KOEN = Person(id=2, telegram_id=2, role=Role.PARTICIPANT, language="nl", name="Koen Visser", reachable=True)


def membership(**values: object) -> Membership:
    given = {"id": 7, "group_id": 3, "person_id": KOEN.id, "registration_id": 9, "picked_at": NOW, **values}
    return Membership.model_validate({"status": MembershipStatus.MEMBER, **given})


def card(its: Membership, *, planned: bool = False) -> GroupCard:
    koen = MemberView(its, KOEN, "Koen Visser", "Koen", "GM0202", (), (), None)
    return GroupCard(group(ELLEN.id), (koen,), ELLEN, None, None, None, planned=planned)


@dataclass(frozen=True)
class Own:
    membership: Membership
    group: Group


@pytest.mark.parametrize(
    ("planned", "said", "unsaid"),
    [(False, "data voor de eerste bijeenkomst", "/groep"), (True, "/groep", "eerste bijeenkomst")],
)
def test_who_comes_to_a_group_on_its_way_is_promised_no_first_date(planned: bool, said: str, unsaid: str) -> None:
    told = group_told.published(DESK, card(membership(), planned=planned), KOEN.id).html

    assert said in told
    assert unsaid not in told


def test_who_takes_over_a_group_on_its_way_is_not_asked_for_a_first_date() -> None:
    begun = group_told.assigned(DESK, card(membership(), planned=True))
    fresh = group_told.assigned(DESK, card(membership()))

    assert begun.keyboard is not None
    assert fresh.keyboard is not None
    assert [row[0].text for row in begun.keyboard.rows] == ["Wie zitten erin"]
    assert [row[0].text for row in fresh.keyboard.rows] == ["Eerste datum prikken", "Wie zitten erin"]
    assert "eerste bijeenkomst" not in begun.html


def test_nobody_is_said_to_finish_the_cycle_before_who_leads_the_group_agreed() -> None:
    asked = membership(out_of_office_at=NOW, member_wish=FinishWish.FINISH)
    agreed = asked.model_copy(update={"leader_wish": FinishWish.FINISH})
    own = [group_own.own_part(DESK.speech, Own(each, group(ELLEN.id))).html for each in (asked, agreed)]
    led = [group_led.card(DESK, card(each), office=True).html for each in (asked, agreed)]

    assert ["maakt de cyclus af" in each for each in own] == [False, True]
    assert "Je begeleider zegt nog" in own[0]
    assert ["maakt de cyclus af" in each for each in led] == [False, True]
    assert "geen wethouder meer" in led[0]


def test_the_facilitator_hears_who_stands_in_or_what_waits_once_it_is_theirs_again() -> None:
    joost = ELLEN.model_copy(update={"id": 5, "name": "Joost Kuipers"})
    its = card(membership())

    away = group_told.led_again(DESK.speech, replace(its, stand_in=joost))
    back = group_told.led_again(DESK.speech, its)

    assert "Joost Kuipers</b> neemt groep 3 een tijd voor je waar" in away.html
    assert back.keyboard is not None
    assert [row[0].text for row in back.keyboard.rows] == ["Mijn agenda", "Wie zitten erin"]


def test_when_the_last_has_left_nobody_is_said_to_be_there() -> None:
    koen = card(membership()).members[0]

    told = group_told.member_left(DESK, koen, group(ELLEN.id), 0)

    assert "de groep is gestopt" in told.html
    assert told.keyboard is None
