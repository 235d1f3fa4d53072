"""Where sessions are: one of them, picked by who leads the group; and the year, chosen by its members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.place import ChoiceStatus, HostingStatus, PlaceForm, Votes
from domain.session import Form
from messages import place_buttons as buttons
from messages.journey import lasts
from messages.message import Message
from messages.poll_buttons import ClosePoll
from messages.session import municipality_name, when
from texts.buttons import Button, Keyboard
from texts.dates import moment, short_day
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.group import Group
    from domain.place import PlaceChoice
    from domain.place_view import PlaceCard, PlacedSession, RankedHost, SessionPlaceCard
    from domain.session import Session
    from domain.travel import RankedTownHall
    from messages.session import Reader
    from texts.speech import Speech

Rows = tuple[tuple[Button, ...], ...]


def session_card(reader: Reader, its: SessionPlaceCard, before: Html | None = None) -> Message:
    """The town halls by their journeys, each a button; and where it is now."""
    speech = reader.speech
    title = speech.html("place-session", number=its.session.number, date=when(reader, its.session))
    parts = [before or Html(), title, _now(reader, its), speech.html("place-session-ranked")]
    halls = tuple((_hall_button(reader, its, each),) for each in its.ranked)
    online = Button(speech.plain("place-online"), buttons.PickOnline(its.session.id))
    return Message(lines(*parts, between="\n\n"), Keyboard((*halls, (online,))))


def picked(reader: Reader, its: SessionPlaceCard) -> Message:
    if its.hosting is None or its.host is None:
        return Message(reader.speech.html("place-picked-online"))
    place = municipality_name(reader.municipalities, its.hosting.municipality_code)
    return Message(reader.speech.html("place-picked", host=its.host.first_name, place=place))


def wanted(reader: Reader, its: SessionPlaceCard) -> Message:
    """To who leads the group: nobody hosts it, and nobody is left to be asked, or nothing was chosen yet."""
    words = reader.speech.html(
        "place-wanted", group=its.group.number, number=its.session.number, date=when(reader, its.session)
    )
    return Message(words, session_card(reader, its).keyboard)


def several_wanted(reader: Reader, group: Group, sessions: Sequence[Session]) -> Message:
    """The same of more than one session: each is a button to where it could be."""
    labels = [reader.speech.plain("place-wanted-one", number=each.number, date=when(reader, each)) for each in sessions]
    rows = tuple(
        (Button(label, buttons.ShowSessionPlace(each.id)),) for label, each in zip(labels, sessions, strict=True)
    )
    return Message(reader.speech.html("place-wanted-several", group=group.number), Keyboard(rows))


def gone(speech: Speech) -> Message:
    return Message(speech.html("place-gone"))


def year_card(reader: Reader, its: PlaceCard, before: Html | None = None) -> Message:
    """Where a group meets for the rest of its cycle, and what its leader can do about it."""
    speech = reader.speech
    title = speech.html("year-title", group=its.group.number)
    state, rows = _state(reader, its)
    parts = [before or Html(), title, state, _listed(reader, its), _fairness(reader, its)]
    return Message(lines(*parts, between="\n\n"), Keyboard(rows))


def tied(reader: Reader, its: PlaceCard) -> Message:
    return year_card(reader, its, reader.speech.html("year-tied", group=its.group.number))


def drafted(reader: Reader, its: PlaceCard) -> Message:
    return year_card(reader, its, reader.speech.html("year-drafted-told", group=its.group.number))


def choose_host(reader: Reader, its: PlaceCard, session_id: int) -> Message:
    """Who could host this session instead."""
    speech = reader.speech
    placed = next((each for each in its.sessions if each.session.id == session_id), None)
    if placed is None or its.choice is None:
        return gone(speech)
    session = placed.session
    words = speech.html("year-choose-host", number=session.number, date=when(reader, session))
    rows = tuple(
        (
            Button(
                f"{member.first_name}, {municipality_name(reader.municipalities, member.municipality_code)}",
                buttons.SetHost(its.choice.id, session.id, member.person.id),
            ),
        )
        for member in its.members
        if member.municipality_code is not None
    )
    back = Button(speech.plain("common-back"), buttons.ShowPlace(its.group.id))
    return Message(words, Keyboard((*rows, (back,))))


def told_decided(reader: Reader, its: PlaceCard) -> Message:
    """To the group: what its votes made of it, or its leader."""
    choice, speech = its.choice, reader.speech
    if choice is None or choice.form is None:
        return Message(speech.html("year-none"))
    decided = choice.votes in {Votes.TIED, Votes.NONE}
    if choice.municipality_code is None:
        outcome = speech.html(f"group-place-{choice.form}-decided" if decided else f"group-place-{choice.form}")
    else:
        place = municipality_name(reader.municipalities, choice.municipality_code)
        outcome = speech.html("group-place-town-hall", place=place, host=_host_of_year(its))
    return Message(lines(_why_decided(speech, its, choice), outcome))


def _why_decided(speech: Speech, its: PlaceCard, choice: PlaceChoice) -> Html:
    """Why it was not the votes that decided; nothing when it was."""
    if choice.votes not in {Votes.TIED, Votes.NONE}:
        return Html()
    question = "form" if choice.municipality_code is None else "town-hall"
    by = (
        speech.html(f"group-place-undecided-{question}")
        if its.decider is None
        else speech.html("group-place-leader-chose", name=its.decider)
    )
    return lines(speech.html(f"group-place-votes-{choice.votes}"), by, between=" ")


def told_settled(reader: Reader, its: PlaceCard) -> Message:
    """To the group: who hosts when. Municipalities and first names; what is an address goes in private."""
    speech, choice = reader.speech, its.choice
    if choice is not None and choice.municipality_code is not None:
        title = speech.html(
            "group-place-settled-central",
            place=municipality_name(reader.municipalities, choice.municipality_code),
            sessions=sum(_is_of_choice(each, choice.id) for each in its.sessions),
            host=_host_of_year(its),
        )
        return Message(lines(title, speech.html("group-place-private-later"), between="\n\n"))
    title = speech.html("group-place-settled-in-turn")
    return Message(lines(title, _listed(reader, its), speech.html("group-place-private-later"), between="\n\n"))


def _now(reader: Reader, its: SessionPlaceCard) -> Html:
    speech = reader.speech
    if its.session.form is Form.ONLINE:
        return speech.html("place-session-online-now")
    if its.hosting is None or its.host is None:
        return Html()
    place = municipality_name(reader.municipalities, its.hosting.municipality_code)
    key = {HostingStatus.ACCEPTED: "settled", HostingStatus.ASKED: "asked"}.get(its.hosting.status, "planned")
    return speech.html(f"place-session-{key}", place=place, host=its.host.first_name)


def _hall_button(reader: Reader, its: SessionPlaceCard, ranked: RankedHost) -> Button:
    """How long the longest journey there is; who refused before can be asked once more."""
    code = ranked.town_hall.municipality_code
    refused = ranked.member.person.id in its.refused
    words = reader.speech.plain(
        "place-town-hall-refused" if refused else "place-town-hall",
        place=municipality_name(reader.municipalities, code),
        journey=lasts(reader.speech, ranked.town_hall.longest),
    )
    return Button(words, buttons.PickTownHall(its.session.id, code))


def _state(reader: Reader, its: PlaceCard) -> tuple[Html, Rows]:
    """What is going on, and the buttons that go with it."""
    speech, choice = reader.speech, its.choice
    if choice is None:
        if not its.sessions:
            return speech.html("year-no-sessions"), _session_rows(reader, its)
        opening = Button(speech.plain("year-open"), buttons.OpenPlacePoll(its.group.id))
        return speech.html("year-none"), ((opening,), *_session_rows(reader, its))
    anew = (Button(speech.plain("year-anew"), buttons.ChoosePlaceAnew(choice.id)),)
    match choice.status:
        case ChoiceStatus.VOTING:
            key = "year-voting-form" if choice.form is None else "year-voting-town-hall"
            until = "" if its.poll is None else moment(its.poll.closes_at, speech.language, reader.now)
            return speech.html(key, until=until), (*_close_rows(speech, its), anew)
        case ChoiceStatus.DECIDING:
            return _deciding(reader, its, anew)
        case ChoiceStatus.DRAFTED:
            confirm = (Button(speech.plain("year-confirm"), buttons.ConfirmHosts(choice.id)),)
            return speech.html("year-drafted"), (confirm, *_change_rows(speech, its), anew)
        case ChoiceStatus.ASKING:
            return speech.html("year-asking", place=_central(reader, its)), (*_session_rows(reader, its), anew)
        case _:
            return _settled(reader, its), (*_session_rows(reader, its), anew)


def _deciding(reader: Reader, its: PlaceCard, anew: tuple[Button, ...]) -> tuple[Html, Rows]:
    speech, choice = reader.speech, its.choice
    if choice is None:
        return Html(), ()
    if choice.form is None:
        forms = tuple(
            (Button(speech.plain(f"year-form-{form}"), buttons.DecidePlace(choice.id, form)),) for form in PlaceForm
        )
        return _undecided(speech, choice), (*forms, anew)
    halls = tuple((_tied_button(reader, choice.id, each),) for each in its.tied)
    return _undecided(speech, choice), (*halls, anew)


def _undecided(speech: Speech, choice: PlaceChoice) -> Html:
    """How the votes stood, and what it becomes when nobody chooses."""
    stood = speech.html(f"year-votes-{choice.votes}") if choice.votes in {Votes.TIED, Votes.NONE} else Html()
    question = "form" if choice.form is None else "town-hall"
    return lines(stood, speech.html(f"year-deciding-{question}"), between=" ")


def _settled(reader: Reader, its: PlaceCard) -> Html:
    if its.choice is not None and its.choice.form is PlaceForm.CENTRAL:
        return reader.speech.html("year-settled-central", place=_central(reader, its))
    return reader.speech.html("year-settled-in-turn")


def _central(reader: Reader, its: PlaceCard) -> str:
    code = None if its.choice is None else its.choice.municipality_code
    return "" if code is None else municipality_name(reader.municipalities, code)


def _tied_button(reader: Reader, choice_id: int, ranked: RankedTownHall) -> Button:
    place = municipality_name(reader.municipalities, ranked.municipality_code)
    words = reader.speech.plain("year-town-hall", place=place, journey=lasts(reader.speech, ranked.longest))
    return Button(words, buttons.DecideTownHall(choice_id, ranked.municipality_code))


def _close_rows(speech: Speech, its: PlaceCard) -> Rows:
    if its.poll is None:
        return ()
    return ((Button(speech.plain("first-date-close"), ClosePoll(its.poll.id, sure=False)),),)


def _change_rows(speech: Speech, its: PlaceCard) -> Rows:
    if its.choice is None:
        return ()
    return tuple(
        (
            Button(
                speech.plain("year-change", number=each.session.number, host=each.host.first_name),
                buttons.ChooseHost(its.choice.id, each.session.id),
            ),
        )
        for each in its.sessions
        if each.host is not None and _is_of_choice(each, its.choice.id)
    )


def _session_rows(reader: Reader, its: PlaceCard) -> Rows:
    """Each session by itself, to be settled by hand."""
    choices: Sequence[Button] = [
        Button(
            reader.speech.plain("year-session", number=each.session.number),
            buttons.ShowSessionPlace(each.session.id),
        )
        for each in its.sessions
    ]
    return tuple(tuple(choices[at : at + 2]) for at in range(0, len(choices), 2))


def _listed(reader: Reader, its: PlaceCard) -> Html:
    return lines(*(_line(reader, each) for each in its.sessions if _where(reader, each)))


def _line(reader: Reader, its: PlacedSession) -> Html:
    date_ = short_day(its.session.starts_at, reader.speech.language)
    place, number = _where(reader, its), its.session.number
    if its.host is None:
        return reader.speech.html("year-line-without-host", number=number, date=date_, place=place)
    return reader.speech.html("year-line", number=number, date=date_, place=place, host=its.host.first_name)


def _where(reader: Reader, its: PlacedSession) -> str:
    """Where it is, or where its host is; nothing as long as neither is known."""
    if its.session.form is Form.ONLINE:
        return reader.speech.plain("session-online")
    code = its.session.municipality_code if its.hosting is None else its.hosting.municipality_code
    return "" if code is None else municipality_name(reader.municipalities, code)


def _fairness(reader: Reader, its: PlaceCard) -> Html:
    """With hosts in turn: what the journeys of the one who travels most come to, and what could not be avoided."""
    if its.plan is None:
        return Html()
    speech = reader.speech
    return lines(
        speech.html("year-fairness", journeys=lasts(speech, its.plan.largest)),
        speech.html("year-host-away") if its.plan.away else Html(),
        speech.html("year-host-presents") if its.plan.presenting else Html(),
    )


def _host_of_year(its: PlaceCard) -> str:
    """Who hosts, or is asked to host, the sessions in the central town hall."""
    choice = its.choice
    hosts = [each.host for each in its.sessions if choice is not None and _is_of_choice(each, choice.id)]
    return next((host.first_name for host in hosts if host is not None), "")


def _is_of_choice(its: PlacedSession, choice_id: int) -> bool:
    return its.hosting is not None and its.hosting.choice_id == choice_id
