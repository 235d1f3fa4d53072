"""What the votes come to: proposals with a picture, settling one, and asking for one vote more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from domain.date_set import Bound
from messages import planning_buttons as buttons
from messages.message import Attachment, Message
from messages.poll import date_words
from messages.registration_keyboard import rows_of, ticked_button
from texts.buttons import Button, Keyboard
from texts.dates import hour, short_day
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.date_set import DateSet, Loosening
    from domain.planning import Proposed
    from domain.poll import Option
    from domain.poll_view import PollView
    from domain.session import Session
    from messages.poll import Teller
    from texts.speech import Speech


def proposed(teller: Teller, its: Proposed, picture: bytes) -> Message:
    """To who leads the group; the words stand under the picture, so they are short."""
    speech, view = teller.speech, its.view
    head = speech.html(
        "proposal-title",
        number=view.group.number,
        voted=len(view.standings.complete),
        all=len(view.standings.voters),
    )
    sets = [_set(teller, its, number, each) for number, each in enumerate(its.sets, start=1)]
    if not sets:
        sets = [_no_set(speech, its), *(_loosening(teller, its, each) for each in its.loosenings)]
    over = len(view.options) - len(its.possible)
    past = speech.html("proposal-no-longer", number=over) if over else Html()
    waits = speech.html("proposal-waits-for-plea") if its.waits_for_plea else Html()
    name = speech.plain("proposal-picture-name")
    return Message(
        lines(head, *sets, past, waits, between="\n\n"),
        Keyboard(_rows(speech, its)),
        attachment=Attachment(f"{name}.png", picture, picture=True),
    )


def _no_set(speech: Speech, its: Proposed) -> Html:
    if not its.loosenings:
        return speech.html("proposal-nothing")
    return speech.html("proposal-none", sessions=its.sessions, quorum=its.quorum)


def _rows(speech: Speech, its: Proposed) -> tuple[tuple[Button, ...], ...]:
    poll = its.view.poll
    rows = [
        (
            Button(
                speech.plain("proposal-settle", number=number),
                buttons.ChooseDates(poll.id, written(its.view, each.ids)),
            ),
        )
        for number, each in enumerate(its.sets, start=1)
    ]
    if not its.sets:
        rows += [
            (
                Button(
                    speech.plain(f"proposal-loosen-{each.bound}", value=each.value),
                    buttons.ChooseDates(poll.id, written(its.view, each.gives.ids)),
                ),
            )
            for each in its.loosenings
        ]
    own = Button(speech.plain("proposal-own"), buttons.PickOwn(poll.id, None))
    again = Button(speech.plain("planning-other-dates"), buttons.ReopenDates(poll.id))
    return (*rows, (own,), (again,))


def _set(teller: Teller, its: Proposed, number: int, dates: DateSet) -> Html:
    speech = teller.speech
    return lines(
        speech.html("proposal-set", number=number),
        Html(_short(teller, its.view, dates.ids)),
        speech.html(
            "proposal-rank",
            attendances=dates.attendances,
            most=len(dates.ids) * len(its.view.standings.voters),
            least=dates.rank.least_for_one,
            dates=len(dates.ids),
        ),
    )


def _loosening(teller: Teller, its: Proposed, loosening: Loosening) -> Html:
    speech = teller.speech
    # Shorter than of a proposal: there may be four of them, and a picture takes 1,024 characters under it.
    most = len(loosening.gives.ids) * len(its.view.standings.voters)
    gives = speech.html("proposal-gives", attendances=loosening.gives.attendances, most=most)
    return lines(_loosened(speech, loosening), Html(_short(teller, its.view, loosening.gives.ids)), gives)


def _loosened(speech: Speech, loosening: Loosening) -> Html:
    key = {
        Bound.MOST_WEEKS: "proposal-if-most-weeks",
        Bound.LEAST_WEEKS: "proposal-if-least-weeks",
        Bound.QUORUM: "proposal-if-quorum",
        Bound.NUMBER: "proposal-if-number",
    }[loosening.bound]
    return speech.html(key, value=loosening.value)


def sure(teller: Teller, view: PollView, positions: Sequence[int]) -> Message:
    """Before it is settled: these dates, with who cannot come counted."""
    speech, poll = teller.speech, view.poll
    chosen = _options_at(view, positions)
    said = [_dated(teller, view, option) for option in chosen]
    yes = Button(speech.plain("proposal-yes"), buttons.ConfirmDates(poll.id, buttons.written(tuple(positions))))
    no = Button(speech.plain("common-back"), buttons.ShowProposals(poll.id))
    return Message(
        lines(speech.html("proposal-sure"), lines(*said), speech.html("proposal-sure-then"), between="\n\n"),
        Keyboard(((yes,), (no,))),
    )


def own(teller: Teller, its: Proposed, positions: Sequence[int]) -> Message:
    """Which dates the facilitator chooses: as many as there are sessions to plan, or as can still be had."""
    speech, poll, chosen = teller.speech, its.view.poll, set(positions)
    boxes = [
        ticked_button(
            speech,
            _counted(teller, its.view, option),
            _toggled(poll.id, chosen, option),
            ticked=option.position in chosen,
        )
        for option in its.view.options
        if option.id in its.possible
    ]
    rows = list(rows_of(boxes, 1))
    wanted = min(its.sessions, len(its.possible))
    if chosen and len(chosen) == wanted:
        dates = buttons.written(tuple(sorted(chosen)))
        rows.append((Button(speech.plain("proposal-own-settle"), buttons.ChooseDates(poll.id, dates)),))
    rows.append((Button(speech.plain("common-back"), buttons.ShowProposals(poll.id)),))
    words = speech.html("proposal-own-question", sessions=wanted, chosen=len(chosen))
    return Message(words, Keyboard(tuple(rows)))


def _toggled(poll_id: int, chosen: set[int], option: Option) -> buttons.PickOwn:
    after = tuple(sorted(chosen ^ {option.position}))
    return buttons.PickOwn(poll_id, buttons.written(after) if after else None)


def settled(teller: Teller, view: PollView, positions: Sequence[int]) -> Message:
    """To who has just confirmed them."""
    said = [Html(_words(teller, option)) for option in _options_at(view, positions)]
    return Message(lines(teller.speech.html("proposal-settled"), lines(*said), between="\n\n"))


def settled_before(teller: Teller, planned: Sequence[Session]) -> Message:
    """To who presses twice, or comes after somebody else."""
    said = [Html(date_words(teller.speech, each.starts_at, teller.now)) for each in planned]
    return Message(lines(teller.speech.html("proposal-settled-before"), lines(*said), between="\n\n"))


def still_open(speech: Speech) -> Message:
    return Message(speech.html("proposal-still-open"))


def not_these(speech: Speech) -> Message:
    return Message(speech.html("proposal-not-these"))


def told_to_group(teller: Teller, moments: Sequence[tuple[int, str]]) -> Message:
    """In the chat: which dates it became, by the number of the session."""
    speech = teller.speech
    said = [speech.html("proposal-told-line", number=number, date=date) for number, date in moments]
    return Message(
        lines(speech.html("proposal-told"), lines(*said), speech.html("proposal-told-files"), between="\n\n")
    )


def plea(teller: Teller, plea_id: int, view: PollView, option: Option) -> Message:
    speech = teller.speech
    everybody = len(view.standings.voters)
    able = next(len(each.able) for each in view.standings.options if each.option.id == option.id)
    key = "plea-everybody" if able + 1 >= everybody else "plea-needed"
    rows = (
        (Button(speech.plain("plea-yes"), buttons.AnswerPlea(plea_id, possible=True)),),
        (Button(speech.plain("plea-no"), buttons.AnswerPlea(plea_id, possible=False)),),
    )
    return Message(speech.html(key, date=_words(teller, option)), Keyboard(rows))


def plea_answered(speech: Speech, *, possible: bool) -> Message:
    return Message(speech.html("plea-thanks-yes" if possible else "plea-thanks-no"))


def plea_over(speech: Speech) -> Message:
    return Message(speech.html("plea-over"))


def waits(teller: Teller, view: PollView, leader: str | None) -> Message:
    """To the office: nobody confirmed anything."""
    return Message(
        teller.speech.html(
            "proposal-waits",
            number=view.group.number,
            leader=leader or teller.speech.plain("proposal-nobody"),
            question=teller.question(view),
        )
    )


def written(view: PollView, ids: Sequence[int]) -> str:
    """The dates as a button carries them: by their positions."""
    return buttons.written(tuple(option.position for option in view.options if option.id in ids))


def _short(teller: Teller, view: PollView, ids: Sequence[int]) -> str:
    chosen = sorted((option for option in view.options if option.id in ids), key=lambda option: option.moment)
    language = teller.speech.language
    return " · ".join(
        f"{short_day(option.moment.starts_at, language)} {hour(option.moment.starts_at, language)}" for option in chosen
    )


def _dated(teller: Teller, view: PollView, option: Option) -> Html:
    standing = next(each for each in view.standings.options if each.option.id == option.id)
    return teller.speech.html(
        "proposal-dated", date=_words(teller, option), able=len(standing.able), all=len(view.standings.voters)
    )


def _counted(teller: Teller, view: PollView, option: Option) -> str:
    standing = next(each for each in view.standings.options if each.option.id == option.id)
    return teller.speech.plain(
        "proposal-own-date", date=_words(teller, option), able=len(standing.able), all=len(view.standings.voters)
    )


def _words(teller: Teller, option: Option) -> str:
    return date_words(teller.speech, option.moment.starts_at, teller.now)


def _options_at(view: PollView, positions: Sequence[int]) -> list[Option]:
    return sorted((each for each in view.options if each.position in positions), key=lambda option: option.moment)
