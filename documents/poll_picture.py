"""Who can when, as a picture of a poll about dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from documents.availability import Availability, AvailabilityRow, Legend, Mark
from domain.poll import Answer
from texts.dates import hour, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from domain.date_set import DateSet
    from domain.poll import OptionStanding
    from domain.poll_view import PollView
    from texts.speech import Speech

_MARKS = {Answer.YES: Mark.YES, Answer.RATHER_NOT: Mark.RATHER_NOT, Answer.NO: Mark.NO, None: Mark.OPEN}


def availability_of(
    speech: Speech, view: PollView, people: Sequence[tuple[int, str]], sets: Sequence[DateSet] = ()
) -> Availability:
    """Dates against people (ids and first names), with the proposals in which each date is; the first stands out."""
    in_time = sorted(view.standings.options, key=lambda each: each.option.moment)
    return Availability(
        people=tuple(name for _, name in people),
        rows=tuple(_row(speech, view, each, people, sets) for each in in_time),
        legend=Legend(
            yes=speech.plain("vote-said-yes"),
            rather_not=speech.plain("vote-said-rather-not"),
            no=speech.plain("vote-said-no"),
            open=speech.plain("picture-open"),
            total=speech.plain("vote-said-yes"),
            proposal=speech.plain("picture-proposal"),
        ),
    )


def _row(
    speech: Speech,
    view: PollView,
    standing: OptionStanding,
    people: Sequence[tuple[int, str]],
    sets: Sequence[DateSet],
) -> AvailabilityRow:
    option = standing.option
    starts_at = option.moment.starts_at
    inside = [str(number) for number, each in enumerate(sets, start=1) if option.id in each.ids]
    return AvailabilityRow(
        label=f"{short_day(starts_at, speech.language)} {hour(starts_at, speech.language)}",
        marks=tuple(_MARKS[view.standings.answer_of(person_id, option.id)] for person_id, _ in people),
        total=f"{len(standing.able)}/{len(people)}",
        proposals=" ".join(inside),
        highlighted="1" in inside,
    )
