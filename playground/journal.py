"""What the bot asked, call by call: for tests that say "no 429", "no error", "four messages"."""

from datetime import UTC, datetime

from playground.shapes import JsonObject

# Half of them goes when it is full.
MOST_ENTRIES = 100_000


class Journal:
    def __init__(self) -> None:
        self._entries: list[JsonObject] = []
        self._first = 1

    def write(
        self,
        method: str,
        fields: JsonObject,
        *,
        ok: bool = True,
        error_code: int | None = None,
        description: str | None = None,
    ) -> None:
        """Notes a call: its fields by name only. A call that a fault cut off is not ok and has no error code."""
        if len(self._entries) >= MOST_ENTRIES:
            gone = MOST_ENTRIES // 2
            del self._entries[:gone]
            self._first += gone
        self._entries.append(
            {
                "n": self._first + len(self._entries),
                "at": datetime.now(UTC).isoformat(),
                "method": method,
                "chat_id": fields.get("chat_id"),
                "ok": ok,
                "error_code": error_code,
                "description": description,
                "fields": sorted(fields),
            }
        )

    def after(self, number: int) -> JsonObject:
        """The entries that come after entry `number`; `next` is what to ask with next time."""
        entries = self._entries[max(0, number - self._first + 1) :]
        return {"next": self._first + len(self._entries) - 1, "entries": entries}
