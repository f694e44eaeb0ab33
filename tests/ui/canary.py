"""What runs a program where somebody decodes it, made by Qt itself; and what Qt then does.

``python -m tests.ui.canary FOLDER`` drops it on a list of Qt's own and says whether that ran it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication

ITEMS = "application/x-qabstractitemmodeldatalist"
ROLE = Qt.ItemDataRole.UserRole + 1


class _Maker:
    """Comes back out of a pickle as a folder that was made."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (os.fspath(self._folder),)


def items_that_make(folder: Path) -> bytes:
    """Return items of a list, as they are dragged, that make a folder when they are decoded."""
    model, item = QStandardItemModel(1, 1), QStandardItem("x")
    item.setData(_Maker(folder), ROLE)
    model.setItem(0, 0, item)
    return bytes(model.mimeData([model.index(0, 0)]).data(ITEMS).data())


def main() -> int:
    """Drop it on a model that decodes what comes; 0 where the folder was made."""
    app = QApplication(["canary"])
    folder = Path(sys.argv[1])
    data = QMimeData()
    data.setData(ITEMS, items_that_make(folder))
    QStandardItemModel(1, 1).dropMimeData(data, Qt.DropAction.CopyAction, 0, 0, QModelIndex())
    app.quit()
    return 0 if folder.is_dir() else 1


if __name__ == "__main__":
    sys.exit(main())
