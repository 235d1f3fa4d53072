"""Groups, their members and cycles; nothing in them was typed by anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.group import (
    Costs,
    Cycle,
    CycleStatus,
    FinishWish,
    Group,
    GroupStatus,
    Membership,
    MembershipStatus,
    sessions_in,
)
from storage.moments import moment, moment_if, stored, stored_if
from storage.rows import change, every, insert, one

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    import aiosqlite

COLUMNS = (
    "groups.id, groups.round_id, groups.status, groups.facilitator_id, groups.stand_in_id, groups.quorum,"
    " groups.presenting_from, groups.created_by, groups.created_at, groups.published_at, groups.ended_at"
)
MEMBERSHIP_COLUMNS = (
    "id, group_id, person_id, registration_id, status, picked_at, joined_at, left_at, left_by, costs, costs_by,"
    " costs_at, out_of_office_at, member_wish, leader_wish"
)
CYCLE_COLUMNS = "group_id, number, sessions, status, started_at, ended_at"


class Groups:
    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def add(self, created_by: int | None, at: datetime) -> Group:
        """A draft without anybody in it."""
        group_id = await insert(
            self._connection,
            "INSERT INTO groups (status, created_by, created_at) VALUES ('draft', :created_by, :at)",
            {"created_by": created_by, "at": stored(at)},
        )
        return await self.get(group_id)

    async def get(self, group_id: int) -> Group:
        """Raises LookupError when there is no such group."""
        row = await one(self._connection, f"SELECT {COLUMNS} FROM groups WHERE id = :id", {"id": group_id})
        if row is None:
            raise LookupError(f"no group {group_id}")
        return _group(row)

    async def all(self) -> list[Group]:
        """Every group, whatever became of it, the oldest first."""
        return [_group(row) for row in await every(self._connection, f"SELECT {COLUMNS} FROM groups ORDER BY id", {})]

    async def with_status(self, status: GroupStatus) -> list[Group]:
        rows = await every(
            self._connection, f"SELECT {COLUMNS} FROM groups WHERE status = :status ORDER BY id", {"status": status}
        )
        return [_group(row) for row in rows]

    async def of_participant(self, person_id: int) -> Group | None:
        """The published group of which this person is a member; None when there is none."""
        row = await one(
            self._connection,
            f"SELECT {COLUMNS} FROM groups JOIN membership ON membership.group_id = groups.id"
            " WHERE membership.person_id = :person_id AND membership.status = 'member' AND groups.status = 'published'",
            {"person_id": person_id},
        )
        return None if row is None else _group(row)

    async def led_by(self, person_id: int) -> list[Group]:
        """The published groups that this person leads, as facilitator or as stand-in; the oldest first."""
        rows = await every(
            self._connection,
            f"SELECT {COLUMNS} FROM groups WHERE status = 'published'"
            " AND (facilitator_id = :person_id OR stand_in_id = :person_id) ORDER BY id",
            {"person_id": person_id},
        )
        return [_group(row) for row in rows]

    async def save(self, group: Group) -> None:
        """Write every column that can change."""
        await change(
            self._connection,
            "UPDATE groups SET round_id = :round_id, status = :status, facilitator_id = :facilitator_id,"
            " stand_in_id = :stand_in_id, quorum = :quorum, presenting_from = :presenting_from,"
            " published_at = :published_at, ended_at = :ended_at WHERE id = :id",
            {
                "id": group.id,
                "round_id": group.round_id,
                "status": group.status,
                "facilitator_id": group.facilitator_id,
                "stand_in_id": group.stand_in_id,
                "quorum": group.quorum,
                "presenting_from": group.presenting_from,
                "published_at": stored_if(group.published_at),
                "ended_at": stored_if(group.ended_at),
            },
        )

    async def pick(self, group_id: int, person_id: int, registration_id: int, at: datetime) -> Membership:
        """Put somebody on the card of a draft. Raises sqlite3.IntegrityError when they are in a group already."""
        membership_id = await insert(
            self._connection,
            "INSERT INTO membership (group_id, person_id, registration_id, status, picked_at)"
            " VALUES (:group_id, :person_id, :registration_id, 'picked', :at)",
            {"group_id": group_id, "person_id": person_id, "registration_id": registration_id, "at": stored(at)},
        )
        return await self.membership(membership_id)

    async def drop(self, group_id: int, person_id: int) -> bool:
        """Take somebody off the card of a draft; False when they were not on it."""
        dropped = await change(
            self._connection,
            "DELETE FROM membership WHERE group_id = :group_id AND person_id = :person_id AND status = 'picked'",
            {"group_id": group_id, "person_id": person_id},
        )
        return dropped > 0

    async def membership(self, membership_id: int) -> Membership:
        """Raises LookupError when there is no such membership."""
        row = await one(
            self._connection, f"SELECT {MEMBERSHIP_COLUMNS} FROM membership WHERE id = :id", {"id": membership_id}
        )
        if row is None:
            raise LookupError(f"no membership {membership_id}")
        return _membership(row)

    async def live_membership(self, person_id: int) -> Membership | None:
        """Picked for a draft or member of a group; nobody has two."""
        row = await one(
            self._connection,
            f"SELECT {MEMBERSHIP_COLUMNS} FROM membership"
            " WHERE person_id = :person_id AND status IN ('picked', 'member')",
            {"person_id": person_id},
        )
        return None if row is None else _membership(row)

    async def picked(self, group_id: int) -> list[Membership]:
        """Who is on the card of a draft, in the order in which they were picked."""
        return await self._memberships(group_id, MembershipStatus.PICKED)

    async def members(self, group_id: int) -> list[Membership]:
        """Who is in a published group, in the order in which they came."""
        return await self._memberships(group_id, MembershipStatus.MEMBER)

    async def left(self, group_id: int) -> list[Membership]:
        """Who was in it and left."""
        return await self._memberships(group_id, MembershipStatus.LEFT)

    async def save_membership(self, membership: Membership) -> None:
        """Write every column that can change."""
        await change(
            self._connection,
            "UPDATE membership SET status = :status, joined_at = :joined_at, left_at = :left_at, left_by = :left_by,"
            " costs = :costs, costs_by = :costs_by, costs_at = :costs_at, out_of_office_at = :out_of_office_at,"
            " member_wish = :member_wish, leader_wish = :leader_wish WHERE id = :id",
            {
                "id": membership.id,
                "status": membership.status,
                "joined_at": stored_if(membership.joined_at),
                "left_at": stored_if(membership.left_at),
                "left_by": membership.left_by,
                "costs": membership.costs,
                "costs_by": membership.costs_by,
                "costs_at": stored_if(membership.costs_at),
                "out_of_office_at": stored_if(membership.out_of_office_at),
                "member_wish": membership.member_wish,
                "leader_wish": membership.leader_wish,
            },
        )

    async def begin_cycle(self, group_id: int, number: int, at: datetime) -> Cycle:
        """Raises sqlite3.IntegrityError while another cycle of this group is running."""
        await insert(
            self._connection,
            "INSERT INTO cycle (group_id, number, sessions, status, started_at)"
            " VALUES (:group_id, :number, :sessions, 'running', :at)",
            {"group_id": group_id, "number": number, "sessions": sessions_in(number), "at": stored(at)},
        )
        return (await self.cycles(group_id))[-1]

    async def cycles(self, group_id: int) -> list[Cycle]:
        rows = await every(
            self._connection,
            f"SELECT {CYCLE_COLUMNS} FROM cycle WHERE group_id = :group_id ORDER BY number",
            {"group_id": group_id},
        )
        return [_cycle(row) for row in rows]

    async def current_cycle(self, group_id: int) -> Cycle | None:
        """The one that is running; None before publication and once the last has ended."""
        row = await one(
            self._connection,
            f"SELECT {CYCLE_COLUMNS} FROM cycle WHERE group_id = :group_id AND status = 'running'",
            {"group_id": group_id},
        )
        return None if row is None else _cycle(row)

    async def end_cycle(self, group_id: int, at: datetime) -> bool:
        """False when none was running."""
        ended = await change(
            self._connection,
            "UPDATE cycle SET status = 'ended', ended_at = :at WHERE group_id = :group_id AND status = 'running'",
            {"group_id": group_id, "at": stored(at)},
        )
        return ended > 0

    async def _memberships(self, group_id: int, status: MembershipStatus) -> list[Membership]:
        rows = await every(
            self._connection,
            f"SELECT {MEMBERSHIP_COLUMNS} FROM membership WHERE group_id = :group_id AND status = :status ORDER BY id",
            {"group_id": group_id, "status": status},
        )
        return [_membership(row) for row in rows]


def _group(row: sqlite3.Row) -> Group:
    return Group(
        id=row["id"],
        round_id=row["round_id"],
        status=GroupStatus(row["status"]),
        facilitator_id=row["facilitator_id"],
        stand_in_id=row["stand_in_id"],
        quorum=row["quorum"],
        presenting_from=row["presenting_from"],
        created_by=row["created_by"],
        created_at=moment(row["created_at"]),
        published_at=moment_if(row["published_at"]),
        ended_at=moment_if(row["ended_at"]),
    )


def _membership(row: sqlite3.Row) -> Membership:
    costs, member_wish, leader_wish = row["costs"], row["member_wish"], row["leader_wish"]
    return Membership(
        id=row["id"],
        group_id=row["group_id"],
        person_id=row["person_id"],
        registration_id=row["registration_id"],
        status=MembershipStatus(row["status"]),
        picked_at=moment(row["picked_at"]),
        joined_at=moment_if(row["joined_at"]),
        left_at=moment_if(row["left_at"]),
        left_by=row["left_by"],
        costs=None if costs is None else Costs(costs),
        costs_by=row["costs_by"],
        costs_at=moment_if(row["costs_at"]),
        out_of_office_at=moment_if(row["out_of_office_at"]),
        member_wish=None if member_wish is None else FinishWish(member_wish),
        leader_wish=None if leader_wish is None else FinishWish(leader_wish),
    )


def _cycle(row: sqlite3.Row) -> Cycle:
    return Cycle(
        group_id=row["group_id"],
        number=row["number"],
        sessions=row["sessions"],
        status=CycleStatus(row["status"]),
        started_at=moment(row["started_at"]),
        ended_at=moment_if(row["ended_at"]),
    )
