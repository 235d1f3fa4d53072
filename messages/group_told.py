"""What people hear about their group by themselves, and what is said once something about it was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from domain.group import Costs, FinishWish, MembershipStatus
from domain.group_change import NewcomerAnswer, NewcomerStatus, ShortageOutcome, ShortageWish
from messages import group_buttons as buttons
from messages.group_led import leaver_row, shortage_row
from messages.message import Message
from messages.participant_buttons import AskTakeOut
from messages.place_buttons import ShowFirstDates
from messages.registration_card import municipality_name
from messages.session_buttons import ShowAgenda
from texts.buttons import Button, Keyboard
from texts.lists import all_of
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.group import Group
    from domain.group_change import Newcomer, Shortage
    from messages.group_led import Led, Member
    from messages.intake import Desk
    from texts.speech import Speech


class ShortageCard(Protocol):
    @property
    def shortage(self) -> Shortage: ...
    @property
    def group(self) -> Group: ...
    @property
    def members(self) -> int: ...


class Asked(Protocol):
    """Somebody who might join."""

    @property
    def newcomer(self) -> Newcomer: ...
    @property
    def group(self) -> Group: ...
    @property
    def name(self) -> str: ...
    @property
    def municipality_code(self) -> str | None: ...


def published(desk: Desk, its: Led, reader_id: int) -> Message:
    """To a member: with whom, led by whom, what comes next. First and last names and municipalities, no parties."""
    speech = desk.speech
    others = [each for each in its.members if each.person.id != reader_id]
    leader = "–" if its.leader is None else its.leader.name or "–"
    first = "–" if its.leader is None else its.leader.first_name or "–"
    follows = (
        speech.html("group-told-next-planned", leader=leader)
        if its.planned
        else speech.html("group-told-next", leader=leader, first=first)
    )
    words = lines(
        speech.html("group-told-published", number=its.group.number, people=len(others)),
        lines(*(_member(desk, each) for each in others)),
        follows,
        between="\n\n",
    )
    return Message(words, protect=True)


def assigned(desk: Desk, its: Led) -> Message:
    """To who leads it from now on, as facilitator or in their stead."""
    speech = desk.speech
    key_is_stand_in = its.stand_in is not None and its.facilitator is not None
    facilitator = "–" if its.facilitator is None else its.facilitator.name or "–"
    title = (
        speech.html("group-told-stand-in", number=its.group.number, facilitator=facilitator)
        if key_is_stand_in
        else speech.html("group-told-assigned", number=its.group.number, people=len(its.members))
    )
    words = lines(
        title,
        lines(*(_member(desk, each) for each in its.members)),
        speech.html("group-told-assigned-planned" if its.planned else "group-told-assigned-next"),
        between="\n\n",
    )
    first_dates = (Button(speech.plain("group-first-dates"), ShowFirstDates(its.group.id)),)
    members = (Button(speech.plain("group-show-led"), buttons.ShowLedGroup(its.group.id)),)
    return Message(words, Keyboard((members,) if its.planned else (first_dates, members)), protect=True)


def given_back(speech: Speech, its: Led) -> Message:
    """To who leads it no longer."""
    leader = None if its.leader is None else its.leader.name or "–"
    if leader is None:
        return Message(speech.html("group-told-led-no-longer", number=its.group.number))
    return Message(speech.html("group-told-led-by-other", number=its.group.number, leader=leader))


def leader_changed(speech: Speech, its: Led) -> Message:
    """To a member."""
    leader = "–" if its.leader is None else its.leader.name or "–"
    if its.stand_in is not None and its.facilitator is not None:
        facilitator = its.facilitator.name or "–"
        return Message(speech.html("group-told-leader-stand-in", leader=leader, facilitator=facilitator))
    return Message(speech.html("group-told-leader", leader=leader))


def led_again(speech: Speech, its: Led) -> Message:
    """To the facilitator: who stands in for them now, or that they lead it themselves again."""
    members = (Button(speech.plain("group-show-led"), buttons.ShowLedGroup(its.group.id)),)
    if its.stand_in is not None:
        stand_in = its.stand_in.name or "–"
        words = speech.html("group-told-stood-in-for", number=its.group.number, stand_in=stand_in)
        return Message(words, Keyboard((members,)))
    agenda = (Button(speech.plain("session-agenda"), ShowAgenda()),)
    return Message(speech.html("group-told-led-again", number=its.group.number), Keyboard((agenda, members)))


def without_leader(speech: Speech, its: Led) -> Message:
    """To a coordinator."""
    row = (Button(speech.plain("group-other-facilitator"), buttons.ChooseFacilitator(its.group.id)),)
    words = speech.html("group-told-without-leader", number=its.group.number, people=len(its.members))
    return Message(words, Keyboard((row,)))


def member_left(desk: Desk, its: Member, group: Group, members: int) -> Message:
    """To who leads it: that, and never why."""
    row = (Button(desk.speech.plain("group-show-led"), buttons.ShowLedGroup(group.id)),)
    who = _who_from(desk, its.name, its.municipality_code)
    words = desk.speech.html("group-told-member-left", who=who, number=group.number, people=members)
    return Message(words, Keyboard((row,)) if members else None, protect=True)


def member_gone(desk: Desk, its: Member) -> Message:
    """To the other members."""
    who = _who_from(desk, its.first_name, its.municipality_code)
    return Message(desk.speech.html("group-told-member-gone", who=who), protect=True)


def costs_asked(desk: Desk, its: Member, group: Group, *, again: bool) -> Message:
    """To a coordinator, who decides what it costs."""
    speech, who = desk.speech, _who_from(desk, its.name, its.municipality_code)
    title = (
        speech.html("group-told-costs-again", who=who, number=group.number)
        if again
        else speech.html("group-told-costs", who=who, number=group.number)
    )
    rows = (
        (Button(speech.plain("group-costs-due"), buttons.DecideCosts(its.membership.id, Costs.DUE)),),
        (Button(speech.plain("group-costs-waived"), buttons.DecideCosts(its.membership.id, Costs.WAIVED)),),
    )
    return Message(title, Keyboard(rows), protect=True)


def costs_decided(desk: Desk, its: Member, group: Group) -> Message:
    """As it stands, whoever of the coordinators said so."""
    speech, who = desk.speech, _who_from(desk, its.name, its.municipality_code)
    due = its.membership.costs is Costs.DUE
    words = speech.html("group-costs-are-due", who=who) if due else speech.html("group-costs-are-waived", who=who)
    row = (Button(speech.plain("group-show", number=group.number), buttons.ShowGroup(group.id)),)
    return Message(words, Keyboard((row,)), protect=True)


def shortage_asked(speech: Speech, its: ShortageCard, *, again: bool) -> Message:
    """To who leads it, and to the coordinators."""
    number, people = its.group.number, its.members
    words = (
        speech.html("group-told-short-again", number=number, people=people)
        if again
        else speech.html("group-told-short", number=number, people=people)
    )
    return Message(words, Keyboard((shortage_row(speech, its.shortage),)))


def shortage_wished(speech: Speech, its: ShortageCard, *, office: bool) -> Message:
    """Once one of the two said what they want; the outcome when that decided it."""
    if its.shortage.outcome is not None:
        return shortage_settled(speech, its, office=office)
    wish = its.shortage.office_wish if office else its.shortage.leader_wish
    if wish is ShortageWish.FILL_UP:
        raise ValueError("a wish to fill up decides at once")
    words = speech.html("group-short-noted-office") if office else speech.html("group-short-noted-leader")
    return Message(words, Keyboard((shortage_row(speech, its.shortage),)))


def shortage_settled(speech: Speech, its: ShortageCard, *, office: bool) -> Message:
    number, people = its.group.number, its.members
    if its.shortage.outcome is not ShortageOutcome.FILL_UP:
        return Message(speech.html("group-told-short-goes-on", number=number, people=people))
    if not office:
        return Message(speech.html("group-told-short-fills-up", number=number))
    rows = (
        (Button(speech.plain("group-newcomer-find"), buttons.ShowNewcomers(its.group.id, 0)),),
        (
            Button(
                speech.plain("group-short-after-all"), buttons.WishAboutShortage(its.shortage.id, ShortageWish.GO_ON)
            ),
        ),
    )
    return Message(speech.html("group-told-short-find", number=number, people=people), Keyboard(rows))


def newcomer_asked(desk: Desk, its: Asked, *, again: bool) -> Message:
    """To each member in private: without a reason, and nobody learns whose answer it was."""
    speech, who = desk.speech, _who_from(desk, its.name, its.municipality_code)
    words = speech.html("group-told-newcomer-again", who=who) if again else speech.html("group-told-newcomer", who=who)
    return Message(words, Keyboard((_newcomer_row(speech, its),)), protect=True)


def newcomer_answered(desk: Desk, its: Asked, answer: NewcomerAnswer) -> Message:
    """What was answered, which can be changed until everybody has."""
    speech, who = desk.speech, _who_from(desk, its.name, its.municipality_code)
    fits = answer is NewcomerAnswer.FITS
    words = speech.html("group-newcomer-fits", who=who) if fits else speech.html("group-newcomer-not", who=who)
    return Message(words, Keyboard((_newcomer_row(speech, its),)) if its.newcomer.open else None, protect=True)


def newcomer_over(speech: Speech) -> Message:
    return Message(speech.html("group-newcomer-over"))


def _newcomer_row(speech: Speech, its: Asked) -> tuple[Button, ...]:
    return (
        Button(speech.plain("group-fits"), buttons.AnswerNewcomer(its.newcomer.id, NewcomerAnswer.FITS)),
        Button(speech.plain("group-fits-not"), buttons.AnswerNewcomer(its.newcomer.id, NewcomerAnswer.DOES_NOT_FIT)),
    )


def newcomer_settled(desk: Desk, its: Asked) -> Message:
    """To who leads it and to the coordinators: the outcome, and never whose answer it was."""
    speech, who, number = desk.speech, _who_from(desk, its.name, its.municipality_code), its.group.number
    match its.newcomer.status:
        case NewcomerStatus.JOINED:
            return Message(speech.html("group-told-newcomer-joined", who=who, number=number), protect=True)
        case NewcomerStatus.REFUSED:
            return Message(speech.html("group-told-newcomer-refused", who=who, number=number), protect=True)
        case _:
            return Message(speech.html("group-told-newcomer-withdrawn", who=who, number=number), protect=True)


def newcomer_joined(desk: Desk, its: Asked) -> Message:
    """To the members."""
    who = _who_from(desk, its.name, its.municipality_code)
    return Message(desk.speech.html("group-told-newcomer-comes", who=who), protect=True)


def newcomer_refused(speech: Speech, outcome: str) -> Message:
    """What came of proposing somebody; "asked" when the members are asked."""
    words = {
        "asked": speech.html("group-newcomer-proposed"),
        "busy": speech.html("group-newcomer-busy"),
        "one-municipality": speech.html("group-newcomer-municipality"),
        "full": speech.html("group-newcomer-full"),
        "no-candidate": speech.html("group-refused-no-candidate"),
        "no-group": speech.html("group-gone"),
    }[outcome]
    return Message(words, Keyboard(((Button(speech.plain("group-to-overview"), buttons.ShowGroups(0)),),)))


def newcomer_taken_back(speech: Speech, *, in_time: bool) -> Message:
    words = speech.html("group-newcomer-taken-back") if in_time else speech.html("group-newcomer-over")
    return Message(words, Keyboard(((Button(speech.plain("group-to-overview"), buttons.ShowGroups(0)),),)))


def leaver_asked(desk: Desk, its: Member, *, again: bool) -> Message:
    """To who leads it: a member is no alderman any more and wants to finish the cycle."""
    speech, who = desk.speech, _who_from(desk, its.name, its.municipality_code)
    words = speech.html("group-told-leaver-again", who=who) if again else speech.html("group-told-leaver", who=who)
    return Message(words, Keyboard((leaver_row(speech, its.membership.id),)), protect=True)


def leaver_answered(speech: Speech, its: Member) -> Message:
    """As it stands, for who leads it."""
    if its.membership.leader_wish is FinishWish.STOP or its.membership.status is MembershipStatus.LEFT:
        return Message(speech.html("group-leaver-stops", name=its.first_name), protect=True)
    return Message(speech.html("group-leaver-finishes", name=its.first_name), protect=True)


def leaver_settled(speech: Speech, its: Member) -> Message:
    """To the member: what who leads the group said."""
    if its.membership.leader_wish is FinishWish.STOP:
        return Message(speech.html("group-told-leaver-stops"))
    return Message(speech.html("group-told-leaver-finishes"))


def leaver_unanswered(desk: Desk, its: Member, group: Group) -> Message:
    """To a coordinator."""
    who = _who_from(desk, its.name, its.municipality_code)
    row = (Button(desk.speech.plain("group-show", number=group.number), buttons.ShowGroup(group.id)),)
    words = desk.speech.html("group-told-leaver-unanswered", who=who, number=group.number)
    return Message(words, Keyboard((row,)), protect=True)


def clash(desk: Desk, its: Member, clashing: Sequence[Member], group: Group) -> Message:
    """To a coordinator: two from one municipality, since one of them changed."""
    speech = desk.speech
    others = all_of([each.name for each in clashing], speech.language)
    words = speech.html(
        "group-told-clash", who=_who_from(desk, its.name, its.municipality_code), others=others, number=group.number
    )
    rows = [
        (Button(speech.plain("group-clash-out", name=each.first_name), AskTakeOut(each.membership.registration_id)),)
        for each in (its, *clashing)
    ]
    rows.append((Button(speech.plain("group-clash-stay"), buttons.LetClashBe(its.membership.id)),))
    return Message(words, Keyboard(tuple(rows)), protect=True)


def clash_left(speech: Speech) -> Message:
    return Message(speech.html("group-clash-left"))


def _member(desk: Desk, its: Member) -> Html:
    return desk.speech.html("group-member", who=desk.who(its.name, its.municipality_code))


def _who_from(desk: Desk, name: str, municipality_code: str | None) -> str:
    """As in "Marijke de Groot uit 's-Hertogenbosch", within a sentence."""
    municipality = municipality_name(desk.municipalities, municipality_code)
    return desk.speech.plain("group-who-from", name=name, municipality=municipality) if municipality else name
