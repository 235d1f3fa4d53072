"""Hosting: asked of a member, arranged by them, told to the others in private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.place import Arrangement, HostingStatus
from messages import place_buttons as buttons
from messages.message import Message
from messages.session import agenda_row, municipality_name, when
from texts.buttons import Button, Keyboard
from texts.dates import moment
from texts.speech import Html, lines

if TYPE_CHECKING:
    from datetime import datetime

    from domain.group import Group
    from domain.place_view import HostingView
    from messages.session import Reader
    from texts.speech import Speech


def asked(reader: Reader, its: HostingView, until: datetime, *, again: bool = False) -> Message:
    """Can the group come to you? `again`: there was no answer yet."""
    speech = reader.speech
    parts = [
        speech.html("host-reminder") if again else Html(),
        _about(reader, its, "host-asked"),
        speech.html("host-until", until=moment(until, speech.language, reader.now)),
    ]
    answers = (
        Button(speech.plain("host-yes"), buttons.AnswerHosting(its.hosting.id, yes=True)),
        Button(speech.plain("host-no"), buttons.AnswerHosting(its.hosting.id, yes=False)),
    )
    return Message(lines(*parts, between="\n\n"), Keyboard(tuple((each,) for each in answers)))


def accepted(reader: Reader, its: HostingView) -> Message:
    speech = reader.speech
    words = lines(_about(reader, its, "host-accepted"), speech.html("host-arrange-hint"), between="\n\n")
    return Message(words, Keyboard(_own_rows(speech, its)))


def declined(speech: Speech) -> Message:
    return Message(speech.html("host-declined"))


def stale(speech: Speech) -> Message:
    return Message(speech.html("host-stale"))


def gone(speech: Speech) -> Message:
    return Message(speech.html("host-gone"))


def lapsed(reader: Reader, its: HostingView) -> Message:
    return Message(_dated(reader, its, "host-lapsed"))


def released(reader: Reader, its: HostingView) -> Message:
    return Message(_dated(reader, its, "host-released"))


def found(reader: Reader, its: HostingView) -> Message:
    """To who leads the group: somebody has said yes."""
    return Message(_about(reader, its, "host-found", group=its.group.number, host=_host(its)))


def passed(reader: Reader, its: HostingView) -> Message:
    """To who leads the group: somebody else is asked."""
    choose = Button(reader.speech.plain("host-choose-myself"), buttons.ShowSessionPlace(its.session.id))
    words = reader.speech.html(
        "host-passed",
        group=its.group.number,
        number=its.session.number,
        date=when(reader, its.session),
        host=_host(its),
        place=place_of(reader, its),
    )
    return Message(words, Keyboard(((choose,),)))


def arranged(reader: Reader, its: HostingView) -> Message:
    """To everybody of the group, in private: it holds an address and an entrance."""
    title = reader.speech.html(
        "host-arranged",
        number=its.session.number,
        date=when(reader, its.session),
        place=place_of(reader, its),
        host=_host(its),
    )
    return Message(lines(title, said(reader.speech, its), between="\n\n"), protect=True)


def own(reader: Reader, its: HostingView, before: Html | None = None) -> Message:
    """What the host has said so far, to be changed line by line."""
    speech = reader.speech
    if its.hosting.status is not HostingStatus.ACCEPTED:
        return stale(speech)
    parts = [before or Html(), speech.html("host-arranged-own"), said(speech, its)]
    changes = tuple(
        (Button(f"{speech.plain(f'host-{each}')}: {speech.plain('host-arrange-change')}", _arrange(its, each)),)
        for each in its.hosting.arrangements.said
    )
    missing = len(its.hosting.arrangements.said) < len(Arrangement)
    more = ((Button(speech.plain("host-arrange"), _arrange(its, None)),),) if missing else ()
    return Message(lines(*parts, between="\n\n"), Keyboard((*more, *changes, _cannot_row(speech, its))), protect=True)


def question(speech: Speech, hosting_id: int, asked_for: Arrangement) -> Message:
    skip = Button(speech.plain("common-skip"), buttons.SkipArrangement(hosting_id, asked_for))
    stop = Button(speech.plain("common-done"), buttons.StopArranging(hosting_id))
    return Message(speech.html(f"host-{asked_for}-question"), Keyboard(((skip, stop),)))


def answered(speech: Speech, asked_for: Arrangement, words: str) -> Message:
    """What the question becomes once it is answered."""
    return Message(speech.html("host-said", label=speech.plain(f"host-{asked_for}"), words=words), protect=True)


def said(speech: Speech, its: HostingView) -> Html:
    told = its.hosting.arrangements
    if not told.said:
        return speech.html("host-nothing-said")
    return lines(
        *(speech.html("host-said", label=speech.plain(f"host-{each}"), words=told.of(each) or "") for each in told.said)
    )


def office_waits(speech: Speech, group: Group) -> Message:
    return Message(speech.html("place-office-waits", group=group.number))


def place_of(reader: Reader, its: HostingView) -> str:
    return municipality_name(reader.municipalities, its.hosting.municipality_code)


def _about(reader: Reader, its: HostingView, key: str, **more: str | int) -> Html:
    """Of one session, or with a central town hall of all of them."""
    place = place_of(reader, its)
    if its.all_of_them:
        return reader.speech.html(f"{key}-all", place=place, sessions=its.sessions, **more)
    return reader.speech.html(key, place=place, number=its.session.number, date=when(reader, its.session), **more)


def _dated(reader: Reader, its: HostingView, key: str) -> Html:
    return reader.speech.html(key, number=its.session.number, date=when(reader, its.session))


def _host(its: HostingView) -> str:
    return "" if its.host is None else its.host.first_name


def _own_rows(speech: Speech, its: HostingView) -> tuple[tuple[Button, ...], ...]:
    return ((Button(speech.plain("host-arrange"), _arrange(its, None)),), _cannot_row(speech, its), agenda_row(speech))


def _cannot_row(speech: Speech, its: HostingView) -> tuple[Button, ...]:
    return (Button(speech.plain("host-cannot-any-more"), buttons.AnswerHosting(its.hosting.id, yes=False)),)


def _arrange(its: HostingView, arrangement: Arrangement | None) -> buttons.Arrange:
    return buttons.Arrange(its.hosting.id, arrangement)
