"""Who plays: each verb is an act, so that a script reads as a play does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from playground.acts import Follows, Keeps, KeepsTapping, Reads, SharesNumber, Taps, TapsIfAsked, Types, TypesDates
from playground.group_acts import (
    AsksToJoin,
    Comes,
    Copies,
    GivesPart,
    KeepsInvite,
    MakesGroup,
    Pastes,
    PromotesBot,
    ReadsRota,
    Votes,
    VotesForDates,
)

if TYPE_CHECKING:
    from playground.play import Act

NONE_OF_THESE = "Op geen van deze"


@dataclass(frozen=True)
class Actor:
    """Somebody of the cast by first name, or a part that the play gives to somebody; in private or in a group."""

    name: str
    group: str = ""

    def within(self, group: str) -> Actor:
        """The same, with this group open."""
        return replace(self, group=group)

    def comes(self, last_name: str) -> Act:
        return Comes("", self.name, last_name)

    def follows(self, link: str) -> Act:
        return Follows(self.name, link)

    def types(self, text: str, *, asked: str = "") -> Act:
        return Types(self.name, text, asked, group=self.group)

    def types_dates(self, weekdays: tuple[int, ...], *, weeks: int, hour: int, asked: str) -> Act:
        return TypesDates(self.name, weekdays, weeks, hour, asked)

    def taps(self, words: str, *, under: str = "", last: bool = False) -> Act:
        return Taps(self.name, words, under, last, group=self.group)

    def taps_first(self, *, under: str) -> Act:
        """The uppermost button, whatever it says."""
        return self.taps("", under=under)

    def taps_if_asked(self, words: str) -> Act:
        return TapsIfAsked(self.name, words, "", False, group=self.group)

    def keeps_tapping(self, words: str, *, beside: str) -> Act:
        return KeepsTapping(self.name, words, "", False, beside, group=self.group)

    def shares_number(self, *, asked: str) -> Act:
        return SharesNumber(self.name, asked)

    def reads(self, words: str) -> Act:
        return Reads(self.name, words, group=self.group)

    def keeps_link(self, link: str) -> Act:
        return Keeps(self.name, link)

    def copies(self, command: str) -> Act:
        return Copies(self.name, command)

    def pastes(self, command: str) -> Act:
        return Pastes(self.name, command, group=self.group)

    def makes_group(self, title: str) -> Act:
        return MakesGroup(self.name, title)

    def promotes_bot(self) -> Act:
        return PromotesBot(self.name, group=self.group)

    def keeps_invite(self, link: str) -> Act:
        return KeepsInvite(self.name, link)

    def asks_to_join(self, link: str = "") -> Act:
        return AsksToJoin(self.name, link)

    def votes(self, *options: str, under: str) -> Act:
        return Votes(self.name, options, under, group=self.group)

    def votes_for_dates(self, *, never: str = "", full: int = 0) -> Act:
        """For all dates but those that begin with `never` and, of the others, every `full`-th."""
        return VotesForDates(self.name, never, full, NONE_OF_THESE, group=self.group)

    def reads_rota(self, *, presenter: Actor, reserve: Actor, following: Actor) -> Act:
        """Gives these parts; `following` presents the time after, without being the reserve before."""
        return ReadsRota(self.name, presenter.name, reserve.name, following.name, group=self.group)

    def is_whoever_has(self, words: str, among: tuple[Actor, ...]) -> Act:
        """A part, for the first of these on whose phone there is a button with these words."""
        return GivesPart("", self.name, words, tuple(who.name for who in among))
