"""Where things lie inside a cell: header line, chips, note. Pure arithmetic, no painting."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from soleus_desktop.plan.model import Day, Week

PAD = 4
GAP = 3


class Lines(NamedTuple):
    """Heights in pixels of a cell's parts, from the font in use."""

    header: int
    chip: int
    note: int

    @classmethod
    def of(cls, line: int) -> Lines:
        """Return the heights for a text line of so many pixels; a chip has two lines."""
        return cls(header=line + 4, chip=2 * line + 7, note=line + 2)

    def week_height(self, week: Week) -> int:
        """How tall a row must be: its fullest day, and room below to drop on."""
        most = max((self._day_height(day) for day in week.days), default=0)
        return max(most, self.header + 2 * (self.chip + GAP)) + PAD

    def _day_height(self, day: Day) -> int:
        note = self.note if day.note else 0
        return PAD + self.header + len(day.entries) * (self.chip + GAP) + note + self.chip // 3

    def chip_rect(self, cell: QRect, position: int) -> QRect:
        """The rectangle of the chip at a position of a cell's day."""
        top = cell.top() + PAD + self.header + position * (self.chip + GAP)
        return QRect(cell.left() + PAD, top, cell.width() - 2 * PAD, self.chip)

    def chip_at(self, cell: QRect, day: Day, point: QPoint) -> int | None:
        """The position of the chip under a point, or None."""
        for position in range(len(day.entries)):
            if self.chip_rect(cell, position).contains(point):
                return position
        return None

    def drop_at(self, cell: QRect, day: Day, point: QPoint) -> int:
        """The position that something dropped at a point would take."""
        for position in range(len(day.entries)):
            if point.y() < self.chip_rect(cell, position).center().y():
                return position
        return len(day.entries)
