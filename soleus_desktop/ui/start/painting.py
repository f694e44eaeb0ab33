"""Paint plan files: as cards (templates) and as rows (recent plans)."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from soleus_desktop.paths import home_folder
from soleus_desktop.ui.start.glimpse import Glimpse
from soleus_desktop.ui.start.model import GLIMPSE_ROLE
from soleus_desktop.ui.start.words import changed_text, place_text, state_text
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.lines import broken
from soleus_desktop.ui.widgets.mark import MARK, mark_pixmap

PAD = 9
MARGIN = 3
"""Around each card or row: what stands between two of them is twice that."""
_LETTERS = 24
"""The least room for a card's text."""
_ABOUT_LINES = 3
_YOURS = "yours"
_ATHLETE = 0.4
"""As much of a line may be an athlete's name, the rest is the file's."""
_ROUNDING = 2
"""A text's width in whole pixels may be short of what it needs to stand whole."""
_MARKS = {"missing": "warning", "unreadable": "error"}

Index = QModelIndex | QPersistentModelIndex


class PlanDelegate(QStyledItemDelegate):
    """What cards and rows share: ground, picture, lines of text beside it."""

    picture = QSize(84, 56)
    lines = 3

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.theme = theme

    @property
    def height(self) -> int:
        """How tall a card or row is in the view's font."""
        strong, small = _fonts(self._view.font())
        text = QFontMetrics(strong).height() + (self.lines - 1) * QFontMetrics(small).height()
        return max(self.picture.height(), text) + 2 * (PAD + MARGIN)

    @property
    def least_width(self) -> int:
        """How narrow it may be."""
        letter = self._view.fontMetrics().horizontalAdvance("n")
        return self.picture.width() + 3 * PAD + 2 * MARGIN + _LETTERS * letter

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Its own height, and the width of the view's columns where it has such."""
        columns = self._view.gridSize()
        return columns if columns.isValid() else QSize(self.least_width, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        glimpse: Glimpse = index.data(GLIMPSE_ROLE)
        box = option.rect.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(box), option.state)
        inside = box.adjusted(PAD, PAD, -PAD, -PAD)
        picture = QRect(inside.topLeft(), self.picture)
        picture.moveTop(inside.top() + (inside.height() - picture.height()) // 2)
        self._paint_picture(painter, glimpse, picture)
        self._paint_text(painter, glimpse, inside.adjusted(picture.width() + PAD, 0, 0, 0))
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(self.theme["selected" if focused else "base"])
        edge = self.theme["accent" if focused else "faint" if chosen or hovered else "line"]
        painter.setPen(QPen(edge, 2 if focused else 1))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_picture(self, painter: QPainter, glimpse: Glimpse, box: QRect) -> None:
        if glimpse.picture:
            painter.drawImage(box, glimpse.picture)
        else:
            painter.fillRect(box, self.theme["window"])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme["line"], 1))
        painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_text(self, painter: QPainter, glimpse: Glimpse, box: QRect) -> None:
        raise NotImplementedError

    def _write(
        self, painter: QPainter, at: QPoint, text: str, font: QFont, color: QColor, width: int
    ) -> int:
        """Write a line of text, elided to `width`, and return where the next one begins."""
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(color)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        painter.drawText(at.x(), at.y() + metrics.ascent(), shown)
        return at.y() + metrics.height()

    def _write_state(
        self, painter: QPainter, at: QPoint, glimpse: Glimpse, font: QFont, width: int
    ) -> int:
        """Write how a plan stands, behind its mark."""
        kind, text = glimpse.state
        left = at.x()
        if text and kind != "nothing":
            severity, height = _MARKS.get(kind, kind), QFontMetrics(font).height()
            color, ratio = self.theme[severity], self._view.devicePixelRatioF()
            mark = mark_pixmap(severity, color, self.theme["base"], ratio)
            painter.drawPixmap(left, at.y() + (height - MARK) // 2, mark)
            left += MARK + 5
            width -= MARK + 5
        at = QPoint(left, at.y())
        return self._write(painter, at, state_text(glimpse), font, self.theme["text"], width)


class CardDelegate(PlanDelegate):
    """A template: its title, its weeks and days, a sentence on it; ``yours`` where it is own."""

    picture = QSize(112, 84)
    lines = 2 + _ABOUT_LINES

    def _paint_text(self, painter: QPainter, glimpse: Glimpse, box: QRect) -> None:
        strong, small = _fonts(self._view.font())
        metrics, x, width = QFontMetrics(small), box.left(), box.width()
        tag = metrics.horizontalAdvance(_YOURS) + _ROUNDING if glimpse.own else 0
        ascent = QFontMetrics(strong).ascent() - metrics.ascent()
        right = QPoint(box.right() - tag, box.top() + ascent)
        self._write(painter, right, _YOURS * glimpse.own, small, self.theme["accent"], tag)
        room = width - tag - PAD * glimpse.own
        y = self._write(painter, box.topLeft(), glimpse.title, strong, self.theme["text"], room)
        if glimpse.reason:
            y = self._write_state(painter, QPoint(x, y), glimpse, small, width)
        else:
            y = self._write(painter, QPoint(x, y), glimpse.extent, small, self.theme["text"], width)
        about = glimpse.reason or glimpse.about
        for line in broken(about, metrics, width, _ABOUT_LINES):
            y = self._write(painter, QPoint(x, y), line, small, self.theme["quiet"], width)


class RowDelegate(PlanDelegate):
    """A recent plan: its title, how it stands, for whom it is, where it lies, when it changed."""

    _home = home_folder()

    def _paint_text(self, painter: QPainter, glimpse: Glimpse, box: QRect) -> None:
        strong, small = _fonts(self._view.font())
        metrics, x, width = QFontMetrics(small), box.left(), box.width()
        top = box.top() + (box.height() - self._text_height(strong, small)) // 2
        quiet = self.theme["quiet"]
        changed = changed_text(glimpse.changed, datetime.now()) if glimpse.changed else ""
        date = metrics.horizontalAdvance(changed) + _ROUNDING
        self._write(
            painter,
            QPoint(box.right() - date, top + QFontMetrics(strong).ascent() - metrics.ascent()),
            changed,
            small,
            quiet,
            date,
        )
        room = width - date - PAD
        y = self._write(painter, QPoint(x, top), glimpse.title, strong, self.theme["text"], room)
        y = self._write_state(painter, QPoint(x, y), glimpse, small, width)
        self._write(
            painter, QPoint(x, y), self._where(glimpse, metrics, width), small, quiet, width
        )

    def _where(self, glimpse: Glimpse, metrics: QFontMetrics, width: int) -> str:
        """For whom a plan is and where it lies: of a long path the ends are seen."""
        most, who = round(width * _ATHLETE), glimpse.athlete
        who = who and metrics.elidedText(who, Qt.TextElideMode.ElideRight, most) + " · "
        room = width - metrics.horizontalAdvance(who)
        path = place_text(glimpse, self._home)
        return who + metrics.elidedText(path, Qt.TextElideMode.ElideMiddle, room)

    def _text_height(self, strong: QFont, small: QFont) -> int:
        return QFontMetrics(strong).height() + 2 * QFontMetrics(small).height()


def _fonts(font: QFont) -> tuple[QFont, QFont]:
    """The font of a title and the smaller one of what stands below it."""
    strong, small = QFont(font), QFont(font)
    strong.setWeight(QFont.Weight.DemiBold)
    small.setPointSizeF(max(font.pointSizeF() * 0.92, 7))
    return strong, small
