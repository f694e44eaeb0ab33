"""What menus and keys do to weeks: those selected by their heads, else the current one."""

from __future__ import annotations

from PySide6.QtCore import QObject

from soleus_desktop.plan.edits import insert_week
from soleus_desktop.plan.model import Entry, Week
from soleus_desktop.plan.weeks import copy_layout, delete_weeks, duplicate_weeks, move_weeks
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session


class WeekCommands(QObject):
    """Edits of weeks. Each is one undo step; in a plan without weeks most do nothing."""

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__(session)
        self._session, self._selection = session, selection

    @property
    def chosen(self) -> tuple[int, ...]:
        """The weeks to work on."""
        selection = self._selection
        if selection.whole_weeks:
            return selection.weeks
        return (selection.week,) if selection.week >= 0 else ()

    def add(self) -> None:
        """Add an empty week at the end and go there."""
        self._put("Add a week", len(self._session.plan.weeks))

    def insert(self) -> None:
        """Insert an empty week before the first of the weeks."""
        self._put("Insert a week", min(self.chosen, default=0))

    def duplicate(self, times: int = 1) -> None:
        """Put copies of the weeks behind them and go to the last.

        Empty weeks that follow take the copies, so that a new plan fills up week by week.
        """
        weeks = self.chosen
        text = f"Duplicate {_name(weeks)}" + (f" {times} times" if times > 1 else "")
        if weeks and self._session.apply(
            text, lambda plan: duplicate_weeks(plan, weeks, times, over_empty=True)
        ):
            self._go_to(weeks, weeks[-1] + 1 + len(weeks) * (times - 1))

    def copy_layout(self) -> None:
        """Put a week of the same days and exercises behind the last of the weeks.

        Each exercise arrives with the dose that it has when it comes from the library.
        """
        known, weeks = self._session.exercises, self.chosen

        def arriving(entry: Entry) -> Entry:
            return known[entry.exercise].entry(entry.id)

        if weeks and self._session.apply(
            f"Copy the layout of week {weeks[-1] + 1}",
            lambda plan: copy_layout(plan, weeks[-1], arriving),
        ):
            self._go_to(weeks[-1:], weeks[-1] + 1)

    def delete(self) -> None:
        """Delete the weeks."""
        weeks = self.chosen
        if weeks:
            self._session.apply(f"Delete {_name(weeks)}", lambda plan: delete_weeks(plan, weeks))

    def move(self, by: int) -> None:
        """Move the weeks up (-1) or down (1); weeks that stand apart come together."""
        weeks, count = self.chosen, len(self._session.plan.weeks)
        before = min(weeks, default=0) - 1 if by < 0 else max(weeks, default=0) + 2
        if weeks and 0 <= before <= count:
            text = f"Move {_name(weeks)} {'up' if by < 0 else 'down'}"
            if self._session.apply(text, lambda plan: move_weeks(plan, weeks, before)):
                self._go_to(weeks, before if by < 0 else before - len(weeks))

    def _put(self, text: str, week: int) -> None:
        if self._session.apply(text, lambda plan: insert_week(plan, week, Week())):
            self._selection.select(week, self._selection.day)

    def _go_to(self, weeks: tuple[int, ...], first: int) -> None:
        """Select as many weeks from here on as were worked on, in the way they were selected."""
        if self._selection.whole_weeks:
            self._selection.select_weeks(range(first, first + len(weeks)))
        else:
            self._selection.select(first, self._selection.day)


def _name(weeks: tuple[int, ...]) -> str:
    return "the week" if len(weeks) == 1 else f"{len(weeks)} weeks"
