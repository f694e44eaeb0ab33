"""Draw what says nothing: lines, tick boxes, rings, cells to write in, coloured ground."""

from __future__ import annotations

from typing import Any

from soleus_desktop.cards.block import (
    Block,
    Cell,
    Line,
    Link,
    Patch,
    Picture,
    Ring,
    Square,
    Words,
)
from soleus_desktop.cards.look import FAINT, HAIR, QUIET, TICK_LINE


def has_ornaments(block: Block) -> bool:
    """Tell whether any of a block says nothing."""
    marks = (mark for row in block.rows for mark in row.marks)
    return any(not isinstance(mark, Words | Picture | Link) for mark in marks)


def draw_ornaments(canvas: Any, block: Block, x: float, y: float) -> None:
    """Draw all of a block that says nothing, from its upper left corner."""
    pen: object = None
    for row in block.rows:
        for mark in row.marks:
            if isinstance(mark, Patch):
                _fill(canvas, mark, x, y)
            elif not isinstance(mark, Words | Picture | Link):
                pen = _stroke(canvas, mark, x, y, pen)
        y -= row.height


def _stroke(
    canvas: Any, mark: Line | Square | Ring | Cell, x: float, y: float, pen: object
) -> object:
    """Draw a mark that is a stroke; `pen` is the one in use, that in use after is returned."""
    match mark:
        case Line():
            wanted = (mark.width, mark.colour)
        case Square():
            wanted = (TICK_LINE, QUIET)
        case Ring() | Cell():
            wanted = (HAIR, FAINT)
    if wanted != pen:
        canvas.setLineWidth(wanted[0])
        canvas.setStrokeColorRGB(*wanted[1])
    match mark:
        case Line():
            (x0, y0), *rest = mark.points
            path = canvas.beginPath()
            path.moveTo(round(x + x0, 2), round(y - y0, 2))
            for x1, y1 in rest:
                path.lineTo(round(x + x1, 2), round(y - y1, 2))
            canvas.drawPath(path)
        case Square():
            left, low = round(x + mark.x, 2), round(y - mark.y - mark.side, 2)
            canvas.rect(left, low, mark.side, mark.side)
        case Cell():
            left, low = round(x + mark.x, 2), round(y - mark.y - mark.height, 2)
            canvas.rect(left, low, round(mark.width, 2), round(mark.height, 2))
        case Ring():
            canvas.circle(round(x + mark.x, 2), round(y - mark.y, 2), mark.radius)
    return wanted


def _fill(canvas: Any, mark: Patch, x: float, y: float) -> None:
    left, low = round(x + mark.x, 2), round(y - mark.y - mark.height, 2)
    width, height = round(mark.width, 2), round(mark.height, 2)
    canvas.setFillColorRGB(*mark.colour)
    canvas.rect(left, low, width, height, stroke=0, fill=1)
