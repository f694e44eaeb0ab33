"""The weekdays above the board; today's is marked where the plan is dated."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from soleus_desktop.plan.place import DAY_NAMES
from soleus_desktop.ui.board.model import BoardModel
from soleus_desktop.ui.board.sprites import Sprites

PAD = 4
UNDERLINE = 2


class DayHeader(QHeaderView):
    """Paints the weekdays, short where they are narrow."""

    def __init__(self, model: BoardModel, sprites: Sprites, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._weeks, self._sprites = model, sprites
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        model.today_changed.connect(self.viewport().update)

    def set_sprites(self, sprites: Sprites) -> None:
        """Paint with another theme or font from now on."""
        self._sprites = sprites
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(0, self._sprites.line + 2 * PAD)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        old: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Nothing: a weekday looks the same whichever day is current; Qt would paint two anew."""

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        sprites, theme = self._sprites, self._sprites.theme
        painter.fillRect(rect, theme["raised"])
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme["line"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme["line"])
        today = self._weeks.today
        now = today is not None and today[1] == logicalIndex
        font = sprites.strong if now else sprites.plain
        name, room = DAY_NAMES[logicalIndex], rect.width() - 2 * PAD
        if sprites.width(name, font) > room:
            name = name[:3]
        left = rect.left() + (rect.width() - sprites.width(name, font)) // 2
        painter.setFont(font)
        painter.setPen(theme["text"])
        at = QPoint(max(left, rect.left() + PAD), rect.top() + PAD)
        painter.drawStaticText(at, sprites.text(name, room, font))
        if now:
            line = QRect(rect.left(), rect.bottom() - UNDERLINE, rect.width() - 1, UNDERLINE)
            painter.fillRect(line, theme["accent"])
