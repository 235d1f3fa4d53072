"""What holds for every test."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Machines are noisy: no test fails for being slow. What hypothesis finds, it prints so that it can be played again.
settings.register_profile("noisy", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("noisy")

HERE = Path(__file__).parent
# They wait for other processes, on a machine that may have no time for them just then.
WITH_OTHER_PROCESSES = (HERE / "page", HERE / "journeys")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Among many side by side those get a second chance, once, and the report says so: what fails twice is broken."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return
    for item in items:
        if any(item.path.is_relative_to(folder) for folder in WITH_OTHER_PROCESSES):
            item.add_marker(pytest.mark.flaky(reruns=1))
