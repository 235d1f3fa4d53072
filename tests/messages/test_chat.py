"""The card of a chat leaves nobody without a way on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from domain.chat import Chat, ChatStatus, Place, Seat, Why
from domain.group import Group, GroupStatus
from messages import chat as messages
from messages import chat_buttons as buttons
from texts.speech import Texts

NOW = datetime(2027, 1, 12, 15, tzinfo=UTC)
SPEECH = Texts.load().speech("nl")
GROUP = Group(
    id=1,
    round_id=None,
    status=GroupStatus.PUBLISHED,
    facilitator_id=1,
    stand_in_id=None,
    quorum=5,
    presenting_from=2,
    created_by=1,
    created_at=NOW,
    published_at=NOW,
    ended_at=None,
)
LINKED = Chat(group_id=1, chat_id=-1, status=ChatStatus.LINKED, why=None, linked_by=1, linked_at=NOW)
DIRK = Seat(id=7, group_id=1, telegram_id=9, person_id=None, place=Place.INSIDE, name="Dirk Jansen", changed_at=NOW)


@dataclass(frozen=True)
class Card:
    chat: Chat
    missing: tuple[str, ...] = ()
    strangers: tuple[Seat, ...] = ()
    group: Group = GROUP
    declined: bool = False


def under(card: Card) -> list[tuple[str, type[object]]]:
    keyboard = messages.card(SPEECH, card).keyboard
    assert keyboard is not None
    return [(button.text, type(button.data)) for row in keyboard.rows for button in row]


def test_while_somebody_is_missing_they_can_be_sent_a_new_link() -> None:
    assert ("Stuur de link opnieuw", buttons.InviteAgain) in under(Card(LINKED, missing=("Koen",)))


def test_when_all_are_in_there_is_nobody_to_send_it_to() -> None:
    assert [data for _, data in under(Card(LINKED))] == [buttons.Unlink]


def test_a_stranger_can_be_taken_out_from_the_card_by_name() -> None:
    card = Card(LINKED.because(Why.STRANGER), strangers=(DIRK, DIRK.model_copy(update={"id": 8, "name": None})))

    assert under(card)[:2] == [
        ("Dirk Jansen verwijderen", buttons.RemoveStranger),
        ("Iemand verwijderen", buttons.RemoveStranger),
    ]
