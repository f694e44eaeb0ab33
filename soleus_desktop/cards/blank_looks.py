"""How fields look, filled in and not: drawn by ourselves, since a viewer's own tick is a font's."""

from __future__ import annotations

from typing import NamedTuple

from soleus_desktop.cards.block import Cell, Mark, Ring, Space, Square
from soleus_desktop.cards.file import PdfFile
from soleus_desktop.cards.look import FAINT, HAIR, INK, QUIET, TICK_LINE, TICK_MARK, Colour
from soleus_desktop.cards.ornaments import circle, stroking

TICK = ((0.2, 0.52), (0.42, 0.26), (0.8, 0.78))
"""A tick in a box of side 1, y upwards."""


class Look(NamedTuple):
    """What decides how a field looks; fields that look the same share one drawing.

    `line` and `colour` are those of its border. `state` is what a chosen one is called, empty
    where it is written in.
    """

    width: float
    height: float
    line: float
    colour: Colour | None
    state: str = ""
    round: bool = False


class Looks:
    """The drawings of the fields of one PDF, each made once."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._drawn: dict[tuple[str, str], int] = {}

    def said(self, look: Look) -> str:
        """Return what a field's dictionary says of its drawings."""
        empty = _empty(look)
        if not look.state:
            return f"/AP<</N {self._form(look, f'/Tx BMC EMC {empty}')} 0 R>>"
        off, on = self._form(look, empty), self._form(look, f"{empty} {_chosen(look)}")
        return f"/AS/Off/AP<</N<</{look.state} {on} 0 R/Off {off} 0 R>>>>"

    def _form(self, look: Look, code: str) -> int:
        size = f"{look.width + look.line:.2f} {look.height + look.line:.2f}"
        number = self._drawn.get((size, code))
        if number is None:
            number = self._drawn[size, code] = self._file.number()
            head = f"/Type/XObject/Subtype/Form/BBox[0 0 {size}]/Resources<<>>"
            self._file.stream(number, head, code.encode())
        return number


def look_of(mark: Mark) -> Look:
    """Return how a blank looks."""
    match mark:
        case Square():
            return Look(mark.side, mark.side, TICK_LINE, QUIET, "Yes")
        case Ring(blank=blank):
            side = 2 * mark.radius
            return Look(side, side, HAIR, FAINT, blank.choice if blank else "", round=True)
        case Cell():
            return Look(mark.width, mark.height, HAIR, FAINT)
        case Space():
            return Look(mark.width, mark.height, 0, None)
    raise ValueError(f"{type(mark).__name__} is not filled in")


def _empty(look: Look) -> str:
    """Draw a blank as it is on paper."""
    if not look.colour:
        return ""
    at, pen = look.line / 2, stroking(look.line, look.colour)
    if look.round:
        return f"q {pen} {circle(at + look.width / 2, at + look.width / 2, look.width / 2)}S Q"
    return f"q {pen} {at:.2f} {at:.2f} {look.width:.2f} {look.height:.2f} re S Q"


def _chosen(look: Look) -> str:
    """Draw what marks a blank: a tick, or a ring as a pen makes it, which hides no number."""
    at, side, thick = look.line / 2, look.width, look.width * TICK_MARK
    pen = f"q {stroking(round(thick, 2), INK)} 1 J 1 j"
    if look.round:
        return f"{pen} {circle(at + side / 2, at + side / 2, (side - thick) / 2)}S Q"
    first, *rest = [f"{at + side * x:.2f} {at + side * y:.2f}" for x, y in TICK]
    return f"{pen} {first} m {' l '.join(rest)} l S Q"
