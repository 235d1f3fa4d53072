"""A poll: a question to a group with votes for its options, and how things stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from pydantic import BaseModel, ConfigDict

from domain.quiet import last_open, next_open
from domain.slot import Interval

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STANDS_OPEN: Final = timedelta(days=5)

MOST_IN_A_PART: Final = 11
"""Options in one poll of Telegram's, which takes twelve: the last is "op geen van deze"."""

OPTION_LONGEST: Final = 100
QUESTION_LONGEST: Final = 300


def voting_ends(opened: datetime, before: datetime | None = None, least: timedelta = timedelta(days=1)) -> datetime:
    """Until when there are votes (UTC): five days, sooner when it has to be known `before`, but `least` so long.

    Nobody is at hand in the quiet: a deadline in it becomes the next open hour, or when that is later than `before`,
    the last evening ahead of it.
    """
    longest = opened + STANDS_OPEN
    wanted = longest if before is None else max(min(longest, before), opened + least)
    later, sooner = next_open(wanted), last_open(wanted)
    in_time = before is None or later <= before
    return later if in_time or sooner < opened + least else sooner


class PollPurpose(StrEnum):
    # The first session, before there is a chat: always in private.
    FIRST_DATE = "first-date"
    # The other sessions of a cycle.
    DATES = "dates"
    # One central town hall, or the members' municipalities in turn.
    PLACE = "place"
    # Which central town hall.
    TOWN_HALL = "town-hall"
    # Another moment for one session.
    MOVE = "move"

    @property
    def is_about_dates(self) -> bool:
        return self not in {PollPurpose.PLACE, PollPurpose.TOWN_HALL}

    @property
    def takes_one_answer(self) -> bool:
        """One option is chosen, rather than an answer given to each."""
        return not self.is_about_dates


class Venue(StrEnum):
    CHAT = "chat"
    PRIVATE = "private"


class PollStatus(StrEnum):
    OPEN = "open"
    # Its outcome is still to be settled.
    CLOSED = "closed"
    SETTLED = "settled"
    # Nothing comes of it: the group ended, or the question has gone.
    WITHDRAWN = "withdrawn"


class ClosedWhy(StrEnum):
    # Everybody has answered.
    ALL = "all"
    DEADLINE = "deadline"
    HAND = "hand"


class Word(StrEnum):
    """An option that is neither a date nor a municipality."""

    CENTRAL = "central"
    IN_TURN = "in-turn"


class Answer(StrEnum):
    YES = "yes"
    # It could be done if it must: who answers so counts as coming.
    RATHER_NOT = "rather-not"
    NO = "no"


class PollSettings(BaseModel):
    """What a poll has to remember for when it is closed; nothing confidential."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    # For DATES: which cycle, the number of the first session that is planned, and how many.
    cycle: int | None = None
    first_number: int | None = None
    sessions: int | None = None
    least_weeks: int | None = None
    most_weeks: int | None = None


class Poll(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    group_id: int
    purpose: PollPurpose
    session_id: int | None
    venue: Venue
    status: PollStatus
    opened_by: int | None
    # The last time; votes from before stand until they are replaced.
    opened_at: datetime
    # 1 the first time.
    opening: int
    closes_at: datetime
    closed_at: datetime | None
    closed_why: ClosedWhy | None
    # When the best of the votes was put before the facilitator.
    proposed_at: datetime | None
    settled_at: datetime | None
    settings: PollSettings

    @property
    def is_open(self) -> bool:
        return self.status is PollStatus.OPEN

    @property
    def is_closed(self) -> bool:
        """And waits to be settled."""
        return self.status is PollStatus.CLOSED

    @property
    def is_unsettled(self) -> bool:
        return self.status in {PollStatus.OPEN, PollStatus.CLOSED}


class Option(BaseModel):
    """Something to vote for: a moment, a municipality's town hall or a word; the two others are None."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    poll_id: int
    # From 1, the order in which they are shown.
    position: int
    # Both in UTC, both or neither.
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    municipality_code: str | None = None
    word: Word | None = None
    withdrawn_at: datetime | None = None

    @property
    def moment(self) -> Interval:
        """Raises ValueError for an option that is no date."""
        if self.starts_at is None or self.ends_at is None:
            raise ValueError(f"option {self.id} is no date")
        return Interval(self.starts_at, self.ends_at)


@dataclass(frozen=True, slots=True)
class NewOption:
    """An option before it has an id; one of the three."""

    moment: Interval | None = None
    municipality_code: str | None = None
    word: Word | None = None


class PartEnded(StrEnum):
    STOPPED = "stopped"
    # The message is gone from the chat, or the chat is.
    LOST = "lost"
    # It was sent again.
    REPLACED = "replaced"


class Part(BaseModel):
    """One poll of Telegram's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: int
    poll_id: int
    opening: int
    number: int
    total: int
    # None until it is sent.
    telegram_poll_id: str | None
    chat_id: int | None
    message_id: int | None
    ended_at: datetime | None
    ended_why: PartEnded | None
    # In the order of Telegram's poll; None: "op geen van deze".
    option_ids: tuple[int | None, ...]


class Vote(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    option_id: int
    person_id: int
    # None: taken back.
    answer: Answer | None
    via: Venue
    # Of Telegram's: the later stands.
    update_id: int
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class OptionStanding:
    option: Option
    # Ids of people; those in none of the three have not answered.
    yes: frozenset[int]
    rather_not: frozenset[int]
    no: frozenset[int]

    @property
    def able(self) -> frozenset[int]:
        return self.yes | self.rather_not


class Count(NamedTuple):
    """What is said in the chat of how a poll stands."""

    voted: int
    voters: int
    in_private: int
    # Somebody's answers from before it was opened again still stand.
    earlier_stand: bool


@dataclass(frozen=True, slots=True)
class Standings:
    """How a poll stands. Only those who take part now count, whoever else voted."""

    poll: Poll
    # Who may vote, in a fixed order.
    voters: tuple[int, ...]
    options: tuple[OptionStanding, ...]
    # Who answered every option; with a poll that was opened again: also before that.
    complete: frozenset[int]
    # Who did so since it was opened (again), or answered something in private since then, with all of it in sight.
    complete_now: frozenset[int]
    # Whose last answer since then was given in private.
    in_private: frozenset[int]

    @property
    def awaited(self) -> frozenset[int]:
        """Who has yet to answer, or to answer again, something of it."""
        return frozenset(self.voters) - self.complete_now

    @property
    def count(self) -> Count:
        return Count(
            voted=len(self.complete_now),
            voters=len(self.voters),
            in_private=len(self.complete_now & self.in_private),
            earlier_stand=len(self.complete) > len(self.complete_now),
        )

    @property
    def everybody_answered(self) -> bool:
        return bool(self.voters) and not self.awaited

    def answer_of(self, person_id: int, option_id: int) -> Answer | None:
        standing = next(each for each in self.options if each.option.id == option_id)
        if person_id in standing.yes:
            return Answer.YES
        if person_id in standing.rather_not:
            return Answer.RATHER_NOT
        return Answer.NO if person_id in standing.no else None

    def ranked(self) -> list[OptionStanding]:
        """By (can + rather not), then can, then as they stand in the poll."""
        return sorted(self.options, key=lambda each: (-len(each.able), -len(each.yes), each.option.position))


def counted(poll: Poll, options: Sequence[Option], voters: Sequence[int], votes: Sequence[Vote]) -> Standings:
    """How the poll stands by these votes: only `voters` count, and only options that were not withdrawn."""
    live = [option for option in options if option.withdrawn_at is None]
    cast = {(vote.option_id, vote.person_id): vote for vote in votes if vote.answer is not None}
    now = {key: vote for key, vote in cast.items() if vote.answered_at >= poll.opened_at}
    complete = _complete(live, voters, cast)
    saw_all = {person for (_, person), vote in now.items() if vote.via is Venue.PRIVATE}
    return Standings(
        poll=poll,
        voters=tuple(voters),
        options=tuple(_standing(option, voters, cast) for option in live),
        complete=complete,
        complete_now=_complete(live, voters, now) | (complete & saw_all),
        in_private=frozenset(person for person in voters if _latest_via(live, person, now) is Venue.PRIVATE),
    )


def _standing(option: Option, voters: Sequence[int], cast: Mapping[tuple[int, int], Vote]) -> OptionStanding:
    answers = {person: cast[option.id, person].answer for person in voters if (option.id, person) in cast}

    def those(answer: Answer) -> frozenset[int]:
        return frozenset(person for person, given in answers.items() if given is answer)

    return OptionStanding(option, those(Answer.YES), those(Answer.RATHER_NOT), those(Answer.NO))


def _complete(options: Sequence[Option], voters: Sequence[int], cast: Mapping[tuple[int, int], Vote]) -> frozenset[int]:
    return frozenset(person for person in voters if all((option.id, person) in cast for option in options))


def _latest_via(options: Sequence[Option], person: int, cast: Mapping[tuple[int, int], Vote]) -> Venue | None:
    given = [cast[option.id, person] for option in options if (option.id, person) in cast]
    return max(given, key=lambda vote: vote.update_id).via if given else None


def parts_of(option_ids: Sequence[int], most: int = MOST_IN_A_PART) -> list[tuple[int, ...]]:
    """As few parts as are needed, as even as can be, in their order."""
    if not option_ids:
        return []
    number = -(-len(option_ids) // most)
    size, larger = divmod(len(option_ids), number)
    parts, start = [], 0
    for part in range(number):
        end = start + size + (part < larger)
        parts.append(tuple(option_ids[start:end]))
        start = end
    return parts
