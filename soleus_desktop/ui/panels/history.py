"""The history: every step of undo, from the plan as it began, to jump to any of them."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QPalette, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.labels import plain_label
from soleus_desktop.ui.widgets.no_drops import NoDrops

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
BEGINNING = "The plan as it began"


class HistoryModel(NoDrops, QAbstractListModel):
    """A row for each state of the plan: where it began, then what each step made of it.

    Its own instead of Qt's QUndoView, which says by a picture alone what is saved and not at all
    what was taken back.
    """

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self.theme = session, theme
        self._texts: list[str] = []
        self.refresh()

    def refresh(self) -> None:
        """Show the history as it is now."""
        stack = self._session.stack
        texts = [BEGINNING, *(stack.text(i) for i in range(stack.count()))]
        if texts == self._texts:
            self.dataChanged.emit(self.index(0), self.index(len(texts) - 1))
            return
        self.beginResetModel()
        self._texts = texts
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._texts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, stack = index.row(), self._session.stack
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            said = self._texts[row] + (" (saved)" if self._is_saved(row) else "")
            return said if role == Qt.ItemDataRole.DisplayRole else _as_it_is(said)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            taken_back = ", taken back" if row > stack.index() else ""
            return f"{self.data(index)}{taken_back}"
        if role == Qt.ItemDataRole.ForegroundRole and row > stack.index():
            return self._quiet()
        if role == Qt.ItemDataRole.FontRole and row > stack.index():
            return _italic()
        return None

    def _is_saved(self, row: int) -> bool:
        return self._session.path is not None and row == self._session.stack.cleanIndex()

    def _quiet(self) -> QColor:
        return self.theme["quiet"]


class HistoryPanel(QWidget):
    """The list of steps; what was taken back is quiet and slanted. A click or a key goes there."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._following = False
        self.model = HistoryModel(session, theme)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setAccessibleName("History")
        self.list.setAccessibleDescription("The steps of undo; the arrow keys go back and forth.")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setSpacing(2)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        title = plain_label("History")
        title.setContentsMargins(2, 6, 0, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 8)
        layout.setSpacing(0)
        layout.addWidget(title)
        layout.addWidget(self.list)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        session.stack.indexChanged.connect(self._refresh)
        session.stack.cleanChanged.connect(self._refresh)
        session.file_changed.connect(self._refresh)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self.model.theme = theme
        palette = QPalette(theme.palette())
        palette.setColor(QPalette.ColorRole.Highlight, theme["selected"])
        palette.setColor(QPalette.ColorRole.HighlightedText, theme["text"])
        self.list.setPalette(palette)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._refresh()
            self.list.setFocus()

    def _refresh(self) -> None:
        if self.isVisible():
            self._following = True
            self.model.refresh()
            self.list.setCurrentIndex(self.model.index(self._session.stack.index()))
            self._following = False

    def _on_current(self, current: QModelIndex) -> None:
        if not self._following and current.isValid():
            self._session.go_to_step(current.row())


def _italic() -> QFont:
    font = QFont()
    font.setItalic(True)
    return font


def _as_it_is(text: str) -> str:
    """Return a text as markup that shows it as it is: it may name a person's own exercise."""
    return "<qt>" + text.replace("&", "&amp;").replace("<", "&lt;")
