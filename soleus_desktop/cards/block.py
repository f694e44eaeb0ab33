"""The parts of a card after measuring: rows of marks, in blocks that are drawn as one.

Positions are points from the top left corner of a row, x to the right and y down; `draw` turns
them into the page's. Blocks are compared by identity: the same block drawn twice is stored once
in the PDF.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from soleus_desktop.cards.look import Colour, Style


class Words(NamedTuple):
    """A run of text; `y` is the line that its letters stand on."""

    x: float
    y: float
    text: str
    style: Style


class Line(NamedTuple):
    """A straight line, or several joined ones."""

    points: tuple[tuple[float, float], ...]
    width: float
    colour: Colour


class Square(NamedTuple):
    """A box to tick."""

    x: float
    y: float
    side: float


class Ring(NamedTuple):
    """A circle to mark; `x`, `y` is its centre."""

    x: float
    y: float
    radius: float


class Picture(NamedTuple):
    """A figure (by its name) or a QR code (by its link), `scale` times its own units.

    `x`, `y` is its upper left corner, for a code that of its quiet zone.
    """

    x: float
    y: float
    kind: Literal["figure", "code"]
    name: str
    scale: float


Mark = Words | Line | Square | Ring | Picture


class Row(NamedTuple):
    """What must stay on one card. `height` holds all of its marks."""

    height: float
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Rows, one under the other."""

    rows: tuple[Row, ...]
    height: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "height", sum([row.height for row in self.rows]))


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Blocks that stay on one card where it has room for them; `title` names the rest elsewhere."""

    title: str
    blocks: tuple[Block, ...]
    height: float = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "height", sum([block.height for block in self.blocks]))


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """Return the mark at another place."""
    if isinstance(mark, Line):
        return mark._replace(points=tuple((x + dx, y + dy) for x, y in mark.points))
    return mark._replace(x=mark.x + dx, y=mark.y + dy)


def paragraph(lines: Iterable[str], style: Style, x: float = 0.0) -> list[Row]:
    """Return a row a line."""
    return [Row(style.leading, (Words(x, style.baseline, line, style),)) for line in lines]


def gap(height: float) -> Row:
    """Return an empty row."""
    return Row(height)
