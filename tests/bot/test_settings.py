"""A missing or wrong setting is one clear sentence, and a secret shows itself nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.settings import Settings, SettingsError, load_settings
from storage.cipher import MainKey

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "123456:ABC-DEF_geheim"
KEY = MainKey.generate()


@pytest.fixture(autouse=True)
def clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting from outside: an empty folder, and none of ours in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"INTERVISIE_{name.upper()}", raising=False)


def given(monkeypatch: pytest.MonkeyPatch, **settings: str) -> None:
    for name, value in {"token": TOKEN, "key": KEY, **settings}.items():
        monkeypatch.setenv(f"INTERVISIE_{name.upper()}", value)


def test_token_and_key_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch)

    settings = load_settings()

    assert settings.base_url == "https://api.telegram.org/bot"
    assert (settings.clock, settings.pacing) == ("system", True)


def test_the_api_address_may_be_another(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, api="http://127.0.0.1:8080", clock="http://127.0.0.1:8080/clock")

    settings = load_settings()

    assert settings.base_url == "http://127.0.0.1:8080/bot"
    assert settings.base_file_url == "http://127.0.0.1:8080/file/bot"


def test_a_missing_token_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INTERVISIE_KEY", KEY)

    with pytest.raises(SettingsError, match=r"^INTERVISIE_TOKEN is missing: .+README"):
        load_settings()


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"token": "geheim-zonder-dubbelepunt"}, "INTERVISIE_TOKEN is wrong"),
        ({"api": "geen adres"}, "INTERVISIE_API is wrong"),
        ({"pacing": "misschien"}, "INTERVISIE_PACING is wrong"),
        ({"key_file": "ook-nog-een.key"}, "either INTERVISIE_KEY or INTERVISIE_KEY_FILE"),
        ({"clock": "http://127.0.0.1:8080/clock"}, "INTERVISIE_CLOCK cannot be an address"),
        ({"log_level": "hard"}, "INTERVISIE_LOG_LEVEL is wrong"),
    ],
)
def test_a_wrong_setting_is_one_sentence_that_does_not_repeat_it(
    monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], sentence: str
) -> None:
    given(monkeypatch, **settings)

    with pytest.raises(SettingsError) as refused:
        load_settings()

    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "geheim" not in str(refused.value)


def test_a_key_that_is_none_is_told_without_showing_it(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch, key="geheim maar fout")

    with pytest.raises(SettingsError, match="INTERVISIE_KEY holds no main key") as refused:
        load_settings().main_key()

    assert "geheim" not in str(refused.value)


def test_the_key_can_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "main.key").write_text(KEY + "\n")
    monkeypatch.setenv("INTERVISIE_TOKEN", TOKEN)
    monkeypatch.setenv("INTERVISIE_KEY_FILE", str(tmp_path / "main.key"))

    assert isinstance(load_settings().main_key(), MainKey)


def test_secrets_do_not_show_in_a_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    given(monkeypatch)

    assert TOKEN not in repr(load_settings())
    assert KEY not in repr(load_settings())
