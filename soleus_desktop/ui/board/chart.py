"""The whole plan as a chart: where its weeks stand, and a picture of them that is kept."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QPixmap

from soleus_desktop.guide.effort import NONE, Effort
from soleus_desktop.plan.phases import Phase
from soleus_desktop.rules.finding import SEVERITIES, Severity
from soleus_desktop.ui.board.load import draw_load, parts
from soleus_desktop.ui.board.sprites import Sprites

PAD = 8
MARKS, BARS, AXIS = 18, 28, 6
"""Heights of the row of marks, of the bars, of the strip below them."""
WIDEST_SLOT = 96
WIDEST_BAR = 20
ROOM_FOR_LEGEND = 420
"""A chart narrower than this has no legend beside it."""
SWATCH = 10


class Column(NamedTuple):
    """What the chart shows of a week."""

    effort: Effort
    mark: Severity | None


class Slots(NamedTuple):
    """Where the weeks stand: so many, from `left` on, each `step` pixels wide."""

    weeks: int
    left: int
    step: float

    @classmethod
    def across(cls, weeks: int, width: int, legend: int) -> Slots:
        """Share out a width, leaving room for the legend where there is enough."""
        room = width - 2 * PAD - (legend + 2 * PAD if width >= ROOM_FOR_LEGEND else 0)
        return cls(weeks, PAD, min(max(room, 1) / max(weeks, 1), WIDEST_SLOT))

    def x(self, week: float) -> int:
        """Where a week begins; a fraction is a place within it."""
        return round(self.left + week * self.step)

    def week_at(self, x: float) -> float:
        """The week at a place, with the fraction of it; the first or last outside of them."""
        return min(max((x - self.left) / self.step, 0.0), max(self.weeks - 0.001, 0.0))

    @property
    def end(self) -> int:
        """Where the last week ends."""
        return self.x(self.weeks)

    @property
    def group(self) -> int:
        """How many neighbours share one mark, for which a single one is too narrow."""
        return max(ceil((SWATCH + 1) / self.step), 1)


class Chart:
    """A picture of the plan's weeks; only the weeks that changed are drawn again."""

    def __init__(
        self, sprites: Sprites, slots: Slots, most_s: float, width: int, ratio: float
    ) -> None:
        self.slots = slots
        self._sprites, self._most_s, self._ratio = sprites, most_s, ratio
        self.height = MARKS + BARS + AXIS + sprites.line
        self.pixmap = QPixmap(round(width * ratio), round(self.height * ratio))
        self.pixmap.setDevicePixelRatio(ratio)
        self.pixmap.fill(sprites.theme["window"])
        self._width = width

    def draw_all(self, columns: Sequence[Column], phases: Sequence[Phase]) -> None:
        """Draw everything."""
        self.draw(columns, range(len(columns)))
        self.draw_phases(phases)
        painter = QPainter(self.pixmap)
        self._draw_legend(painter)
        painter.end()

    def draw(self, columns: Sequence[Column], weeks: Sequence[int]) -> None:
        """Draw these weeks again, and their neighbours that share a mark."""
        group = self.slots.group
        painter = QPainter(self.pixmap)
        for first in sorted({week // group * group for week in weeks}):
            shown = columns[first : first + group]
            left, right = self.slots.x(first), self.slots.x(first + len(shown))
            box = QRect(left, 0, right - left, MARKS + BARS)
            painter.fillRect(box, self._sprites.theme["window"])
            for week, column in enumerate(shown, first):
                self._draw_bar(painter, week, column.effort)
            marks = [column.mark for column in shown if column.mark]
            if marks:
                worst = min(marks, key=SEVERITIES.index)
                mark = self._sprites.mark(worst, self._ratio)
                side = self._sprites.mark_side
                painter.drawPixmap(left + (right - left - side) // 2, (MARKS - side) // 2, mark)
        painter.end()

    def bar(self, week: int) -> QRect:
        """Where the bar of a week has its room."""
        left, right = self.slots.x(week), self.slots.x(week + 1)
        width = max(min(right - left - (1 if self.slots.step >= 3 else 0), WIDEST_BAR), 1)
        return QRect(left + (right - left - width) // 2, MARKS, width, BARS)

    def _draw_bar(self, painter: QPainter, week: int, effort: Effort) -> None:
        box, theme = self.bar(week), self._sprites.theme
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme["faint"])
        if effort != NONE:
            draw_load(painter, box, effort, self._most_s, theme, upright=True)

    def draw_phases(self, phases: Sequence[Phase]) -> None:
        """Write the names of phases below the bars, each in its own width, with an edge before."""
        sprites, top = self._sprites, MARKS + BARS + AXIS
        painter = QPainter(self.pixmap)
        painter.fillRect(0, top, self.slots.end + 1, sprites.line, sprites.theme["window"])
        painter.setFont(sprites.small)
        for phase in phases:
            left, right = self.slots.x(phase.first), self.slots.x(phase.last + 1)
            painter.fillRect(left, top, 1, sprites.line, sprites.theme["faint"])
            room = right - left - 6
            if room >= min(sprites.width(phase.name, sprites.small), 3 * sprites.line):
                painter.setPen(sprites.theme["quiet"])
                text = sprites.text(phase.name, room, sprites.small)
                painter.drawStaticText(left + 4, top, text)
        painter.end()

    def _draw_legend(self, painter: QPainter) -> None:
        sprites = self._sprites
        if self._width < ROOM_FOR_LEGEND:
            return
        left = self._width - PAD - legend_width(sprites)
        painter.setFont(sprites.small)
        for number, part in enumerate(parts(NONE, sprites.theme)):
            top = 2 + number * (sprites.line + 1)
            box = QRect(left, top + (sprites.line - SWATCH) // 2, SWATCH, SWATCH)
            painter.fillRect(box, QBrush(part.color, part.pattern))
            if part.pattern != Qt.BrushStyle.SolidPattern:
                painter.setPen(part.color)
                painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.setPen(sprites.theme["quiet"])
            text = sprites.text(part.name, self._width, sprites.small)
            painter.drawStaticText(left + SWATCH + 5, top, text)


def legend_width(sprites: Sprites) -> int:
    """How wide the legend is."""
    names = [part.name for part in parts(NONE, sprites.theme)]
    return SWATCH + 5 + max(sprites.width(name, sprites.small) for name in names)
