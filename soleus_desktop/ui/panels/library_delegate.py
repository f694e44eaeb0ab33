"""Paint a row of the library: the figure, the name, the dose at a glance."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from soleus_desktop.guide.glance import glance
from soleus_desktop.guide.model import Exercise
from soleus_desktop.ui.figures import FigurePainter
from soleus_desktop.ui.panels.library_model import EXERCISE_ROLE
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.lines import broken

FIGURE = 46
"""The height of a figure in logical pixels."""
_PAD = 8
_LINES = 3
_YOURS = "yours"


class LibraryDelegate(QStyledItemDelegate):
    """Paints exercises; three lines of text beside each figure, the name on one or two."""

    def __init__(self, figures: FigurePainter, theme: Theme) -> None:
        super().__init__()
        self._figures = figures
        self.theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        strong, small = _fonts(option.font)
        text = QFontMetrics(strong).height() + (_LINES - 1) * QFontMetrics(small).height()
        return QSize(200, max(FIGURE, text) + 2 * _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        exercise: Exercise = index.data(EXERCISE_ROLE)
        row: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            self._paint_ground(painter, row, focused=focused)
        ratio = painter.device().devicePixelRatioF()
        figure = self._figures.pixmap(exercise.figure, FIGURE, ratio)
        width = round(figure.width() / ratio)
        top = row.top() + (row.height() - FIGURE) // 2
        painter.drawPixmap(row.left() + _PAD, top, figure)
        left = row.left() + width + 2 * _PAD + 2
        self._paint_text(painter, exercise, row, left, option.font)
        painter.restore()

    def _paint_ground(self, painter: QPainter, row: QRect, *, focused: bool) -> None:
        box = QRectF(row).adjusted(3.5, 1.5, -3.5, -1.5)
        painter.setBrush(self.theme["selected"])
        painter.setPen(QPen(self.theme["accent"], 1) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, 4, 4)

    def _paint_text(
        self, painter: QPainter, exercise: Exercise, row: QRect, left: int, font: QFont
    ) -> None:
        strong, small = _fonts(font)
        name_metrics, dose_metrics = QFontMetrics(strong), QFontMetrics(small)
        width = row.right() - _PAD - left
        tag_width = dose_metrics.horizontalAdvance(_YOURS) + 12 if exercise.custom else 0
        name = broken(exercise.name, name_metrics, width - tag_width, _LINES - 1)
        dose = broken(glance(exercise), dose_metrics, width, _LINES - len(name))
        height = len(name) * name_metrics.height() + len(dose) * dose_metrics.height()
        y = row.top() + (row.height() - height) // 2
        if exercise.custom:
            self._paint_tag(painter, QPoint(row.right() - _PAD, y), small, name_metrics.height())
        painter.setFont(strong)
        painter.setPen(self.theme["text"])
        for line in name:
            painter.drawText(left, y + name_metrics.ascent(), line)
            y += name_metrics.height()
        painter.setFont(small)
        painter.setPen(self.theme["quiet"])
        for line in dose:
            painter.drawText(left, y + dose_metrics.ascent(), line)
            y += dose_metrics.height()

    def _paint_tag(self, painter: QPainter, right_top: QPoint, font: QFont, height: int) -> None:
        """Say that an exercise is a person's own, not the guide's."""
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(_YOURS)
        painter.setFont(font)
        painter.setPen(self.theme["accent"])
        baseline = right_top.y() + (height + metrics.ascent() - metrics.descent()) // 2
        painter.drawText(right_top.x() - width, baseline, _YOURS)


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    strong, small = QFont(font), QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(max(font.pointSizeF() * 0.92, 7))
    return strong, small
