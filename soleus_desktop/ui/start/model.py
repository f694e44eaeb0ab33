"""Plan files as a list for Qt: each a glimpse, which is filled in once the file has been read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from soleus_desktop.ui.start.glimpse import Glimpse
from soleus_desktop.ui.widgets.no_drops import NoDrops

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

GLIMPSE_ROLE = Qt.ItemDataRole.UserRole
"""The `Glimpse` of a row."""


class PlanFiles(NoDrops, QAbstractListModel):
    """Some plan files; `spoken` says a row for those who do not see it."""

    def __init__(self, spoken: Callable[[Glimpse], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self.shown: list[Glimpse] = []

    def set_files(self, files: Iterable[Glimpse]) -> None:
        """Show these files; of one that was there already what is known of it stays."""
        known = {glimpse.path: glimpse for glimpse in self.shown}
        wanted = [known.get(glimpse.path, glimpse) for glimpse in files]
        if wanted != self.shown:
            self.beginResetModel()
            self.shown = wanted
            self.endResetModel()

    def fill_in(self, glimpse: Glimpse) -> None:
        """Show what was read of a file, if it is among these."""
        for row, old in enumerate(self.shown):
            if old.path == glimpse.path and old is not glimpse:
                self.shown[row] = glimpse
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        glimpse = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return glimpse.title  # what typing searches
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(glimpse)
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (glimpse.title, str(glimpse.path), glimpse.reason or glimpse.about)
            return "<br>".join(escape(line) for line in lines if line)
        return glimpse if role == GLIMPSE_ROLE else None
