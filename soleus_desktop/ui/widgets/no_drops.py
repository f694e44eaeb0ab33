"""Item models that take no drops, and give no drags unless they say how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
# Put together once: Qt asks at every step, and joining flags takes Python longer than the rest.
_THERE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_NOWHERE = Qt.ItemFlag.NoItemFlags


class NoDrops:
    """Mixed into an item model, before Qt's class.

    Qt's default item type must never be decoded: random bytes in it crash Qt, and before 6.12
    they could run code.
    """

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _THERE if index.isValid() else _NOWHERE

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
