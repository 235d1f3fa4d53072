"""Setting the rota by hand: which session, which place, who; and what that breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.group import PRESENTING_FROM, QUORUMS
from domain.turn import PRESENTERS, TurnRole
from messages import rota_buttons as buttons
from messages.message import Message
from messages.rota import Names, fault_lines, place_name
from texts.buttons import Button, Keyboard
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from domain.rota import Fault
    from messages.rota import Reader, Row, View


def which_session(reader: Reader, view: View) -> Message:
    speech, group = reader.speech, view.group.id
    rows = [(Button(reader.short(row.session), buttons.EditRota(group, row.session.id)),) for row in view.rows]
    rules = (Button(speech.plain("rota-rules"), buttons.ShowRotaRules(group)),)
    back = (Button(speech.plain("rota-edit-back"), buttons.ShowRota(group)),)
    return Message(speech.html("rota-edit-which"), Keyboard((*rows, rules, back)))


def rules(reader: Reader, view: View, before: str | None = None) -> Message:
    """What is set for this group, and what else it could be; `before` is the key of what happened."""
    speech, group = reader.speech, view.group
    words = lines(
        Html() if before is None else speech.html(before),
        speech.html("rota-rules-from", number=group.presenting_from),
        speech.html("rota-rules-quorum", number=group.quorum),
        between="\n\n",
    )
    starts = tuple(
        Button(speech.plain("rota-rules-set-from", number=each), buttons.SetPresentingFrom(group.id, each))
        for each in PRESENTING_FROM
        if each != group.presenting_from
    )
    quorums = tuple(
        Button(speech.plain("rota-rules-set-quorum", number=each), buttons.SetQuorum(group.id, each))
        for each in QUORUMS
        if each != group.quorum
    )
    back = (Button(speech.plain("rota-edit-back"), buttons.ShowRota(group.id)),)
    return Message(words, Keyboard((*((each,) for each in starts), *((each,) for each in quorums), back)))


def which_place(reader: Reader, view: View, row: Row) -> Message:
    speech = reader.speech
    places = [(TurnRole.PRESENTER, each) for each in range(1, PRESENTERS + 1)] + [(TurnRole.RESERVE, 1)]
    rows = [
        (
            Button(
                speech.plain(f"rota-edit-{role}", name=place_name(reader, view, row, role, position)),
                buttons.EditPlace(view.group.id, row.session.id, role, position),
            ),
        )
        for role, position in places
    ]
    back = (Button(speech.plain("rota-edit-back"), buttons.ShowRota(view.group.id)),)
    return Message(speech.html("rota-edit-place", day=reader.day(row.session)), Keyboard((*rows, back)))


def who(reader: Reader, view: View, row: Row, place: tuple[TurnRole, int], able: Collection[int]) -> Message:
    """Everybody is there to choose from, with words for who cannot come or has another place there."""
    speech, (role, position) = reader.speech, place
    names = Names(speech, view.members)
    now_has = next((turn.person_id for turn in row.turns if (turn.role, turn.position) == place), None)

    def button(words: str, person_id: int | None) -> tuple[Button, ...]:
        data = buttons.PutPlace(view.group.id, row.session.id, role, position, person_id, anyhow=False)
        return (Button(words, data),)

    rows = []
    for member in view.members:
        person_id = member.person.id
        if person_id == now_has:
            continue
        words = names.of(person_id)
        if person_id not in able:
            words = speech.plain("rota-edit-person-cannot", name=words)
        elif person_id in row.lineup.people:
            words = speech.plain("rota-edit-person-there", name=words)
        rows.append(button(words, person_id))
    rows.append(button(speech.plain("rota-edit-nobody"), None))
    rows.append(
        (Button(speech.plain("rota-edit-back"), buttons.EditRota(view.group.id, row.session.id)),),
    )
    question = speech.html(
        f"rota-edit-who-{role}",
        day=reader.day(row.session),
        name=place_name(reader, view, row, role, position),
    )
    return Message(question, Keyboard(tuple(rows)))


def breaks(reader: Reader, view: View, wanted: buttons.PutPlace, faults: Iterable[Fault]) -> Message:
    speech = reader.speech
    words = lines(speech.html("rota-edit-breaks"), *fault_lines(reader, view, faults))
    anyhow = buttons.PutPlace(wanted.group, wanted.session, wanted.role, wanted.position, wanted.person, anyhow=True)
    back = buttons.EditPlace(wanted.group, wanted.session, wanted.role, wanted.position)
    rows = ((Button(speech.plain("rota-edit-anyhow"), anyhow), Button(speech.plain("rota-edit-back"), back)),)
    return Message(words, Keyboard(rows))
