"""The mouse on the days of the board: what a press selects, and what it begins to drag."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.dragging import Dragging
from soleus_desktop.ui.board.places import Places
from soleus_desktop.ui.board.rubber_band import Band
from soleus_desktop.ui.selection import Selection

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


class Pointing:
    """Follows the mouse from press to release.

    A press on one of several that are selected leaves them all so, since they may be dragged
    together; only a release without a drag selects the one.
    """

    def __init__(
        self, places: Places, selection: Selection, dragging: Dragging, band: Band
    ) -> None:
        self._places, self._selection = places, selection
        self._dragging, self._band = dragging, band
        self._press: QPoint | None = None
        self._slot: Slot | None = None
        self._later: Callable[[], object] | None = None
        self._keep = False

    def press(self, event: QMouseEvent) -> None:
        """Select what lies here, or wait with it for the release."""
        point = event.position().toPoint()
        self._slot, self._later = self._places.slot_at(point), None
        self._keep = bool(event.modifiers() & (CTRL | SHIFT))
        self._press = point if event.button() == LEFT else None
        if self._slot:
            self._choose(self._slot, event)

    def move(self, event: QMouseEvent) -> None:
        """Begin to drag, or draw the band further."""
        point = event.position().toPoint()
        if self._band.active:
            self._band.stretch(point)
        elif self._press is not None and _far(self._press, point):
            press, self._press, self._later = self._press, None, None
            self._begin(press, point)

    def release(self) -> None:
        """End what the press began."""
        later, self._later, self._press = self._later, None, None
        self._band.end()
        if later:
            later()

    def _choose(self, slot: Slot, event: QMouseEvent) -> None:
        selection, keys = self._selection, event.modifiers()
        entry_id, cell = self._places.entry_id(slot), (slot.week, slot.day)
        if keys & SHIFT:
            selection.extend_to(*cell, entry_id)
            return
        days = not selection.entry_ids and len(selection.days) > 1
        among = entry_id in selection.entry_ids if entry_id else days and cell in selection.days
        toggle, select = (
            partial(do, *cell, entry_id) for do in (selection.toggle, selection.select)
        )
        if event.button() != LEFT:
            if not among:
                select()
            elif entry_id:  # the menu speaks of this one, or of all
                selection.select_entries(selection.entry_ids, entry_id)
        elif keys & CTRL:
            if among:
                self._later = toggle
            else:
                toggle()
        elif among:
            self._later = select
        else:
            select()

    def _begin(self, press: QPoint, point: QPoint) -> None:
        slot, selection = self._slot, self._selection
        if slot and slot.position >= 0:
            if self._places.entry_id(slot) in selection.entry_ids:
                self._dragging.take(press, slot)
        elif slot and self._places.on_head(slot, press) and slot[:2] in selection.days:
            self._dragging.take(press, slot)
        else:
            self._band.begin(press, keep=self._keep)
            self._band.stretch(point)


def _far(press: QPoint, point: QPoint) -> bool:
    return (point - press).manhattanLength() >= QApplication.startDragDistance()
