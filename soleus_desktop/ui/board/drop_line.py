"""The line between two weeks where dragged weeks would go, across heads and days."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QTableView

THICK = 3


class DropLine(QFrame):
    """A bar over the whole width of a board; it takes no part in anything else."""

    def __init__(self, board: QTableView) -> None:
        super().__init__(board)
        self._board = board
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.backgroundRole().Highlight)
        self.hide()

    def show_at(self, y: int | None) -> None:
        """Lie at this height of the board's viewport, or nowhere."""
        if y is None:
            self.hide()
            return
        board = self._board
        top = board.viewport().y() + min(max(y, 0), board.viewport().height() - THICK)
        self.setGeometry(0, top, board.viewport().geometry().right() + 1, THICK)
        self.raise_()
        self.show()
