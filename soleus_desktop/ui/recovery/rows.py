"""Plans that are kept, as a list for Qt."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPixmap

from soleus_desktop.ui.recovery.kept import Kept, spoken
from soleus_desktop.ui.widgets.no_drops import NoDrops

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Rows(NoDrops, QAbstractListModel):
    """Some plans, each a row of a few lines and a picture."""

    def __init__(self, shown: list[Kept], parent: QObject) -> None:
        super().__init__(parent)
        self.shown = shown

    def fill_in(self, kept: Kept) -> None:
        """Show what was read of a plan, if it is still among these."""
        for row, old in enumerate(self.shown):
            if old.path == kept.path:
                self.shown[row] = kept
                self.dataChanged.emit(self.index(row), self.index(row))

    def take_off(self, kept: Kept) -> None:
        """Show a plan no longer."""
        row = [one.path for one in self.shown].index(kept.path)
        self.beginRemoveRows(_NOWHERE, row, row)
        del self.shown[row]
        self.endRemoveRows()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        kept = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(kept.lines)
        if role == Qt.ItemDataRole.DecorationRole and kept.picture is not None:
            return QPixmap.fromImage(kept.picture)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(kept.lines)
        return None
