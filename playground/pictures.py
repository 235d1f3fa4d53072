"""Small real files, for people who send a picture, a sticker, a voice message or a document without having one."""

import struct
import zlib

PHOTO_SIZE = (320, 200)
STICKER_SIZE = (512, 512)
SKY_BLUE = (90, 150, 210)
ORANGE = (240, 150, 40)
SMALL_DOCUMENT = b"Een korte notitie uit de speeltuin.\n"


def flat_png(size: tuple[int, int], colour: tuple[int, int, int]) -> bytes:
    """A PNG of one colour."""
    width, height = size
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\x00" + bytes(colour) * width) * height
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _ogg_page(number: int, flags: int, granule: int, packet: bytes) -> bytes:
    """One page of an Ogg stream (RFC 3533) with one packet."""
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, granule, 1, number, 0, 1) + bytes([len(packet)])
    page = head + packet
    return page[:22] + struct.pack("<I", _ogg_checksum(page)) + page[26:]


def _ogg_checksum(page: bytes) -> int:
    checksum = 0
    for byte in page:
        checksum ^= byte << 24
        for _ in range(8):
            checksum = (checksum << 1) ^ (0x04C11DB7 if checksum & 0x80000000 else 0)
        checksum &= 0xFFFFFFFF
    return checksum


def silent_voice() -> bytes:
    """An Ogg file with Opus (RFC 7845): a header, no tags, a frame of silence."""
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 312, 48000, 0, 0)
    tags = b"OpusTags" + struct.pack("<I", 9) + b"speeltuin" + struct.pack("<I", 0)
    silence = b"\xf8\xff\xfe"
    return _ogg_page(0, 2, 0, head) + _ogg_page(1, 0, 0, tags) + _ogg_page(2, 4, 960, silence)


FLAT_PHOTO = flat_png(PHOTO_SIZE, SKY_BLUE)
STICKER_PICTURE = flat_png(STICKER_SIZE, ORANGE)
SILENT_VOICE = silent_voice()
