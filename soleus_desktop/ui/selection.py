"""What is selected on the board: a day, and perhaps an entry of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from soleus_desktop.plan.model import Day, Entry, Plan, Week
from soleus_desktop.plan.place import Place, find_entry
from soleus_desktop.ui.session import Session


class Selection(QObject):
    """The current day (week and day from 0) and the current entry's id, or None.

    It follows the entry when that moves, and lets go of it when it is deleted. In a plan without
    weeks there is no current day: `week` is -1.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.week, self.day = (0, 0) if session.plan.weeks else (-1, 0)
        self.entry_id: str | None = None
        session.plan_replaced.connect(self._reset)
        session.plan_changed.connect(self._follow)

    def select(self, week: int, day: int, entry_id: str | None = None) -> None:
        """Make a day current, and an entry of it."""
        if (week, day, entry_id) != (self.week, self.day, self.entry_id):
            self.week, self.day, self.entry_id = week, day, entry_id
            self.changed.emit()

    def go_to(self, place: Place) -> None:
        """Select where a finding stands; a finding of the whole plan selects nothing."""
        if place.week is not None:
            self.select(place.week, place.day or 0, place.entry)

    @property
    def current_week(self) -> Week | None:
        """The selected week, or None where the plan has none."""
        return self._session.plan.weeks[self.week] if self.week >= 0 else None

    @property
    def current_day(self) -> Day | None:
        """The selected day, or None where the plan has no week."""
        week = self.current_week
        return week.days[self.day] if week else None

    @property
    def current_entry(self) -> Entry | None:
        """The selected entry, or None."""
        day = self.current_day
        if day is None or self.entry_id is None:
            return None
        return next((entry for entry in day.entries if entry.id == self.entry_id), None)

    def _reset(self) -> None:
        self.week, self.day, self.entry_id = 0, 0, None

    def _follow(self, _before: Plan, after: Plan) -> None:
        week, day, entry_id = min(self.week, len(after.weeks) - 1), self.day, self.entry_id
        if not self.week >= 0 and after.weeks:
            week = 0
        if entry_id is not None:
            here = after.weeks[week].days[day].entries if week >= 0 else ()
            if not any(entry.id == entry_id for entry in here):
                found = find_entry(after, entry_id)
                week, day = (found[0].week, found[0].day) if found else (week, day)
                entry_id = entry_id if found else None
        self.week, self.day, self.entry_id = week, day, entry_id
        self.changed.emit()  # also when it stands still: what is selected may have changed
