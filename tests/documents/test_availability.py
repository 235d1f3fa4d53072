"""The picture of who can when: as wide as a phone shows it, and readable without its colours."""

from __future__ import annotations

import struct
from dataclasses import replace

import pytest

from documents.availability import (
    LOOKS,
    Availability,
    AvailabilityRow,
    Legend,
    Mark,
    draw_availability,
)

LEGEND = Legend("kan", "liever niet", "kan niet", "nog niet geantwoord", "kan", "voorstel")
ROW = AvailabilityRow("wo 10 mrt 13.00", (Mark.YES, Mark.NO), "1/2")
PICTURE = Availability(("Marijke", "Wilhelmina-Johanna"), (ROW,), LEGEND)


def size(png: bytes) -> tuple[int, int]:
    """Width and height (PNG specification, 11.2.2)."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_it_is_as_wide_as_a_phone_and_grows_with_the_dates() -> None:
    one = size(draw_availability(PICTURE))
    many = size(draw_availability(replace(PICTURE, rows=(ROW,) * 24)))

    assert one[0] == many[0] == 780
    assert one[1] < many[1] < 2000


def test_every_answer_has_a_sign_of_its_own_beside_its_colour() -> None:
    assert set(LOOKS) == set(Mark)
    assert len({look.sign for look in LOOKS.values()}) == len(Mark)
    assert len({look.shape for look in LOOKS.values()}) == len(Mark)


def test_another_answer_and_a_proposal_make_another_picture() -> None:
    answered = replace(PICTURE, rows=(replace(ROW, marks=(Mark.YES, Mark.RATHER_NOT)),))
    proposed = replace(PICTURE, rows=(replace(ROW, proposals="1 2", highlighted=True),))

    assert len({draw_availability(each) for each in (PICTURE, answered, proposed)}) == 3


def test_a_row_without_a_mark_for_each_person_is_refused() -> None:
    with pytest.raises(ValueError, match="each person"):
        draw_availability(replace(PICTURE, people=("Marijke",)))
