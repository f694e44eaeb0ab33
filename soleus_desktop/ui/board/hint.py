"""What to do next, said on a board with nothing on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QFont, QKeySequence, QPalette
from PySide6.QtWidgets import QFrame, QVBoxLayout

from soleus_desktop.ui.board.view import BoardView
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.status import has_entries
from soleus_desktop.ui.widgets.labels import plain_label, quiet_label

WIDE_IN_LETTERS = 66
_GAP = 16
_NO_WEEKS = (
    "This plan has no weeks",
    "{add_week} adds one. A template (in the File menu, or {start_page}) brings a whole plan.",
)
_NO_ENTRIES = (
    "Nothing planned yet",
    "Drag an exercise from the library onto a day. Or select a day and type, for example "
    "bent 3x15 @10kg.\nA template (in the File menu, or {start_page}) brings a whole plan.",
)
_KEYS = {"add_week": "Ctrl+Shift+N", "start_page": "Alt+Home"}


class BoardHint(QFrame):
    """Lies over an empty board, below its weeks where there is room; clicks and drags go through.

    It is gone with the first entry and back when the last one goes, and out of the way of a drag.
    """

    def __init__(self, session: Session, board: BoardView) -> None:
        super().__init__(board)  # not in the viewport, which would scroll it away
        self._session, self._board = session, board
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self.head, self.text = plain_label(""), quiet_label("")
        font = self.head.font()
        font.setWeight(QFont.Weight.DemiBold)
        self.head.setFont(font)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        layout.addWidget(self.head)
        layout.addWidget(self.text)
        session.plan_changed.connect(self._refresh)
        board.hovered.connect(self._on_hovered)
        board.zoom.changed.connect(self._place)
        board.installEventFilter(self)
        self._refresh()

    def _refresh(self) -> None:
        plan = self._session.plan
        if has_entries(plan):
            self.hide()
            return
        head, text = _NO_ENTRIES if plan.weeks else _NO_WEEKS
        native = QKeySequence.SequenceFormat.NativeText
        keys = {name: QKeySequence(key).toString(native) for name, key in _KEYS.items()}
        self.head.setText(head)
        self.text.setText(text.format(**keys))
        self._place()
        self.show()

    def _on_hovered(self, what: str) -> None:
        if what:
            self.hide()
        else:
            self._refresh()

    def _place(self) -> None:
        """Stand in the middle below the last week, or at the foot of a board that is full."""
        board = self._board
        left, top = board.weeks.width(), board.horizontalHeader().height()
        wide = WIDE_IN_LETTERS * self.fontMetrics().horizontalAdvance("n")
        width = max(min(board.width() - left - 2 * _GAP, wide), 0)
        height = self.heightForWidth(width)
        below = min(top + board.weeks.length(), board.height() - height - 2 * _GAP)
        x = left + (board.width() - left - width) // 2
        self.setGeometry(QRect(x, max(below, top) + _GAP, width, height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._board and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)
