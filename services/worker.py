"""Work that takes longer than a blink, done beside the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar, TypeVarTuple

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
Ts = TypeVarTuple("Ts")


class Worker(Protocol):
    """For what takes over 50 ms: pictures (matplotlib), exact searches, PDF."""

    async def run(self, function: Callable[[*Ts], T], *args: *Ts) -> T:
        """What `function(*args)` returns, or the exception that it raises.

        It may be carried out in another process, and once more when that one dies: the function stands at the top of
        a module, changes nothing outside itself, and takes and returns plain values that can be pickled.
        """
