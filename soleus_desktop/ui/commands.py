"""What the menus and keys do to the plan: every pointer action has its equal here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from soleus_desktop.plan import edits
from soleus_desktop.plan.bounds import DayKind
from soleus_desktop.plan.model import Entry, Plan, Week
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.drops import NewEntry, what_is_carried
from soleus_desktop.ui.mime import entries_data
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session

NO_WEEK = "The plan has no week to put it in. Add one with Ctrl+Shift+N."


class Commands(QObject):
    """Edits of what is selected. Each is one undo step; without a selection they do nothing."""

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__(session)
        self._session, self._selection = session, selection

    def add(self, exercise_id: str) -> None:
        """Add an exercise of the library after the current entry, else at the day's end."""
        slot = self._after_current()
        if slot is None:
            self._session.refused.emit(NO_WEEK)
        exercise = self._session.exercises.get(exercise_id)
        if slot and exercise:
            NewEntry(self._session, exercise).drop(self._selection, slot, copy=True)

    def copy(self) -> None:
        """Put the current entry on the clipboard, for this program and as text for a mail."""
        entry, session = self._selection.current_entry, self._session
        if entry:
            data = entries_data(session.token, session.plan, (entry,), session.exercises)
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy, then delete."""
        self.copy()
        self._delete("Cut")

    def delete(self) -> None:
        """Delete the current entry."""
        self._delete("Delete")

    def paste(self) -> None:
        """Put what the clipboard holds after the current entry, as a copy."""
        slot = self._after_current()
        carried = what_is_carried(QGuiApplication.clipboard().mimeData(), self._session)
        if slot and carried:
            carried.drop(self._selection, slot, copy=True)

    def duplicate(self) -> None:
        """Put a copy of the current entry right after it."""
        slot, entry = self._after_current(), self._selection.current_entry
        if slot and entry:
            new = edits.fresh_id(self._session.plan)
            if self._apply("Duplicate", entry, lambda p: edits.copy_entry(p, entry.id, slot)):
                self._select(slot, new)

    def move(self, *, weeks: int = 0, days: int = 0) -> None:
        """Move the current entry to the end of another day; beyond Sunday comes Monday."""
        entry, here = self._selection.current_entry, self._selection
        if entry is None:
            return
        week, day = divmod(here.week * 7 + here.day + days + 7 * weeks, 7)
        if 0 <= week < len(self._session.plan.weeks):
            end = len(self._session.plan.weeks[week].days[day].entries)
            kind = self._session.exercises[entry.exercise].day_kind
            self._apply(
                "Move", entry, lambda p: edits.move_entry(p, entry.id, Slot(week, day, end), kind)
            )

    def reorder(self, by: int) -> None:
        """Move the current entry up (-1) or down (1) in its day."""
        entry, here = self._selection.current_entry, self._selection
        if entry is None or here.current_day is None:
            return
        position = here.current_day.entries.index(entry) + (by if by < 0 else by + 1)
        if 0 <= position <= len(here.current_day.entries):
            slot = Slot(here.week, here.day, position)
            self._apply("Move", entry, lambda p: edits.move_entry(p, entry.id, slot))

    def set_kind(self, kind: DayKind) -> None:
        """Make the current day one of another kind."""
        week, day = self._selection.week, self._selection.day
        self._session.apply(
            f"Make it a {kind} day", lambda p: edits.set_day(p, week, day, kind=kind)
        )

    def clear_day(self) -> None:
        """Delete all entries of the current day."""
        here = self._selection.current_day
        if here and here.entries:
            self._session.apply("Clear the day", lambda p: _without(p, here.entries))

    def add_week(self) -> None:
        """Add an empty week at the end and go there."""
        self._put_week("Add a week", len(self._session.plan.weeks))

    def insert_week(self) -> None:
        """Insert an empty week before the current one."""
        self._put_week("Insert a week", max(self._selection.week, 0))

    def duplicate_week(self) -> None:
        """Put a copy of the current week after it and go there.

        An empty week that follows takes the copy, so that a new plan fills up week by week.
        """
        week = self._selection.week

        def edit(plan: Plan) -> Plan:
            copied = edits.duplicate_week(plan, week)
            follows = plan.weeks[week + 1 : week + 2]
            return edits.delete_week(copied, week + 2) if follows == (Week(),) else copied

        if self._session.apply("Duplicate the week", edit):
            self._selection.select(week + 1, self._selection.day)

    def delete_week(self) -> None:
        """Delete the current week."""
        week = self._selection.week
        self._session.apply("Delete the week", lambda p: edits.delete_week(p, week))

    def _put_week(self, text: str, week: int) -> None:
        if self._session.apply(text, lambda p: edits.insert_week(p, week, Week())):
            self._selection.select(week, self._selection.day)

    def _delete(self, verb: str) -> None:
        entry, day = self._selection.current_entry, self._selection.current_day
        if entry is None or day is None:
            return
        at = day.entries.index(entry)
        left = [other.id for other in day.entries if other is not entry]
        self._apply(verb, entry, lambda p: edits.delete_entry(p, entry.id))
        if left:  # the next one is selected, so that deleting can go on
            here = self._selection
            here.select(here.week, here.day, left[min(at, len(left) - 1)])

    def _apply(self, verb: str, entry: Entry, edit: Callable[[Plan], Plan]) -> bool:
        name = self._session.exercises[entry.exercise].name.lower()
        return self._session.apply(f"{verb} {name}", edit)

    def _after_current(self) -> Slot | None:
        day, entry = self._selection.current_day, self._selection.current_entry
        if day is None:
            return None
        position = day.entries.index(entry) + 1 if entry else len(day.entries)
        return Slot(self._selection.week, self._selection.day, position)

    def _select(self, slot: Slot, entry_id: str | None) -> None:
        if entry_id:
            self._selection.select(slot.week, slot.day, entry_id)


def _without(plan: Plan, entries: tuple[Entry, ...]) -> Plan:
    for entry in entries:
        plan = edits.delete_entry(plan, entry.id)
    return plan
