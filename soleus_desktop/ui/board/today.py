"""Where today is in a dated plan; it moves at midnight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from soleus_desktop.plan.model import Plan

LOOK_EVERY_MS = 60_000
"""Looked at again and again: a timer until midnight would be late after a computer's sleep."""

Clock = Callable[[], date]


def place_of(plan: Plan, day: date) -> tuple[int, int] | None:
    """Return the week and the day (from 0) of a date, None outside the plan or without dates."""
    if plan.start is None:
        return None
    week, weekday = divmod((day - date.fromisoformat(plan.start)).days, 7)
    return (week, weekday) if 0 <= week < len(plan.weeks) else None


class Today(QObject):
    """Tells that another day has begun. `clock` says which day it is."""

    changed = Signal()

    def __init__(self, clock: Clock = date.today, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock, self.date = clock, clock()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY_MS)

    def look(self) -> None:
        """Look at the clock."""
        now = self._clock()
        if now != self.date:
            self.date = now
            self.changed.emit()
