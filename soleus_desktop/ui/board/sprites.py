"""Chips, marks and laid-out texts that the board paints again and again, made once each.

An anti-aliased rounded rectangle costs Qt fifty times what a pixmap does, a text four times.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QPixmap,
    QStaticText,
)

from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.mark import MARK, mark_pixmap

RADIUS = 4.0
STRIPE = 4
INSET = STRIPE + 4
CORNER = 9
PILL_PAD = 4
LEAST_OF_NAME = 4
"""Letters of a name that have to be left beside the numbers; with fewer it stands alone."""
SMALLEST = 7.0
"""Points below which the second lines are no smaller than the first."""
SMALLEST_MARK = 10
MAX_KEPT = 1000
"""Texts and pixmaps kept at most; a plan shows some dozens of different ones."""
MOST_SEEN = 500
"""Letters of a text that are looked at: no line of the board has room for more."""


class Chip(NamedTuple):
    """What a chip looks like; two chips that look the same share one pixmap.

    `state` is ``plain``, ``current``, ``selected`` (among several), ``current selected`` or
    ``dragged``; `mark` the worst finding at it, if any. It
    has two lines, or one where rows are `compact`.
    """

    figure: str
    name: str
    line: str
    state: str
    mark: str | None
    width: int
    height: int
    ratio: float
    compact: bool = False


class Sprites:
    """Makes and keeps the board's pixmaps and texts for one theme and font.

    The font has the board's size; `zoom` is what else is drawn by.
    """

    def __init__(self, theme: Theme, font: QFont, zoom: float = 1.0) -> None:
        self.theme = theme
        self.plain = font
        self.small = QFont(font)
        size = font.pointSizeF()
        self.small.setPointSizeF(max(size * 0.9, min(size, SMALLEST)))
        self.mark_side = max(round(MARK * zoom), SMALLEST_MARK)
        self.strong = QFont(font)
        self.strong.setWeight(QFont.Weight.DemiBold)
        self._metrics = {
            id(each): QFontMetrics(each) for each in (self.plain, self.small, self.strong)
        }
        self.line = self._metrics[id(self.strong)].height()
        """The height of a line of text."""
        self._pixmaps: dict[object, QPixmap] = {}
        self._texts: dict[tuple[str, int, int], QStaticText] = {}
        self._widths: dict[tuple[str, int], int] = {}

    def text(self, text: str, width: int, font: QFont) -> QStaticText:
        """Return a line of text, cut with an ellipsis where it is wider than `width`."""
        text = text[:MOST_SEEN]
        key = (text, width, id(font))
        if key not in self._texts:
            if len(self._texts) >= MAX_KEPT:
                self._texts.clear()
            elided = self._metrics[id(font)].elidedText(text, Qt.TextElideMode.ElideRight, width)
            static = QStaticText(elided)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(font=font)
            self._texts[key] = static
        return self._texts[key]

    def wrapped(self, text: str, width: int, most: int) -> list[str]:
        """Break a text between words into at most so many lines; `text` elides the last."""
        lines: list[str] = []
        for word in text[:MOST_SEEN].split():
            longer = f"{lines[-1]} {word}" if lines else word
            fits = lines and self.width(longer, self.small) <= width
            if lines and (fits or len(lines) == most):
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def width(self, text: str, font: QFont) -> int:
        """Return how wide a line of text is."""
        key = (text, id(font))
        if key not in self._widths:
            self._widths[key] = self._metrics[id(font)].horizontalAdvance(text)
        return self._widths[key]

    def chip(self, chip: Chip) -> QPixmap:
        """Return a chip as it is painted."""
        if chip not in self._pixmaps:
            self._keep(chip, self._draw_chip(chip))
        return self._pixmaps[chip]

    def mark(self, severity: str, ratio: float) -> QPixmap:
        """Return the mark of a severity, ``good`` or ``refused``: each has its own shape."""
        key = (severity, ratio)
        if key not in self._pixmaps:
            role = "quiet" if severity == "refused" else severity
            color, sign = self.theme[role], self.theme["base"]
            pixmap = mark_pixmap(severity, color, sign, ratio * self.mark_side / MARK)
            pixmap.setDevicePixelRatio(ratio)
            self._keep(key, pixmap)
        return self._pixmaps[key]

    def pill(self, text: str, ratio: float) -> QPixmap:
        """Return a word on the accent's ground: what is now."""
        key = ("pill", text, ratio)
        if key not in self._pixmaps:
            width = self.width(text, self.small) + 2 * PILL_PAD
            pixmap = _blank(width, self.line, ratio)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme["accent"])
            painter.drawRoundedRect(QRectF(0, 0, width, self.line), RADIUS, RADIUS)
            painter.setPen(self.theme["on_accent"])
            painter.setFont(self.small)
            painter.drawStaticText(QPoint(PILL_PAD, 1), self.text(text, width, self.small))
            painter.end()
            self._keep(key, pixmap)
        return self._pixmaps[key]

    def _keep(self, key: object, pixmap: QPixmap) -> None:
        if len(self._pixmaps) >= MAX_KEPT:
            self._pixmaps.clear()
        self._pixmaps[key] = pixmap

    def _draw_chip(self, chip: Chip) -> QPixmap:
        ground, stripe = self.theme.chip(chip.figure)
        pixmap = _blank(chip.width, chip.height, chip.ratio)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(0.45 if chip.state == "dragged" else 1)
        box = QRectF(0.75, 0.75, chip.width - 1.5, chip.height - 1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(stripe)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(STRIPE, 0, 0, 0), RADIUS / 2, RADIUS / 2)
        if "current" in chip.state or "selected" in chip.state:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme["accent"], 2.5 if " " in chip.state else 1.5))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if "selected" in chip.state:  # a corner turned down: one of several
            corner = QPointF(chip.width - 1, 1)
            down, left = QPointF(0, CORNER), QPointF(-CORNER, 0)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme["accent"])
            painter.drawPolygon([corner, corner + down, corner + left])
        self._write_chip(painter, chip)
        painter.end()
        return pixmap

    def _write_chip(self, painter: QPainter, chip: Chip) -> None:
        """Write the name, below it (or after it) the numbers, and at their right the mark."""
        width, below = chip.width - INSET, self.line + 3
        side = self.mark_side
        marked = side + 2 if chip.mark else 0
        line, name, font, at = chip.line, width, self.strong, QPoint(INSET, below)
        if chip.compact:
            below = 2
            taken = self.width(line, self.small)
            name, font = width - marked - taken - 4, self.small
            at = QPoint(chip.width - marked - taken - 4, 3)
            if name < LEAST_OF_NAME * self.width("n", self.small):
                line, name = "", width - marked
        painter.setPen(self.theme["text"])
        painter.setFont(font)
        top = 3 if chip.compact else 2
        painter.drawStaticText(QPoint(INSET, top), self.text(chip.name, name, font))
        painter.setPen(self.theme["quiet"])
        painter.setFont(self.small)
        painter.drawStaticText(at, self.text(line, width - marked, self.small))
        if chip.mark:
            top = below + (self.line - side) // 2
            painter.drawPixmap(chip.width - side - 3, top, self.mark(chip.mark, chip.ratio))


def _blank(width: int, height: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
