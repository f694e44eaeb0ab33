"""Dragging by keys: Space picks up, arrows carry, Space puts down, Escape lets go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.delegate import DayDelegate
from soleus_desktop.ui.board.drop import Drop
from soleus_desktop.ui.board.drops import to_drop
from soleus_desktop.ui.board.hover import Hover
from soleus_desktop.ui.board.places import Places
from soleus_desktop.ui.board.steps import GOES, carried_on
from soleus_desktop.ui.carried import take_selected
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session

KEYS = "Arrows move it, Space puts it down, Ctrl+Space copies it there, Escape lets go."
PUT_DOWN = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
CTRL, KEYPAD = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.KeypadModifier


class Carrying(QObject):
    """One board's part in dragging by keys."""

    def __init__(
        self,
        view: QTableView,
        delegate: DayDelegate,
        session: Session,
        selection: Selection,
        places: Places,
        hover: Hover,
        announce: Callable[[str], object],
    ) -> None:
        super().__init__(view)
        self._view, self._delegate = view, delegate
        self._session, self._selection = session, selection
        self._places, self._hover, self._announce = places, hover, announce
        self._drop: Drop | None = None
        self._slot = self._home = Slot(0, 0, 0)
        session.plan_changed.connect(self.let_go)

    @property
    def active(self) -> bool:
        """Whether something is carried by keys."""
        return self._drop is not None

    def pick_up(self) -> bool:
        """Take up what is selected; tell whether there was anything."""
        carried = take_selected(self._session, self._selection)
        if carried is None:
            return False
        drop, selection = to_drop(carried, self._session), self._selection
        day, entry = selection.current_day, selection.current_entry
        if drop.by_week:
            slot = Slot(carried.places[0], 0, 0)
        else:
            position = day.entries.index(entry) if day and entry else 0
            slot = Slot(selection.week, selection.day, position)
        self._delegate.dragged = frozenset(entry.id for entry in carried.entries)
        self._begin(drop, slot)
        return True

    def take(self, drop: Drop) -> None:
        """Carry something that comes from elsewhere, first to the current day's end."""
        day = self._selection.current_day
        if day is not None:
            self._begin(drop, Slot(self._selection.week, self._selection.day, len(day.entries)))

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks for while something is carried; all keys are taken then."""
        drop, key = self._drop, event.key()
        if drop is None:
            return False
        keys = event.modifiers() & ~KEYPAD
        if key == Qt.Key.Key_Escape:
            self.let_go()
            self._announce("Let go, nothing has changed")
        elif key in PUT_DOWN and not keys & ~CTRL:
            self._put_down(drop, copy=bool(keys & CTRL) or not drop.movable)
        elif key in GOES and not keys:
            plan, way = self._session.plan, GOES[Qt.Key(key)]
            slot = carried_on(plan, self._slot, *way, by_week=drop.by_week)
            if self._stays(drop, slot):
                slot = carried_on(plan, slot, *way, by_week=drop.by_week)
            if slot != self._slot:
                self._slot = slot
                self._show(drop)
        return True

    def let_go(self) -> None:
        """Carry nothing any more."""
        if self._drop is not None:
            self._drop = None
            self._delegate.dragged = frozenset()
            self._hover.leave()
            self._view.viewport().update()

    def _stays(self, drop: Drop, slot: Slot) -> bool:
        """Whether it would stay where it is there, as right behind itself: no step worth a key."""
        home, plan = self._home, self._session.plan
        if not drop.movable or slot == home or slot[:2] != home[:2]:
            return False
        return drop.edit(plan, slot, copy=False) is plan

    def _begin(self, drop: Drop, slot: Slot) -> None:
        self._drop, self._slot, self._home = drop, slot, slot
        self._hover.take(drop)
        self._view.viewport().update()
        self._show(drop, f". {KEYS}")

    def _show(self, drop: Drop, hint: str = "") -> None:
        """Mark the place, bring it into sight, and say it."""
        row = min(self._slot.week, self._view.model().rowCount() - 1)
        self._places.bring_into_sight(self._slot._replace(week=row))
        self._announce(self._hover.show(self._slot, copy=not drop.movable, hint=hint))

    def _put_down(self, drop: Drop, *, copy: bool) -> None:
        slot = self._slot
        self.let_go()
        name = drop.name(copy=copy)
        effect = drop.effect(slot, copy=copy)
        if drop.drop(self._selection, slot, copy=copy):
            self._announce(f"Done: {name}")
        elif effect.refused:
            self._announce(f"{name}{effect.words}")
        else:
            self._announce("Put down where it was")
