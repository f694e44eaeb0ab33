"""What a drop on a day does: the one place that turns what is carried into an edit."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QMimeData

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.bounds import DayKind
from soleus_desktop.plan.edits import Edit, add_entry, copy_entry, fresh_id, move_entry
from soleus_desktop.plan.model import Entry, Plan
from soleus_desktop.plan.place import Place, Slot
from soleus_desktop.ui.mime import Entries, entries_of, exercise_of
from soleus_desktop.ui.session import Session


class Drop(Protocol):
    """Something carried that the board can take."""

    movable: bool
    """Whether it can leave the place where it comes from."""

    def say(self, slot: Slot, *, copy: bool) -> str:
        """Say what dropping it here would do, and what that would break."""

    def drop(self, slot: Slot, *, copy: bool) -> str | None:
        """Do it as one undo step; return the id of the entry that lies there now, if any does."""


def what_is_carried(data: QMimeData | None, session: Session) -> Drop | None:
    """Return what can be dropped of this data, or None where it is nothing of ours."""
    exercise = session.exercises.get(exercise_of(data) or "")
    if exercise:
        return NewEntry(session, exercise)
    carried = entries_of(data, session.guide)
    if carried is None:
        return None
    ids = {entry.id for entry in carried.entries}
    here = {e.id for week in session.plan.weeks for day in week.days for e in day.entries}
    if carried.session == session.token and ids <= here:
        return OwnEntries(session, carried.entries)
    return ForeignEntries(session, carried)


class NewEntry:
    """An exercise from the library, arriving with a dose that the guide allows."""

    movable = False

    def __init__(self, session: Session, exercise: Exercise) -> None:
        self._session, self._exercise = session, exercise

    def edit(self, plan: Plan, slot: Slot) -> Plan:
        """Put it in."""
        entry = self._exercise.entry(fresh_id(plan))
        return add_entry(plan, slot, entry, self._exercise.day_kind)

    def say(self, slot: Slot, *, copy: bool) -> str:
        what = f"Add {self._exercise.name} to {Place(*slot[:2]).label}"
        return what + _effect(self._session, lambda plan: self.edit(plan, slot))

    def drop(self, slot: Slot, *, copy: bool) -> str | None:
        new = fresh_id(self._session.plan)
        done = self._session.apply(
            f"Add {self._exercise.name.lower()}", lambda plan: self.edit(plan, slot)
        )
        return new if done else None


class OwnEntries:
    """Entries of this plan, to be moved or copied."""

    movable = True

    def __init__(self, session: Session, entries: tuple[Entry, ...]) -> None:
        self._session, self._entries = session, entries

    def edit(self, plan: Plan, slot: Slot, *, copy: bool) -> Plan:
        """Move or copy them, in their order, to one place."""
        for entry in reversed(self._entries):
            change = copy_entry if copy else move_entry
            plan = change(plan, entry.id, slot, _kind(self._session, entry))
        return plan

    def say(self, slot: Slot, *, copy: bool) -> str:
        what = f"{'Copy' if copy else 'Move'} {_names(self._session, self._entries)} to "
        effect = _effect(self._session, lambda plan: self.edit(plan, slot, copy=copy))
        return what + Place(*slot[:2]).label + effect

    def drop(self, slot: Slot, *, copy: bool) -> str | None:
        first = fresh_id(self._session.plan) if copy else self._entries[0].id
        verb = "Copy" if copy else "Move"
        text = f"{verb} {_names(self._session, self._entries).lower()} to {Place(*slot[:2]).label}"
        done = self._session.apply(text, lambda plan: self.edit(plan, slot, copy=copy))
        return first if done else None


class ForeignEntries:
    """Entries of another window or an older plan; custom exercises come along."""

    movable = False

    def __init__(self, session: Session, carried: Entries) -> None:
        self._session, self._carried = session, carried

    def edit(self, plan: Plan, slot: Slot) -> Plan:
        """Put copies in, under fresh ids, with the custom exercises that they need."""
        known = self._session.exercises
        new = tuple(own for own in self._carried.plan.exercises if own.id not in known)
        if new:
            plan = plan.replace(exercises=(*plan.exercises, *new))
        for number, entry in enumerate(self._carried.entries):
            exercise = self._session.guide.exercises_of(plan)[entry.exercise]
            if exercise.dose != entry.dose.type:
                raise ValueError(f"{exercise.name} is another kind of exercise in this plan")
            put = entry.replace(id=fresh_id(plan))
            at = slot._replace(position=slot.position + number)
            plan = add_entry(plan, at, put, exercise.day_kind)
        return plan

    def say(self, slot: Slot, *, copy: bool) -> str:
        what = f"Add {_count(self._carried.entries)} to {Place(*slot[:2]).label}"
        return what + _effect(self._session, lambda plan: self.edit(plan, slot))

    def drop(self, slot: Slot, *, copy: bool) -> str | None:
        first = fresh_id(self._session.plan)
        text = f"Add {_count(self._carried.entries)}"
        done = self._session.apply(text, lambda plan: self.edit(plan, slot))
        return first if done else None


def _effect(session: Session, edit: Edit) -> str:
    """Say which findings an edit would bring, or that it cannot be done."""
    report = session.preview(edit)
    if report is None:
        return ": not possible"
    before = {(f.rule.id, f.place.entry or f.place) for f in session.report.open}
    new = [f for f in report.open if (f.rule.id, f.place.entry or f.place) not in before]
    return f" \u2013 would bring: {new[0].message}" if new else ""


def _kind(session: Session, entry: Entry) -> DayKind:
    return session.exercises[entry.exercise].day_kind


def _names(session: Session, entries: tuple[Entry, ...]) -> str:
    one = len(entries) == 1
    return session.exercises[entries[0].exercise].name if one else _count(entries)


def _count(entries: tuple[Entry, ...]) -> str:
    return "1 exercise" if len(entries) == 1 else f"{len(entries)} exercises"
