"""Dragging from the board, over it and onto it. What a drop does to the plan is in `drops`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent

from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.drops import Drop, what_is_carried
from soleus_desktop.ui.mime import entries_data
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session

if TYPE_CHECKING:
    from soleus_desktop.ui.board.view import BoardView

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


class Dragging:
    """The board's part in drags, those that begin on it and those that reach it."""

    def __init__(self, view: BoardView, session: Session, selection: Selection) -> None:
        self._view, self._session, self._selection = view, session, selection
        self._hovering: Drop | None = None
        self._said: tuple[Slot, Qt.DropAction] | None = None

    def take(self, press: QPoint) -> None:
        """Drag the current chip, that was pressed at this point, until it is let go."""
        view, session, selection = self._view, self._session, self._selection
        entry, position = selection.current_entry, view.position()
        if entry is None or position is None:
            return
        index = view.board.index(selection.week, selection.day)
        chip = view.delegate.lines.chip_rect(view.visualRect(index), position)
        drag = QDrag(view)
        drag.setMimeData(entries_data(session.token, session.plan, (entry,), session.exercises))
        drag.setPixmap(view.viewport().grab(chip))
        drag.setHotSpot(press - chip.topLeft())
        view.delegate.dragged = frozenset({entry.id})
        view.update(index)
        drag.exec(MOVE | COPY, MOVE)
        view.delegate.dragged = frozenset()
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
        slot = self._view.slot_at(point, dropping=True)
        if slot is None or self._hovering is None:
            self.show(None)
            event.ignore()
            return
        action = _action(event, self._hovering)
        if (slot, action) != self._said:
            self.show(slot)
            self._said = (slot, action)
            self._view.hovered.emit(self._hovering.say(slot, copy=action == COPY))
        event.setDropAction(action)
        event.accept()
        self._scroll_at_edge(point)

    def drop(self, event: QDropEvent) -> None:
        """Do what the drop asks for and select what was dropped."""
        slot = self._view.slot_at(event.position().toPoint(), dropping=True)
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
        delegate, view = self._view.delegate, self._view
        before, delegate.drop = delegate.drop, slot
        self._said = None
        for at in (before, slot):
            if at:
                view.update(view.board.index(at.week, at.day))
        if slot is None:
            view.hovered.emit("")

    def _scroll_at_edge(self, point: QPoint) -> None:
        margin, bar = self._view.delegate.lines.chip, self._view.verticalScrollBar()
        area = self._view.viewport().rect()
        if point.y() < area.top() + margin:
            bar.setValue(bar.value() - margin // 2)
        elif point.y() > area.bottom() - margin:
            bar.setValue(bar.value() + margin // 2)


def _action(event: QDropEvent, carried: Drop) -> Qt.DropAction:
    """Entries of this plan move, with Ctrl they are copied; all else can only be copied."""
    ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return MOVE if carried.movable and not ctrl else COPY
