"""How long it takes to get from one town hall to another, near enough to compare places by.

An estimate for driving, made from coordinates alone: the great circle where no wide water lies between, or else the
shortest way over the dams, bridges and tunnels of `waters.csv`; stretched by a detour factor, since roads bend; and
driven slower near the ends than in between. An island of the Wadden adds its ferry. It knows no traffic and no
timetable: people are shown "ongeveer", rounded to five minutes.
"""

from __future__ import annotations

import csv
import heapq
import itertools
import math
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final, NamedTuple

from domain.municipality import Municipalities

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

EARTH_RADIUS_KM: Final = 6371.0

DETOUR: Final = 1.3
"""Length of a road against that of the great circle.

A round value chosen for this country, where 1.2 to 1.4 is usual; it was not fitted to a data set.
"""

NEAR_KM: Final = 20.0
"""So much of every journey, in all, is driven in and around the towns at its ends."""
NEAR_KM_AN_HOUR: Final = 55.0
FAR_KM_AN_HOUR: Final = 95.0

ON_FOOT_MINUTES: Final = 5.0
"""Parking, and walking to the town hall."""


@dataclass(frozen=True, slots=True)
class Journey:
    """One way."""

    # By road and by ferry.
    km: int
    # An estimate; people are shown `about`.
    minutes: int

    @property
    def about(self) -> int:
        """In minutes, rounded to five: as exact as it pretends to be."""
        return 5 * round(self.minutes / 5)


@dataclass(frozen=True, slots=True)
class RankedTownHall:
    """What it takes a group to meet here; in minutes, one way."""

    municipality_code: str
    longest: int
    total: int


class Point(NamedTuple):
    lat: float
    lon: float


class _Ferry(NamedTuple):
    """From where it sails to the island, and how long that takes with the wait for it (in minutes)."""

    harbour: Point
    quay: Point
    minutes: float


class _Waters(NamedTuple):
    barriers: tuple[tuple[Point, Point], ...]
    # On either side of a dam, bridge or tunnel, or at the end of a water: where one can pass.
    gates: tuple[Point, ...]
    # Between which gates the way leads over the water itself, by their places in `gates`.
    crossings: tuple[tuple[int, int], ...]
    ferries: Mapping[str, _Ferry]


def journey(from_code: str, to_code: str) -> Journey:
    """From the one municipality's town hall to the other's. Raises UnknownMunicipalityError.

    Nobody travels within their own municipality.
    """
    return _journey(*sorted((from_code, to_code)))


def rank_town_halls(members: Sequence[str], allowed: Collection[str]) -> list[RankedTownHall]:
    """The allowed municipalities by the longest journey, then the total of all, for these members' municipalities.

    Raises UnknownMunicipalityError.
    """
    return sorted((town_hall(members, code) for code in set(allowed)), key=_by_longest_then_total)


def town_hall(members: Sequence[str], code: str) -> RankedTownHall:
    """What it takes these members to come here. Raises UnknownMunicipalityError."""
    minutes = [journey(member, code).minutes for member in members]
    return RankedTownHall(code, max(minutes, default=0), sum(minutes))


def _by_longest_then_total(ranked: RankedTownHall) -> tuple[int, int, str]:
    return ranked.longest, ranked.total, ranked.municipality_code


@lru_cache(maxsize=4096)
def _journey(from_code: str, to_code: str) -> Journey:
    here, there = _town_hall_of(from_code), _town_hall_of(to_code)
    if from_code == to_code:
        return Journey(0, 0)
    km, minutes = 0.0, ON_FOOT_MINUTES
    ends: list[Point] = []
    for code, place in ((from_code, here), (to_code, there)):
        ferry = _waters().ferries.get(code)
        if ferry is None:
            ends.append(place)
            continue
        on_island = DETOUR * great_circle_km(place, ferry.quay)
        km += on_island + great_circle_km(ferry.quay, ferry.harbour)
        minutes += _driving_minutes(on_island) + ferry.minutes
        ends.append(ferry.harbour)
    road = DETOUR * _way_km(ends[0], ends[1])
    return Journey(round(km + road), round(minutes + _driving_minutes(road)))


def _driving_minutes(km: float) -> float:
    near = min(km, NEAR_KM)
    return 60 * (near / NEAR_KM_AN_HOUR + (km - near) / FAR_KM_AN_HOUR)


def great_circle_km(one: Point, other: Point) -> float:
    lat, other_lat = math.radians(one.lat), math.radians(other.lat)
    half_chord = (
        math.sin((other_lat - lat) / 2) ** 2
        + math.cos(lat) * math.cos(other_lat) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(half_chord))


def _way_km(here: Point, there: Point) -> float:
    """The shortest way that crosses no wide water but where one can (Dijkstra over the gates).

    Infinite when there is none, which tests exclude for every pair of municipalities.
    """
    if not _wet(here, there):
        return great_circle_km(here, there)
    gates = _waters().gates
    to_there = [great_circle_km(gate, there) if not _wet(gate, there) else math.inf for gate in gates]
    from_here = [great_circle_km(here, gate) if not _wet(here, gate) else math.inf for gate in gates]
    reached = [(km, number) for number, km in enumerate(from_here) if km < math.inf]
    heapq.heapify(reached)
    done: set[int] = set()
    best = math.inf
    while reached:
        km, number = heapq.heappop(reached)
        if km >= best:
            break
        if number in done:
            continue
        done.add(number)
        best = min(best, km + to_there[number])
        for following, distance in _gate_distances()[number].items():
            if following not in done:
                heapq.heappush(reached, (km + distance, following))
    return best


def _wet(here: Point, there: Point) -> bool:
    return any(_crosses(here, there, *barrier) for barrier in _waters().barriers)


def _crosses(one: Point, other: Point, barrier_from: Point, barrier_to: Point) -> bool:
    """Whether the two stretches cross. Over distances within the country degrees may be taken for a flat map."""
    return (
        _side(one, other, barrier_from) * _side(one, other, barrier_to) < 0
        and _side(barrier_from, barrier_to, one) * _side(barrier_from, barrier_to, other) < 0
    )


def _side(one: Point, other: Point, point: Point) -> float:
    """On which side of the line a point lies: by its sign."""
    return (other.lon - one.lon) * (point.lat - one.lat) - (other.lat - one.lat) * (point.lon - one.lon)


@lru_cache(maxsize=1)
def _gate_distances() -> list[dict[int, float]]:
    """From each gate to those that can be reached over land, or over the water between the two, in kilometres."""
    waters = _waters()
    crossings = {frozenset(crossing) for crossing in waters.crossings}
    distances: list[dict[int, float]] = [{} for _ in waters.gates]
    for number, gate in enumerate(waters.gates):
        for other in range(number):
            if frozenset((number, other)) in crossings or not _wet(gate, waters.gates[other]):
                km = great_circle_km(gate, waters.gates[other])
                distances[number][other] = distances[other][number] = km
    return distances


@lru_cache(maxsize=1)
def _municipalities() -> Municipalities:
    return Municipalities.load()


def _town_hall_of(code: str) -> Point:
    municipality = _municipalities().by_code(code)
    return Point(municipality.lat, municipality.lon)


@lru_cache(maxsize=1)
def _waters() -> _Waters:
    barriers: list[tuple[Point, Point]] = []
    gates: list[Point] = []
    crossings: list[tuple[int, int]] = []
    ferries: dict[str, _Ferry] = {}
    for row in csv.DictReader(files("domain").joinpath("waters.csv").read_text(encoding="utf-8").splitlines()):
        points = [Point(*map(float, pair.split())) for pair in row["points"].split("|")]
        match row["kind"]:
            case "water":
                barriers += itertools.pairwise(points)
            case "crossing":
                crossings.append((len(gates), len(gates) + 1))
                gates += points
            case "corner":
                gates += points
            case _:
                harbour, quay = points
                ferries[row["municipality"]] = _Ferry(harbour, quay, float(row["minutes"]))
    return _Waters(tuple(barriers), tuple(gates), tuple(crossings), ferries)
