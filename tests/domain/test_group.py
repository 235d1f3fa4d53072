"""How many make a group, who leads it, and how many have to come."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.group import Group, GroupStatus, divisible

NOW = datetime(2027, 3, 2, 12, 0, tzinfo=UTC)


def group(facilitator_id: int | None = 1, stand_in_id: int | None = None, quorum: int = 5) -> Group:
    return Group(
        id=3,
        round_id=None,
        status=GroupStatus.PUBLISHED,
        facilitator_id=facilitator_id,
        stand_in_id=stand_in_id,
        quorum=quorum,
        presenting_from=2,
        created_by=None,
        created_at=NOW,
        published_at=NOW,
        ended_at=None,
    )


def test_five_or_fewer_nine_ten_eleven_and_seventeen_cannot_be_divided() -> None:
    assert [people for people in range(40) if not divisible(people)] == [0, 1, 2, 3, 4, 5, 9, 10, 11, 17]


def test_the_stand_in_leads_while_there_is_one() -> None:
    assert group().leader_id == 1
    assert group(stand_in_id=2).leader_id == 2
    assert group(stand_in_id=2).leaders == {1, 2}
    assert group(facilitator_id=None).leader_id is None


def test_the_quorum_is_the_lesser_of_five_and_all_but_one() -> None:
    assert [group().quorum_of(members) for members in (8, 6, 5, 4)] == [5, 5, 4, 3]
