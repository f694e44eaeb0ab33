"""Where things lie inside a cell: header line, chips, foot. Pure arithmetic, no painting."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from soleus_desktop.plan.model import Day, Week

PAD = 4
GAP = 3
HEAD_LINES = 5
"""What the head of a week has to say: number, label, dates, load, its figures."""


class Lines(NamedTuple):
    """Heights in pixels of a cell's parts, from the font in use."""

    header: int
    chip: int
    foot: int
    head: int

    @classmethod
    def of(cls, line: int, *, compact: bool = False) -> Lines:
        """Return the heights for a text line of so many pixels; a chip has two, compact one."""
        return cls(
            header=line + 4,
            chip=line + 6 if compact else 2 * line + 7,
            foot=line + 3,
            head=HEAD_LINES * (line + 1) + 3 * PAD,
        )

    def week_height(self, week: Week) -> int:
        """How tall a row must be: its fullest day and the week's head, whatever it holds."""
        most = max(map(self._day_height, week.days))
        return max(most, self.head, self.header + 2 * (self.chip + GAP)) + PAD

    def _day_height(self, day: Day) -> int:
        notes = bool(day.note) + bool(day.unknown)
        return PAD + self.header + len(day.entries) * (self.chip + GAP) + (1 + notes) * self.foot

    def chip_rect(self, cell: QRect, position: int) -> QRect:
        """The rectangle of the chip at a position of a cell's day."""
        top = self.first_chip(cell) + position * (self.chip + GAP)
        return QRect(cell.left() + PAD, top, cell.width() - 2 * PAD, self.chip)

    def first_chip(self, cell: QRect) -> int:
        """Where the chips of a cell begin."""
        return cell.top() + PAD + self.header

    def foot_top(self, cell: QRect) -> int:
        """Where the foot of a cell begins: below all chips, at the same height in all days."""
        return cell.bottom() - self.foot

    def chip_at(self, cell: QRect, day: Day, point: QPoint) -> int | None:
        """The position of the chip under a point, or None."""
        for position in range(len(day.entries)):
            if self.chip_rect(cell, position).contains(point):
                return position
        return None

    def drop_at(self, cell: QRect, day: Day, point: QPoint) -> int:
        """The position that something dropped at a point would take."""
        below = point.y() - self.first_chip(cell) - (self.chip - 1) // 2  # of the first's middle
        return min(max(below // (self.chip + GAP) + 1, 0), len(day.entries))
