"""Dragging from the board, over it and onto it. What a drop does to the plan is in `drops`."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QTableView

from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.delegate import DayDelegate
from soleus_desktop.ui.board.drops import Drop, what_is_carried
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
        say: Callable[[str], object],
    ) -> None:
        self._view, self._delegate, self._say = view, delegate, say
        self._session, self._selection = session, selection
        self._hovering: Drop | None = None
        self._said: tuple[Slot, Qt.DropAction] | None = None

    def take(self, press: QPoint) -> None:
        """Drag the current chip, that was pressed at this point, until it is let go."""
        view, session, selection = self._view, self._session, self._selection
        day, entry = selection.current_day, selection.current_entry
        if day is None or entry is None:
            return
        index = view.model().index(selection.week, selection.day)
        cell = view.visualRect(index)
        chip = self._delegate.lines.chip_rect(cell, day.entries.index(entry))
        drag = QDrag(view)
        drag.setMimeData(entries_data(session.token, session.plan, (entry,), session.exercises))
        drag.setPixmap(view.viewport().grab(chip))
        drag.setHotSpot(press - chip.topLeft())
        self._delegate.dragged = frozenset({entry.id})
        view.update(index)
        drag.exec(MOVE | COPY, MOVE)
        self._delegate.dragged = frozenset()
        view.viewport().update()

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
        slot = self._slot_at(point)
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
        self._scroll_at_edge(point)

    def drop(self, event: QDropEvent) -> None:
        """Do what the drop asks for and select what was dropped."""
        slot = self._slot_at(event.position().toPoint())
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
            self._say("")

    def _slot_at(self, point: QPoint) -> Slot | None:
        """Where something dropped at a point would go."""
        index = self._view.indexAt(point)
        if not index.isValid():
            return None
        day = self._session.plan.weeks[index.row()].days[index.column()]
        position = self._delegate.lines.drop_at(self._view.visualRect(index), day, point)
        return Slot(index.row(), index.column(), position)

    def _scroll_at_edge(self, point: QPoint) -> None:
        margin, bar = self._delegate.lines.chip, self._view.verticalScrollBar()
        area = self._view.viewport().rect()
        if point.y() < area.top() + margin:
            bar.setValue(bar.value() - margin // 2)
        elif point.y() > area.bottom() - margin:
            bar.setValue(bar.value() + margin // 2)


def _action(event: QDropEvent, carried: Drop) -> Qt.DropAction:
    """Entries of this plan move, with Ctrl they are copied; all else can only be copied."""
    ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return MOVE if carried.movable and not ctrl else COPY
