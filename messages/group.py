"""Composing a group on a card: who could be in it, what they have in common, and when it can be published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from domain.group import LARGEST, SMALLEST, GroupStatus
from domain.group_composition import NotYet
from domain.registration import Question
from messages import group_buttons as buttons
from messages.group_ground import ground_lines, pick_lines
from messages.message import Message
from messages.registration_card import party_words, portfolio_words
from texts.buttons import Button, Keyboard
from texts.dates import moment
from texts.lists import all_of
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from domain.group import Group
    from domain.group_composition import Candidate, CommonGround, Division
    from domain.person import Person
    from domain.registration import Registration
    from messages.intake import Desk
    from texts.buttons import ButtonData
    from texts.speech import Speech

Row = tuple[Button, ...]

CANDIDATES_A_PAGE: Final = 6
GROUPS_A_PAGE: Final = 8
LACKING_A_PAGE: Final = 10
LONGEST_PORTFOLIOS: Final = 90
"""Characters of somebody's portfolios on a card of eight."""


class Line(Protocol):
    @property
    def group(self) -> Group: ...
    @property
    def people(self) -> int: ...
    @property
    def leader(self) -> Person | None: ...


class Lacks(Protocol):
    @property
    def registration(self) -> Registration: ...
    @property
    def person(self) -> Person: ...
    @property
    def questions(self) -> tuple[Question, ...]: ...


class Overview(Protocol):
    @property
    def groups(self) -> Sequence[Line]: ...
    @property
    def free(self) -> Sequence[Candidate]: ...
    @property
    def division(self) -> Division: ...
    @property
    def lacking(self) -> Sequence[Lacks]: ...


class Card(Protocol):
    @property
    def group(self) -> Group: ...
    @property
    def picks(self) -> Sequence[Candidate]: ...
    @property
    def lost(self) -> Sequence[Person]: ...
    @property
    def ground(self) -> CommonGround: ...
    @property
    def facilitator(self) -> Person | None: ...
    @property
    def why_not(self) -> NotYet | None: ...
    @property
    def version(self) -> int: ...
    @property
    def picked(self) -> int: ...


def overview(desk: Desk, its: Overview, page: int) -> Message:
    """Every group with how many are in it, and how many wait for one."""
    speech = desk.speech
    page = min(max(page, 0), max(len(its.groups) - 1, 0) // GROUPS_A_PAGE)
    shown = its.groups[page * GROUPS_A_PAGE : (page + 1) * GROUPS_A_PAGE]
    words = lines(
        lines(speech.html("group-overview-title"), *(_line(speech, each) for each in shown)),
        lines(
            _free(speech, its.division),
            speech.html("group-lacking", number=len(its.lacking)) if its.lacking else Html(),
        ),
        between="\n\n",
    )
    rows: list[Row] = [
        (Button(speech.plain("group-show", number=each.group.number), buttons.ShowGroup(each.group.id)),)
        for each in shown
    ]
    if its.free:
        rows.append((Button(speech.plain("group-new"), buttons.NewGroup()),))
    if its.lacking:
        rows.append((Button(speech.plain("group-who-lacks"), buttons.ShowLacking(0)),))
    before, after = buttons.ShowGroups(page - 1), buttons.ShowGroups(page + 1)
    rows += pages(speech, before if page else None, after if len(its.groups) > (page + 1) * GROUPS_A_PAGE else None)
    return Message(words, Keyboard(tuple(rows)), protect=True)


def _line(speech: Speech, its: Line) -> Html:
    if its.group.status is GroupStatus.DRAFT:
        return speech.html("group-line-draft", number=its.group.number, people=its.people)
    if its.leader is None:
        return speech.html("group-line-leaderless", number=its.group.number, people=its.people)
    return speech.html("group-line", number=its.group.number, people=its.people, leader=its.leader.name or "–")


def _free(speech: Speech, division: Division) -> Html:
    """How many wait, and whether they can be divided into groups of 6 to 8; if not, what can be done."""
    people = division.people
    if not people:
        return speech.html("group-free-none")
    free = speech.html("group-free", people=people)
    if division.fewest:
        can = _divided(speech, division)
    elif division.lower:
        wait, more = people - division.lower, division.higher - people
        can = speech.html("group-divides-not", people=people, wait=wait, more=more)
    else:
        can = speech.html("group-divides-too-few", more=division.higher - people)
    return lines(free, can, between=" ")


def _divided(speech: Speech, division: Division) -> Html:
    if division.fewest == division.most:
        return speech.html("group-divides", fewest=division.fewest)
    return speech.html("group-divides-between", fewest=division.fewest, most=division.most)


def lacking(desk: Desk, people: Sequence[Lacks], page: int) -> Message:
    """Who goes on after the intake and cannot be picked yet, each with what is missing."""
    speech = desk.speech
    if not people:
        return Message(speech.html("group-lacking-nobody"), Keyboard((_to_overview(speech),)))
    page = min(max(page, 0), (len(people) - 1) // LACKING_A_PAGE)
    shown = people[page * LACKING_A_PAGE : (page + 1) * LACKING_A_PAGE]
    listed = [
        speech.html(
            "group-lacking-line",
            who=desk.who(each.person.name, each.registration.answers.municipality_code),
            missing=all_of([_missing(speech, question) for question in each.questions], speech.language),
        )
        for each in shown
    ]
    further = len(people) > (page + 1) * LACKING_A_PAGE
    before, after = buttons.ShowLacking(page - 1), buttons.ShowLacking(page + 1)
    rows = pages(speech, before if page else None, after if further else None)
    words = lines(speech.html("group-lacking-title"), *listed)
    return Message(words, Keyboard((*rows, _to_overview(speech))), protect=True)


def _missing(speech: Speech, question: Question) -> str:
    if question is Question.MUNICIPALITY:
        return speech.plain("group-lacks-municipality")
    return speech.plain(f"registration-open-{question}")


def card(desk: Desk, its: Card, said: Html | None = None, *, with_ground: bool = True) -> Message:
    """The draft: who is on it, what they have in common, who would lead it. `said` comes first, about what was done."""
    speech = desk.speech
    words = lines(
        said or Html(),
        lines(
            speech.html("group-draft-title", number=its.group.number),
            *(pick_words(desk, each, number) for number, each in enumerate(its.picks, start=1)),
            *(speech.html("group-lost", name=each.name or "–") for each in its.lost),
        ),
        lines(*ground_lines(desk, its.ground)) if with_ground and its.picks[1:] else Html(),
        lines(_facilitator(speech, its), verdict(speech, its)),
        between="\n\n",
    )
    return Message(words, Keyboard(tuple(_card_rows(speech, its))), protect=True)


def pick_words(desk: Desk, its: Candidate, number: int) -> Html:
    """One candidate in two lines: who, from where, of which party, with which portfolios, in which wind direction."""
    speech, answers = desk.speech, its.answers
    portfolios = portfolio_words(speech, answers)
    if len(portfolios) > LONGEST_PORTFOLIOS:
        portfolios = f"{portfolios[: LONGEST_PORTFOLIOS - 1]}…"
    return speech.html(
        "group-candidate",
        number=number,
        name=its.name,
        municipality=its.municipality.display_name,
        direction=speech.plain(f"group-direction-{its.municipality.wind_direction}"),
        party=party_words(speech, answers.party),
        portfolios=portfolios,
    )


def _facilitator(speech: Speech, its: Card) -> Html:
    if its.facilitator is None:
        return speech.html("group-facilitator-none")
    name = its.facilitator.name or "–"
    assigned = its.group.facilitator_id == its.facilitator.id
    if assigned:
        return speech.html("group-facilitator", name=name)
    held = sum(each.intake_by == its.facilitator.id for each in its.picks)
    return speech.html("group-facilitator-default", name=name, held=held)


def verdict(speech: Speech, its: Card) -> Html:
    """Whether it can be published, and if not what stands in the way."""
    match its.why_not:
        case None:
            return speech.html("group-ready")
        case NotYet.TOO_FEW:
            return speech.html("group-not-yet-too-few", missing=SMALLEST - its.picked)
        case NotYet.TOO_MANY:
            return speech.html("group-not-yet-too-many", surplus=its.picked - LARGEST)
        case NotYet.LACKING:
            names = all_of([each.first_name or "–" for each in its.lost], speech.language)
            return speech.html("group-not-yet-lacking", names=names)
        case NotYet.ONE_MUNICIPALITY:
            return speech.html("group-not-yet-one-municipality")
        case NotYet.NO_FACILITATOR:
            return speech.html("group-not-yet-no-facilitator")


def _card_rows(speech: Speech, its: Card) -> list[Row]:
    group_id = its.group.id
    rows: list[Row] = []
    if its.why_not is None:
        rows.append((Button(speech.plain("group-publish"), buttons.AskPublish(group_id)),))
    choose = Button(speech.plain("group-choose"), buttons.ShowCandidates(group_id, 0))
    drop = Button(speech.plain("group-drop"), buttons.ShowPicks(group_id))
    adds = [choose] if its.picked < LARGEST else []
    drops = [drop] if its.picked else []
    if adds or drops:
        rows.append((*adds, *drops))
    rows.append((Button(speech.plain("group-choose-facilitator"), buttons.ChooseFacilitator(group_id)),))
    rows.append((Button(speech.plain("group-throw-away"), buttons.AskThrowAway(group_id)),))
    rows.append(_to_overview(speech))
    return rows


def candidates(desk: Desk, its: Card, free: Sequence[Candidate], page: int) -> Message:
    """Whom to pick, a page at a time; each a button."""
    speech, group_id = desk.speech, its.group.id
    back = (Button(speech.plain("group-to-card"), buttons.ShowGroup(group_id)),)
    if not free:
        return Message(speech.html("group-candidates-none"), Keyboard((back,)))
    page = min(max(page, 0), (len(free) - 1) // CANDIDATES_A_PAGE)
    first = page * CANDIDATES_A_PAGE
    shown = free[first : first + CANDIDATES_A_PAGE]
    words = lines(
        speech.html("group-candidates-title", number=group_id, people=len(free), picked=its.picked),
        *(pick_words(desk, each, number) for number, each in enumerate(shown, start=first + 1)),
        between="\n\n",
    )
    rows: list[Row] = [(Button(_short(each), buttons.Pick(group_id, each.registration_id)),) for each in shown]
    further = len(free) > first + CANDIDATES_A_PAGE
    before, after = buttons.ShowCandidates(group_id, page - 1), buttons.ShowCandidates(group_id, page + 1)
    rows += pages(speech, before if page else None, after if further else None)
    return Message(words, Keyboard((*rows, back)), protect=True)


def picks_to_drop(desk: Desk, its: Card) -> Message:
    speech, group_id = desk.speech, its.group.id
    rows = [(Button(_short(each), buttons.Drop(group_id, each.registration_id)),) for each in its.picks]
    back = (Button(speech.plain("group-to-card"), buttons.ShowGroup(group_id)),)
    return Message(speech.html("group-drop-question", number=group_id), Keyboard((*rows, back)), protect=True)


def picked(desk: Desk, its: Card, who: Candidate, ground: CommonGround) -> Message:
    """What the one who was picked has in common with the others; the card below it."""
    said = lines(desk.speech.html("group-picked", name=who.name), *pick_lines(desk, who, ground))
    return card(desk, its, said, with_ground=False)


def refused_municipality(desk: Desk, its: Card, who: Candidate, other: Candidate) -> Message:
    said = desk.speech.html(
        "group-refused-municipality", name=who.name, other=other.name, municipality=who.municipality.display_name
    )
    return card(desk, its, said)


def said_of(speech: Speech, outcome: str, who: Candidate | None) -> Html:
    """What is said on top of the card when somebody went off it, or could not be picked."""
    if who is not None and outcome in {"dropped", "taken"}:
        key = "group-dropped" if outcome == "dropped" else "group-refused-taken"
        return speech.html(key, name=who.name)
    if outcome == "not-picked":
        return speech.html("group-not-on-card")
    return speech.html("group-refused-full" if outcome == "full" else "group-refused-no-candidate")


def facilitator_choice(speech: Speech, its: Card, facilitators: Sequence[Person]) -> Message:
    """Who leads it, with how many of these intakes they held."""
    back = (Button(speech.plain("group-to-card"), buttons.ShowGroup(its.group.id)),)
    if not facilitators:
        return Message(speech.html("group-facilitators-none"), Keyboard((back,)))
    rows = [
        (
            Button(
                speech.plain(
                    "group-facilitator-choice",
                    name=each.name or "–",
                    held=sum(pick.intake_by == each.id for pick in its.picks),
                ),
                buttons.AssignFacilitator(its.group.id, each.id),
            ),
        )
        for each in facilitators
    ]
    return Message(speech.html("group-facilitator-question", number=its.group.number), Keyboard((*rows, back)))


def publish_sure(desk: Desk, its: Card) -> Message:
    """What everybody will hear, before anybody does; who asked to be kept apart is said once more."""
    speech = desk.speech
    members = [speech.html("group-member", who=desk.who(each.name, each.municipality.code)) for each in its.picks]
    facilitator = "–" if its.facilitator is None else its.facilitator.name or "–"
    words = lines(
        speech.html("group-publish-sure", number=its.group.number, people=len(its.picks), facilitator=facilitator),
        lines(*members),
        lines(*ground_lines(desk, its.ground, only_apart=True)),
        speech.html("group-publish-sure-end"),
        between="\n\n",
    )
    rows = (
        (Button(speech.plain("group-publish-yes"), buttons.Publish(its.group.id, its.version)),),
        (Button(speech.plain("group-publish-no"), buttons.ShowGroup(its.group.id)),),
    )
    return Message(words, Keyboard(rows), protect=True)


def published(desk: Desk, its: Card, told_at: datetime | None) -> Message:
    """`told_at`: when everybody hears it; None when that is at once."""
    speech, number, people = desk.speech, its.group.number, len(its.picks)
    row = (Button(speech.plain("group-show", number=number), buttons.ShowGroup(its.group.id)),)
    if told_at is None:
        words = speech.html("group-published", number=number, people=people)
    else:
        when = moment(told_at, speech.language, desk.now)
        words = speech.html("group-published-later", number=number, people=people, moment=when)
    return Message(words, Keyboard((row, _to_overview(speech))))


def published_before(speech: Speech, number: int) -> Message:
    row = (Button(speech.plain("group-show", number=number), buttons.ShowGroup(number)),)
    return Message(speech.html("group-published-before", number=number), Keyboard((row, _to_overview(speech))))


def throw_away_sure(speech: Speech, its: Card) -> Message:
    rows = (
        (Button(speech.plain("group-throw-away-yes"), buttons.ThrowAway(its.group.id)),),
        (Button(speech.plain("group-throw-away-no"), buttons.ShowGroup(its.group.id)),),
    )
    return Message(speech.html("group-throw-away-sure", number=its.group.number), Keyboard(rows))


def thrown_away(speech: Speech, number: int) -> Message:
    return Message(speech.html("group-thrown-away", number=number), Keyboard((_to_overview(speech),)))


def gone(speech: Speech) -> Message:
    """No such group, or no draft any more."""
    return Message(speech.html("group-gone"), Keyboard((_to_overview(speech),)))


def pages(speech: Speech, before: ButtonData | None, after: ButtonData | None) -> list[Row]:
    """The way to the other pages; nothing when there is one only."""
    row = (
        *([Button(speech.plain("common-previous"), before)] if before is not None else []),
        *([Button(speech.plain("common-next"), after)] if after is not None else []),
    )
    return [row] if row else []


def _to_overview(speech: Speech) -> Row:
    return (Button(speech.plain("group-to-overview"), buttons.ShowGroups(0)),)


def _short(its: Candidate) -> str:
    return f"{its.name}, {its.municipality.display_name}"
