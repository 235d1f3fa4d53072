"""The privacy text that is in force. Who consents, consents to this version; docs/privacy.md tells it in full."""

from __future__ import annotations

from datetime import date
from typing import Final

# Raised whenever what is kept, why, how long or for whom changes; then whoever has not sent in a registration yet is
# asked to agree anew. Those who have keep what they agreed to, with its number.
PRIVACY_VERSION: Final = "1.1"
PRIVACY_SINCE: Final = date(2026, 11, 22)
