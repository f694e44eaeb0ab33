"""What is carried, as something that a day of the board can take."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.edits import add_entry, fresh_id
from soleus_desktop.plan.ids import new_ids
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.drop import Drop
from soleus_desktop.ui.board.from_plan import CarriedDays, CarriedEntries, CarriedWeeks
from soleus_desktop.ui.carried import Carried
from soleus_desktop.ui.mime import carried_by, exercise_of
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session


def what_is_carried(data: QMimeData | None, session: Session) -> Drop | None:
    """Return what can be dropped of this data, or None where it is nothing of ours."""
    exercise = session.known(exercise_of(data) or "")
    if exercise:
        return NewEntry(session, exercise)
    carried = carried_by(data, session.guide)
    return to_drop(carried, session) if carried else None


def to_drop(carried: Carried, session: Session) -> Drop:
    """Return what is carried as something that can be dropped."""
    if carried.whole == "weeks":
        return CarriedWeeks(session, carried)
    if carried.whole == "days" and carried.places:
        return CarriedDays(session, carried)
    return CarriedEntries(session, carried)


class NewEntry(Drop):
    """An exercise from the library, arriving with a dose that the guide allows.

    One of a person's own brings its definition along.
    """

    def __init__(self, session: Session, exercise: Exercise) -> None:
        super().__init__(session)
        self._exercise = exercise

    def edit(self, plan: Plan, slot: Slot, *, copy: bool) -> Plan:
        plan = self._session.with_exercise(plan, self._exercise.id)
        entry = self._exercise.entry(fresh_id(plan))
        return add_entry(plan, slot, entry, self._exercise.day_kind)

    def name(self, *, copy: bool) -> str:
        return f"Add {self._exercise.name}"

    def undo_text(self, slot: Slot, *, copy: bool) -> str:
        return f"Add {self._exercise.name.lower()}"

    def land(self, selection: Selection, slot: Slot, before: Plan, *, copy: bool) -> None:
        selection.select_entries(new_ids(before, self._session.plan))
