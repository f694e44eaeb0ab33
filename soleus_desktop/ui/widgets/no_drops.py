"""Item models that take no drops, and give no drags unless they say how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class NoDrops:
    """Mixed into an item model, before Qt's class.

    Qt's default item type must never be decoded: random bytes in it crash Qt, and before 6.12
    they could run code. Nor do Qt's own flags let anything be dropped on an item.
    """

    def mimeTypes(self) -> list[str]:
        return []

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return QMimeData()

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return False

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return False
