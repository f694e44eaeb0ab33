"""Paint a row of the library: the figure, the name, the dose at a glance; headings of groups."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from soleus_desktop.guide.glance import glance
from soleus_desktop.guide.model import Exercise
from soleus_desktop.ui.figures import FigurePainter
from soleus_desktop.ui.panels.library_model import EXERCISE_ROLE, GROUP_ROLE
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.lines import broken

FIGURE = 46
"""The height of a figure in logical pixels."""
_PAD = 8
_TEXT_LEFT = 54
"""From a row's left edge to its text; figures are narrower than they are high."""


class _Text(NamedTuple):
    """The lines of a row, and the fonts that they are set in."""

    name: list[str]
    dose: list[str]
    strong: QFont
    small: QFont

    @property
    def height(self) -> int:
        name, dose = QFontMetrics(self.strong).height(), QFontMetrics(self.small).height()
        return len(self.name) * name + len(self.dose) * dose


class LibraryDelegate(QStyledItemDelegate):
    """Paints exercises: the figure, beside it the name and the dose on two lines each at most."""

    def __init__(self, figures: FigurePainter, theme: Theme) -> None:
        super().__init__()
        self._figures = figures
        self.theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        view = option.widget
        assert isinstance(view, QAbstractItemView)
        # Not view.viewport().width(): the first widget of Qt's own making costs PySide 20 ms.
        bar = view.verticalScrollBar()
        width = view.maximumViewportSize().width() - (bar.width() if bar.isVisible() else 0)
        text = _set(index.data(EXERCISE_ROLE), width, option.font)
        height = max(FIGURE, text.height) + 2 * _PAD
        return QSize(width, height + _heading_height(index, option.font))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        exercise: Exercise = index.data(EXERCISE_ROLE)
        heading = _heading_height(index, option.font)
        row: QRect = option.rect.adjusted(0, heading, 0, 0)
        painter.save()
        if heading:
            self._paint_heading(painter, option.rect, index.data(GROUP_ROLE), option.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._paint_ground(painter, row, focused=focused)
        figure = self._figures.pixmap(exercise.figure, FIGURE, option.widget.devicePixelRatioF())
        top = row.top() + (row.height() - FIGURE) // 2
        painter.drawPixmap(row.left() + _PAD, top, figure)
        text = _set(exercise, row.width(), option.font)
        top = row.top() + (row.height() - text.height) // 2
        self._paint_text(painter, text, QPoint(row.left() + _TEXT_LEFT, top))
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: QRect, group: str, font: QFont) -> None:
        """The name of a group above its first exercise, below a line that parts it from others."""
        small = _small(font)
        metrics = QFontMetrics(small)
        if row.top() > 0:
            painter.setPen(self.theme["line"])
            painter.drawLine(row.left() + _PAD, row.top(), row.right() - _PAD, row.top())
        painter.setFont(small)
        painter.setPen(self.theme["quiet"])
        painter.drawText(row.left() + _PAD, row.top() + _PAD + metrics.ascent(), group)

    def _paint_ground(self, painter: QPainter, row: QRect, *, focused: bool) -> None:
        box = QRectF(row).adjusted(3.5, 1.5, -3.5, -1.5)
        painter.setBrush(self.theme["selected"])
        painter.setPen(QPen(self.theme["accent"], 1) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 4, 4)

    def _paint_text(self, painter: QPainter, text: _Text, at: QPoint) -> None:
        y = at.y()
        for lines, font, color in (
            (text.name, text.strong, self.theme["text"]),
            (text.dose, text.small, self.theme["quiet"]),
        ):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(color)
            for line in lines:
                painter.drawText(at.x(), y + metrics.ascent(), line)
                y += metrics.height()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(font.pointSizeF() * 0.92, 7))
    return small


def _heading_height(index: QModelIndex | QPersistentModelIndex, font: QFont) -> int:
    return QFontMetrics(_small(font)).height() + _PAD if index.data(GROUP_ROLE) else 0


def _set(exercise: Exercise, row_width: int, font: QFont) -> _Text:
    """Set a row's text for its width."""
    strong, small = QFont(font), _small(font)
    strong.setWeight(QFont.Weight.DemiBold)
    width = row_width - _TEXT_LEFT - _PAD
    return _Text(
        broken(exercise.name, QFontMetrics(strong), width, 2),
        broken(glance(exercise), QFontMetrics(small), width, 2),
        strong,
        small,
    )
