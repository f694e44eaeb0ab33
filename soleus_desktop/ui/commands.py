"""What menus and keys do to the selected entries: every pointer action has its equal."""

from __future__ import annotations

from PySide6.QtCore import QObject

from soleus_desktop.plan.block import shift_entries
from soleus_desktop.plan.many import move_entries
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.drops import NewEntry
from soleus_desktop.ui.selection import Selection, Spot
from soleus_desktop.ui.session import Session

NO_WEEK = "The plan has no week to put it in. Add one with Ctrl+Shift+N."


class Commands(QObject):
    """Edits of the selected entries. Each is one undo step; without any they do nothing."""

    def __init__(self, session: Session, selection: Selection) -> None:
        super().__init__(session)
        self._session, self._selection = session, selection

    def add(self, exercise_id: str) -> None:
        """Add an exercise of the library where new ones go; see `places_for_new`."""
        slots = places_for_new(self._session, self._selection)
        if not slots:
            self._session.refused.emit(NO_WEEK)
        exercise = self._session.known(exercise_id)
        if slots and exercise:
            NewEntry(self._session, exercise).put(self._selection, slots)

    def move(self, *, weeks: int = 0, days: int = 0) -> None:
        """Move the entries to the ends of other days; beyond Sunday comes Monday."""
        selection, by = self._selection, days + 7 * weeks
        places = [7 * week + day for week, day in selection.days]
        inside = range(7 * len(self._session.plan.weeks))
        if selection.entry_ids and min(places) + by in inside and max(places) + by in inside:
            known, ids = self._session.exercises, selection.entry_ids
            self._session.apply(
                f"Move {what(self._session, ids)}",
                lambda plan: shift_entries(
                    plan, ids, by, lambda entry: known[entry.exercise].day_kind
                ),
            )

    def reorder(self, by: int) -> None:
        """Move the entries up (-1) or down (1), each in its day, those of a day together."""
        ids, cells = set(self._selection.entry_ids), self._selection.days

        def edit(plan: Plan) -> Plan:
            for week, day in cells:
                entries = plan.weeks[week].days[day].entries
                there = [at for at, entry in enumerate(entries) if entry.id in ids]
                position = min(there, default=0) - 1 if by < 0 else max(there, default=0) + 2
                if there and 0 <= position <= len(entries):
                    moved = [entries[at].id for at in there]
                    plan = move_entries(plan, moved, Slot(week, day, position))
            return plan

        if ids:
            self._session.apply(f"Move {what(self._session, tuple(ids))}", edit)


def places_for_new(session: Session, selection: Selection) -> tuple[Slot, ...]:
    """Where something new goes: after the current entry, else to the end of each selected day.

    Of weeks selected by their heads it is the current day alone.
    """
    slot = after_current(selection)
    if selection.entry_ids or selection.whole_weeks or len(selection.days) < 2:
        return (slot,) if slot else ()
    weeks = session.plan.weeks
    return tuple(
        Slot(week, day, len(weeks[week].days[day].entries)) for week, day in selection.days
    )


def after_current(selection: Selection) -> Slot | None:
    """The place after the current entry, else at the day's end; None without a day."""
    day, entry = selection.current_day, selection.current_entry
    if day is None:
        return None
    position = day.entries.index(entry) + 1 if entry else len(day.entries)
    return Slot(selection.week, selection.day, position)


def what(session: Session, ids: tuple[str, ...]) -> str:
    """Name entries in the text of a step: ``seated raise``, ``3 exercises``."""
    if len(ids) != 1:
        return f"{len(ids)} exercises"
    entries = (e for week in session.plan.weeks for day in week.days for e in day.entries)
    return next(session.exercises[e.exercise].name.lower() for e in entries if e.id == ids[0])


def neighbour(session: Session, selection: Selection) -> Spot:
    """What to select once the selected entries are gone: the next one left in the day."""
    here = Spot(selection.week, selection.day)
    day, gone = selection.current_day, set(selection.entry_ids)
    if day is None or not gone:
        return here
    left = [entry.id for entry in day.entries if entry.id not in gone]
    first = next((at for at, entry in enumerate(day.entries) if entry.id in gone), 0)
    before = sum(entry.id not in gone for entry in day.entries[:first])
    return here._replace(entry_id=left[min(before, len(left) - 1)]) if left else here
