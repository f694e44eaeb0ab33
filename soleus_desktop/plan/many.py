"""Edits of many entries at once, each in one pass over the plan.

Entries are taken in the plan's order, whatever the order of the ids. What an edit does not touch
stays the same object; one that changes nothing gives back the plan itself. Errors are those of
`plan/edits.py`: KeyError for an entry that is not there, IndexError for a place, ValueError for
what is out of bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from soleus_desktop.plan.bounds import MAX_ENTRIES, DayKind
from soleus_desktop.plan.edits import change_day, change_days, fresh_ids, there, without_waivers
from soleus_desktop.plan.model import Day, Entry, Plan
from soleus_desktop.plan.place import Slot


def all_entries(plan: Plan) -> Iterator[Entry]:
    """Go through all entries of the plan, in its order."""
    return (entry for week in plan.weeks for day in week.days for entry in day.entries)


def find_entries(plan: Plan, ids: Collection[str]) -> tuple[Entry, ...]:
    """Return the entries with these ids, in the plan's order."""
    wanted = set(ids)
    found = tuple([entry for entry in all_entries(plan) if entry.id in wanted])
    if len(found) < len(wanted):
        lost = min(wanted - {entry.id for entry in found})
        raise KeyError(f"no entry {lost!r} in the plan")
    return found


def delete_entries(plan: Plan, ids: Collection[str]) -> Plan:
    """Return the plan without these entries and without the waivers that stood at them."""
    find_entries(plan, ids)
    gone = set(ids)
    return without_waivers(change_days(plan, lambda _, __, day: without(day, gone)), gone)


def move_entries(
    plan: Plan, ids: Collection[str], slot: Slot, day_kind: DayKind = "training"
) -> Plan:
    """Return the plan with these entries moved to one place, one after another.

    `slot` is counted before they are taken from their places; a rest day without entries becomes
    `day_kind`.
    """
    _look_for(plan, slot)
    moved, taken = find_entries(plan, ids), set(ids)
    before = plan.weeks[slot.week].days[slot.day].entries[: max(slot.position, 0)]
    position = sum(entry.id not in taken for entry in before)

    def change(week: int, number: int, day: Day) -> Day:
        left = without(day, taken)
        if (week, number) != slot[:2]:
            return left
        entries = (*left.entries[:position], *moved, *left.entries[position:])
        return with_entries(day, entries, day_kind)

    return change_days(plan, change)


def add_entries(
    plan: Plan, entries: Iterable[Entry], slot: Slot, day_kind: DayKind = "training"
) -> Plan:
    """Return the plan with copies of these entries put in, under the next of `fresh_ids`.

    They may come from anywhere; a rest day without entries becomes `day_kind`.
    """
    _look_for(plan, slot)
    put, position = renamed(entries, fresh_ids(plan)), max(slot.position, 0)
    if not put:
        return plan

    def change(day: Day) -> Day:
        return with_entries(day, (*day.entries[:position], *put, *day.entries[position:]), day_kind)

    return change_day(plan, slot.week, slot.day, change)


def copy_entries(
    plan: Plan, ids: Collection[str], slot: Slot, day_kind: DayKind = "training"
) -> Plan:
    """Return the plan with copies of these entries at one place, under the next fresh ids."""
    return add_entries(plan, find_entries(plan, ids), slot, day_kind)


def set_entries(plan: Plan, ids: Collection[str], change: Callable[[Entry], Entry]) -> Plan:
    """Return the plan with each of these entries changed in its place, its id kept."""
    find_entries(plan, ids)
    wanted = set(ids)

    def changed(entry: Entry) -> Entry:
        if entry.id not in wanted:
            return entry
        new = change(entry)
        if new.id != entry.id:
            raise ValueError(f"entry {entry.id!r} cannot be called {new.id!r}")
        return entry if new == entry else new

    def change_in(_: int, __: int, day: Day) -> Day:
        entries = tuple([changed(entry) for entry in day.entries])
        return day if entries == day.entries else day.replace(entries=entries)

    return change_days(plan, change_in)


def without(day: Day, ids: set[str]) -> Day:
    """Return the day without these entries; the day itself where it has none of them."""
    if not day.entries:
        return day
    kept = tuple([entry for entry in day.entries if entry.id not in ids])
    return day if len(kept) == len(day.entries) else day.replace(entries=kept)


def with_entries(day: Day, entries: tuple[Entry, ...], day_kind: DayKind) -> Day:
    """Return the day with these for its entries; it becomes `day_kind` if it rested without any."""
    if entries == day.entries:
        return day
    if len(entries) > MAX_ENTRIES:
        raise ValueError(f"a day has at most {MAX_ENTRIES} entries")
    kind = day_kind if day.kind == "rest" and not day.entries else day.kind
    return day.replace(kind=kind, entries=entries)


def renamed(entries: Iterable[Entry], ids: Iterator[str]) -> tuple[Entry, ...]:
    """Return copies of the entries under the next of these ids."""
    return tuple([entry.checked().replace(id=next(ids)) for entry in entries])


def _look_for(plan: Plan, slot: Slot) -> None:
    """Raise IndexError where the day of a slot is not there."""
    there(slot.week, len(plan.weeks), "week")
    there(slot.day, len(plan.weeks[slot.week].days), "day")
