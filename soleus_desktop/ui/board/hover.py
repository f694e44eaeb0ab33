"""What is carried over the board: where it would go, and what that would bring, shown and said."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QTableView

from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.delegate import DayDelegate
from soleus_desktop.ui.board.drop import Drop
from soleus_desktop.ui.board.drop_line import DropLine
from soleus_desktop.ui.board.places import Places
from soleus_desktop.ui.board.preview import Preview
from soleus_desktop.ui.selection import Cell


class Hover:
    """One carried thing over one board, held by the pointer or by the keys."""

    def __init__(
        self,
        view: QTableView,
        delegate: DayDelegate,
        places: Places,
        say: Callable[[str], object],
    ) -> None:
        self._view, self._delegate, self._places, self._say = view, delegate, places, say
        self.drop: Drop | None = None
        self.slot: Slot | None = None
        self._copy = False
        self._line = DropLine(view)
        self._preview = Preview(view, self._in_sight, self._update)

    def take(self, drop: Drop | None) -> None:
        """Carry this from now on."""
        self.leave()
        self.drop = drop

    def show(self, slot: Slot | None, *, copy: bool, hint: str = "") -> str:
        """Mark and say what putting it down here would do, and return it; None marks nothing.

        `hint` is said after it.
        """
        if (slot, copy) == (self.slot, self._copy):
            return ""
        self._mark(slot)
        self._copy = copy
        if slot is None or self.drop is None:
            self._say("")
            return ""
        effect = self._preview.follow(self.drop, slot, copy=copy)
        self._delegate.preview = self._preview.effects
        said = self.drop.say(slot, effect, copy=copy) + hint
        self._say(said)
        return said

    def leave(self) -> None:
        """Carry nothing any more."""
        self._mark(None)
        self._preview.stop()
        self._delegate.preview = self._preview.effects
        if self.drop is not None:
            self._say("")
        self.drop = None

    def _mark(self, slot: Slot | None) -> None:
        before, self.slot = self.slot, slot
        by_week = self.drop is not None and self.drop.by_week
        self._delegate.drop = None if by_week else slot
        self._line.show_at(self._places.top_of(slot.week) if slot and by_week else None)
        for at in (before, slot):
            if at:
                self._update(at[:2])

    def _update(self, cell: Cell) -> None:
        self._view.update(self._places.index(*cell))

    def _in_sight(self) -> Iterator[Slot]:
        """The end of each day that is in sight."""
        rows, columns = self._view.rowAt(0), self._view.columnAt(0)
        area = self._view.viewport().rect()
        last, right = self._view.rowAt(area.bottom()), self._view.columnAt(area.right())
        if rows < 0:
            return
        last = self._view.model().rowCount() - 1 if last < 0 else last
        for week in range(rows, last + 1):
            for day in range(max(columns, 0), (right if right >= 0 else 6) + 1):
                yield Slot(week, day, len(self._places.day(week, day).entries))
