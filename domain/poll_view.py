"""A poll as messages show it, and before one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.group import Group
    from domain.poll import Answer, Option, Part, Poll, Standings
    from domain.session import Session


@dataclass(frozen=True, slots=True)
class PollView:
    poll: Poll
    group: Group
    standings: Standings
    # The session that it is about, if any.
    session: Session | None
    # With town halls: by the option's id, the longest journey of a member in minutes.
    longest_journeys: dict[int, int]

    @property
    def options(self) -> tuple[Option, ...]:
        return tuple(each.option for each in self.standings.options)


@dataclass(frozen=True, slots=True)
class PartView:
    part: Part
    view: PollView
    # In the order of Telegram's poll; None: "op geen van deze".
    options: tuple[Option | None, ...]


@dataclass(frozen=True, slots=True)
class Ballot:
    """A poll before one person."""

    view: PollView
    answers: dict[int, Answer]
    # They answered everything before it was opened again, and nothing since.
    only_before: bool = False

    @property
    def unanswered(self) -> tuple[Option, ...]:
        return tuple(option for option in self.view.options if option.id not in self.answers)

    @property
    def complete(self) -> bool:
        return not self.unanswered
