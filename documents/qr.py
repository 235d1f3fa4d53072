"""QR codes for on paper."""

from __future__ import annotations

import io

import segno

# 15% may be damaged or covered: a flyer gets folded.
CORRECTION = "m"
# Modules of white around it, as ISO/IEC 18004 asks.
QUIET_ZONE = 4
# Pixels along a side, at least: ten centimetres at 300 dots an inch.
SIDE = 1_200
DOTS_PER_INCH = 300


def qr_png(content: str) -> bytes:
    """Black on white, of whole pixels, sharp in print up to some ten centimetres."""
    code = segno.make(content, error=CORRECTION, micro=False)
    modules, _ = code.symbol_size(border=QUIET_ZONE)
    picture = io.BytesIO()
    code.save(picture, kind="png", scale=-(-SIDE // modules), border=QUIET_ZONE, dpi=DOTS_PER_INCH)
    return picture.getvalue()
