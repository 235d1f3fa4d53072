import pytest


@pytest.fixture(autouse=True)
def _durations_as_timedelta(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library warns whenever it makes a RetryAfter, unless it may give durations as timedelta."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
