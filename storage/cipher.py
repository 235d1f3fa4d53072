"""Encryption of confidential columns: a key for each person, wrapped by a main key kept outside the database."""

from __future__ import annotations

import base64
import binascii
import secrets
from typing import NewType

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
NONCE_BYTES = 12

PersonKey = NewType("PersonKey", bytes)


class UnreadableError(Exception):
    """Sealed bytes do not open: another main key, another row, or damage."""


class MainKeyError(ValueError):
    """The main key is not 32 bytes in base64."""


class MainKey:
    """The key that the others hang on; it never shows itself in a repr or an error."""

    def __init__(self, encoded: str) -> None:
        try:
            secret = base64.b64decode(encoded, altchars=b"-_", validate=True)
        except (binascii.Error, ValueError):
            secret = b""
        if len(secret) != KEY_BYTES:
            raise MainKeyError("the main key must be 32 bytes in base64")
        self._wrapping = AESGCM(_derived(secret, b"person keys"))
        self._office = AESGCM(_derived(secret, b"office"))

    @staticmethod
    def generate() -> str:
        """A new main key in base64, from the system's randomness."""
        return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode()

    def new_person_key(self, person_id: int) -> tuple[PersonKey, bytes]:
        """A fresh key for a person, and how it is stored: wrapped, and bound to that person."""
        key = secrets.token_bytes(KEY_BYTES)
        return PersonKey(key), _seal(self._wrapping, key, f"person:{person_id}")

    def person_key(self, person_id: int, wrapped: bytes) -> PersonKey:
        """Raises UnreadableError when the main key is another one than it was wrapped with."""
        return PersonKey(_open(self._wrapping, wrapped, f"person:{person_id}"))

    def seal(self, text: str, purpose: str) -> bytes:
        """Seal what belongs to no single person, such as an update that came in; `purpose` binds it to its place."""
        return _seal(self._office, text.encode(), purpose)

    def open(self, sealed: bytes, purpose: str) -> str:
        """Raises UnreadableError when it was sealed with another key or for another place."""
        return _open(self._office, sealed, purpose).decode()


def seal_for(key: PersonKey, text: str, purpose: str) -> bytes:
    """Seal a person's words; `purpose` binds them to one column."""
    return _seal(AESGCM(key), text.encode(), purpose)


def open_for(key: PersonKey, sealed: bytes, purpose: str) -> str:
    """Raises UnreadableError when it was sealed with another key or for another column."""
    return _open(AESGCM(key), sealed, purpose).decode()


def _derived(secret: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"intervisie " + purpose).derive(secret)


def _seal(cipher: AESGCM, plain: bytes, purpose: str) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, plain, purpose.encode())


def _open(cipher: AESGCM, sealed: bytes, purpose: str) -> bytes:
    try:
        return cipher.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], purpose.encode())
    except (InvalidTag, ValueError) as error:
        raise UnreadableError("sealed with another key, or for another place") from error
