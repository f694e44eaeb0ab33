"""A quiet text beside a field, which turns into a fault: a mark, another weight and colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette

from soleus_desktop.ui.widgets.labels import PlainLabel
from soleus_desktop.ui.widgets.mark import MARK, draw_mark

_GAP = 4
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Aside(PlainLabel):
    """Says what is allowed beside a field. The mark of a fault has its room from the start."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.setContentsMargins(0, 0, MARK + _GAP, 0)
        self.fault = False
        self.setVisible(False)

    def say(self, text: str, *, fault: bool = False) -> None:
        """Show a text, as a fault or not; an empty text says nothing and takes no room."""
        self.setVisible(bool(text))
        if (text, fault) == (self.text(), self.fault):
            return  # after most edits it says what it said before
        self.fault = fault
        self.setText(text)
        role = QPalette.ColorRole.BrightText if fault else QPalette.ColorRole.PlaceholderText
        self.setForegroundRole(role)
        self.setAccessibleName(f"Outside: {text}" if fault else text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.fault:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(self._mark_at())
            color = self.palette().color(QPalette.ColorRole.BrightText)
            draw_mark(painter, "error", color, self.palette().color(QPalette.ColorRole.Base))
            painter.end()

    def _mark_at(self) -> QPointF:
        """Where the mark goes: behind the text's first line."""
        room = self.contentsRect()
        text = self.fontMetrics().boundingRect(room, int(_WRAPPED), self.text())
        line = self.fontMetrics().height()
        return QPointF(text.right() + _GAP, text.top() + (line - MARK) / 2)
