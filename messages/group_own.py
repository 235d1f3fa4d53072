"""What a member sees of being in a group on /mijn, and saying that one is no alderman any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from domain.group import FinishWish
from messages import group_buttons as buttons
from messages.booking_card import Part
from messages.goal_buttons import OpenGoals
from messages.message import Message
from messages.registration_buttons import ShowOwn
from texts.buttons import Button, Keyboard

if TYPE_CHECKING:
    from domain.group import Group, Membership
    from texts.speech import Html, Speech


class OwnMembership(Protocol):
    @property
    def membership(self) -> Membership: ...
    @property
    def group(self) -> Group: ...


def own_part(speech: Speech, its: OwnMembership) -> Part:
    """On /mijn: which group, and what can be done about it there."""
    goals = (Button(speech.plain("booking-goals"), OpenGoals()),)
    if its.membership.out_of_office_at is not None:
        return Part(_finishing(speech, its), (goals,))
    leave = (Button(speech.plain("group-leave-office"), buttons.LeaveOffice()),)
    return Part(speech.html("group-own", number=its.group.number), (goals, leave))


def _finishing(speech: Speech, its: OwnMembership) -> Html:
    if its.membership.leader_wish is None:
        return speech.html("group-own-asked", number=its.group.number)
    return speech.html("group-own-finishing", number=its.group.number)


def leave_office_question(speech: Speech) -> Message:
    rows = (
        (Button(speech.plain("group-office-finish"), buttons.ConfirmLeaveOffice(FinishWish.FINISH)),),
        (Button(speech.plain("group-office-stop"), buttons.ConfirmLeaveOffice(FinishWish.STOP)),),
        (Button(speech.plain("group-office-no"), ShowOwn()),),
    )
    return Message(speech.html("group-office-question"), Keyboard(rows))


def wanted_to_finish(speech: Speech, its: OwnMembership) -> Message:
    """They said so before: where that stands."""
    return Message(_finishing(speech, its))


def wants_to_finish(speech: Speech) -> Message:
    return Message(speech.html("group-office-asked"))


def stopped(speech: Speech) -> Message:
    return Message(speech.html("group-office-stopped"))
