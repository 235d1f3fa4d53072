"""Entering somebody after a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.entry import EntryQuestion, question_before
from domain.invitation import InvitationKind
from messages.entry_buttons import (
    ChooseEntryMunicipality,
    EntryBack,
    EntryCancel,
    MakeLink,
    MakeLinkAgain,
    OtherEntryMunicipality,
    SkipEntryEmail,
)
from messages.invitation import last_day, share_registration
from messages.links import invitation_link
from messages.message import Message
from messages.municipality import MunicipalityButtons, which_municipality
from messages.registration_card import municipality_name
from texts.buttons import Button, Keyboard

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.municipality import Merged, Municipalities, Several, Suggestion, Unknown
    from domain.registration import Registration
    from domain.round import Round
    from texts.speech import Speech

# The oldest come first; more than these do not fit a phone.
MOST_UNOPENED = 10


def name_question(speech: Speech) -> Message:
    return Message(speech.html("entry-name-question"), Keyboard((_below(speech, EntryQuestion.NAME),)))


def municipality_question(speech: Speech, registration: Registration) -> Message:
    words = speech.html("entry-municipality-question", name=name_of(registration))
    return Message(words, Keyboard((_below(speech, EntryQuestion.MUNICIPALITY),)))


def which(speech: Speech, registration: Registration, match: Suggestion | Several | Merged | Unknown) -> Message:
    """The typed municipality is not simply one."""
    buttons = MunicipalityButtons(
        choose=lambda code: ChooseEntryMunicipality(registration.id, code),
        other=OtherEntryMunicipality(registration.id),
        below=(_below(speech, EntryQuestion.MUNICIPALITY),),
    )
    return which_municipality(speech, match, buttons)


def email_question(speech: Speech, registration: Registration) -> Message:
    skip = (Button(speech.plain("common-skip"), SkipEntryEmail(registration.id)),)
    words = speech.html("entry-email-question", name=name_of(registration))
    return Message(words, Keyboard((skip, _below(speech, EntryQuestion.EMAIL))))


def summary(
    speech: Speech, registration: Registration, round_: Round | None, municipalities: Municipalities
) -> Message:
    words = speech.html(
        "entry-summary",
        name=name_of(registration),
        municipality=municipality_name(municipalities, registration.answers.municipality_code),
        email=registration.answers.email or speech.plain("entry-no-email"),
        round=speech.plain("entry-free")
        if round_ is None
        else speech.plain("entry-in-round", round=round_.name or "–"),
    )
    make = (Button(speech.plain("entry-make-link"), MakeLink(registration.id)),)
    return Message(words, Keyboard((make, _below(speech, EntryQuestion.SUMMARY))))


def municipality_done(speech: Speech, registration: Registration, municipalities: Municipalities) -> Message:
    name = municipality_name(municipalities, registration.answers.municipality_code)
    return Message(speech.html("entry-municipality-done", municipality=name))


def email_skipped(speech: Speech) -> Message:
    return Message(speech.html("entry-email-skipped"))


def done(speech: Speech, registration: Registration) -> Message:
    return Message(speech.html("entry-done", name=name_of(registration)))


def personal_link(speech: Speech, registration: Registration, username: str, token: str, now: datetime) -> Message:
    url = invitation_link(username, token)
    day = last_day(speech, InvitationKind.REGISTRATION, now)
    words = speech.html("entry-link", name=name_of(registration), day=day, url=url)
    return Message(words, Keyboard(((share_registration(speech, url),),)))


def stopped(speech: Speech) -> Message:
    return Message(speech.html("entry-stopped"))


def unopened(speech: Speech, registrations: Sequence[Registration]) -> Message:
    """Those whose link may have been lost."""
    rows = tuple(
        (Button(name_of(registration), MakeLinkAgain(registration.id)),)
        for registration in registrations[:MOST_UNOPENED]
    )
    return Message(speech.html("entry-unopened"), Keyboard(rows))


def unopened_told(speech: Speech, registration: Registration, municipality: str, erased_on: str) -> Message:
    """To the coordinators: somebody whom they entered has not opened the link; until when it is kept."""
    words = speech.html("entry-told-unopened", name=name_of(registration), municipality=municipality, day=erased_on)
    again = Button(speech.plain("entry-link-again"), MakeLinkAgain(registration.id))
    return Message(words, Keyboard(((again,),)))


def gone_told(speech: Speech) -> Message:
    """To the coordinators: it was erased, and with it whose it was."""
    return Message(speech.html("entry-told-gone"))


def opened_meanwhile(speech: Speech) -> Message:
    return Message(speech.html("entry-opened-meanwhile"))


def name_of(registration: Registration) -> str:
    return registration.answers.name or "–"


def _below(speech: Speech, question: EntryQuestion) -> tuple[Button, ...]:
    cancel = Button(speech.plain("common-cancel"), EntryCancel(question))
    if question_before(question) is None:
        return (cancel,)
    return (Button(speech.plain("common-back"), EntryBack(question)), cancel)
