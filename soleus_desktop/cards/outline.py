"""The bookmarks: a tree of which no more is kept than the branch that is open."""

from __future__ import annotations

from soleus_desktop.cards.block import Bookmark
from soleus_desktop.cards.file import PdfFile
from soleus_desktop.cards.tags import pdf_text


class Item:
    """A bookmark that is not yet written: what follows it or stands below it may still come."""

    __slots__ = ("count", "first", "last", "number", "said")

    def __init__(self, number: int, said: str) -> None:
        self.number, self.said = number, said
        self.first = self.last = self.count = 0


class Outline:
    """The bookmarks of one PDF, in the order of its pages."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._open = [Item(file.number(), "/Type/Outlines")]

    def add(self, bookmark: Bookmark, page: int, x: float, y: float) -> None:
        """Lead to a place on the page of this number."""
        number = self._file.number()
        self._close(bookmark.level + 1, number)
        above = self._open[-1]
        said = f"/Title{pdf_text(bookmark.title)}/Parent {above.number} 0 R"
        said += f"/Dest[{page} 0 R/XYZ {x:.2f} {y:.2f} 0]"
        if above.last:
            said += f"/Prev {above.last} 0 R"
        above.first, above.last = above.first or number, number
        for item in self._open:
            item.count += 1
        self._open.append(Item(number, said))

    def finish(self) -> int:
        """Write what is left, and return the number of the whole; 0 where there is nothing."""
        whole = self._open[0]
        self._close(0, 0)
        return whole.number if whole.count else 0

    def _close(self, level: int, following: int) -> None:
        """Write the items from this level on; the first of them goes before `following`."""
        while len(self._open) > level:
            item = self._open.pop()
            said = item.said
            if following and len(self._open) == level:
                said += f"/Next {following} 0 R"
            if item.count:
                said += f"/First {item.first} 0 R/Last {item.last} 0 R/Count {item.count}"
            self._file.add(item.number, f"<<{said}>>")
