"""What the buttons about a group's chat carry. All of them are pressed in private."""

from texts.buttons import ButtonData


class ShowChat(ButtonData, prefix="chat"):
    """How the chat of this group stands."""

    group: int


class GiveCode(ButtonData, prefix="chat_code"):
    group: int


class DoWithout(ButtonData, prefix="chat_none"):
    """Asks whether it is sure."""

    group: int


class ConfirmWithout(ButtonData, prefix="chat_none_ok"):
    group: int


class Unlink(ButtonData, prefix="chat_off"):
    """Asks whether it is sure."""

    group: int


class ConfirmUnlink(ButtonData, prefix="chat_off_ok"):
    group: int


class Looked(ButtonData, prefix="chat_seen"):
    """The leader has looked who is in the chat: so many unknown, so many known who do not belong there."""

    group: int
    unknown: int
    named: int


class InviteAgain(ButtonData, prefix="chat_link"):
    """Whoever belongs in the chat and is not in it gets a new link."""

    group: int


class RemoveStranger(ButtonData, prefix="chat_out"):
    seat: int
