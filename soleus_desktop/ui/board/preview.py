"""While something is carried: what putting it down on each day in sight would bring.

It is worked out in slices between events, the nearest days first, so that the pointer never waits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.drop import Drop
from soleus_desktop.ui.effect import Effect
from soleus_desktop.ui.selection import Cell

SLICE_MS = 4
"""How long a slice may work before it lets events pass; one day more takes about one."""


class Preview(QObject):
    """Effects of one carried thing by day; `changed` is told of each day that became known."""

    def __init__(
        self,
        parent: QObject,
        in_sight: Callable[[], Iterable[Slot]],
        changed: Callable[[Cell], object],
    ) -> None:
        super().__init__(parent)
        self.effects: dict[Cell, Effect] = {}
        self._in_sight, self._changed = in_sight, changed
        self._drop: Drop | None = None
        self._copy = False
        self._here: Cell = (0, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)
        self._gone: set[Cell] = set()
        self._wiping = QTimer(self)
        self._wiping.setSingleShot(True)
        self._wiping.setInterval(0)
        self._wiping.timeout.connect(self._wipe)

    def follow(self, drop: Drop, slot: Slot, *, copy: bool) -> Effect:
        """Return the effect at the slot itself, now; those of the days around follow."""
        if (drop, copy) != (self._drop, self._copy):
            self.stop()
            self._drop, self._copy = drop, copy
        self._here = (slot.week, slot.day)
        effect = drop.effect(slot, copy=copy)
        if not drop.by_week:  # else no day is meant
            self._know(self._here, effect)
            self._timer.start()
        return effect

    def stop(self) -> None:
        """Forget all: nothing is carried, or something else."""
        self._timer.stop()
        self._drop = None
        self._gone |= self.effects.keys()
        self.effects = {}
        self._wiping.start()  # after what was put down is painted

    def _know(self, cell: Cell, effect: Effect) -> None:
        before, self.effects[cell] = self.effects.get(cell), effect
        if before is None or before.sign != effect.sign:
            self._changed(cell)

    def _wipe(self) -> None:
        """Have the days painted whose effects are forgotten."""
        gone, self._gone = self._gone, set()
        for cell in gone:
            self._changed(cell)

    def _work(self) -> None:
        unknown = [slot for slot in self._in_sight() if slot[:2] not in self.effects]
        if self._drop is None or not unknown:
            self._timer.stop()
            return
        clock = QElapsedTimer()
        clock.start()
        for slot in sorted(unknown, key=self._away):
            self._know((slot.week, slot.day), self._drop.effect(slot, copy=self._copy))
            if clock.elapsed() >= SLICE_MS:
                return

    def _away(self, slot: Slot) -> int:
        week, day = self._here
        return abs(slot.week - week) + abs(slot.day - day)
