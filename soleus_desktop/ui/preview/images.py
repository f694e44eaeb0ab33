"""Pictures of a PDF's pages, drawn beside the window as they are wanted."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage

from soleus_desktop.ui.preview.pdf import NotDrawn, page_image
from soleus_desktop.ui.work import Work

MOST_KEPT = 400
"""Thumbnails, some 80 kB each."""
LONGEST = 4500
"""Pixels a side; a page enlarged further is drawn at this size and stretched."""
Key = tuple[int, int, int]
"""A page from 0, and the width and height of its picture in pixels."""


class PageImages(QObject):
    """Keeps the thumbnails of a PDF and the picture of the page that is looked at."""

    came = Signal(int)
    """A picture of this page is there."""

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._data = b""
        self.sizes: list[QSizeF] = []
        """Of the pages in points."""
        self._kept: dict[Key, QImage] = {}
        self._large: tuple[Key, QImage] | None = None
        self._wanted: Key | None = None
        self._small: dict[Key, None] = {}
        self._drawing = False

    def show(self, data: bytes, sizes: list[QSizeF]) -> None:
        """Be asked about another PDF from now on."""
        self._data, self.sizes = data, sizes
        self._kept.clear()
        self._small.clear()
        self._large = self._wanted = None

    def end(self) -> None:
        """Forget the PDF and its pictures; what is being drawn is not told any more."""
        self.show(b"", [])

    def page(self, page: int, size: QSize) -> QImage | None:
        """Return a page as large as this, or None and draw it next of all."""
        key = _key(page, size)
        if self._large and self._large[0] == key:
            return self._large[1]
        self._wanted = key
        self._next()
        return None

    def thumbnail(self, page: int, size: QSize) -> QImage | None:
        """Return a small picture of a page, or None and draw it; the last one asked for first."""
        key = _key(page, size)
        if key not in self._kept:
            self._small.pop(key, None)
            self._small[key] = None
            if len(self._small) > MOST_KEPT:
                del self._small[next(iter(self._small))]
            self._next()
        return self._kept.get(key)

    def _next(self) -> None:
        if self._drawing:
            return
        key = self._wanted or (next(reversed(self._small)) if self._small else None)
        if key is None:
            return
        self._drawing = True
        data, large = self._data, key == self._wanted
        page, *size = key
        self._work.run(
            partial(page_image, data, page, QSize(*size)),
            partial(self._came, data, key, large),
            partial(self._failed, data, key, large),
        )

    def _came(self, data: bytes, key: Key, large: bool, image: QImage) -> None:
        self._drawing = False
        if data is self._data:
            self._forget(key)
            if large:
                self._large = key, image
            else:
                self._kept[key] = image
                if len(self._kept) > MOST_KEPT:
                    del self._kept[next(iter(self._kept))]
            self.came.emit(key[0])
        self._next()

    def _failed(self, data: bytes, key: Key, large: bool, error: Exception) -> None:
        """Leave a page empty that there is no memory for."""
        if not isinstance(error, NotDrawn):
            raise error
        self._came(data, key, large, QImage())

    def _forget(self, key: Key) -> None:
        self._small.pop(key, None)
        if self._wanted == key:
            self._wanted = None


def _key(page: int, size: QSize) -> Key:
    most = QSize(LONGEST, LONGEST)
    if size.boundedTo(most) != size:
        size = size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
    return page, max(size.width(), 1), max(size.height(), 1)
