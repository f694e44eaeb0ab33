"""What says nothing, as operators: lines, tick boxes, rings, cells to write in, coloured ground."""

from __future__ import annotations

from functools import lru_cache

from soleus_desktop.cards.block import (
    Block,
    Cell,
    Line,
    Link,
    Patch,
    Picture,
    Ring,
    Space,
    Square,
    Words,
)
from soleus_desktop.cards.look import FAINT, HAIR, QUIET, TICK_LINE, Colour

ROUND = 0.5523
"""How far, in radii, the handles of a quarter of a circle reach."""


def ornaments(block: Block, x: float, y: float) -> str:
    """Return what draws all of a block that says nothing, from its upper left corner."""
    code: list[str] = []
    pen = ""
    for row in block.rows:
        for mark in row.marks:
            if isinstance(mark, Words | Picture | Link | Space):
                continue
            if isinstance(mark, Patch):
                code.append(f"{filling(mark.colour)}{_box(mark, mark.width, mark.height, x, y)}f")
                continue
            match mark:
                case Line():
                    wanted = stroking(mark.width, mark.colour)
                    said = _line(mark, x, y)
                case Square():
                    wanted = stroking(TICK_LINE, QUIET)
                    said = _box(mark, mark.side, mark.side, x, y)
                case Cell():
                    wanted = stroking(HAIR, FAINT)
                    said = _box(mark, mark.width, mark.height, x, y)
                case Ring():
                    wanted = stroking(HAIR, FAINT)
                    said = circle(x + mark.x, y - mark.y, mark.radius)
            if wanted != pen:
                pen = wanted
                code.append(pen)
            code.append(f"{said}S")
        y -= row.height
    return "\n".join(code)


@lru_cache(maxsize=64)
def stroking(width: float, colour: Colour) -> str:
    """Return what sets how lines are drawn."""
    return f"{width:g} w {mixed(colour)} RG"


@lru_cache(maxsize=64)
def filling(colour: Colour) -> str:
    """Return what sets the colour of letters and of ground."""
    return f"{mixed(colour)} rg "


def mixed(colour: Colour) -> str:
    """Return a colour as its parts."""
    return " ".join([f"{part:.4g}" for part in colour])


def _line(mark: Line, x: float, y: float) -> str:
    first, *rest = [f"{x + right:.2f} {y - down:.2f}" for right, down in mark.points]
    return f"{first} m {' l '.join(rest)} l "


def _box(mark: Square | Cell | Patch, width: float, height: float, x: float, y: float) -> str:
    return f"{x + mark.x:.2f} {y - mark.y - height:.2f} {width:.2f} {height:.2f} re "


def circle(x: float, y: float, r: float) -> str:
    """Return the path of a circle."""
    k = ROUND * r
    ends = ((x, y + r), (x - r, y), (x, y - r), (x + r, y))
    handles = (
        ((x + r, y + k), (x + k, y + r)),
        ((x - k, y + r), (x - r, y + k)),
        ((x - r, y - k), (x - k, y - r)),
        ((x + k, y - r), (x + r, y - k)),
    )
    code = f"{x + r:.2f} {y:.2f} m "
    for (a, b), end in zip(handles, ends, strict=True):
        code += f"{a[0]:.2f} {a[1]:.2f} {b[0]:.2f} {b[1]:.2f} {end[0]:.2f} {end[1]:.2f} c "
    return code
