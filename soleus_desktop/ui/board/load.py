"""The load of a week as a bar: slow soleus work, uphill work, and work with a straight knee.

Each has a pattern of its own besides its colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from soleus_desktop.guide.effort import Effort, minutes_of
from soleus_desktop.plan.words import THIN
from soleus_desktop.ui.theme import Theme

SHORTEST = 3
"""Pixels in which a pattern can still be told."""


class Part(NamedTuple):
    """A part of a bar: what it is called, how many seconds, its colour and pattern."""

    name: str
    seconds: float
    color: QColor
    pattern: Qt.BrushStyle


def parts(effort: Effort, theme: Theme) -> tuple[Part, ...]:
    """Return the parts of a bar from its foot up; one that is not there has no seconds."""
    solid, dotted = Qt.BrushStyle.SolidPattern, Qt.BrushStyle.Dense4Pattern
    striped = Qt.BrushStyle.BDiagPattern
    return (
        Part("slow soleus work", effort.slow_s, theme["accent"], solid),
        Part("uphill", effort.uphill_s, theme.chip("uphill-walk")[1], dotted),
        Part("straight knee", effort.straight_s, theme["quiet"], striped),
    )


def draw_load(
    painter: QPainter, box: QRect, effort: Effort, most_s: float, theme: Theme, *, upright: bool
) -> None:
    """Fill a box from its foot (or left) in proportion to `most_s`, which fills it whole."""
    room = box.height() if upright else box.width()
    for part, first, last in _spans(parts(effort, theme), most_s, room):
        if upright:
            rect = QRect(box.left(), box.bottom() + 1 - last, box.width(), last - first)
        else:
            rect = QRect(box.left() + first, box.top(), last - first, box.height())
        if part.pattern == Qt.BrushStyle.SolidPattern:
            painter.fillRect(rect, part.color)
            continue
        painter.fillRect(rect, QBrush(part.color, part.pattern))
        if min(rect.width(), rect.height()) > 2:
            painter.setPen(part.color)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _spans(bar: Iterable[Part], most_s: float, room: int) -> Iterator[tuple[Part, int, int]]:
    """Each part with its first and last pixel; what is there at all can be seen."""
    scale = room / most_s if most_s else 0
    at, seconds = 0, 0.0
    for part in bar:
        if part.seconds:
            seconds += part.seconds
            end = min(max(round(seconds * scale), at + SHORTEST), room)
            yield part, at, end
            at = end


def minutes(seconds: float) -> str:
    """Write a span of time in whole minutes."""
    return f"{minutes_of(seconds)}{THIN}min"


def figures(effort: Effort) -> tuple[str, str, str]:
    """Write a week's figures where there is little room: minutes, sets, repetitions of a leg."""
    return minutes(effort.tension_s), f"{effort.sets} sets", f"{round(effort.repetitions)} reps"
