"""A group that was published, as the office and who leads it see it: who is in it, and what can be arranged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from domain.group import LARGEST, FinishWish, MembershipStatus
from domain.group_change import ShortageWish
from messages import group_buttons as buttons
from messages.group import CANDIDATES_A_PAGE, pages, pick_words
from messages.group_ground import pick_lines
from messages.intake_buttons import ReadGoals
from messages.message import Message
from messages.participant_buttons import AskTakeOut
from texts.buttons import Button, Keyboard
from texts.dates import day
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.group import Group, Membership
    from domain.group_change import Newcomer, Shortage
    from domain.group_composition import Candidate, CommonGround
    from domain.person import Person
    from messages.intake import Desk
    from texts.speech import Speech

Row = tuple[Button, ...]


class Member(Protocol):
    @property
    def membership(self) -> Membership: ...
    @property
    def person(self) -> Person: ...
    @property
    def name(self) -> str: ...
    @property
    def first_name(self) -> str: ...
    @property
    def municipality_code(self) -> str | None: ...


class Led(Protocol):
    @property
    def group(self) -> Group: ...
    @property
    def members(self) -> Sequence[Member]: ...
    @property
    def facilitator(self) -> Person | None: ...
    @property
    def stand_in(self) -> Person | None: ...
    @property
    def leader(self) -> Person | None: ...
    @property
    def shortage(self) -> Shortage | None: ...
    @property
    def newcomer(self) -> Newcomer | None: ...
    @property
    def planned(self) -> bool: ...


class Proposed(Protocol):
    @property
    def group(self) -> Group: ...
    @property
    def candidate(self) -> Candidate: ...
    @property
    def ground(self) -> CommonGround: ...
    @property
    def members(self) -> int: ...


def card(desk: Desk, its: Led, *, office: bool, said: Html | None = None) -> Message:
    """Names and municipalities; `office`: for a coordinator, who arranges more than who leads it."""
    speech = desk.speech
    words = lines(
        said or Html(),
        lines(speech.html("group-led-title", number=its.group.number), _leader(speech, its)),
        lines(*(_member(desk, each) for each in its.members)),
        lines(
            speech.html("group-led-short", people=len(its.members)) if its.shortage is not None else Html(),
            speech.html("group-led-newcomer") if its.newcomer is not None else Html(),
        ),
        between="\n\n",
    )
    rows = [*_member_rows(desk, its), *_decision_rows(speech, its), *_lead_rows(speech, its, office=office)]
    return Message(words, Keyboard(tuple(rows)), protect=True)


def _leader(speech: Speech, its: Led) -> Html:
    facilitator = None if its.facilitator is None else its.facilitator.name or "–"
    stand_in = None if its.stand_in is None else its.stand_in.name or "–"
    if stand_in is not None and facilitator is not None:
        return speech.html("group-led-stand-in", facilitator=facilitator, stand_in=stand_in)
    leader = stand_in or facilitator
    return speech.html("group-led-by-nobody") if leader is None else speech.html("group-facilitator", name=leader)


def _member(desk: Desk, its: Member) -> Html:
    who = desk.who(its.name, its.municipality_code)
    member = its.membership
    if member.out_of_office_at is None:
        key = "group-member"
    else:
        key = "group-member-leaving-office" if member.leader_wish is None else "group-member-out-of-office"
    return desk.speech.html(key, who=who)


def _member_rows(desk: Desk, its: Led) -> list[Row]:
    return [
        (Button(desk.who(each.name, each.municipality_code), buttons.ShowMember(each.membership.id)),)
        for each in its.members
    ]


def _decision_rows(speech: Speech, its: Led) -> list[Row]:
    return [] if its.shortage is None else [shortage_row(speech, its.shortage)]


def shortage_row(speech: Speech, shortage: Shortage) -> Row:
    return (
        Button(speech.plain("group-short-go-on"), buttons.WishAboutShortage(shortage.id, ShortageWish.GO_ON)),
        Button(speech.plain("group-short-fill-up"), buttons.WishAboutShortage(shortage.id, ShortageWish.FILL_UP)),
    )


def _lead_rows(speech: Speech, its: Led, *, office: bool) -> list[Row]:
    group_id = its.group.id
    rows: list[Row] = []
    if its.stand_in is not None and its.facilitator is not None:
        rows.append((Button(speech.plain("group-give-back"), buttons.GiveBack(group_id)),))
    rows.append((Button(speech.plain("group-choose-stand-in"), buttons.ChooseStandIn(group_id)),))
    if not office:
        return rows
    rows.append((Button(speech.plain("group-other-facilitator"), buttons.ChooseFacilitator(group_id)),))
    if its.newcomer is not None:
        rows.append((Button(speech.plain("group-newcomer-take-back"), buttons.TakeBackNewcomer(its.newcomer.id)),))
    elif len(its.members) < LARGEST:
        rows.append((Button(speech.plain("group-newcomer-find"), buttons.ShowNewcomers(group_id, 0)),))
    rows.append((Button(speech.plain("group-to-overview"), buttons.ShowGroups(0)),))
    return rows


def not_yours(speech: Speech) -> Message:
    return Message(speech.html("group-not-yours"))


def member_card(desk: Desk, its: Member, group: Group, *, office: bool) -> Message:
    """One member: taking them out, and for who leads the group their goals."""
    speech, membership = desk.speech, its.membership
    since = membership.out_of_office_at
    words = lines(
        speech.html("group-member-title", who=desk.who(its.name, its.municipality_code), number=group.number),
        Html() if since is None else speech.html("group-member-since", day=day(since, speech.language, desk.now)),
    )
    rows: list[Row] = []
    if membership.status is MembershipStatus.MEMBER:
        if since is not None and membership.leader_wish is None and not office:
            rows.append(leaver_row(speech, membership.id))
        if not office:
            rows.append((Button(speech.plain("group-read-goals"), ReadGoals(its.person.id)),))
        rows.append((Button(speech.plain("intake-take-out"), AskTakeOut(membership.registration_id)),))
    rows.append((Button(speech.plain("common-back"), _back(group.id, office=office)),))
    return Message(words, Keyboard(tuple(rows)), protect=True)


def leaver_row(speech: Speech, membership_id: int) -> Row:
    return (
        Button(speech.plain("group-leaver-finish"), buttons.AnswerLeaver(membership_id, FinishWish.FINISH)),
        Button(speech.plain("group-leaver-stop"), buttons.AnswerLeaver(membership_id, FinishWish.STOP)),
    )


def facilitator_choice(speech: Speech, its: Led, facilitators: Sequence[Person]) -> Message:
    """Who leads it from now on; for the office."""
    rows = [
        (Button(each.name or "–", buttons.AssignFacilitator(its.group.id, each.id)),)
        for each in facilitators
        if each.id != its.group.facilitator_id
    ]
    return _choice(speech, "group-other-facilitator-question", its, rows, office=True)


def stand_in_choice(speech: Speech, its: Led, facilitators: Sequence[Person], *, office: bool) -> Message:
    rows = [
        (Button(each.name or "–", buttons.StandIn(its.group.id, each.id)),)
        for each in facilitators
        if each.id not in its.group.leaders
    ]
    return _choice(speech, "group-stand-in-question", its, rows, office=office)


def _choice(speech: Speech, key: str, its: Led, rows: Sequence[Row], *, office: bool) -> Message:
    back = (Button(speech.plain("common-back"), _back(its.group.id, office=office)),)
    if not rows:
        return Message(speech.html("group-no-other-facilitator"), Keyboard((back,)))
    question = {
        "group-other-facilitator-question": speech.html("group-other-facilitator-question", number=its.group.number),
        "group-stand-in-question": speech.html("group-stand-in-question", number=its.group.number),
    }[key]
    return Message(question, Keyboard((*rows, back)))


def _back(group_id: int, *, office: bool) -> buttons.ShowGroup | buttons.ShowLedGroup:
    return buttons.ShowGroup(group_id) if office else buttons.ShowLedGroup(group_id)


def newcomers(desk: Desk, group_id: int, people: Sequence[Candidate], page: int) -> Message:
    """Whom the office could propose to a group on its way."""
    speech = desk.speech
    back = (Button(speech.plain("common-back"), buttons.ShowGroup(group_id)),)
    if not people:
        return Message(speech.html("group-newcomer-none"), Keyboard((back,)))
    page = min(max(page, 0), (len(people) - 1) // CANDIDATES_A_PAGE)
    first = page * CANDIDATES_A_PAGE
    shown = people[first : first + CANDIDATES_A_PAGE]
    words = lines(
        speech.html("group-newcomer-title", number=group_id),
        *(pick_words(desk, each, number) for number, each in enumerate(shown, start=first + 1)),
        between="\n\n",
    )
    rows: list[Row] = [
        (
            Button(
                f"{each.name}, {each.municipality.display_name}", buttons.ShowProposal(group_id, each.registration_id)
            ),
        )
        for each in shown
    ]
    before, after = buttons.ShowNewcomers(group_id, page - 1), buttons.ShowNewcomers(group_id, page + 1)
    further = len(people) > first + CANDIDATES_A_PAGE
    rows += pages(speech, before if page else None, after if further else None)
    return Message(words, Keyboard((*rows, back)), protect=True)


def proposal(desk: Desk, its: Proposed) -> Message:
    """What somebody has in common with the group, before its members are asked."""
    speech = desk.speech
    words = lines(
        pick_words(desk, its.candidate, 1),
        lines(*pick_lines(desk, its.candidate, its.ground)),
        speech.html("group-newcomer-sure", number=its.group.number, people=its.members),
        between="\n\n",
    )
    ask = buttons.ProposeNewcomer(its.group.id, its.candidate.registration_id)
    rows = (
        (Button(speech.plain("group-newcomer-ask"), ask),),
        (Button(speech.plain("common-back"), buttons.ShowNewcomers(its.group.id, 0)),),
    )
    return Message(words, Keyboard(rows), protect=True)
