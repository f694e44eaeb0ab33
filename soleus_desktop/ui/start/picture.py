"""A small picture of a plan's board: a row a week, a column a day, exercises in their colours."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter

from soleus_desktop.plan.model import Day, Plan, Week
from soleus_desktop.ui.theme import Theme

TALLEST_WEEK = 14
"""In logical pixels: a plan of few weeks leaves room below, as it does on the board."""
_GAP_FROM = 4
"""Weeks of so many device pixels or more have a line between them."""
_GROUNDS = {"training": "base", "recovery": "recovery", "rest": "rest", "race": "race"}


def board_picture(plan: Plan, theme: Theme, size: QSize, ratio: float) -> QImage:
    """Return the picture, `size` in logical pixels, for a device of this pixel ratio.

    Where there are more weeks than rows of pixels it shows as many as fit, evenly chosen. Needs no
    window and no application's thread.
    """
    width, height = round(size.width() * ratio), round(size.height() * ratio)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(theme["window"])
    painter = QPainter(image)
    weeks = _shown(plan.weeks, height)
    for row, week in enumerate(weeks):
        top, bottom = _edges(row, len(weeks), height, round(TALLEST_WEEK * ratio))
        for column, day in enumerate(week.days):
            left, right = width * column // 7, width * (column + 1) // 7
            _paint_day(painter, day, QRect(left, top, right - left, bottom - top), theme)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _shown(weeks: tuple[Week, ...], rows: int) -> list[Week]:
    if len(weeks) <= rows:
        return list(weeks)
    return [weeks[row * len(weeks) // rows] for row in range(rows)]


def _edges(row: int, rows: int, height: int, tallest: int) -> tuple[int, int]:
    """The first pixel of a row and the first of the next."""
    height = min(height, rows * tallest)
    return height * row // rows, height * (row + 1) // rows


def _paint_day(painter: QPainter, day: Day, cell: QRect, theme: Theme) -> None:
    """Paint a day's ground and its entries below one another, as many as there are pixels."""
    if cell.height() >= _GAP_FROM:
        painter.fillRect(cell, theme["line"])
        cell = cell.adjusted(0, 0, -1, -1)
    painter.fillRect(cell, theme[_GROUNDS[day.kind]])
    if day.entries:
        space = 1 if cell.height() >= _GAP_FROM else 0
        inside = cell.adjusted(space, space, -space, -space)
        shown = day.entries[: inside.height()]
        for position, entry in enumerate(shown):
            top, bottom = _edges(position, len(shown), inside.height(), inside.height())
            gap = 1 if bottom - top > 2 and position < len(shown) - 1 else 0
            bar = QRect(inside.left(), inside.top() + top, inside.width(), bottom - top - gap)
            painter.fillRect(bar, theme.chip(entry.exercise)[1])
