"""Who presents when: as the group, a member, and who leads the group read it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from domain.rota import Breach
from messages import rota_buttons as buttons
from messages.message import Message
from texts.buttons import Button, Keyboard
from texts.dates import day, moment, short_day
from texts.lists import all_of
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from domain.group import Group
    from domain.person import Person
    from domain.rota import Fault, Lineup
    from domain.session import Session
    from domain.turn import Turn, TurnRole
    from texts.speech import Speech


class Member(Protocol):
    @property
    def person(self) -> Person: ...
    @property
    def first_name(self) -> str: ...
    @property
    def name(self) -> str: ...


class Row(Protocol):
    @property
    def session(self) -> Session: ...
    @property
    def turns(self) -> Sequence[Turn]: ...
    @property
    def lineup(self) -> Lineup: ...
    @property
    def told(self) -> bool: ...


class View(Protocol):
    @property
    def group(self) -> Group: ...
    @property
    def rows(self) -> Sequence[Row]: ...
    @property
    def members(self) -> Sequence[Member]: ...
    @property
    def faults(self) -> Sequence[Fault]: ...
    @property
    def turns(self) -> Mapping[int, int]: ...
    @property
    def proposed(self) -> bool: ...
    @property
    def mark(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Reader:
    speech: Speech
    now: datetime

    def day(self, session: Session) -> str:
        return day(session.starts_at, self.speech.language, self.now)

    def short(self, session: Session) -> str:
        return short_day(session.starts_at, self.speech.language)


class Names:
    """What people of a group are called: by first name, and in full where two share it."""

    def __init__(self, speech: Speech, members: Iterable[Member]) -> None:
        known = list(members)
        times = Counter(member.first_name for member in known)
        self._names = {each.person.id: each.first_name if times[each.first_name] == 1 else each.name for each in known}
        self._speech = speech

    def of(self, person_id: int | None) -> str:
        """Nobody, or somebody who left, is said to be nobody yet."""
        return self._names.get(person_id or 0) or self._speech.plain("rota-nobody")

    def all(self, people: Iterable[int]) -> str:
        known = [self._names[each] for each in people if each in self._names]
        return all_of(known, self._speech.language) or self._speech.plain("rota-nobody")


def table(reader: Reader, view: View, *, told_only: bool) -> Html:
    """Two short lines a session: that reads on any phone, and aloud."""
    names = Names(reader.speech, view.members)
    return lines(
        *(_row(reader, names, row) for row in view.rows if row.told or not told_only),
        between="\n\n",
    )


def posted(reader: Reader, view: View) -> Message:
    """To the group: first names only."""
    speech = reader.speech
    words = (speech.html("rota-posted"), table(reader, view, told_only=True), speech.html("rota-posted-more"))
    return Message(lines(*words, between="\n\n"))


def in_group(reader: Reader, view: View) -> Message:
    """In answer to the command in the chat."""
    return Message(lines(_title(reader, view, "rota-title"), _table_or_empty(reader, view), between="\n\n"))


def for_member(reader: Reader, view: View, person_id: int) -> Message:
    """With what one can do about it."""
    speech = reader.speech
    words = lines(_title(reader, view, "rota-title"), _table_or_empty(reader, view), between="\n\n")
    told = [row for row in view.rows if row.told]
    rows: list[tuple[Button, ...]] = []
    if any(person_id in row.lineup.people for row in told):
        rows.append((Button(speech.plain("swap-offer"), buttons.OfferTurn(None)),))
    if view.rows:
        rows.append((Button(speech.plain("volunteer-have"), buttons.VolunteerFor(None)),))
    return Message(words, Keyboard(tuple(rows)) if rows else None)


def no_group(speech: Speech) -> Message:
    return Message(speech.html("rota-no-group"))


def for_leader(reader: Reader, view: View, before: str | None = None) -> Message:
    """The whole of it, told or not, why it is so, and what can be done; `before` is the key of what happened."""
    speech, group = reader.speech, view.group.id
    title = _title(reader, view, "rota-title-leader")
    said = Html() if before is None else speech.html(before)
    if not view.rows:
        return Message(lines(said, title, speech.html("rota-empty-leader"), between="\n\n"))
    divided = all(row.turns for row in view.rows)
    proposal = speech.html("rota-proposal") if view.proposed and before is None else Html()
    why = explanation(reader, view) if divided else Html()
    words = lines(said, title, table(reader, view, told_only=False), why, proposal, between="\n\n")
    edit = Button(speech.plain("rota-edit"), buttons.EditRota(group, None))
    if view.proposed:
        confirm = Button(speech.plain("rota-confirm"), buttons.ConfirmRota(group, view.mark))
        again = Button(speech.plain("rota-divide-again"), buttons.DivideRota(group))
        return Message(words, Keyboard(((confirm,), (edit,), (again,))))
    if not divided:
        return Message(words, Keyboard(((Button(speech.plain("rota-divide"), buttons.DivideRota(group)),),)))
    return Message(words, Keyboard(((edit,),)))


def explanation(reader: Reader, view: View) -> Html:
    """In a line why it is fair; then what it breaks, if anything."""
    speech = reader.speech
    fewest, most = min(view.turns.values(), default=0), max(view.turns.values(), default=0)
    if most == fewest:
        fair = speech.html("rota-why-equal", most=most)
    else:
        key = "rota-why-fair" if most == fewest + 1 else "rota-why-uneven"
        fair = speech.html(key, fewest=fewest, most=most)
    if not view.faults:
        return Html(f"{fair} {speech.html('rota-why-kept')}")
    return lines(fair, speech.html("rota-why-broken"), *fault_lines(reader, view, view.faults))


def fault_lines(reader: Reader, view: View, faults: Iterable[Fault]) -> list[Html]:
    return [Html(f"• {each}") for each in fault_words(reader, view, faults)]


def fault_words(reader: Reader, view: View, faults: Iterable[Fault]) -> list[Html]:
    names = Names(reader.speech, view.members)
    days = {row.session.id: reader.short(row.session) for row in view.rows}
    words = []
    for fault in faults:
        key = f"rota-fault-{fault.breach}"
        values = {"name": names.of(fault.person_id), "day": days.get(fault.session_id, "")}
        wanted = reader.speech.placeholders(key)
        words.append(reader.speech.html(key, **{name: value for name, value in values.items() if name in wanted}))
    return words


def turns_told(reader: Reader, view: View, person_id: int) -> Message:
    """To one person: every turn of theirs that is to come."""
    names = Names(reader.speech, view.members)
    own = [_own_line(reader, names, row, person_id) for row in view.rows if row.told]
    title, more = reader.speech.html("rota-turns-told"), reader.speech.html("rota-turns-more")
    return Message(lines(title, lines(*own), more, between="\n\n"))


def has_turns(view: View, person_id: int) -> bool:
    return any(person_id in row.lineup.people for row in view.rows if row.told)


def reminder(reader: Reader, view: View) -> Message:
    speech = reader.speech
    return Message(
        speech.html("rota-reminder", group=view.group.number),
        Keyboard(((Button(speech.plain("rota-divide"), buttons.DivideRota(view.group.id)),),)),
    )


def waits(speech: Speech, group: Group, facilitator: str | None) -> Message:
    """To the office."""
    if facilitator is None:
        return Message(speech.html("rota-waits-nobody", group=group.number))
    return Message(speech.html("rota-waits", group=group.number, facilitator=facilitator))


def leader_told(reader: Reader, view: View, rows: Sequence[Row]) -> Message:
    """How the rota of these sessions is now, to who leads the group."""
    speech, strained = reader.speech, needs_looking_at(reader, view, rows)
    if len(rows) == 1:
        its = rows[0]
        title = speech.html("rota-changed-leader", day=reader.day(its.session))
        keyboard = Keyboard((edit_row(reader, view.group.id, its.session.id),))
        return Message(lines(title, now_is(reader, view, its), strained), keyboard)
    names = Names(speech, view.members)
    table = lines(*(_row(reader, names, row) for row in rows), between="\n\n")
    words = lines(speech.html("rota-changed-leader-several"), table, strained, between="\n\n")
    return Message(words, Keyboard((edit_row(reader, view.group.id, None),)))


def now_is(reader: Reader, view: View, row: Row) -> Html:
    names = Names(reader.speech, view.members)
    return reader.speech.html(
        "rota-now-is", presenters=names.all(row.lineup.presenters), reserve=names.of(row.lineup.reserve)
    )


def needs_looking_at(reader: Reader, view: View, rows: Sequence[Row]) -> Html:
    """What the leader may want to mend after a change: an empty place, or somebody twice in a row because of it."""
    speech = reader.speech
    order = [each.session.id for each in view.rows]
    near = {each for row in rows for each in order[order.index(row.session.id) :][:2]}
    strained = [each for each in view.faults if each.breach is Breach.TWICE_IN_A_ROW and each.session_id in near]
    empty = any(turn.person_id is None for row in rows for turn in row.turns)
    gap = speech.html("rota-gap") if empty else Html()
    if not strained:
        return gap
    return lines(gap, speech.html("rota-look"), *fault_lines(reader, view, strained))


def edit_row(reader: Reader, group_id: int, session_id: int | None) -> tuple[Button, ...]:
    return (Button(reader.speech.plain("rota-edit"), buttons.EditRota(group_id, session_id)),)


def changed(reader: Reader, view: View, row: Row, person_id: int, was: str) -> Message | None:
    """What is different for one person; None when nothing is. `was` is what they had to do before."""
    speech, its_day = reader.speech, reader.day(row.session)
    names = Names(speech, view.members)
    with_whom = names.all(each for each in row.lineup.presenters if each != person_id)
    alone = len(row.lineup.presenters) == 1
    if person_id in row.lineup.presenters:
        if was == "presenter":
            return None
        key = "rota-changed-stepped-up" if was == "reserve" else "rota-changed-presenter"
        if alone:
            return Message(speech.html(f"{key}-alone", day=its_day))
        return Message(speech.html(key, day=its_day, others=with_whom))
    if person_id == row.lineup.reserve:
        if was == "reserve":
            return None
        key = "rota-changed-reserve-down" if was == "presenter" else "rota-changed-reserve"
        return Message(speech.html(key, day=its_day))
    return None if was == "none" else Message(speech.html("rota-changed-none", day=its_day))


def _own_line(reader: Reader, names: Names, row: Row, person_id: int) -> Html:
    speech, its_day = reader.speech, reader.day(row.session)
    if person_id == row.lineup.reserve:
        return speech.html("rota-turn-reserve", day=its_day)
    if person_id not in row.lineup.presenters:
        return Html()
    others = [each for each in row.lineup.presenters if each != person_id]
    if not others:
        return speech.html("rota-turn-presenter-alone", day=its_day)
    return speech.html("rota-turn-presenter", day=its_day, others=names.all(others))


def _row(reader: Reader, names: Names, row: Row) -> Html:
    when = moment(row.session.starts_at, reader.speech.language, reader.now)
    if not row.turns:
        return lines(Html(f"<b>{when}</b>"), reader.speech.html("rota-not-divided"))
    return reader.speech.html(
        "rota-line",
        moment=when,
        presenters=names.all(row.lineup.presenters),
        reserve=names.of(row.lineup.reserve),
    )


def _table_or_empty(reader: Reader, view: View) -> Html:
    if any(row.told for row in view.rows):
        return table(reader, view, told_only=True)
    return reader.speech.html("rota-member-waits" if view.rows else "rota-empty")


def _title(reader: Reader, view: View, key: str) -> Html:
    if "group" in reader.speech.placeholders(key):
        return reader.speech.html("rota-title-leader", group=view.group.number)
    return reader.speech.html("rota-title")


def place_name(reader: Reader, view: View, row: Row, role: TurnRole, position: int) -> str:
    """Who has this place now."""
    had = next((turn.person_id for turn in row.turns if (turn.role, turn.position) == (role, position)), None)
    return Names(reader.speech, view.members).of(had)
