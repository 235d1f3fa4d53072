from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from storage.cipher import MainKey
from storage.database import Database
from tests.services.intake_scene import set_scene

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.services.intake_scene import Scene


@pytest.fixture
def key() -> MainKey:
    return MainKey(MainKey.generate())


@pytest.fixture
async def database(tmp_path: Path, key: MainKey) -> AsyncIterator[Database]:
    database = await Database.open(tmp_path / "intervisie.db", key)
    yield database
    await database.close()


@pytest.fixture
async def scene(database: Database) -> Scene:
    """The cast of the intake."""
    return await set_scene(database)
