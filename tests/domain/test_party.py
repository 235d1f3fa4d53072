"""Typed parties that are among the offered ones."""

from __future__ import annotations

import pytest

from domain.party import PARTY_NAMES, Party, known_party


@pytest.mark.parametrize(
    ("typed", "party"),
    [
        ("d66", Party.D66),
        ("D'66", Party.D66),
        ("groenlinks pvda", Party.GROENLINKS_PVDA),
        ("GroenLinks/PvdA", Party.GROENLINKS_PVDA),
        ("lokale partij", Party.LOCAL),
    ],
)
def test_an_offered_party_is_recognised_however_it_is_written(typed: str, party: Party) -> None:
    assert known_party(typed) is party


def test_any_other_party_stays_in_its_own_words() -> None:
    assert known_party("Ouderen Belang") is None


def test_every_offered_party_has_a_name() -> None:
    assert PARTY_NAMES.keys() == set(Party)
