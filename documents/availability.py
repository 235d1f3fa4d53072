"""A picture of who can when: dates down, people across, for a phone's width."""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# As wide as a phone shows it, in inches at this density: 390 points across, drawn with twice as many pixels.
WIDTH: Final = 3.9
DOTS_AN_INCH: Final = 200
ROW_HEIGHT: Final = 0.27
NAMES_HEIGHT: Final = 0.85
LEGEND_HEIGHT: Final = 0.5
LABEL_WIDTH: Final = 1.04
TOTAL_WIDTH: Final = 0.4
PROPOSALS_WIDTH: Final = 0.46
WIDEST_CELL: Final = 0.34
LONGEST_NAME: Final = 12
# In points, and for a label of so many characters; a longer one is set smaller.
TEXT_SIZE: Final = 8.0
LABEL_FITS: Final = 14

PAPER: Final = "#ffffff"
INK: Final = "#1f2933"
FAINT: Final = "#8a94a0"
BAND: Final = "#dcebfb"
LINES: Final = "#e4e7eb"


class Mark(StrEnum):
    """What somebody answered to a date; with a shape, a sign and a colour of its own, any of which is enough."""

    YES = "yes"
    RATHER_NOT = "rather-not"
    NO = "no"
    # No answer yet.
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class _Look:
    shape: str
    sign: str
    fill: str
    edge: str
    ink: str


# The colours of Okabe and Ito, which stay apart for the colour-blind.
LOOKS: Final = {
    Mark.YES: _Look("o", "✓", "#007a5a", "#007a5a", "#ffffff"),
    Mark.RATHER_NOT: _Look("D", "~", "#f0b429", "#f0b429", INK),
    Mark.NO: _Look("s", "✕", "#ffffff", "#b83a00", "#b83a00"),
    Mark.OPEN: _Look("", "?", PAPER, PAPER, FAINT),
}


@dataclass(frozen=True, slots=True)
class AvailabilityRow:
    # The date in words: "di 9 mrt 13.00".
    label: str
    # One for each of the people, in their order.
    marks: tuple[Mark, ...]
    # How many of them: "7/8".
    total: str
    # In which proposals it is: "1", "1 3"; empty: in none.
    proposals: str = ""
    # Stands out from the others.
    highlighted: bool = False


@dataclass(frozen=True, slots=True)
class Legend:
    """What each sign means, in the reader's language."""

    yes: str
    rather_not: str
    no: str
    open: str
    # Above the column of totals: "kan".
    total: str
    # Above that of the proposals: "voorstel"; shown when a row is in one.
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Availability:
    """Who can when, ready to be drawn: every word in it is shown as it is."""

    people: tuple[str, ...]
    rows: tuple[AvailabilityRow, ...]
    legend: Legend


def draw_availability(availability: Availability) -> bytes:
    """A PNG, 780 pixels wide. For the worker process: nothing else imports what it draws with.

    Raises ValueError when a row has not one mark for each person.
    """
    from matplotlib.figure import Figure  # noqa: PLC0415 - costs the memory that the worker process is there to give back

    if any(len(row.marks) != len(availability.people) for row in availability.rows):
        raise ValueError("every row needs a mark for each person")
    height = NAMES_HEIGHT + ROW_HEIGHT * len(availability.rows) + LEGEND_HEIGHT
    figure = Figure(figsize=(WIDTH, height), dpi=DOTS_AN_INCH, facecolor=PAPER)
    axes = figure.add_axes((0.0, LEGEND_HEIGHT / height, 1.0, 1 - (LEGEND_HEIGHT + NAMES_HEIGHT) / height))
    _draw_grid(axes, availability)
    legend = figure.add_axes((0.0, 0.0, 1.0, LEGEND_HEIGHT / height))
    _draw_legend(legend, availability.legend)
    drawn = io.BytesIO()
    figure.savefig(drawn, format="png", facecolor=PAPER)
    return drawn.getvalue()


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns have their middles, in inches from the left."""

    people: tuple[float, ...]
    total: float
    proposals: float


def _columns(people: int, *, proposing: bool) -> _Columns:
    left = WIDTH - LABEL_WIDTH - TOTAL_WIDTH - PROPOSALS_WIDTH * proposing
    cell = min(left / max(people, 1), WIDEST_CELL)
    end = LABEL_WIDTH + cell * people
    return _Columns(
        people=tuple(LABEL_WIDTH + cell * (place + 0.5) for place in range(people)),
        total=end + TOTAL_WIDTH / 2,
        proposals=end + TOTAL_WIDTH + PROPOSALS_WIDTH / 2,
    )


def _draw_grid(axes: Axes, availability: Availability) -> None:
    """A row is one high; across it is measured in inches."""
    proposing = any(row.proposals for row in availability.rows)
    columns = _columns(len(availability.people), proposing=proposing)
    axes.set_xlim(0, WIDTH)
    axes.set_ylim(len(availability.rows) - 0.5, -0.5)
    axes.axis("off")
    _draw_heads(axes, availability, columns, proposing=proposing)
    for number, row in enumerate(availability.rows):
        _draw_row(axes, number, row, columns)


def _draw_heads(axes: Axes, availability: Availability, columns: _Columns, *, proposing: bool) -> None:
    for x, name in zip(columns.people, availability.people, strict=True):
        axes.text(x - 0.03, -0.6, _short(name), rotation=55, ha="left", va="bottom", fontsize=TEXT_SIZE, color=INK)
    heads = {columns.total: availability.legend.total} | (
        {columns.proposals: availability.legend.proposal} if proposing else {}
    )
    for x, head in heads.items():
        axes.text(x, -0.6, head, ha="center", va="bottom", fontsize=7, color=FAINT)


def _draw_row(axes: Axes, number: int, row: AvailabilityRow, columns: _Columns) -> None:
    if row.highlighted:
        axes.axhspan(number - 0.5, number + 0.5, color=BAND, zorder=0, lw=0)
    axes.axhline(number + 0.5, color=LINES, lw=0.5, zorder=1)
    weight = "bold" if row.highlighted else "normal"
    size = (TEXT_SIZE - 0.5) * min(1.0, LABEL_FITS / max(len(row.label), 1))
    axes.text(0.06, number, row.label, ha="left", va="center", fontsize=size, color=INK, weight=weight)
    for x, mark in zip(columns.people, row.marks, strict=True):
        _draw_mark(axes, x, number, mark)
    axes.text(columns.total, number, row.total, ha="center", va="center", fontsize=TEXT_SIZE, color=INK, weight=weight)
    axes.text(columns.proposals, number, row.proposals, ha="center", va="center", fontsize=TEXT_SIZE, color=INK)


def _draw_mark(axes: Axes, x: float, y: float, mark: Mark) -> None:
    look = LOOKS[mark]
    if look.shape:
        size = 84 if look.shape == "D" else 120
        axes.scatter([x], [y], s=size, marker=look.shape, c=look.fill, edgecolors=look.edge, linewidths=1.0, zorder=2)
    axes.text(x, y, look.sign, ha="center", va="center_baseline", fontsize=8, color=look.ink, weight="bold", zorder=3)


def _draw_legend(axes: Axes, legend: Legend) -> None:
    axes.set_xlim(0, 13)
    axes.set_ylim(2, 0)
    axes.axis("off")
    words = {Mark.YES: legend.yes, Mark.RATHER_NOT: legend.rather_not, Mark.NO: legend.no, Mark.OPEN: legend.open}
    for place, (mark, word) in enumerate(words.items()):
        column, line = place % 2, place // 2
        x, y = 1.0 + 6.2 * column, 0.55 + 0.95 * line
        _draw_mark(axes, x, y, mark)
        axes.text(x + 0.55, y, word, ha="left", va="center", fontsize=8, color=INK)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
