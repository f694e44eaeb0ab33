"""How large the board is drawn, and how dense: by wheel, by keys, or to fit its window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QWheelEvent

from soleus_desktop.plan.model import Week
from soleus_desktop.ui.board.cell import PAD, Lines
from soleus_desktop.ui.board.header import WIDTH_IN_LETTERS
from soleus_desktop.ui.board.sprites import INSET

LEAST, USUAL, MOST, STEP = 60, 100, 200, 10
FITS_AT_MOST, LEAST_AT_FIRST = 120, 80
SMALLEST_FOR_WEEKS = 75
"""Per cent below which a board is not made smaller for more weeks, only for seven days."""
NARROWEST = {False: 12.75, True: 11.0}
"""Width of a day in letters, by whether rows are compact.

The usual one has room for "Seated raise" whole, and for seven days beside the panels on 1366
pixels; the compact one for a name cut short and its dose.
"""
LONGEST = "Seated raise"
NOTCH = 120
"""What Qt tells of one step of a wheel."""


class Zoom(QObject):
    """Size in per cent and density of a board."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.percent, self.compact = USUAL, False
        self._turned = 0

    def set(self, percent: int, *, compact: bool) -> None:
        """Draw this large, as far as the bounds allow, and this dense."""
        percent = min(max(percent, LEAST), MOST)
        if (percent, compact) != (self.percent, self.compact):
            self.percent, self.compact = percent, compact
            self.changed.emit()

    def by(self, steps: int) -> None:
        """Draw larger or smaller by so many steps, to the next full one."""
        below = self.percent // STEP if steps > 0 else -(-self.percent // STEP)
        self.set((below + steps) * STEP, compact=self.compact)

    def reset(self) -> None:
        """Draw at the usual size."""
        self.set(USUAL, compact=self.compact)

    def toggle_compact(self) -> None:
        """Give a chip one line, or two again."""
        self.set(self.percent, compact=not self.compact)

    def wheel(self, event: QWheelEvent) -> bool:
        """Zoom by a turn of the wheel with Ctrl; tell whether it was one."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._turned += event.angleDelta().y()  # a touchpad tells a notch in many small turns
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        if steps:
            self.by(steps)
        event.accept()
        return True

    def fit(self, weeks: Iterable[Week], font: QFont, room: QSize) -> None:
        """Draw as large as shows seven days, and as many weeks as stay easy to read.

        `room` is what there is for days and the heads of weeks together.
        """
        rows = tuple(weeks)
        sizes = range(FITS_AT_MOST, LEAST - 1, -STEP // 2)
        fits = (size for size in sizes if self._fits(size, rows, font, room))
        self.set(next(fits, LEAST), compact=self.compact)

    def fit_days(self, font: QFont, width: int) -> None:
        """Draw a little smaller where seven days and the heads of weeks are wider than this."""
        sizes = range(USUAL, LEAST_AT_FIRST, -STEP // 2)
        fits = (size for size in sizes if self._width(size, font) <= width)
        self.set(next(fits, LEAST_AT_FIRST), compact=self.compact)

    def _width(self, percent: int, font: QFont) -> int:
        """Return the width of seven days and the heads of weeks, with names of chips whole."""
        shown = self.font(font, percent)
        letter = QFontMetrics(shown).horizontalAdvance("n")
        shown.setWeight(QFont.Weight.DemiBold)
        chip = QFontMetrics(shown).horizontalAdvance(LONGEST) + INSET + 2 * PAD
        day = self.narrowest(letter)  # small letters are broader than their size says
        return 7 * (day if self.compact else max(day, chip)) + WIDTH_IN_LETTERS * letter

    def _fits(self, percent: int, weeks: tuple[Week, ...], font: QFont, room: QSize) -> bool:
        if self._width(percent, font) > room.width():
            return False
        if percent <= SMALLEST_FOR_WEEKS:
            return True
        height = QFontMetrics(self.font(font, percent)).height()
        lines = Lines.of(height, compact=self.compact)
        return sum(map(lines.week_height, weeks)) <= room.height()

    def narrowest(self, letter: int) -> int:
        """Return the least width of a day, from the width of a letter."""
        return round(NARROWEST[self.compact] * letter)

    def font(self, base: QFont, percent: int | None = None) -> QFont:
        """Return a font at the board's size, or another."""
        font = QFont(base)
        scale = (percent or self.percent) / 100
        if base.pointSizeF() > 0:
            font.setPointSizeF(base.pointSizeF() * scale)
        else:  # a font may be told in pixels
            font.setPixelSize(max(round(base.pixelSize() * scale), 1))
        return font
