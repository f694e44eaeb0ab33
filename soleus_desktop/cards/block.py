"""The parts of a card after measuring: rows of marks, in blocks that are drawn as one.

Every layout is made of these, and `draw` knows nothing else.

Positions are points from the top left corner of a row, x to the right and y down; `draw` turns
them into the page's. Blocks are compared by identity: the same block drawn twice is stored once
in the PDF.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from soleus_desktop.cards.look import Colour, Style


class Words(NamedTuple):
    """A run of text; `y` is the line that its letters stand on.

    `tag` begins a paragraph, a heading, an item or a cell (see `reading`); without one it goes on
    with what stands before it.
    """

    x: float
    y: float
    text: str
    style: Style
    tag: str = ""


class Line(NamedTuple):
    """A straight line, or several joined ones."""

    points: tuple[tuple[float, float], ...]
    width: float
    colour: Colour


class Blank(NamedTuple):
    """What is filled in on the screen: its name within its exercise or day, and how it is told.

    An exercise is counted by its blanks: `further` is 1 for its first, 0 for those that follow,
    None for what belongs to the day. Blanks of one name are choices of which one holds, `choice`.
    """

    name: str
    said: str
    further: int | None = None
    choice: str = ""


class Square(NamedTuple):
    """A box to tick."""

    x: float
    y: float
    side: float
    blank: Blank | None = None


class Ring(NamedTuple):
    """A circle to mark; `x`, `y` is its centre."""

    x: float
    y: float
    radius: float
    blank: Blank | None = None


class Cell(NamedTuple):
    """A box to write in."""

    x: float
    y: float
    width: float
    height: float
    blank: Blank | None = None


class Space(NamedTuple):
    """Room to write in, of which nothing is drawn."""

    x: float
    y: float
    width: float
    height: float
    blank: Blank


class Patch(NamedTuple):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: Colour


class Picture(NamedTuple):
    """A figure (by its name), a QR code (by its link) or the logo, `scale` times its own units.

    `x`, `y` is its upper left corner, for a code that of its quiet zone. `alt` says the picture
    to those who do not see it.
    """

    x: float
    y: float
    kind: Literal["figure", "code", "logo"]
    name: str
    scale: float
    alt: str = ""


class Link(NamedTuple):
    """A place that opens an address; it draws nothing."""

    x: float
    y: float
    width: float
    height: float
    target: str


Mark = Words | Line | Square | Ring | Cell | Space | Patch | Picture | Link


class Occasion(NamedTuple):
    """The day to which belongs what is filled in: its name in the file, and how it is told."""

    name: str
    said: str


class Bookmark(NamedTuple):
    """An entry of the PDF's outline; `level` counts from 0."""

    level: int
    title: str


class Row(NamedTuple):
    """What must stay on one card. `height` holds all of its marks."""

    height: float
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Block:
    """Rows, one under the other. `bookmarks` lead to its first row.

    Blanks from here on, until another block says otherwise, belong to the `occasion`.
    """

    rows: tuple[Row, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    occasion: Occasion | None = None
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


class Card(NamedTuple):
    """A card ready to draw: blocks, each with x and y of its upper left corner.

    Both are from the upper left corner of the card's inside.
    """

    parts: tuple[tuple[Block, float, float], ...]


class Leaf(NamedTuple):
    """A card with what stands on its back."""

    front: Card
    back: Card | None = None


EMPTY = Card(())
"""A side without anything on it."""


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """Return the mark at another place."""
    if isinstance(mark, Line):
        return mark._replace(points=tuple((x + dx, y + dy) for x, y in mark.points))
    x, y, *rest = mark
    make: Any = type(mark)
    moved: Mark = make(x + dx, y + dy, *rest)  # in a third of the time of `_replace`
    return moved


def paragraph(lines: Iterable[str], style: Style, x: float = 0.0) -> list[Row]:
    """Return a row a line."""
    rows, tag = [], style.tag
    for line in lines:
        rows.append(Row(style.leading, (Words(x, style.baseline, line, style, tag),)))
        tag = ""
    return rows


def as_cell(marks: list[Mark], tag: str, style: Style) -> list[Mark]:
    """Return marks as the cell of a table, also where nothing stands in it."""
    for at, mark in enumerate(marks):
        if isinstance(mark, Words):
            return [*marks[:at], mark._replace(tag=tag), *marks[at + 1 :]]
    return [Words(0, 0, "", style, tag), *marks]


def gap(height: float) -> Row:
    """Return an empty row."""
    return Row(height)
