"""All use cases in one place: what handlers and the heartbeat are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from domain.municipality import Municipalities
from services.absence import Absences
from services.admission import Admissions
from services.attendance import Attendances
from services.chat import Chats
from services.chat_linking import ChatLinking
from services.entry import Entries
from services.errors import Errors
from services.first_date import FirstDates
from services.goal import Goals
from services.group_change import GroupChanges
from services.group_composing import Composing
from services.group_leading import Leading
from services.group_newcomer import GroupNewcomers
from services.hosting import Hosts
from services.intake import Intakes
from services.intake_facilitator import FacilitatorIntakes
from services.invitation import Invitations
from services.leaving import Leaving
from services.merger import Mergers
from services.moves import Moves
from services.moving import Moving
from services.outbox import Outbox
from services.participation import Participation
from services.people import People
from services.place import Places
from services.planned import Planned
from services.planning import Planning
from services.planning_proposal import Proposals
from services.poll_voting import Polls
from services.programme import Programmes
from services.registration import Registrations
from services.registration_answers import RegistrationAnswers
from services.retention import Retention
from services.rota import Rotas
from services.round import Rounds
from services.session_views import SessionViews
from services.slot import Slots
from services.swap import Swaps
from services.volunteer import Volunteers
from services.waiting import WaitingList

if TYPE_CHECKING:
    from services.worker import Worker
    from storage.database import Database


@dataclass(frozen=True, slots=True)
class Services:
    people: People
    registrations: Registrations
    answers: RegistrationAnswers
    # The municipalities of today, read once.
    municipalities: Municipalities
    invitations: Invitations
    rounds: Rounds
    entries: Entries
    admissions: Admissions
    outbox: Outbox
    moves: Moves
    errors: Errors
    retention: Retention
    slots: Slots
    intakes: Intakes
    facilitator_intakes: FacilitatorIntakes
    waiting: WaitingList
    goals: Goals
    leaving: Leaving
    participation: Participation
    polls: Polls
    planning: Planning
    proposals: Proposals
    composing: Composing
    leading: Leading
    group_changes: GroupChanges
    mergers: Mergers
    newcomers: GroupNewcomers
    chats: Chats
    chat_linking: ChatLinking
    session_views: SessionViews
    attendance: Attendances
    programmes: Programmes
    moving: Moving
    rotas: Rotas
    swaps: Swaps
    volunteers: Volunteers
    absences: Absences
    planned: Planned
    first_dates: FirstDates
    hosts: Hosts
    places: Places
    # For what takes longer than a blink.
    worker: Worker

    @classmethod
    def over(cls, database: Database, worker: Worker) -> Self:
        """Every use case on one database."""
        municipalities = Municipalities.load()
        return cls(
            people=People(database),
            registrations=Registrations(database),
            answers=RegistrationAnswers(database),
            municipalities=municipalities,
            invitations=Invitations(database),
            rounds=Rounds(database),
            entries=Entries(database),
            admissions=Admissions(database),
            outbox=Outbox(database),
            moves=Moves(database),
            errors=Errors(database),
            retention=Retention(database),
            slots=Slots(database),
            intakes=Intakes(database),
            facilitator_intakes=FacilitatorIntakes(database),
            waiting=WaitingList(database),
            goals=Goals(database),
            leaving=Leaving(database),
            participation=Participation(database),
            polls=Polls(database),
            planning=Planning(database),
            proposals=Proposals(database, worker),
            composing=Composing(database, municipalities),
            leading=Leading(database),
            group_changes=GroupChanges(database),
            mergers=Mergers(database, municipalities),
            newcomers=GroupNewcomers(database, municipalities),
            chats=Chats(database),
            chat_linking=ChatLinking(database),
            session_views=SessionViews(database),
            attendance=Attendances(database),
            programmes=Programmes(database),
            moving=Moving(database),
            rotas=Rotas(database, worker),
            swaps=Swaps(database),
            volunteers=Volunteers(database),
            absences=Absences(database),
            planned=Planned(database),
            first_dates=FirstDates(database),
            hosts=Hosts(database),
            places=Places(database, worker),
            worker=worker,
        )
