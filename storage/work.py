"""One transaction's repositories, and the same ones to read with outside a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.attendance import Attendances
from storage.booking import Bookings
from storage.chat import Chats
from storage.conversation import Conversations
from storage.goal import Goals
from storage.group import Groups
from storage.group_change import Newcomers, Shortages
from storage.inbox import Inbox
from storage.invitation import Invitations
from storage.moves import Moves
from storage.outbox import Outbox
from storage.person import People
from storage.place import FirstDates, Hostings, PlaceChoices
from storage.planning import Plannings
from storage.poll import Polls
from storage.registration import Registrations
from storage.round import Rounds
from storage.session import Sessions
from storage.slot import Slots
from storage.swap import Swaps
from storage.turn import Turns
from storage.waiting import WaitingList

if TYPE_CHECKING:
    import aiosqlite

    from storage.cipher import MainKey


class Reads:
    """The repositories, one a subject, on one connection."""

    def __init__(self, connection: aiosqlite.Connection, key: MainKey) -> None:
        self.people = People(connection, key)
        self.conversations = Conversations(connection)
        self.rounds = Rounds(connection, key)
        self.registrations = Registrations(connection, self.people)
        self.invitations = Invitations(connection)
        self.slots = Slots(connection, self.people)
        self.bookings = Bookings(connection, self.people)
        self.waiting = WaitingList(connection)
        self.goals = Goals(connection, self.people)
        self.groups = Groups(connection)
        self.chats = Chats(connection, self.people)
        self.shortages = Shortages(connection)
        self.newcomers = Newcomers(connection)
        self.sessions = Sessions(connection)
        self.attendance = Attendances(connection)
        self.polls = Polls(connection)
        self.plannings = Plannings(connection, self.people)
        self.first_dates = FirstDates(connection)
        self.place_choices = PlaceChoices(connection)
        self.hostings = Hostings(connection, self.people)
        self.turns = Turns(connection)
        self.swaps = Swaps(connection)
        self.moves = Moves(connection)
        self.inbox = Inbox(connection, key)
        self.outbox = Outbox(connection)


class Work(Reads):
    """What is done in one transaction."""

    def __init__(self, connection: aiosqlite.Connection, key: MainKey, applies: int | None) -> None:
        super().__init__(connection, key)
        self.applies = applies
