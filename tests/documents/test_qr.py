"""A QR code that prints well: whole modules, a quiet zone, black on white."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass

import pytest
import segno

from documents.qr import CORRECTION, DOTS_PER_INCH, QUIET_ZONE, SIDE, qr_png

LINK = "https://t.me/WethoudersIntervisieBot?start=r-AbCdEfGhIjKl"
# Filter types of PNG.
UNFILTERED, UP = 0, 2
INCHES_IN_A_METRE = 1 / 0.0254


@dataclass(frozen=True)
class Picture:
    side: int
    dots_per_metre: int
    # A row of True for black.
    rows: list[list[bool]]


def decoded(png: bytes) -> Picture:
    """Of what segno writes: greyscale of one bit, rows as they are or as what differs from the row above."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    chunks, at = {}, 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        chunks[png[at + 4 : at + 8]] = png[at + 8 : at + 8 + length]
        at += 12 + length
    width, height, depth, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (height, depth, colour) == (width, 1, 0)
    (dots, _, _) = struct.unpack(">IIB", chunks[b"pHYs"])
    line = 1 + -(-width // 8)
    raw = zlib.decompress(chunks[b"IDAT"])
    lines: list[bytes] = []
    for start in range(0, len(raw), line):
        kind, row = raw[start], raw[start + 1 : start + line]
        assert kind in {UNFILTERED, UP}
        above = lines[-1] if kind == UP else bytes(len(row))
        lines.append(bytes((left + right) % 256 for left, right in zip(row, above, strict=True)))
    return Picture(width, dots, [[not each[x // 8] >> (7 - x % 8) & 1 for x in range(width)] for each in lines])


def test_every_module_is_a_square_of_whole_pixels() -> None:
    matrix = [[bool(module) for module in row] for row in segno.make(LINK, error=CORRECTION, micro=False).matrix]

    picture = decoded(qr_png(LINK))

    modules = len(matrix) + 2 * QUIET_ZONE
    scale, rest = divmod(picture.side, modules)
    assert rest == 0
    for y, row in enumerate(picture.rows):
        for x, black in enumerate(row):
            across, down = x // scale - QUIET_ZONE, y // scale - QUIET_ZONE
            inside = 0 <= across < len(matrix) and 0 <= down < len(matrix)
            assert black == (inside and matrix[down][across])


def test_it_is_ten_centimetres_wide_at_the_resolution_of_a_printer() -> None:
    picture = decoded(qr_png(LINK))

    assert picture.side >= SIDE
    assert picture.dots_per_metre == pytest.approx(DOTS_PER_INCH * INCHES_IN_A_METRE, rel=0.001)
    assert picture.side / picture.dots_per_metre >= 0.1


def test_another_link_is_another_picture() -> None:
    assert qr_png(LINK) != qr_png(f"{LINK}x")
