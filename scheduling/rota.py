"""The words with which a group, its members and who leads it hear of turns, swaps and absence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.outbox import Kind
from domain.swap import SwapStatus
from domain.turn import ThinDecision
from messages import absence as absence_messages
from messages import planned as planned_messages
from messages import rota as messages
from messages import swap as swap_messages
from messages import volunteer as volunteer_messages
from messages.rota import Reader
from scheduling.words import Nothing
from services.rota_steps import sessions_in
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from domain.group import Group
    from domain.outbox import OutboxMessage
    from domain.person import Person
    from messages.message import Message
    from scheduling.words import GroupRenderer, Materials, Renderer
    from services.absence import ThinCard
    from services.rota import RotaRow, RotaView
    from services.swap import SwapCard
    from services.volunteer import VolunteerCard

GONE = Nothing("the session is over, or the group is gone")
NOT_LEADING = Nothing("somebody else leads the group by now")
NOTHING_NEW = Nothing("it is as it was, or was told")
SETTLED = Nothing("settled")


async def next_step(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    view = await _led_view(materials, message, recipient)
    if isinstance(view, Nothing):
        return view
    plan = await materials.services.planned.plan(view.group.id, recipient.id, materials.now)
    if plan is None:
        return NOT_LEADING
    # With others to move, and with nothing left to do, there is nothing to begin.
    if plan.next_step is None and not plan.complete:
        return NOTHING_NEW
    return planned_messages.card(materials.speech(recipient), view.group, plan)


async def reminder(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    view = await _led_view(materials, message, recipient)
    if isinstance(view, Nothing):
        return view
    if all(row.told for row in view.rows):
        return SETTLED
    return messages.reminder(_reader(materials, recipient), view)


async def waits(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    """To the office."""
    view = await materials.services.rotas.view(message.subject_id or 0, materials.now)
    if view is None or all(row.told for row in view.rows):
        return SETTLED
    leader_id = view.group.leader_id
    leader = None if leader_id is None else await materials.services.people.get(leader_id)
    return messages.waits(materials.speech(recipient), view.group, None if leader is None else leader.name)


async def posted(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    """To a member, where there is no chat."""
    view = await materials.services.rotas.view(message.subject_id or 0, materials.now)
    if view is None or recipient.id not in {each.person.id for each in view.members}:
        return GONE
    return messages.posted(_reader(materials, recipient), view) if any(row.told for row in view.rows) else GONE


async def posted_in_group(materials: Materials, message: OutboxMessage, group: Group) -> Message | Nothing:
    view = await materials.services.rotas.view(group.id, materials.now)
    if view is None or not any(row.told for row in view.rows):
        return GONE
    return messages.posted(Reader(materials.group_speech, materials.now), view)


async def turns_told(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    view = await materials.services.rotas.view(message.subject_id or 0, materials.now)
    if view is None or not messages.has_turns(view, recipient.id):
        return GONE
    return messages.turns_told(_reader(materials, recipient), view, recipient.id)


async def turn_changed(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    found = await _row(materials, message)
    if found is None:
        return GONE
    view, row = found
    if recipient.id not in {each.person.id for each in view.members}:
        return GONE
    said = messages.changed(_reader(materials, recipient), view, row, recipient.id, message.detail or "none")
    return NOTHING_NEW if said is None else said


async def rota_changed(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    view = await materials.services.rotas.view(message.subject_id or 0, materials.now)
    if view is None:
        return GONE
    if recipient.id not in view.group.leaders:
        return NOT_LEADING
    about = sessions_in(message.detail)
    rows = [row for row in view.rows if row.session.id in about and row.told]
    return messages.leader_told(_reader(materials, recipient), view, rows) if rows else GONE


def _absence(*, back: bool) -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        thin = await materials.services.absences.thin(message.subject_id or 0, recipient.id, materials.now)
        if thin is None:
            return GONE
        view = await materials.services.rotas.view(thin.session.group_id, materials.now)
        absent = await materials.services.absences.is_absent(thin.session.id, int(message.detail or 0))
        if view is None or absent is back:
            return NOTHING_NEW
        reader, row = _reader(materials, recipient), view.row(thin.session.id)
        rota = Html()
        if row is not None and row.told:
            rota = lines(messages.now_is(reader, view, row), messages.needs_looking_at(reader, view, [row]))
        name = messages.Names(reader.speech, view.members).of(int(message.detail or 0))
        return absence_messages.told(reader, thin, name, back=back, rota=rota)

    return render


def _thin(words: Callable[[Reader, ThinCard], Message], decision: ThinDecision | None) -> Renderer:
    """About a session with too few, as long as this is what was decided about it."""

    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        card = await materials.services.absences.thin(message.subject_id or 0, recipient.id, materials.now)
        if card is None:
            return GONE
        if card.thin is None or card.thin.decision is not decision:
            return SETTLED
        return words(_reader(materials, recipient), card)

    return render


def _volunteer(words: Callable[[Reader, RotaView, VolunteerCard], Message]) -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        card = await materials.services.volunteers.card(message.subject_id or 0, materials.now)
        if card is None:
            return SETTLED
        view = await materials.services.rotas.view(card.session.group_id, materials.now)
        if view is None or recipient.id not in view.group.leaders:
            return NOT_LEADING
        return words(_reader(materials, recipient), view, card)

    return render


async def volunteer_settled(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    told = await materials.services.volunteers.outcome(message.subject_id or 0, recipient.id, materials.now)
    if told is None:
        return GONE
    session, duty = told
    return volunteer_messages.told(_reader(materials, recipient), session, duty)


def _swap_question(words: Callable[[Reader, RotaView, SwapCard], Message]) -> Renderer:
    """To somebody who was asked, and can still say yes."""

    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        card = await materials.services.swaps.card(message.subject_id or 0, recipient.id, materials.now)
        if card is None or card.swap.status is not SwapStatus.OPEN or not card.exchanges:
            return SETTLED
        view = await materials.services.rotas.view(card.offered.session.group_id, materials.now)
        return GONE if view is None else words(_reader(materials, recipient), view, card)

    return render


def _swap_decision() -> Renderer:
    async def render(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
        card = await materials.services.swaps.card_for_leader(message.subject_id or 0, materials.now)
        if card is None or not card.exchanges:
            return SETTLED
        view = await materials.services.rotas.view(card.offered.session.group_id, materials.now)
        if view is None or recipient.id not in view.group.leaders:
            return NOT_LEADING
        return swap_messages.to_decide(_reader(materials, recipient), view, card)

    return render


async def swap_done(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    outcome = await materials.services.swaps.outcome(message.subject_id or 0, recipient.id)
    if outcome is None or outcome.swap.status is not SwapStatus.DONE:
        return GONE
    return swap_messages.done(_reader(materials, recipient), other=outcome.other, new=outcome.new, old=outcome.old)


async def swap_failed(materials: Materials, message: OutboxMessage, recipient: Person) -> Message | Nothing:
    outcome = await materials.services.swaps.outcome(message.subject_id or 0, recipient.id)
    if outcome is None or not outcome.swap.over_without_swap:
        return GONE
    return swap_messages.failed(_reader(materials, recipient), outcome.swap.status, outcome.old.session)


async def _row(materials: Materials, message: OutboxMessage) -> tuple[RotaView, RotaRow] | None:
    """A session to come whose rota was told; None when it is not, or not any more."""
    session = await materials.services.session_views.session(message.subject_id or 0)
    view = None if session is None else await materials.services.rotas.view(session.group_id, materials.now)
    row = None if view is None or session is None else view.row(session.id)
    return None if view is None or row is None or not row.told else (view, row)


async def _led_view(materials: Materials, message: OutboxMessage, recipient: Person) -> RotaView | Nothing:
    view = await materials.services.rotas.view(message.subject_id or 0, materials.now)
    if view is None or not view.group.published:
        return GONE
    return view if recipient.id in view.group.leaders else NOT_LEADING


def _reader(materials: Materials, recipient: Person) -> Reader:
    return Reader(materials.speech(recipient), materials.now)


WORDS: dict[Kind, Renderer] = {
    Kind.NEXT_STEP: next_step,
    Kind.ROTA_REMINDER: reminder,
    Kind.ROTA_WAITS: waits,
    Kind.ROTA_POSTED: posted,
    Kind.TURNS_TOLD: turns_told,
    Kind.TURN_CHANGED: turn_changed,
    Kind.ROTA_CHANGED: rota_changed,
    Kind.ABSENCE_TOLD: _absence(back=False),
    Kind.ABSENCE_TAKEN_BACK: _absence(back=True),
    Kind.BELOW_QUORUM: _thin(absence_messages.thin_asked, None),
    Kind.WENT_ON: _thin(absence_messages.went_on, ThinDecision.LAPSED),
    Kind.VOLUNTEER_ASKED: _volunteer(volunteer_messages.card),
    Kind.VOLUNTEER_REMINDER: _volunteer(volunteer_messages.reminder),
    Kind.VOLUNTEER_SETTLED: volunteer_settled,
    Kind.SWAP_ASKED: _swap_question(swap_messages.question),
    Kind.SWAP_REMINDER: _swap_question(swap_messages.reminder),
    Kind.SWAP_TO_DECIDE: _swap_decision(),
    Kind.SWAP_DECISION_REMINDER: _swap_decision(),
    Kind.SWAP_DONE: swap_done,
    Kind.SWAP_FAILED: swap_failed,
}

GROUP_WORDS: dict[Kind, GroupRenderer] = {Kind.ROTA_POSTED: posted_in_group}
