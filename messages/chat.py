"""What is said about a group's chat: to who leads the group, to who is invited, and at the door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from domain.chat import ChatStatus, LinkOutcome, Right, Why
from messages import chat_buttons as buttons
from messages.message import Message
from texts.buttons import Button, Keyboard
from texts.speech import Html, lines

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from domain.chat import Chat, Seat
    from domain.group import Group
    from texts.buttons import ButtonData
    from texts.speech import Speech


class Card(Protocol):
    """How the chat of a group stands."""

    @property
    def group(self) -> Group: ...
    @property
    def chat(self) -> Chat | None: ...
    @property
    def declined(self) -> bool: ...
    @property
    def missing(self) -> Sequence[object]: ...
    @property
    def strangers(self) -> Sequence[Seat]: ...


REFUSALS: Final[dict[LinkOutcome, str]] = {
    LinkOutcome.NO_CODE: "chat-link-no-code",
    LinkOutcome.UNKNOWN_CODE: "chat-link-unknown-code",
    LinkOutcome.USED: "chat-link-used",
    LinkOutcome.EXPIRED: "chat-link-expired",
    LinkOutcome.HAS_CHAT: "chat-link-has-chat",
    LinkOutcome.TAKEN: "chat-link-taken",
    LinkOutcome.DONE_BEFORE: "chat-link-done-before",
    LinkOutcome.HISTORY: "chat-link-history",
    LinkOutcome.NOT_ALLOWED: "chat-link-not-allowed",
}

RIGHTS: Final[dict[Right, str]] = {Right.INVITE: "chat-right-invite", Right.RESTRICT: "chat-right-restrict"}


def which_group(speech: Speech, groups: Sequence[Group]) -> Message:
    rows = [_row(speech.plain("chat-card-group", number=each.number), buttons.ShowChat(each.id)) for each in groups]
    return Message(speech.html("chat-card-which"), Keyboard(tuple(rows)))


def no_groups(speech: Speech) -> Message:
    return Message(speech.html("chat-card-no-groups"))


def not_yours(speech: Speech) -> Message:
    return Message(speech.html("chat-card-not-yours"))


def card(speech: Speech, its: Card) -> Message:
    """How the chat stands, what keeps the bot silent there, and what can be done about it."""
    title = speech.html("chat-title", number=its.group.number)
    words = lines(title, *_standing(speech, its), between="\n\n")
    return Message(words, Keyboard(tuple(_deeds(speech, its))))


def _standing(speech: Speech, its: Card) -> list[Html]:
    chat = its.chat
    if chat is None:
        return [speech.html("chat-card-declined" if its.declined else "chat-card-none")]
    if chat.why is not None:
        said = _trouble(speech, its.group, chat, chat.why)
        return [said, speech.html("chat-card-lost")] if chat.lost else [said]
    return [speech.html("chat-card-linked"), speech.html("chat-card-missing", number=len(its.missing))]


def _deeds(speech: Speech, its: Card) -> list[tuple[Button, ...]]:
    chat, group_id = its.chat, its.group.id
    rows: list[tuple[Button, ...]] = []
    if chat is not None and not chat.lost:
        if chat.status is not ChatStatus.LINKED:
            rows.extend(_remove_row(speech, seat) for seat in its.strangers)
            rows.append(_looked_row(speech, chat, len(its.strangers)))
        elif its.missing:
            rows.append(_row(speech.plain("chat-button-invite-again"), buttons.InviteAgain(group_id)))
        rows.append(_row(speech.plain("chat-button-unlink"), buttons.Unlink(group_id)))
        return rows
    again = chat is not None
    key = "chat-button-code-again" if again else "chat-button-code"
    rows.append(_row(speech.plain(key), buttons.GiveCode(group_id)))
    if not its.declined:
        rows.append(_row(speech.plain("chat-button-without"), buttons.DoWithout(group_id)))
    return rows


def _remove_row(speech: Speech, seat: Seat) -> tuple[Button, ...]:
    words = speech.plain("chat-button-remove-name", name=_named(speech, seat.name))
    return _row(words, buttons.RemoveStranger(seat.id))


def _looked_row(speech: Speech, chat: Chat, named: int) -> tuple[Button, ...]:
    """What is seen by looking can be found right; what has to be mended is looked at again."""
    by_looking = chat.why in {Why.DIFFERENCE, Why.STRANGER}
    words = speech.plain("chat-button-looked" if by_looking else "chat-button-look-again")
    return _row(words, buttons.Looked(chat.group_id, chat.unknown, named))


def code(speech: Speech, group: Group, code: str, username: str) -> Message:
    """Cannot be forwarded: it is good for one person."""
    rows = (_row(speech.plain("chat-button-show"), buttons.ShowChat(group.id)),)
    return Message(speech.html("chat-code", code=code, username=username), Keyboard(rows), protect=True)


def invited_again(speech: Speech) -> Message:
    return Message(speech.html("chat-invited-again"))


def without_sure(speech: Speech, group_id: int) -> Message:
    rows = (
        _row(speech.plain("chat-without-yes"), buttons.ConfirmWithout(group_id)),
        _row(speech.plain("common-back"), buttons.ShowChat(group_id)),
    )
    return Message(speech.html("chat-without-sure"), Keyboard(rows))


def without_done(speech: Speech) -> Message:
    return Message(speech.html("chat-without-done"))


def unlink_sure(speech: Speech, group_id: int) -> Message:
    rows = (
        _row(speech.plain("chat-unlink-yes"), buttons.ConfirmUnlink(group_id)),
        _row(speech.plain("common-back"), buttons.ShowChat(group_id)),
    )
    return Message(speech.html("chat-unlink-sure"), Keyboard(rows))


def unlink_done(speech: Speech) -> Message:
    return Message(speech.html("chat-unlink-done"))


def refused(speech: Speech, outcome: LinkOutcome, missing: Collection[Right] = ()) -> Message:
    """Why this chat was not linked, and how that is mended."""
    if outcome is not LinkOutcome.RIGHTS:
        return Message(speech.html(REFUSALS[outcome]))
    lacking = sorted(missing)
    key = RIGHTS[lacking[0]] if len(lacking) == 1 else "chat-right-both"
    return Message(speech.html("chat-link-rights", rights=speech.html(key)))


def anonymous(speech: Speech) -> Message:
    return Message(speech.html("chat-anonymous"))


def hint(speech: Speech) -> Message:
    """In a chat that belongs to no group yet."""
    return Message(speech.html("chat-hint"))


def not_here(speech: Speech) -> Message:
    return Message(speech.html("chat-not-here"))


def look_private(speech: Speech) -> Message:
    return Message(speech.html("chat-look-private"))


def start_first(speech: Speech, username: str) -> Message:
    return Message(speech.html("chat-start-first", username=username))


def opened(speech: Speech, group: Group) -> Message:
    """The first thing that is said in a chat: no cases here (design.md, section 4)."""
    return Message(speech.html("chat-opened", number=group.number))


def welcome(speech: Speech, first_name: str, municipality: str) -> Message:
    return Message(speech.html("chat-welcome", name=first_name, municipality=municipality))


def invited(speech: Speech, group: Group, invite_link: str, *, leads: bool) -> Message:
    """Cannot be forwarded: it is for one person, though it lets nobody in by itself."""
    words = speech.html("chat-invited-leader", number=group.number) if leads else speech.html("chat-invited")
    join = Button(speech.plain("chat-button-join"), url=invite_link)
    return Message(words, Keyboard(((join,),)), protect=True)


def turned_away(speech: Speech) -> Message:
    return Message(speech.html("chat-turned-away"))


def linked_told(speech: Speech, group: Group, missing: int) -> Message:
    words = lines(
        speech.html("chat-linked-told", number=group.number),
        speech.html("chat-linked-invites", number=missing),
    )
    return Message(words)


def not_joined(speech: Speech, group: Group, first_name: str) -> Message:
    return Message(speech.html("chat-not-joined", name=first_name, number=group.number))


def stranger_turned_away(speech: Speech, group: Group, name: str | None) -> Message:
    return Message(speech.html("chat-stranger-turned-away", name=_named(speech, name), number=group.number))


def stranger_inside(speech: Speech, its: Card, seat_id: int, name: str | None) -> Message:
    """With what the leader can do: take them out, or say that it is right."""
    rows = [_row(speech.plain("chat-button-remove"), buttons.RemoveStranger(seat_id))]
    if its.chat is not None and not its.chat.lost:
        rows.append(_looked_row(speech, its.chat.because(Why.STRANGER), len(its.strangers)))
    words = speech.html("chat-stranger-inside", name=_named(speech, name), number=its.group.number)
    return Message(words, Keyboard(tuple(rows)), protect=True)


def not_removed(speech: Speech, group: Group, name: str | None) -> Message:
    return Message(speech.html("chat-not-removed", name=_named(speech, name), number=group.number))


def removing(speech: Speech, name: str | None) -> Message:
    return Message(speech.html("chat-removing", name=_named(speech, name)))


def removed_before(speech: Speech, name: str | None) -> Message:
    return Message(speech.html("chat-removed-before", name=_named(speech, name)))


def belongs_now(speech: Speech, name: str | None) -> Message:
    return Message(speech.html("chat-belongs-now", name=_named(speech, name)))


def seat_gone(speech: Speech) -> Message:
    return Message(speech.html("chat-seat-gone"))


def trouble(speech: Speech, its: Card, why: Why) -> Message:
    """What keeps the bot silent there, and what the leader can do."""
    if its.chat is None:
        raise ValueError("a group without a chat has no trouble with it")
    return Message(_trouble(speech, its.group, its.chat, why), Keyboard(tuple(_deeds(speech, its))))


def restored(speech: Speech, group: Group) -> Message:
    return Message(speech.html("chat-restored", number=group.number))


def leader_outside(speech: Speech, group: Group) -> Message:
    return Message(speech.html("chat-leader-outside", number=group.number))


def leader_outside_office(speech: Speech, group: Group, name: str) -> Message:
    return Message(speech.html("chat-leader-outside-office", number=group.number, name=name))


def looked_settled(speech: Speech, group: Group) -> Message:
    return Message(speech.html("chat-looked-settled", number=group.number))


def looked_changed(speech: Speech) -> Message:
    return Message(speech.html("chat-looked-changed"))


def looked_asked_again(speech: Speech) -> Message:
    return Message(speech.html("chat-looked-asked-again"))


def looked_nothing(speech: Speech) -> Message:
    return Message(speech.html("chat-looked-nothing"))


def _trouble(speech: Speech, group: Group, chat: Chat, why: Why) -> Html:
    if why is Why.DIFFERENCE:
        return speech.html("chat-trouble-difference", number=group.number, unknown=max(chat.unknown, 1))
    return speech.html(f"chat-trouble-{why}", number=group.number)


def _named(speech: Speech, name: str | None) -> str:
    return name or speech.plain("chat-stranger-nameless")


def _row(words: str, data: ButtonData) -> tuple[Button, ...]:
    return (Button(words, data),)
