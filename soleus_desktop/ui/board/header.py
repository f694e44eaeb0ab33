"""The week at the left of its row: number, label, dates, and a mark for what is found."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from soleus_desktop.plan.place import date_of
from soleus_desktop.ui.board.marks import Marks
from soleus_desktop.ui.board.sprites import Sprites
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.widgets.mark import MARK

WIDTH_IN_LETTERS = 12
PAD = 8
LABEL_LINES = 2


class WeekHeader(QHeaderView):
    """Paints the weeks; rows keep the height that the board gives them."""

    def __init__(self, session: Session, sprites: Sprites, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._session, self._sprites = session, sprites
        self.marks = Marks({}, {})
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def set_sprites(self, sprites: Sprites) -> None:
        """Paint with another theme or font from now on."""
        self._sprites = sprites
        self.viewport().update()

    def sizeHint(self) -> QSize:
        letter = self._sprites.width("n", self._sprites.plain)
        return QSize(letter * WIDTH_IN_LETTERS, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        sprites, plan = self._sprites, self._session.plan
        if logicalIndex >= len(plan.weeks):
            return
        week = plan.weeks[logicalIndex]
        painter.fillRect(rect, sprites.theme["window"])
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, sprites.theme["line"])
        width = rect.width() - 2 * PAD
        at = QPoint(rect.left() + PAD, rect.top() + PAD)
        painter.setPen(sprites.theme["text"])
        painter.setFont(sprites.strong)
        painter.drawStaticText(
            at, sprites.text(f"Week {logicalIndex + 1}", width - MARK - 2, sprites.strong)
        )
        painter.setFont(sprites.small)
        painter.setPen(sprites.theme["quiet"])
        note = week.note.strip().partition("\n")[0]
        for line in (
            *sprites.wrapped(week.label, width, LABEL_LINES),
            self._dates(logicalIndex),
            *sprites.wrapped(note, width, LABEL_LINES),
        ):
            if line:
                at += QPoint(0, sprites.line + 1)
                if at.y() + sprites.line <= rect.bottom():
                    painter.drawStaticText(at, sprites.text(line, width, sprites.small))
        severity = self.marks.weeks.get(logicalIndex)
        if severity:
            ratio = self.devicePixelRatioF()
            mark = sprites.mark(severity, ratio)
            painter.drawPixmap(rect.right() - PAD - MARK + 2, rect.top() + PAD + 1, mark)

    def _dates(self, week: int) -> str:
        first, last = date_of(self._session.plan, week, 0), date_of(self._session.plan, week, 6)
        if first is None or last is None:
            return ""
        month = "" if first.month == last.month else f" {first:%b}"
        return f"{first.day}{month}\u2013{last.day} {last:%b}"
