"""Files: kept in the data directory as they came, known by a file_id."""

import secrets
import struct
from pathlib import Path

from playground.errors import bad_request
from playground.shapes import JsonObject
from playground.specification import Upload
from playground.state import State, StoredFile

MEGABYTE = 1024 * 1024
LARGEST_PHOTO = 10 * MEGABYTE
LARGEST_DOCUMENT = 50 * MEGABYTE
LARGEST_DOWNLOAD = 20 * MEGABYTE
LARGEST_SIDES = 10_000
LARGEST_RATIO = 20
FOLDERS = {"photo": "photos", "document": "documents", "voice": "voice", "sticker": "stickers"}
PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
GIF = (b"GIF87a", b"GIF89a")
JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
EXTENSIONS = {"image/png": ".png", "image/jpeg": ".jpg", "image/gif": ".gif"}


class Files:
    """The files of a state, their bytes under `folder`."""

    def __init__(self, state: State, folder: Path) -> None:
        self._state = state
        self._folder = folder

    def add(self, kind: str, upload: Upload, size: tuple[int, int] | None = None) -> StoredFile:
        """Keeps a file. `kind` is photo, document, voice or sticker; `size` its width and height."""
        number = len(self._state.files)
        extension = Path(upload.name).suffix or EXTENSIONS.get(upload.mime_type, "")
        width, height = size or (None, None)
        file = StoredFile(
            file_id=f"{kind[:2].upper()}{secrets.token_urlsafe(36)}",
            file_unique_id=secrets.token_urlsafe(11),
            kind=kind,
            path=f"{FOLDERS[kind]}/file_{number}{extension}",
            name=upload.name,
            mime_type=upload.mime_type,
            size=len(upload.content),
            width=width,
            height=height,
        )
        target = self._folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(upload.content)
        self._state.keep_file(file)
        return file

    def content(self, file: StoredFile) -> bytes:
        return (self._folder / file.path).read_bytes()

    def by_path(self, path: str) -> StoredFile | None:
        return next((file for file in self._state.files.values() if file.path == path), None)

    def given(self, kind: str, value: str | Upload) -> StoredFile:
        """The file that a bot sends as photo or document: new, or one that it knows by its file_id.

        Raises ApiError 400 in Telegram's words, 413 when it is too large, 501 for an address on the internet.
        """
        if isinstance(value, Upload):
            return self._new(kind, value)
        file = self._state.files.get(value)
        if file is None:
            raise bad_request(f"wrong file identifier/HTTP URL specified{_no_download(value)}")
        if file.kind != kind:
            raise bad_request(f"can't use file of type {file.kind.title()} as {kind.title()}")
        return file

    def _new(self, kind: str, upload: Upload) -> StoredFile:
        if not upload.content:
            raise bad_request("file must be non-empty")
        if kind == "document":
            if len(upload.content) > LARGEST_DOCUMENT:
                raise bad_request("file is too big")
            return self.add(kind, upload)
        if len(upload.content) > LARGEST_PHOTO:
            raise bad_request("too big file for a photo")
        return self.add(kind, upload, photo_size(upload.content))


def _no_download(value: str) -> str:
    return " (the playground fetches nothing from the internet)" if value.startswith(("http://", "https://")) else ""


def photo_size(content: bytes) -> tuple[int, int]:
    """Width and height of a picture. Raises ApiError 400 for what Telegram takes for no photo."""
    size = _png_size(content) or _gif_size(content) or _jpeg_size(content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if min(size) == 0 or width + height > LARGEST_SIDES or max(size) > LARGEST_RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size


def _png_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(PNG) or content[12:16] != b"IHDR":
        return None
    width, height = struct.unpack_from(">II", content, 16)
    return width, height


def _gif_size(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(GIF):
        return None
    width, height = struct.unpack_from("<HH", content, 6)
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walks over the segments of a JPEG to the one that describes the frame."""
    if not content.startswith(JPEG):
        return None
    at = len(JPEG)
    while at + 9 <= len(content) and content[at] == JPEG[0]:
        marker, length = content[at + 1], struct.unpack_from(">H", content, at + 2)[0]
        if marker in JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 5)
            return width, height
        at += 2 + length
    return None


def photo_object(file: StoredFile) -> JsonObject:
    """A Bot API PhotoSize."""
    return {
        "file_id": file.file_id,
        "file_unique_id": file.file_unique_id,
        "width": file.width,
        "height": file.height,
        "file_size": file.size,
    }


def document_object(file: StoredFile) -> JsonObject:
    """A Bot API Document."""
    return {
        "file_id": file.file_id,
        "file_unique_id": file.file_unique_id,
        "file_name": file.name,
        "mime_type": file.mime_type,
        "file_size": file.size,
    }


def file_object(file: StoredFile) -> JsonObject:
    """A Bot API File. Raises ApiError 400 when bots may not fetch so large a file."""
    if file.size > LARGEST_DOWNLOAD:
        raise bad_request("file is too big")
    return {
        "file_id": file.file_id,
        "file_unique_id": file.file_unique_id,
        "file_size": file.size,
        "file_path": file.path,
    }
