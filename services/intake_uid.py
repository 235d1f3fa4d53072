"""The name of an event in everybody's calendar."""

from __future__ import annotations

import uuid


def new_uid() -> str:
    """Globally unique, as RFC 7986, 5.3 asks: random, and saying nothing of anybody."""
    return str(uuid.uuid4())
