"""The municipalities of today, and which of them a person means who types a name."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from importlib.resources import files
from typing import Final, Literal, Self

from pydantic import BaseModel, ConfigDict

from domain.municipality_names import LONGEST, Folded, NameIndex, fold, without_introduction

MOST_CANDIDATES: Final = 6
MOST_NEAREST: Final = 3


class WindDirection(StrEnum):
    NORTH = "north"
    EAST = "east"
    SOUTH = "south"
    WEST = "west"


# The four parts of the country (landsdelen) of CBS.
_WIND_DIRECTIONS = {
    "Groningen": WindDirection.NORTH,
    "Friesland": WindDirection.NORTH,
    "Drenthe": WindDirection.NORTH,
    "Overijssel": WindDirection.EAST,
    "Flevoland": WindDirection.EAST,
    "Gelderland": WindDirection.EAST,
    "Utrecht": WindDirection.WEST,
    "Noord-Holland": WindDirection.WEST,
    "Zuid-Holland": WindDirection.WEST,
    "Zeeland": WindDirection.WEST,
    "Noord-Brabant": WindDirection.SOUTH,
    "Limburg": WindDirection.SOUTH,
}

# How a province is written behind the name of a town.
_PROVINCE_WORDS = {
    "nh": "Noord-Holland",
    "zh": "Zuid-Holland",
    "nb": "Noord-Brabant",
    "brabant": "Noord-Brabant",
    "gld": "Gelderland",
    "ov": "Overijssel",
    "lb": "Limburg",
    "fryslan": "Friesland",
} | {fold(province).compact: province for province in _WIND_DIRECTIONS}


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Municipality(_Frozen):
    code: str
    """Of CBS: GM and four digits."""
    name: str
    """The official name: Hengelo (O.), Bergen (NH.)."""
    display_name: str
    """As people are shown it: Hengelo, Bergen (Noord-Holland)."""
    aliases: tuple[str, ...]
    province: str
    lat: float
    lon: float
    population: int

    @property
    def wind_direction(self) -> WindDirection:
        return _WIND_DIRECTIONS[self.province]


class Merger(_Frozen):
    """A municipality that ended, and the municipalities of today in which its territory lies."""

    former_name: str
    also: tuple[str, ...]
    year: int
    into: tuple[Municipality, ...]
    via: str | None
    """The municipality that followed it first, when that one has ended since."""
    code: str | None = None
    """Of CBS; None for one that had ended before anybody could register for it."""


class Exact(_Frozen):
    """The official name, apart from case, accents and punctuation."""

    kind: Literal["exact"] = "exact"
    municipality: Municipality


class Suggestion(_Frozen):
    """Probably this one: to be confirmed."""

    kind: Literal["suggestion"] = "suggestion"
    municipality: Municipality


class Several(_Frozen):
    """Two to six municipalities, the largest first: one has to be chosen."""

    kind: Literal["several"] = "several"
    candidates: tuple[Municipality, ...]


class Merged(_Frozen):
    """A municipality that ended in this year; `into` is all that it is part of now."""

    kind: Literal["merged"] = "merged"
    former_name: str
    year: int
    into: tuple[Municipality, ...]
    via: str | None = None
    """The municipality that followed it in that year, when that one has ended since: it is not in `into`."""


class Unknown(_Frozen):
    """No municipality that is known; up to three that resemble it, the likest first."""

    kind: Literal["unknown"] = "unknown"
    nearest: tuple[Municipality, ...] = ()


Match = Exact | Suggestion | Several | Merged | Unknown


class UnknownMunicipalityError(LookupError):
    """No municipality of today has this code."""


class Municipalities:
    """The municipalities of today."""

    def __init__(self, municipalities: Sequence[Municipality], mergers: Sequence[Merger]) -> None:
        self.mergers = tuple(mergers)
        self._by_code = {municipality.code: municipality for municipality in municipalities}
        self._ended = {merger.code: merger for merger in mergers if merger.code is not None}
        self._official = NameIndex((name, each) for each in municipalities for name in _official_names(each))
        self._aliases = NameIndex((alias, each) for each in municipalities for alias in each.aliases)
        self._former = NameIndex((name, each) for each in mergers for name in (each.former_name, *each.also))
        self._parts = NameIndex((_without_suffix(each.name), each) for each in municipalities)
        self._present = NameIndex((name, each) for each in municipalities for name in _names(each))
        self._all = NameIndex(_all_names(municipalities, mergers))

    @classmethod
    def load(cls) -> Self:
        """Reads the data of this package: some 340 rows, to be read once."""
        municipalities = _read_municipalities(_rows("municipalities.csv"))
        return cls(municipalities, _read_mergers(_rows("mergers.csv"), municipalities))

    def __iter__(self) -> Iterator[Municipality]:
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def by_code(self, code: str) -> Municipality:
        """Of one that ended: the largest municipality in which it lies now. Raises UnknownMunicipalityError."""
        ended = self._ended.get(code)
        if ended is not None:
            return max(ended.into, key=lambda municipality: municipality.population)
        try:
            return self._by_code[code]
        except KeyError:
            raise UnknownMunicipalityError(f"No municipality has the code {code[:10]!r}") from None

    def successor(self, code: str) -> Municipality | None:
        """Of one that ended, and went into another as a whole; when it was split only its people know."""
        ended = self._ended.get(code)
        return ended.into[0] if ended is not None and len(ended.into) == 1 else None

    def match(self, typed: str) -> Match:
        """Which municipality is meant. Takes any text."""
        if len(typed) > 4 * LONGEST:
            return Unknown()
        name = without_introduction(fold(typed))
        if not name.compact or len(name.compact) > LONGEST:
            return Unknown()
        spelt = self._spelt(name)
        if spelt is None and name.compact in _PROVINCE_WORDS:
            return Unknown()
        return spelt or self._partly(name) or self._misspelt(name) or self._unknown(name)

    def _spelt(self, name: Folded) -> Match | None:
        official = self._official.named(name)
        if len(official) == 1:
            return Exact(municipality=official[0])
        if official:
            return _choice(official)
        former = self._former.named(name)
        return _merged(former[0]) if former else None

    def _partly(self, name: Folded) -> Match | None:
        """An alias, or part of a name of several words."""
        meant = [*self._aliases.named(name), *self._parts.having_words(name)]
        if meant:
            return _choice(meant)
        former = self._former.having_words(name)
        return _merged(former[0]) if len(former) == 1 else None

    def _misspelt(self, name: Folded) -> Match | None:
        """Typing errors; or a name with something beside it, such as the province."""
        return _outcome(self._all.misspelt(name)) or _outcome(_in_named_province(self._all.within(name), name))

    def _unknown(self, name: Folded) -> Unknown:
        return Unknown(nearest=tuple(self._present.resembling(name)[:MOST_NEAREST]))


def _official_names(municipality: Municipality) -> tuple[str, ...]:
    return municipality.name, _without_suffix(municipality.name), municipality.display_name


def _without_suffix(name: str) -> str:
    return name.partition(" (")[0]


def _names(municipality: Municipality) -> tuple[str, ...]:
    return *_official_names(municipality), *municipality.aliases


def _all_names(
    municipalities: Iterable[Municipality], mergers: Iterable[Merger]
) -> Iterator[tuple[str, Municipality | Merger]]:
    for municipality in municipalities:
        for name in _names(municipality):
            yield name, municipality
    for merger in mergers:
        for name in (merger.former_name, *merger.also):
            yield name, merger


def _municipalities_of(target: Municipality | Merger) -> tuple[Municipality, ...]:
    return target.into if isinstance(target, Merger) else (target,)


def _merged(merger: Merger) -> Merged:
    return Merged(former_name=merger.former_name, year=merger.year, into=merger.into, via=merger.via)


def _choice(meant: Iterable[Municipality]) -> Suggestion | Several:
    distinct = {municipality.code: municipality for municipality in meant}
    if len(distinct) == 1:
        return Suggestion(municipality=next(iter(distinct.values())))
    largest_first = sorted(distinct.values(), key=lambda municipality: -municipality.population)
    return Several(candidates=tuple(largest_first[:MOST_CANDIDATES]))


def _outcome(targets: Sequence[Municipality | Merger]) -> Match | None:
    former = [target for target in targets if isinstance(target, Merger)]
    today = [target for target in targets if isinstance(target, Municipality)]
    # A former name that lives on as an alias of its successor is told as what it is.
    if len(former) == 1 and all(municipality in former[0].into for municipality in today):
        return _merged(former[0])
    meant = [municipality for target in targets for municipality in _municipalities_of(target)]
    return _choice(meant) if meant else None


def _in_named_province(targets: Sequence[Municipality | Merger], name: Folded) -> list[Municipality | Merger]:
    """Without those in another province than the one that is typed beside the name."""
    provinces = {_PROVINCE_WORDS[word] for word in name.words if word in _PROVINCE_WORDS}
    if not provinces:
        return list(targets)
    return [target for target in targets if any(each.province in provinces for each in _municipalities_of(target))]


def _rows(file: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files("domain").joinpath(file).read_text(encoding="utf-8").splitlines()))


def _read_municipalities(rows: Sequence[dict[str, str]]) -> tuple[Municipality, ...]:
    bases = [_without_suffix(row["name"]) for row in rows]
    shared = {base for base in bases if bases.count(base) > 1}
    return tuple(
        Municipality(
            code=row["code"],
            name=row["name"],
            display_name=f"{base} ({row['province']})" if base in shared else base,
            aliases=_listed(row["aliases"]),
            province=row["province"],
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            population=int(row["population"]),
        )
        for base, row in zip(bases, rows, strict=True)
    )


def _read_mergers(rows: Sequence[dict[str, str]], municipalities: Iterable[Municipality]) -> tuple[Merger, ...]:
    by_code = {municipality.code: municipality for municipality in municipalities}
    return tuple(
        Merger(
            former_name=row["former"],
            also=_listed(row["also"]),
            year=int(row["year"]),
            into=tuple(by_code[code] for code in _listed(row["successors"])),
            via=row["via"] or None,
            code=row["code"] or None,
        )
        for row in rows
    )


def _listed(field: str) -> tuple[str, ...]:
    return tuple(field.split("|")) if field else ()
