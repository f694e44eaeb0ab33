"""What menus and keys do to the selected days."""

from __future__ import annotations

from PySide6.QtCore import QObject

from soleus_desktop.plan.bounds import DayKind
from soleus_desktop.plan.days import clear_days, insert_rest_day, swap_days
from soleus_desktop.plan.edits import change_days
from soleus_desktop.plan.place import Place
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session


class DayCommands(QObject):
    """Edits of the selected days, or of those of the selected entries. Each is one undo step."""

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__(session)
        self._session, self._selection = session, selection

    def set_kind(self, kind: DayKind) -> None:
        """Make the days such of another kind."""
        days = set(self._selection.days)
        text = f"Make it a {kind} day" if len(days) == 1 else f"Make {len(days)} {kind} days"
        self._session.apply(
            text,
            lambda plan: change_days(
                plan,
                lambda week, day, old: (
                    old.replace(kind=kind) if (week, day) in days and old.kind != kind else old
                ),
            ),
        )

    def clear(self) -> None:
        """Delete all entries of the days; kind and note stay."""
        days = self._selection.days
        text = "Clear the day" if len(days) == 1 else f"Clear {len(days)} days"
        self._session.apply(text, lambda plan: clear_days(plan, days))

    def insert_rest_day(self) -> None:
        """Put a rest day in at the current day and move what follows one day on."""
        week, day = self._selection.week, self._selection.day
        if week >= 0:
            self._session.apply(
                f"Insert a rest day on {Place(week, day).label}",
                lambda plan: insert_rest_day(plan, week, day),
            )
            self._selection.select(week, day)

    def swap(self) -> None:
        """Put two selected days in each other's places; with another number of them do nothing."""
        days = self._selection.days
        if len(days) == 2:
            one, other = days
            text = f"Swap {Place(*one).label} and {Place(*other).label}"
            self._session.apply(text, lambda plan: swap_days(plan, one, other))
