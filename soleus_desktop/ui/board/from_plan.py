"""Entries, days and weeks that are carried from a place of the plan, or from another window."""

from __future__ import annotations

from collections.abc import Mapping

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.block import (
    Block,
    BlockDay,
    move_days,
    paste_days,
    shift_entries,
)
from soleus_desktop.plan.ids import holds_all, new_ids
from soleus_desktop.plan.many import move_entries
from soleus_desktop.plan.model import Day, Plan
from soleus_desktop.plan.place import Place, Slot
from soleus_desktop.plan.weeks import insert_weeks, move_weeks
from soleus_desktop.ui.board.drop import Drop
from soleus_desktop.ui.carried import Carried
from soleus_desktop.ui.selection import Cell, Selection
from soleus_desktop.ui.session import Session

OUTSIDE = "that would be outside the plan"


class FromPlan(Drop):
    """What of this plan or another is carried; of another, custom exercises come along."""

    def __init__(self, session: Session, carried: Carried) -> None:
        super().__init__(session)
        self._carried = carried
        self._ids = {entry.id for entry in carried.entries}
        own = carried.session == session.token and holds_all(session.plan, self._ids)
        self.movable = own and bool(carried.places)

    def _received(self, plan: Plan) -> Plan:
        """Return the plan with the custom exercises that it knows not yet.

        Raises ValueError where one of its exercises is measured otherwise than here.
        """
        if self.movable:
            return plan
        known = self._session.guide.exercises_of(plan)
        new = tuple(own for own in self._carried.plan.exercises if own.id not in known)
        if new:
            plan = plan.replace(exercises=(*plan.exercises, *new))
            known = self._session.guide.exercises_of(plan)
        for entry in self._carried.entries:
            exercise = known[entry.exercise]
            if exercise.dose != entry.dose.type:
                raise ValueError(f"{exercise.name} is another kind of exercise in this plan")
        return plan

    def _verb(self, *, copy: bool) -> str:
        return "Add" if not self.movable else "Copy" if copy else "Move"

    def _first(self, slot: Slot) -> tuple[int, int]:
        """The day where the first one goes when the one that is held goes to the slot."""
        first = 7 * slot.week + slot.day - self._carried.held
        if first < 0:
            raise ValueError(OUTSIDE)
        return divmod(first, 7)


class CarriedEntries(FromPlan):
    """Entries: those of one day go to a position, those of several keep their distances."""

    def __init__(self, session: Session, carried: Carried) -> None:
        super().__init__(session, carried)
        self.at_position = len(carried.block) == 1
        self._days = tuple(day for day in carried.block if day.day.entries)

    def edit(self, plan: Plan, slot: Slot, *, copy: bool) -> Plan:
        plan, one = self._received(plan), len(self._days) == 1
        known = self._session.guide.exercises_of(plan)
        if not self.movable or copy:
            block = self._block(known)
            return paste_days(plan, *self._first(slot), block, slot.position if one else None)
        if one:
            return move_entries(
                plan, self._ids, slot, known[self._days[0].day.entries[0].exercise].day_kind
            )
        by = 7 * slot.week + slot.day - self._carried.held - self._carried.places[0]
        return shift_entries(plan, self._ids, by, lambda e: known[e.exercise].day_kind)

    def name(self, *, copy: bool) -> str:
        entries = self._carried.entries
        if len(entries) > 1 or not self.movable:
            return f"{self._verb(copy=copy)} {_count(len(entries), 'exercise')}"
        return f"{self._verb(copy=copy)} {self._session.exercises[entries[0].exercise].name}"

    def land(self, selection: Selection, slot: Slot, before: Plan, *, copy: bool) -> None:
        moved = self.movable and not copy
        selection.select_entries(self._ids if moved else new_ids(before, self._session.plan))

    def _block(self, known: Mapping[str, Exercise]) -> Block:
        """The days of the entries, each of the kind that its first exercise asks for."""
        return tuple(
            BlockDay(at, Day(kind=known[day.entries[0].exercise].day_kind, entries=day.entries))
            for at, day in self._days
        )


class CarriedDays(FromPlan):
    """Whole days with kind and note: they join what stands where they go, at their distances."""

    at_position = False

    def edit(self, plan: Plan, slot: Slot, *, copy: bool) -> Plan:
        plan, first = self._received(plan), self._first(slot)
        if not self.movable or copy:
            return paste_days(plan, *first, self._carried.block)
        last = 7 * first[0] + first[1] + max(self._offsets(), default=0)
        if last >= 7 * len(plan.weeks):
            raise ValueError(OUTSIDE)
        return move_days(plan, [divmod(place, 7) for place in self._carried.places], *first)

    def name(self, *, copy: bool) -> str:
        return f"{self._verb(copy=copy)} {_count(len(self._carried.places), 'day')}"

    def land(self, selection: Selection, slot: Slot, before: Plan, *, copy: bool) -> None:
        week, day = self._first(slot)
        weeks = len(self._session.plan.weeks)
        cells: list[Cell] = [divmod(7 * week + day + at, 7) for at in self._offsets()]
        selection.select_days([cell for cell in cells if cell[0] < weeks], (slot.week, slot.day))

    def _offsets(self) -> list[int]:
        places = self._carried.places
        return [place - places[0] for place in places]


class CarriedWeeks(FromPlan):
    """Whole weeks, to be put between others."""

    by_week, at_position = True, False

    def edit(self, plan: Plan, slot: Slot, *, copy: bool) -> Plan:
        if self.movable and not copy:
            return move_weeks(plan, self._carried.places, slot.week)
        return insert_weeks(self._received(plan), slot.week, self._carried.plan.weeks)

    def name(self, *, copy: bool) -> str:
        return f"{self._verb(copy=copy)} {_count(len(self._carried.plan.weeks), 'week')}"

    def target(self, slot: Slot) -> str:
        if slot.week >= len(self._session.plan.weeks):
            return "to the end"
        return f"before {Place(slot.week).label.lower()}"

    def land(self, selection: Selection, slot: Slot, before: Plan, *, copy: bool) -> None:
        moved = self.movable and not copy
        at = slot.week - sum(week < slot.week for week in self._carried.places) * moved
        selection.select_weeks(range(at, at + len(self._carried.plan.weeks)), at)


def _count(count: int, what: str) -> str:
    return f"{count} {what}" + ("" if count == 1 else "s")
