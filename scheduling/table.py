"""Every kind of message of the outbox, and who gives it its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.outbox import Kind
    from scheduling.words import Renderer

WORDS: dict[Kind, Renderer] = {}
