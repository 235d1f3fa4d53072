"""What the playground tells of the bot itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.playground.conftest import Playground


async def test_it_counts_the_polls_also_those_that_brought_nothing(playground: Playground) -> None:
    before = (await playground.http.get("/bot-info")).json()["polls"]

    await playground.updates()
    await playground.updates()

    after = (await playground.http.get("/bot-info")).json()["polls"]
    assert after == before + 2
