"""Edits of many entries at once, each in one pass over the plan.

Entries are taken in the plan's order, whatever the order of the ids. What an edit does not touch
stays the same object; one that changes nothing gives back the plan itself. Errors are those of
`plan/edits.py`: KeyError for an entry that is not there, IndexError for a place, ValueError for
what is out of bounds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from soleus_desktop.plan.bounds import MAX_ENTRIES, DayKind
from soleus_desktop.plan.edits import fresh_ids, renamed, there, with_days, without_waivers
from soleus_desktop.plan.ids import weeks_with
from soleus_desktop.plan.model import Day, Entry, Plan
from soleus_desktop.plan.place import Slot


def all_entries(plan: Plan) -> Iterator[Entry]:
    """Go through all entries of the plan, in its order."""
    return (entry for week in plan.weeks for day in week.days for entry in day.entries)


def find_entries(plan: Plan, ids: Collection[str]) -> tuple[Entry, ...]:
    """Return the entries with these ids, in the plan's order."""
    wanted = set(ids)
    days = days_of(plan, wanted).values()
    return tuple([entry for day in days for entry in day.entries if entry.id in wanted])


def days_of(plan: Plan, ids: Collection[str]) -> dict[tuple[int, int], Day]:
    """Return the days that hold these entries, by (week, day), in the plan's order."""
    wanted = set(ids)
    days: dict[tuple[int, int], Day] = {}
    found = 0
    for number, week in weeks_with(plan, wanted):
        for at, day in enumerate(week.days):
            here = sum([entry.id in wanted for entry in day.entries]) if day.entries else 0
            if here:
                days[number, at] = day
                found += here
    if found < len(wanted):
        held = {entry.id for day in days.values() for entry in day.entries}
        raise KeyError(f"no entry {min(wanted - held)!r} in the plan")
    return days


def delete_entries(plan: Plan, ids: Collection[str]) -> Plan:
    """Return the plan without these entries and without the waivers that stood at them."""
    gone = set(ids)
    return without_waivers(taken_out(plan, gone), gone)


def taken_out(plan: Plan, ids: set[str]) -> Plan:
    """Return the plan without these entries; their waivers wait for them."""
    return with_days(plan, {at: without(day, ids) for at, day in days_of(plan, ids).items()})


def move_entries(
    plan: Plan, ids: Collection[str], slot: Slot, day_kind: DayKind = "training"
) -> Plan:
    """Return the plan with these entries moved to one place, one after another.

    `slot` is counted before they are taken from their places; a rest day without entries becomes
    `day_kind`.
    """
    target, taken = day_at(plan, slot.week, slot.day), set(ids)
    days = days_of(plan, taken)
    moved = [entry for day in days.values() for entry in day.entries if entry.id in taken]
    left = {at: without(day, taken) for at, day in days.items()}
    before = target.entries[: max(slot.position, 0)]
    position = sum([entry.id not in taken for entry in before])
    others = without(target, taken).entries
    entries = (*others[:position], *moved, *others[position:])
    return with_days(plan, left | {slot[:2]: with_entries(target, entries, day_kind)})


def add_entries(
    plan: Plan, entries: Iterable[Entry], slot: Slot, day_kind: DayKind = "training"
) -> Plan:
    """Return the plan with copies of these entries put in, under the next of `fresh_ids`.

    They may come from anywhere; a rest day without entries becomes `day_kind`.
    """
    day, at = day_at(plan, slot.week, slot.day), max(slot.position, 0)
    put = renamed([entry.checked() for entry in entries], fresh_ids(plan))
    new = with_entries(day, (*day.entries[:at], *put, *day.entries[at:]), day_kind)
    return with_days(plan, {slot[:2]: new})


def copy_entries(
    plan: Plan, ids: Collection[str], slot: Slot, day_kind: DayKind = "training"
) -> Plan:
    """Return the plan with copies of these entries at one place, under the next fresh ids."""
    return add_entries(plan, find_entries(plan, ids), slot, day_kind)


def set_entries(plan: Plan, ids: Collection[str], change: Callable[[Entry], Entry]) -> Plan:
    """Return the plan with each of these entries changed in its place, its id kept."""
    wanted = set(ids)

    def changed(entry: Entry) -> Entry:
        if entry.id not in wanted:
            return entry
        new = change(entry)
        if new.id != entry.id:
            raise ValueError(f"entry {entry.id!r} cannot be called {new.id!r}")
        return entry if new == entry else new

    def changed_in(day: Day) -> Day:
        entries = tuple([changed(entry) for entry in day.entries])
        return day if entries == day.entries else day.replace(entries=entries)

    return with_days(plan, {at: changed_in(day) for at, day in days_of(plan, wanted).items()})


def day_at(plan: Plan, week: int, day: int) -> Day:
    """Return a day of the plan; IndexError where there is none."""
    days = plan.weeks[there(week, len(plan.weeks), "week")].days
    return days[there(day, len(days), "day")]


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
