"""A block: days on their way to another place, each as many days after the first as it stood.

What a copy of days, or of entries of several days, carries. A block is laid over the days from a
place on: entries are appended, nothing that stands there is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from soleus_desktop.plan.bounds import MAX_WEEKS, DayKind
from soleus_desktop.plan.edits import change_days, fresh_ids, there
from soleus_desktop.plan.many import find_entries, renamed, with_entries, without
from soleus_desktop.plan.model import Day, Entry, Plan, Week


class BlockDay(NamedTuple):
    """A day of a block, so many days after the block's first."""

    offset: int
    day: Day


Block = tuple[BlockDay, ...]


def block_of_entries(plan: Plan, ids: Collection[str]) -> Block:
    """Return a block of just these entries, with the kinds of their days."""
    find_entries(plan, ids)
    wanted = set(ids)
    picked = [
        (7 * number + at, Day(kind=day.kind, entries=entries))
        for number, week in enumerate(plan.weeks)
        for at, day in enumerate(week.days)
        if (entries := tuple([entry for entry in day.entries if entry.id in wanted]))
    ]
    return _block(picked)


def block_of_days(plan: Plan, days: Collection[tuple[int, int]]) -> Block:
    """Return a block of these days (week, day, both from 0), whole."""
    return _block([(7 * week + day, _day(plan, week, day)) for week, day in sorted(set(days))])


def paste_days(plan: Plan, week: int, day: int, block: Block, position: int | None = None) -> Plan:
    """Return the plan with a block laid over the days from this one on, under fresh ids.

    Entries are appended; those of a single day go in at `position`, where one is given. A rest day
    without entries takes the block's kind; notes are joined. Weeks are added where the block
    reaches beyond the end; ValueError where there is no room for them.
    """
    _day(plan, week, day)
    ids = fresh_ids(plan)
    fresh = tuple(BlockDay(at, new.replace(entries=renamed(new.entries, ids))) for at, new in block)
    return _laid(plan, 7 * week + day, fresh, position if len(block) == 1 else None)


def shift_entries(
    plan: Plan,
    ids: Collection[str],
    days: int,
    kind_of: Callable[[Entry], DayKind] | None = None,
) -> Plan:
    """Return the plan with these entries so many days later (earlier if negative), at their end.

    A rest day without entries takes the kind that `kind_of` gives for the first entry, else the
    kind of the day it comes from. ValueError where a day is before the plan's start or beyond its
    end: moving never adds weeks.
    """
    block = block_of_entries(plan, ids)
    if not days or not block:
        return plan
    first = _first_day(plan, set(ids)) + days
    if first < 0 or first + block[-1].offset >= 7 * len(plan.weeks):
        raise ValueError("that would be outside the plan")
    if kind_of:
        block = tuple(BlockDay(at, day.replace(kind=kind_of(day.entries[0]))) for at, day in block)
    taken = set(ids)
    return _laid(change_days(plan, lambda _, __, day: without(day, taken)), first, block)


def move_days(plan: Plan, days: Collection[tuple[int, int]], week: int, day: int) -> Plan:
    """Return the plan with these days moved, the first of them to this place.

    They keep their distances and leave empty rest days behind. What stands at their new places
    stays: entries are appended, notes joined, and a rest day without entries takes the kind.
    """
    _day(plan, week, day)
    block, left = block_of_days(plan, days), set(days)
    if not block or min(left) == (week, day):
        return plan
    emptied = change_days(plan, lambda w, d, old: Day() if (w, d) in left and old != Day() else old)
    return _laid(emptied, 7 * week + day, block)


def joined(day: Day, new: Day, position: int | None = None) -> Day:
    """Return a day with another laid over it; the day itself where that brings nothing."""
    at = len(day.entries) if position is None else max(position, 0)
    entries = (*day.entries[:at], *new.entries, *day.entries[at:])
    laid = with_entries(day, entries, new.kind)
    if day.kind == "rest" and not day.entries and laid.kind != new.kind:
        laid = laid.replace(kind=new.kind)  # a race day without entries is one all the same
    if new.note and new.note != laid.note and not laid.note.endswith("\n" + new.note):
        laid = laid.replace(note=f"{laid.note}\n{new.note}" if laid.note else new.note)
    known = dict(laid.extra)
    more = tuple(pair for pair in new.extra if pair[0] not in known)
    return laid.replace(extra=(*laid.extra, *more)) if more else laid


def _laid(plan: Plan, first: int, block: Block, position: int | None = None) -> Plan:
    """Lay a block over the days from `first` on, counted through all weeks."""
    news = {first + at: day for at, day in block}
    weeks = max(news, default=0) // 7 + 1
    if weeks > MAX_WEEKS:
        raise ValueError(f"a plan has at most {MAX_WEEKS} weeks")
    if weeks > len(plan.weeks):
        more = (Week(),) * (weeks - len(plan.weeks))
        plan = plan.replace(weeks=(*plan.weeks, *more))

    def change(week: int, number: int, day: Day) -> Day:
        new = news.get(7 * week + number)
        return joined(day, new, position) if new else day

    return change_days(plan, change)


def _block(days: list[tuple[int, Day]]) -> Block:
    return tuple(BlockDay(at - days[0][0], day) for at, day in days)


def _first_day(plan: Plan, ids: set[str]) -> int:
    return next(
        7 * number + at
        for number, week in enumerate(plan.weeks)
        for at, day in enumerate(week.days)
        if any(entry.id in ids for entry in day.entries)
    )


def _day(plan: Plan, week: int, day: int) -> Day:
    days = plan.weeks[there(week, len(plan.weeks), "week")].days
    return days[there(day, len(days), "day")]
