"""Political parties that are offered; anyone may write another, or rather not say."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Party(StrEnum):
    """The value travels in a button and never changes; what is kept is the name."""

    VVD = "vvd"
    CDA = "cda"
    GROENLINKS_PVDA = "groenlinks-pvda"
    D66 = "d66"
    CHRISTENUNIE = "christenunie"
    SGP = "sgp"
    SP = "sp"
    BBB = "bbb"
    PVDD = "pvdd"
    VOLT = "volt"
    JA21 = "ja21"
    DENK = "denk"
    LOCAL = "local"


# Names, the same in every language; a local party is the one that is translated when it is shown.
PARTY_NAMES: Final[dict[Party, str]] = {
    Party.VVD: "VVD",
    Party.CDA: "CDA",
    Party.GROENLINKS_PVDA: "GroenLinks-PvdA",
    Party.D66: "D66",
    Party.CHRISTENUNIE: "ChristenUnie",
    Party.SGP: "SGP",
    Party.SP: "SP",
    Party.BBB: "BBB",
    Party.PVDD: "Partij voor de Dieren",
    Party.VOLT: "Volt",
    Party.JA21: "JA21",
    Party.DENK: "DENK",
    Party.LOCAL: "Lokale partij",
}


def known_party(name: str) -> Party | None:
    """The offered party that somebody means who typed its name; None for a party of their own."""
    wanted = _folded(name)
    return next((party for party, official in PARTY_NAMES.items() if _folded(official) == wanted), None)


def _folded(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
