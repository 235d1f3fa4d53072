"""Native polls: the question, its options, and who voted for what."""

from dataclasses import dataclass, field

from playground.changes import Changes
from playground.shapes import JsonObject


@dataclass(slots=True)
class Poll:
    """A poll. `shape` is what the Bot API shows of it that never changes; `options` are PollOptions without a count.

    `votes` holds per voter, a person's id or that of a group as a string, the persistent ids that were chosen.
    """

    id: str
    chat_id: int
    message_id: int
    shape: JsonObject
    options: list[JsonObject]
    hides_results: bool = False
    shuffled: bool = False
    takes_options: bool = False
    is_closed: bool = False
    close_date: int | None = None
    votes: dict[str, list[str]] = field(default_factory=dict)

    @property
    def is_anonymous(self) -> bool:
        return bool(self.shape["is_anonymous"])

    @property
    def question(self) -> str:
        return str(self.shape["question"])

    def voters_of(self, option: JsonObject) -> list[str]:
        return [voter for voter, chosen in self.votes.items() if option["persistent_id"] in chosen]

    def as_message_poll(self) -> JsonObject:
        """As the Poll inside a Message."""
        # Telegram tells nobody, the bot neither, how often an option was chosen that hides its results.
        hidden = self.hides_results and not self.is_closed
        options = [option | {"voter_count": 0 if hidden else len(self.voters_of(option))} for option in self.options]
        return self.shape | {
            "id": self.id,
            "options": options,
            "total_voter_count": len(self.votes),
            "is_closed": self.is_closed,
        }

    def as_poll(self) -> JsonObject:
        """As a Poll in an update, which lacks what only a message shows."""
        inside = ("description", "description_entities", "media")
        return {name: value for name, value in self.as_message_poll().items() if name not in inside}


class Polls:
    """All polls; each change is noted for the storage."""

    def __init__(self, changes: Changes) -> None:
        self._changes = changes
        self._polls: dict[str, Poll] = {}

    def restore(self, polls: list[Poll]) -> None:
        self._polls = {poll.id: poll for poll in polls}

    def get(self, poll_id: str) -> Poll | None:
        return self._polls.get(poll_id)

    def keep(self, poll: Poll) -> None:
        self._polls[poll.id] = poll
        self._changes.put("poll", poll.id, poll)

    def forget(self, poll: Poll) -> None:
        del self._polls[poll.id]
        self._changes.remove("poll", poll.id)

    def closing(self) -> list[Poll]:
        """The open polls that close by themselves, the earliest first."""
        timed = [poll for poll in self._polls.values() if poll.close_date is not None and not poll.is_closed]
        return sorted(timed, key=lambda poll: poll.close_date or 0)
