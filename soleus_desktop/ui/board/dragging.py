"""Dragging from the board, over it and onto it. What a drop does to the plan is in `drops`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTableView

from soleus_desktop.plan.model import Entry
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.badge import with_count
from soleus_desktop.ui.board.delegate import DayDelegate
from soleus_desktop.ui.board.drops import Drop, what_is_carried
from soleus_desktop.ui.board.edges import EdgeScroll
from soleus_desktop.ui.board.places import Places
from soleus_desktop.ui.mime import entries_data
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


class Dragging:
    """The board's part in drags, those that begin on it and those that reach it."""

    def __init__(
        self,
        view: QTableView,
        delegate: DayDelegate,
        session: Session,
        selection: Selection,
        places: Places,
        edges: EdgeScroll,
        say: Callable[[str], object],
    ) -> None:
        self._view, self._delegate, self._say = view, delegate, say
        self._places, self._edges = places, edges
        self._session, self._selection = session, selection
        self._hovering: Drop | None = None
        self._said: tuple[Slot, Qt.DropAction] | None = None

    def take(self, press: QPoint, slot: Slot) -> None:
        """Drag all selected chips; the one at `slot` was pressed at this point."""
        view, session = self._view, self._session
        entries, chip = self._entries(), self._places.chip(slot)
        if not entries:
            return
        drag = QDrag(view)
        drag.setMimeData(entries_data(session.token, session.plan, entries, session.exercises))
        drag.setPixmap(
            with_count(view.viewport().grab(chip), len(entries), self._delegate.sprites.theme)
        )
        drag.setHotSpot(press - chip.topLeft())
        self._delegate.dragged = frozenset(entry.id for entry in entries)
        view.viewport().update()
        drag.exec(MOVE | COPY, MOVE)
        self._delegate.dragged = frozenset()
        self.show(None)
        view.viewport().update()

    def _entries(self) -> tuple[Entry, ...]:
        """The selected entries, in the order of the plan."""
        ids = set(self._selection.entry_ids)
        return tuple(
            entry
            for week, day in self._selection.days
            for entry in self._places.day(week, day).entries
            if entry.id in ids
        )

    def enter(self, event: QDragEnterEvent) -> None:
        """Look at what is carried, once; take nothing that is not ours."""
        self._hovering = what_is_carried(event.mimeData(), self._session)
        if self._hovering:
            event.acceptProposedAction()
        else:
            event.ignore()

    def move(self, event: QDragMoveEvent) -> None:
        """Show and say what a drop here would do."""
        point = event.position().toPoint()
        self._edges.follow(point, lambda _point: self.show(self._places.drop_at(point)))
        slot = self._places.drop_at(point)
        if slot is None or self._hovering is None:
            self.show(None)
            event.ignore()
            return
        action = _action(event, self._hovering)
        if (slot, action) != self._said:
            self.show(slot)
            self._said = (slot, action)
            self._say(self._hovering.say(slot, copy=action == COPY))
        event.setDropAction(action)
        event.accept()

    def drop(self, event: QDropEvent) -> None:
        """Do what the drop asks for and select what was dropped."""
        slot = self._places.drop_at(event.position().toPoint())
        self.show(None)
        # Asked again: what is dropped need not be what hovered before.
        carried = what_is_carried(event.mimeData(), self._session)
        if slot is None or carried is None:
            event.ignore()
            return
        action = _action(event, carried)
        event.setDropAction(action)
        event.accept()
        dropped = carried.drop(slot, copy=action == COPY)
        if dropped:
            self._selection.select(slot.week, slot.day, dropped)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show(self, slot: Slot | None) -> None:
        """Mark where a drop would go, or nothing."""
        before, self._delegate.drop = self._delegate.drop, slot
        self._said = None
        for at in (before, slot):
            if at:
                self._view.update(self._view.model().index(at.week, at.day))
        if slot is None:
            self._edges.stop()
            self._say("")


def _action(event: QDropEvent, carried: Drop) -> Qt.DropAction:
    """Entries of this plan move, with Ctrl they are copied; all else can only be copied."""
    ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return MOVE if carried.movable and not ctrl else COPY
