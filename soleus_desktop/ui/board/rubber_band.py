"""The rubber band: chips that it touches are selected; where it touches none, days are."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QRubberBand, QTableView

from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.edges import EdgeScroll
from soleus_desktop.ui.board.places import Places
from soleus_desktop.ui.selection import Cell, Selection


class Band:
    """A band over one board, from a press to its release."""

    def __init__(
        self, view: QTableView, places: Places, selection: Selection, edges: EdgeScroll
    ) -> None:
        self._view, self._places, self._selection = view, places, selection
        self._edges = edges
        self._shape: QRubberBand | None = None
        self._from = QPoint()
        self._kept: frozenset[str] = frozenset()

    @property
    def active(self) -> bool:
        """Whether a band is being drawn."""
        return self._shape is not None

    def begin(self, press: QPoint, *, keep: bool) -> None:
        """Start at a point; with `keep` the entries selected before stay so."""
        self._from = press + self._scrolled()
        self._kept = frozenset(self._selection.entry_ids if keep else ())
        self._shape = QRubberBand(QRubberBand.Shape.Rectangle, self._view.viewport())
        self._shape.setGeometry(QRect(press, QSize()))
        self._shape.show()

    def stretch(self, point: QPoint) -> None:
        """Draw the band to a point and select what it touches."""
        if self._shape is None:
            return
        self._edges.follow(point, self.stretch)
        box = QRect(self._from - self._scrolled(), point).normalized()
        self._shape.setGeometry(box)
        cells = self._cells(box)
        touched = {
            entry.id
            for week, day in cells
            for position, entry in enumerate(self._places.day(week, day).entries)
            if self._places.chip(Slot(week, day, position)).intersects(box)
        }
        if touched or self._kept:
            self._selection.select_entries(touched | self._kept)
        elif cells:
            self._selection.select_days(cells)

    def end(self) -> None:
        """Take the band away; what it selected stays."""
        self._edges.stop()
        if self._shape:
            self._shape.hide()
            self._shape.deleteLater()
            self._shape = None

    def _scrolled(self) -> QPoint:
        return QPoint(
            self._view.horizontalScrollBar().value(), self._view.verticalScrollBar().value()
        )

    def _cells(self, box: QRect) -> list[Cell]:
        """The days that the band touches."""
        rows, columns = self._view.verticalHeader(), self._view.horizontalHeader()
        top, left = rows.logicalIndexAt(box.top()), columns.logicalIndexAt(box.left())
        bottom, right = rows.logicalIndexAt(box.bottom()), columns.logicalIndexAt(box.right())
        if top < 0 and box.top() > 0:
            return []  # all of it lies below the last week
        last = rows.count() - 1
        return [
            (week, day)
            for week in range(max(top, 0), (bottom if bottom >= 0 else last) + 1)
            for day in range(max(left, 0), (right if right >= 0 else 6) + 1)
        ]
