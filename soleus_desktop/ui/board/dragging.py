"""Dragging from the board, over it and onto it. What a drop does to the plan is in `drops`."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QTableView

from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.badge import with_count
from soleus_desktop.ui.board.delegate import DayDelegate
from soleus_desktop.ui.board.drop import Drop
from soleus_desktop.ui.board.drops import what_is_carried
from soleus_desktop.ui.board.edges import EdgeScroll
from soleus_desktop.ui.board.hover import Hover
from soleus_desktop.ui.board.places import Places
from soleus_desktop.ui.carried import Carried, take_selected
from soleus_desktop.ui.mime import carried_data, raw_of
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
CTRL = Qt.KeyboardModifier.ControlModifier


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
        hover: Hover,
    ) -> None:
        self._view, self._delegate = view, delegate
        self._session, self._selection = session, selection
        self._places, self._edges, self._hover = places, edges, hover
        self._raw: tuple[QByteArray, ...] = ()
        self._plan = session.plan

    def take(self, press: QPoint, slot: Slot) -> None:
        """Drag all that is selected; what lies at `slot` was pressed at this point."""
        carried = take_selected(self._session, self._selection, slot[:2])
        shown = self._places.chip(slot)
        if carried:
            picture = self._view.viewport().grab(shown)
            self._drag(carried, picture, press - shown.topLeft())

    def take_weeks(self, picture: QPixmap, press: QPoint) -> None:
        """Drag the selected weeks by a head, of which this is the picture."""
        carried = take_selected(self._session, self._selection)
        if carried and carried.whole == "weeks":
            self._drag(carried, picture, press)

    def enter(self, event: QDragEnterEvent, *, on_heads: bool = False) -> None:
        """Look at what is carried, once; take nothing that is not ours."""
        self._raw, self._plan = raw_of(event.mimeData()), self._session.plan
        self._hover.take(what_is_carried(event.mimeData(), self._session))
        if self._taken(self._hover.drop, on_heads=on_heads):
            event.acceptProposedAction()
        else:
            event.ignore()

    def move(self, event: QDragMoveEvent, *, on_heads: bool = False) -> None:
        """Show and say what a drop here would do."""
        point, drop = event.position().toPoint(), self._hover.drop
        if drop is None or not self._taken(drop, on_heads=on_heads):
            event.ignore()
            return
        action = _action(event, drop)
        self._edges.follow(point, lambda at: self._show(at, copy=action == COPY))
        self._show(point, copy=action == COPY)
        if self._hover.slot is None:
            event.ignore()
            return
        event.setDropAction(action)
        event.accept()

    def drop(self, event: QDropEvent, *, on_heads: bool = False) -> None:
        """Do what the drop asks for and select what was dropped."""
        drop = self._hover.drop
        self.leave()
        # What is dropped need not be what hovered before; reading it again takes its time.
        if self._session.plan is not self._plan or raw_of(event.mimeData()) != self._raw:
            drop = what_is_carried(event.mimeData(), self._session)
        slot = self._where(event.position().toPoint(), drop) if drop else None
        if slot is None or drop is None or not self._taken(drop, on_heads=on_heads):
            event.ignore()
            return
        action = _action(event, drop)
        event.setDropAction(action)
        event.accept()
        drop.drop(self._selection, slot, copy=action == COPY)
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing hovers any more."""
        self._edges.stop()
        self._hover.leave()

    def _drag(self, carried: Carried, picture: QPixmap, hot_spot: QPoint) -> None:
        session = self._session
        if session.only_to_look_at:  # nor does anything of it go into another plan
            return
        drag = QDrag(self._view)
        drag.setMimeData(carried_data(carried, session.plan, session.exercises))
        count = len(carried.plan.weeks) if carried.whole == "weeks" else len(carried.entries)
        drag.setPixmap(with_count(picture, count, self._delegate.sprites.theme))
        drag.setHotSpot(hot_spot)
        self._delegate.dragged = frozenset(entry.id for entry in carried.entries)
        self._view.viewport().update()
        drag.exec(MOVE | COPY, MOVE)
        self._delegate.dragged = frozenset()
        self.leave()
        self._view.viewport().update()

    def _show(self, point: QPoint, *, copy: bool) -> None:
        drop = self._hover.drop
        self._hover.show(self._where(point, drop) if drop else None, copy=copy)

    def _where(self, point: QPoint, drop: Drop) -> Slot | None:
        """Where something dropped at a point would go."""
        return self._places.between_weeks(point) if drop.by_week else self._places.drop_at(point)

    def _taken(self, drop: Drop | None, *, on_heads: bool) -> bool:
        """The heads take weeks alone; the days take all."""
        return drop is not None and (drop.by_week or not on_heads)


def _action(event: QDropEvent, carried: Drop) -> Qt.DropAction:
    """What is of this plan moves, with Ctrl it is copied; all else can only be copied."""
    return MOVE if carried.movable and not event.modifiers() & CTRL else COPY
