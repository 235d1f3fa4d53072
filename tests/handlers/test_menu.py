"""The menu of a role and its /help promise the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from handlers.menu import COMMANDS
from messages.general import help_for
from texts.language import LANGUAGES, Language
from texts.speech import Texts

if TYPE_CHECKING:
    from domain.person import Role

TEXTS = Texts.load()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", COMMANDS)
def test_help_explains_every_command_of_the_menu_but_itself(role: Role | None, language: Language) -> None:
    explained = set(re.findall(r"^/(\w+) – ", help_for(TEXTS.speech(language), role).html, re.MULTILINE))

    assert set(COMMANDS[role]) - {"help"} <= explained
