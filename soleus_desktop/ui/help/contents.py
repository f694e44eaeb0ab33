"""The list of the help's pages, below the name of their part; a search leaves some of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from soleus_desktop.ui.help.page import Page
from soleus_desktop.ui.widgets.no_drops import NoDrops

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Contents(NoDrops, QAbstractListModel):
    """Titles to choose from. The name of a part is a row that cannot be chosen."""

    def __init__(self, pages: Sequence[Page]) -> None:
        super().__init__()
        self._pages = pages
        self._words = {page.id: page.words for page in pages}
        self.rows: list[Page | str] = []
        self.search("")

    def search(self, text: str) -> None:
        """Leave the pages that say every word of a text, in whatever order."""
        words = text.casefold().split()
        self.beginResetModel()
        self.rows = []
        for page in self._pages:
            if all(word in self._words[page.id] for word in words):
                if not any(isinstance(r, Page) and r.section == page.section for r in self.rows):
                    self.rows.append(page.section)
                self.rows.append(page)
        self.endResetModel()

    def row_of(self, page_id: str) -> int | None:
        """Return the row of a page, or None where the search leaves it out."""
        rows = enumerate(self.rows)
        return next((at for at, row in rows if isinstance(row, Page) and row.id == page_id), None)

    @property
    def first(self) -> int | None:
        """The row of the first page that is left."""
        return next((at for at, row in enumerate(self.rows) if isinstance(row, Page)), None)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title if isinstance(row, Page) else row
        if role == Qt.ItemDataRole.FontRole and isinstance(row, str):
            font = QFont()
            font.setBold(True)
            return font
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)
