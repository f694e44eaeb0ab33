"""The pages in small, one below the other; the one that is looked at is the current one."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, QSizeF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from soleus_desktop.ui.preview.images import PageImages
from soleus_desktop.ui.widgets.no_drops import Index, NoDrops

SIDE = 118
"""The longer side of a page in logical pixels."""
AROUND = QSize(6, 12)
"""What Qt leaves around a picture and a number below it, and a little between two pages."""


class Pages(NoDrops, QAbstractListModel):
    """A row a page: its picture, drawn when it comes into sight, and its number."""

    def __init__(self, images: PageImages) -> None:
        super().__init__()
        self._images = images
        self._sizes: list[QSizeF] = []
        """Of the rows that there are: for a moment there may be fewer pages."""
        self.ratio = 1.0
        images.came.connect(self._on_came)

    def refresh(self) -> None:
        """Show the pages of another PDF. A current row that there still is stays so."""
        sizes, before = list(self._images.sizes), len(self._sizes)
        pages = len(sizes)
        if pages < before:
            self.beginRemoveRows(QModelIndex(), pages, before - 1)
            self._sizes = sizes
            self.endRemoveRows()
        elif pages > before:
            self.beginInsertRows(QModelIndex(), before, pages - 1)
            self._sizes = sizes
            self.endInsertRows()
        self._sizes = sizes
        if pages:
            self.dataChanged.emit(self.index(0), self.index(pages - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  as Qt has it
        return 0 if parent.isValid() else len(self._sizes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self._images.sizes):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"Page {index.row() + 1}"
        if role == Qt.ItemDataRole.DecorationRole:
            return self._picture(index.row())
        return None

    def size_of(self, page: int, side: int = SIDE) -> QSize:
        """Return how large a page's picture is whose longer side has so many pixels."""
        keep = Qt.AspectRatioMode.KeepAspectRatio
        return self._sizes[page].scaled(side, side, keep).toSize()

    def _picture(self, page: int) -> QIcon:
        size = self.size_of(page, round(SIDE * self.ratio))
        image = self._images.thumbnail(page, size)
        if image is None:
            pixmap = QPixmap(size)
            pixmap.fill(QPalette().color(QPalette.ColorRole.Base))
        else:
            pixmap = QPixmap.fromImage(image)
        painter = QPainter(pixmap)
        painter.setPen(QPalette().color(QPalette.ColorRole.Mid))
        painter.drawRect(pixmap.rect().adjusted(0, 0, -1, -1))
        painter.end()
        pixmap.setDevicePixelRatio(self.ratio)
        icon = QIcon(pixmap)
        icon.addPixmap(pixmap, QIcon.Mode.Selected)  # else it would be tinted
        return icon

    def _on_came(self, page: int) -> None:
        if page < len(self._sizes):
            self.dataChanged.emit(self.index(page), self.index(page))


class _Above(QStyledItemDelegate):
    """Draws the picture above the number; how large they are is known without a picture."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.decorationPosition = QStyleOptionViewItem.Position.Top
        option.decorationAlignment = Qt.AlignmentFlag.AlignCenter
        option.displayAlignment = Qt.AlignmentFlag.AlignCenter

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        pages = index.model()
        assert isinstance(pages, Pages)
        size = pages.size_of(index.row())
        return size + AROUND + QSize(0, option.fontMetrics.height())


class Thumbnails(QListView):
    """The list of pages."""

    def __init__(self, images: PageImages) -> None:
        super().__init__()
        self.pages = Pages(images)
        self.setModel(self.pages)
        self.setItemDelegate(_Above(self))
        self.setAccessibleName("Pages")
        self.setIconSize(QSize(SIDE, SIDE))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(SIDE + 40)

    def refresh(self) -> None:
        """Show the pages of another PDF."""
        self.pages.ratio = self.devicePixelRatioF()
        self.pages.refresh()

    def show_current(self, page: int) -> None:
        """Mark a page and bring it into sight."""
        index = self.pages.index(page)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
