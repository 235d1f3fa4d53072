"""Faults on demand: what the network and Telegram can do to a bot, as often as asked."""

from dataclasses import asdict, dataclass

from playground.bodies import take
from playground.errors import PersonError
from playground.shapes import JsonObject

KINDS = frozenset(
    {
        "429",
        "500",
        "502",
        "timeout_before",
        "timeout_after",
        "drop_before",
        "drop_after",
        "duplicate_updates",
        "reorder_updates",
        "outage",
        "forbidden",
    }
)
# These are about the updates themselves, whatever method is named.
OF_UPDATES = frozenset({"duplicate_updates", "reorder_updates"})
ANY_METHOD = "*"
POLL = "getUpdates"


@dataclass(slots=True)
class Fault:
    """`times` is how often it still strikes, None until it is removed; `count` how often it has struck."""

    id: int
    kind: str
    method: str = ANY_METHOD
    times: int | None = None
    retry_after: int = 1
    seconds: float = 5.0
    chat_id: int | None = None
    count: int = 0

    def fits(self, method: str, chat_id: object) -> bool:
        if self.times == 0 or (self.chat_id is not None and self.chat_id != chat_id):
            return False
        if self.method == ANY_METHOD:
            return self.kind == "outage" or method != POLL
        return self.method == method

    def strike(self) -> None:
        self.count += 1
        if self.times is not None:
            self.times -= 1


class Faults:
    def __init__(self) -> None:
        self._faults: dict[int, Fault] = {}
        self._last_id = 0

    def add(self, fields: JsonObject) -> Fault:
        """Raises PersonError 400 for a kind or a field that there is not."""
        kind = str(fields.get("kind"))
        if kind not in KINDS:
            raise PersonError(400, f"There is no fault of kind {kind}; there are {', '.join(sorted(KINDS))}.")
        known = {"kind", "method", "times", "retry_after", "seconds", "chat_id"}
        if fields.keys() - known:
            raise PersonError(400, f"A fault has no {min(fields.keys() - known)}.")
        self._last_id += 1
        fault = Fault(
            id=self._last_id,
            kind=kind,
            method=take(fields, "method", str, default=ANY_METHOD),
            times=take(fields, "times", int),
            retry_after=take(fields, "retry_after", int, default=1),
            seconds=float(take(fields, "seconds", int | float, default=5.0)),
            chat_id=take(fields, "chat_id", int),
        )
        self._faults[fault.id] = fault
        return fault

    def as_json(self) -> list[JsonObject]:
        return [asdict(fault) for fault in self._faults.values()]

    def remove(self, fault_id: int) -> None:
        """Raises PersonError 404 when there is no such fault."""
        if self._faults.pop(fault_id, None) is None:
            raise PersonError(404, f"There is no fault {fault_id}.")

    def clear(self) -> None:
        self._faults.clear()

    def strike(self, method: str, chat_id: object) -> Fault | None:
        """The fault that befalls this call, counted as struck; None when it goes well."""
        for fault in self._faults.values():
            if fault.kind not in OF_UPDATES and fault.fits(method, chat_id):
                fault.strike()
                return fault
        return None

    def outage(self, method: str) -> bool:
        """Whether the connection to `method` is down by now; nothing is counted."""
        return any(fault.kind == "outage" and fault.fits(method, None) for fault in self._faults.values())

    def of_updates(self, kind: str) -> Fault | None:
        """A fault of `kind` that still strikes; the caller counts it when it does."""
        return next((fault for fault in self._faults.values() if fault.kind == kind and fault.times != 0), None)
