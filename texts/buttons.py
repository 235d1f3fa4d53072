"""The buttons under a message, and the one codec of the data they carry.

The data of a button is a prefix and its fields, with a colon between them. It names what was pressed and carries no
authority.
"""

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cached_property
from types import NoneType, UnionType
from typing import ClassVar, Final, Self, Union, dataclass_transform, get_args, get_origin, get_type_hints

LONGEST_DATA: Final = 64
"""Bytes: the Bot API, `callback_data` of InlineKeyboardButton."""

_PREFIX = re.compile(r"[a-z][a-z0-9_]{0,11}")
_WORD = r"[A-Za-z0-9_.-]+"
# 18 digits always fit the 64 bits of the database.
_INT = r"0|-?[1-9][0-9]{0,17}"
_BOOL = r"[01]"


class ButtonDataError(ValueError):
    """The values of a button cannot be carried in its data."""


class _Field:
    """How one field is written and read back."""

    def __init__(self, owner: str, name: str, annotation: object) -> None:
        self.name = name
        self.optional, self.kind = _kind_of(owner, name, annotation)
        required = _pattern_of(owner, name, self.kind)
        self.pattern = f"((?:{required})?)" if self.optional else f"({required})"

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def write(self, value: object) -> str:
        if value is None and self.optional:
            return ""
        if type(value) is not self.kind:
            raise ButtonDataError(f"{self.name} holds {type(value).__name__}, not {self.kind.__name__}")
        written = str(int(value)) if isinstance(value, bool) else str(value)
        if not written or not self._whole.fullmatch(written):
            raise ButtonDataError(
                f"{self.name} cannot be carried by a button: {len(written)} characters of another kind"
            )
        return written

    def read(self, written: str) -> object:
        if not written and self.optional:
            return None
        return written == "1" if self.kind is bool else self.kind(written)


@dataclass_transform(frozen_default=True)
class ButtonData:
    """Base of the data of all buttons; a subclass is a frozen dataclass with its own prefix.

    class Admit(ButtonData, prefix="adm"):
        registration: int
        member: bool

    `in_groups=True` beside the prefix: it may also be pressed under a message in a group's chat, by who belongs there.
    Any other is refused there, for a modified client can send whatever it likes.

    Fields are int, bool, str ([A-Za-z0-9_.-], not empty), a StrEnum, or one of these or None. What is wrong with a
    class raises TypeError where it is declared.
    """

    pattern: ClassVar[re.Pattern[str]]
    """Matches the data of this class and of no other."""

    in_groups: ClassVar[bool]
    """Whether it counts when it is pressed in the chat of a group."""

    _prefix: ClassVar[str]
    _fields: ClassVar[tuple[_Field, ...]]

    def __init_subclass__(cls, *, prefix: str, in_groups: bool = False) -> None:
        super().__init_subclass__()
        if not _PREFIX.fullmatch(prefix):
            raise TypeError(f"{cls.__name__}: the prefix {prefix!r} is not a short lower-case word")
        if prefix in _CLASSES:
            raise TypeError(f"{cls.__name__} and {_CLASSES[prefix].__name__} have the same prefix {prefix!r}")
        # What is the same for all stands below: made anew for each of three hundred classes, it slows every start.
        dataclass(frozen=True, eq=False, repr=False)(cls)
        hints = _hints_of(cls)
        names = [field.name for field in fields(cls)]  # type: ignore[arg-type]  # made a dataclass above
        taken = {"encode", "pattern", "read", "in_groups"}.intersection(names)
        if taken:
            raise TypeError(f"{cls.__name__}: no field can be called {', '.join(taken)}")
        cls._prefix = prefix
        cls.in_groups = in_groups
        cls._fields = tuple(_Field(cls.__name__, name, hints[name]) for name in names)
        cls.pattern = re.compile(":".join([prefix, *(field.pattern for field in cls._fields)]) + r"\Z")
        _CLASSES[prefix] = cls

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"

    def encode(self) -> str:
        """The data for Telegram. Raises ButtonDataError when a value cannot be carried, or all exceed 64 bytes."""
        data = ":".join([self._prefix, *(field.write(getattr(self, field.name)) for field in self._fields)])
        if len(data) > LONGEST_DATA:
            raise ButtonDataError(
                f"The data of {type(self).__name__} takes {len(data)} bytes, {LONGEST_DATA} are allowed"
            )
        return data

    @classmethod
    def read(cls, data: str) -> Self | None:
        """The data of this class, or nothing when it is anything else."""
        match = cls.pattern.fullmatch(data) if len(data) <= LONGEST_DATA else None
        if match is None:
            return None
        return cls(**{field.name: field.read(match[at]) for at, field in enumerate(cls._fields, start=1)})


_CLASSES: dict[str, type[ButtonData]] = {}


def decode(data: str) -> ButtonData | None:
    """What the button carried, or nothing when it is odd, forged or of a kind that is no longer there. Never raises."""
    prefix, _, _ = data.partition(":")
    button_class = _CLASSES.get(prefix)
    return None if button_class is None else button_class.read(data)


@dataclass(frozen=True)
class Button:
    """A button with its words already chosen: it either carries data or opens a link."""

    text: str
    data: ButtonData | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        if (self.data is None) is (self.url is None):
            raise ValueError("A button either carries data or opens a link")
        if not self.text.strip():
            raise ValueError("A button needs words")


@dataclass(frozen=True)
class Keyboard:
    rows: tuple[tuple[Button, ...], ...] = ()


def _hints_of(owner: type) -> dict[str, object]:
    try:
        return get_type_hints(owner)
    except NameError as error:
        raise TypeError(
            f"{owner.__name__}: {error.name} is only imported for the type checker, and is needed"
        ) from error


def _kind_of(owner: str, name: str, annotation: object) -> tuple[bool, type]:
    if get_origin(annotation) in (Union, UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
        if len(kinds) == 1 and NoneType in get_args(annotation):
            return True, kinds[0]
    if isinstance(annotation, type):
        return False, annotation
    raise TypeError(f"{owner}.{name}: a button cannot carry {annotation}")


def _pattern_of(owner: str, name: str, kind: type) -> str:
    if kind is int:
        return _INT
    if kind is bool:
        return _BOOL
    if kind is str:
        return _WORD
    if issubclass(kind, StrEnum):
        return _pattern_of_enum(owner, name, kind)
    raise TypeError(f"{owner}.{name}: a button cannot carry {kind.__name__}")


def _pattern_of_enum(owner: str, name: str, kind: type[StrEnum]) -> str:
    for member in kind:
        if not re.fullmatch(_WORD, member.value):
            raise TypeError(f"{owner}.{name}: {kind.__name__}.{member.name} cannot be carried by a button")
    return "|".join(re.escape(member.value) for member in sorted(kind, key=len, reverse=True))
