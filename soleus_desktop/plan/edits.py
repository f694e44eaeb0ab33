"""Edits: functions that take a plan and return a changed one, sharing all they do not touch.

Weeks, days and positions count from 0. A place that is not there raises IndexError, an entry that
is not there KeyError, a value out of bounds ValueError: the plan given is never harmed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from operator import is_
from typing import Any

from soleus_desktop.plan.bounds import MAX_ENTRIES, MAX_WEEKS, DayKind
from soleus_desktop.plan.ids import entry_ids as entry_ids
from soleus_desktop.plan.ids import holds, taken_ids
from soleus_desktop.plan.model import Athlete, Day, Entry, Plan, Waiver, Week
from soleus_desktop.plan.place import Slot, find_entry

Edit = Callable[[Plan], Plan]


def fresh_id(plan: Plan) -> str:
    """Return an id for a new entry, ``e`` and a number, that nothing in the plan speaks of."""
    return next(fresh_ids(plan))


def fresh_ids(plan: Plan) -> Iterator[str]:
    """Return ids for new entries, one after another: what edits name their copies, in order."""
    used = taken_ids(plan)
    waived = {waiver.entry for waiver in plan.waivers}  # a file may waive what is not there
    names = map("e{}".format, count(len(used) + 1))
    return (name for name in names if name not in used and name not in waived)


def renamed_day(day: Day, ids: Iterator[str]) -> Day:
    """Return a copy of the day, its entries, also of unknown kinds, under the next of these ids."""
    if day.unknown:
        known = [(at, entry) for at, entry in day.unknown if isinstance(entry, dict)]
        day = day.replace(unknown=tuple([(at, {**one, "id": next(ids)}) for at, one in known]))
    return day.replace(entries=renamed(day.entries, ids)) if day.entries else day


def renamed(entries: Iterable[Entry], ids: Iterator[str]) -> tuple[Entry, ...]:
    """Return copies of the entries under the next of these ids."""
    return tuple([entry.replace(id=next(ids)) for entry in entries])


def change_week(plan: Plan, week: int, change: Callable[[Week], Week]) -> Plan:
    """Return the plan with one week changed."""
    weeks = plan.weeks
    changed = change(weeks[there(week, len(weeks), "week")])
    return plan.replace(weeks=(*weeks[:week], changed, *weeks[week + 1 :]))


def change_day(plan: Plan, week: int, day: int, change: Callable[[Day], Day]) -> Plan:
    """Return the plan with one day changed."""

    def change_in(old: Week) -> Week:
        there(day, len(old.days), "day")
        return old.replace(days=(*old.days[:day], change(old.days[day]), *old.days[day + 1 :]))

    return change_week(plan, week, change_in)


def with_days(plan: Plan, days: Mapping[tuple[int, int], Day]) -> Plan:
    """Return the plan with these days, by (week, day), in the places of its own.

    Weeks and plan stay the same objects where every day given is the one that stood there.
    """
    rows: dict[int, list[Day]] = {}
    for (week, number), day in days.items():
        there(week, len(plan.weeks), "week")
        row = rows.setdefault(week, list(plan.weeks[week].days))
        row[there(number, len(row), "day")] = day
    weeks = list(plan.weeks)
    for week, row in rows.items():
        if not all(map(is_, row, weeks[week].days)):
            weeks[week] = weeks[week].replace(days=tuple(row))
    return plan if all(map(is_, weeks, plan.weeks)) else plan.replace(weeks=tuple(weeks))


def change_days(plan: Plan, change: Callable[[int, int, Day], Day]) -> Plan:
    """Return the plan with every day as `change` gives it back, called with week, day, the day."""
    return with_days(
        plan,
        {
            (number, at): change(number, at, day)
            for number, week in enumerate(plan.weeks)
            for at, day in enumerate(week.days)
        },
    )


def change_entry(plan: Plan, entry_id: str, change: Callable[[Entry], Entry]) -> Plan:
    """Return the plan with one entry changed in its place."""
    slot, entry = _slot_of(plan, entry_id)
    changed = change(entry)
    return change_day(
        plan,
        slot.week,
        slot.day,
        lambda day: day.replace(
            entries=(*day.entries[: slot.position], changed, *day.entries[slot.position + 1 :])
        ),
    )


def add_entry(plan: Plan, slot: Slot, entry: Entry, day_kind: DayKind = "training") -> Plan:
    """Return the plan with an entry put in; a rest day without entries becomes `day_kind`.

    Raises ValueError where the day is full, the entry's id is in use or a field is out of bounds.
    """
    entry.checked()
    if holds(plan, entry.id):
        raise ValueError(f"an entry {entry.id!r} is in the plan already")
    return change_day(plan, slot.week, slot.day, lambda day: _put(day, slot, entry, day_kind))


def move_entry(plan: Plan, entry_id: str, slot: Slot, day_kind: DayKind = "training") -> Plan:
    """Return the plan with an entry moved; `slot` is counted before it is taken from its place."""
    source, entry = _slot_of(plan, entry_id)
    if source[:2] == slot[:2]:
        last = len(plan.weeks[source.week].days[source.day].entries) - 1
        after = slot.position > source.position
        slot = slot._replace(position=max(0, min(slot.position - after, last)))
        if slot == source:
            return plan
    taken = change_day(plan, source.week, source.day, lambda day: _without(day, entry_id))
    return change_day(taken, slot.week, slot.day, lambda day: _put(day, slot, entry, day_kind))


def copy_entry(plan: Plan, entry_id: str, slot: Slot, day_kind: DayKind = "training") -> Plan:
    """Return the plan with a copy of an entry, under a fresh id, at another place."""
    _, entry = _slot_of(plan, entry_id)
    return add_entry(plan, slot, entry.replace(id=fresh_id(plan)), day_kind)


def delete_entry(plan: Plan, entry_id: str) -> Plan:
    """Return the plan without an entry and without the waivers that stood at it."""
    slot, _ = _slot_of(plan, entry_id)
    return without_waivers(
        change_day(plan, slot.week, slot.day, lambda day: _without(day, entry_id)), {entry_id}
    )


def insert_week(plan: Plan, week: int, new: Week) -> Plan:
    """Return the plan with a week put in before `week`; waivers of later weeks move along.

    Raises ValueError where the plan is full or an entry's id is in use.
    """
    there(week, len(plan.weeks) + 1, "week")
    if len(plan.weeks) >= MAX_WEEKS:
        raise ValueError(f"a plan has at most {MAX_WEEKS} weeks")
    names = [entry.id for day in new.checked().days for entry in day.entries]
    if len(set(names)) < len(names) or not entry_ids(plan).isdisjoint(names):
        raise ValueError("an entry of the week is in the plan already")
    moved = _shift_waivers(plan.waivers, week, 1)
    return plan.replace(weeks=(*plan.weeks[:week], new, *plan.weeks[week:]), waivers=moved)


def duplicate_week(plan: Plan, week: int) -> Plan:
    """Return the plan with a copy of a week behind it; the copied entries have fresh ids."""
    names = fresh_ids(plan)
    old = plan.weeks[there(week, len(plan.weeks), "week")]
    days = tuple([renamed_day(day, names) for day in old.days])
    return insert_week(plan, week + 1, old.replace(days=days))


def delete_week(plan: Plan, week: int) -> Plan:
    """Return the plan without a week; its waivers go, those of later weeks move along."""
    gone = plan.weeks[there(week, len(plan.weeks), "week")]
    kept = tuple(w for w in plan.waivers if w.week != week + 1)
    left = plan.replace(
        weeks=(*plan.weeks[:week], *plan.weeks[week + 1 :]),
        waivers=_shift_waivers(kept, week, -1),
    )
    return without_waivers(left, {entry.id for day in gone.days for entry in day.entries})


def set_day(plan: Plan, week: int, day: int, **changes: Any) -> Plan:
    """Return the plan with fields of a day changed (`kind`, `note`)."""
    return change_day(plan, week, day, lambda old: old.replace(**changes))


def set_week(plan: Plan, week: int, **changes: Any) -> Plan:
    """Return the plan with fields of a week changed (`label`, `note`)."""
    return change_week(plan, week, lambda old: old.replace(**changes))


def set_entry(plan: Plan, entry_id: str, **changes: Any) -> Plan:
    """Return the plan with fields of an entry changed (`stage`, `dose`, `load` ...)."""
    return change_entry(plan, entry_id, lambda old: old.replace(**changes))


def set_athlete(plan: Plan, **changes: Any) -> Plan:
    """Return the plan with fields of its athlete changed."""
    athlete: Athlete = plan.athlete.replace(**changes)
    return plan.replace(athlete=athlete)


def waive(plan: Plan, waiver: Waiver) -> Plan:
    """Return the plan with a rule set aside, in place of an older waiver at the same place."""
    return plan.replace(waivers=(*unwaive(plan, waiver).waivers, waiver))


def unwaive(plan: Plan, waiver: Waiver) -> Plan:
    """Return the plan without the waiver of this rule at this place."""
    place = (waiver.rule, waiver.entry, waiver.week)
    return plan.replace(
        waivers=tuple(w for w in plan.waivers if (w.rule, w.entry, w.week) != place)
    )


def there(index: int, length: int, what: str) -> int:
    """Return the index; a negative one, which Python would count from the end, is not there."""
    if not 0 <= index < length:
        raise IndexError(f"no {what} {index}: there are {length}, counted from 0")
    return index


def _slot_of(plan: Plan, entry_id: str) -> tuple[Slot, Entry]:
    found = find_entry(plan, entry_id)
    if found is None:
        raise KeyError(f"no entry {entry_id!r} in the plan")
    return found


def _put(day: Day, slot: Slot, entry: Entry, day_kind: DayKind) -> Day:
    if len(day.entries) >= MAX_ENTRIES:
        raise ValueError(f"a day has at most {MAX_ENTRIES} entries")
    position = max(slot.position, 0)
    entries = (*day.entries[:position], entry, *day.entries[position:])
    kind = day_kind if day.kind == "rest" and not day.entries else day.kind
    return day.replace(kind=kind, entries=entries)


def _without(day: Day, entry_id: str) -> Day:
    return day.replace(entries=tuple(entry for entry in day.entries if entry.id != entry_id))


def without_waivers(plan: Plan, entries: set[str]) -> Plan:
    """Return the plan without the waivers that stand at these entries."""
    kept = tuple(w for w in plan.waivers if w.entry not in entries)
    return plan if len(kept) == len(plan.waivers) else plan.replace(waivers=kept)


def _shift_waivers(waivers: tuple[Waiver, ...], week: int, by: int) -> tuple[Waiver, ...]:
    """Return the waivers with those of weeks after `week` (from 0) moved; past the end they go."""
    return tuple(
        w.replace(week=w.week + by) if w.week is not None and w.week > week else w
        for w in waivers
        if w.week is None or w.week <= week or w.week + by <= MAX_WEEKS
    )
