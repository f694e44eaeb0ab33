"""A block: days on their way to another place, each as many days after the first as it stood.

What a copy of days, or of entries of several days, carries. A block is laid over the days from a
place on: entries are appended, nothing that stands there is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from soleus_desktop.plan.bounds import MAX_ENTRIES, MAX_WEEKS, DayKind
from soleus_desktop.plan.edits import fresh_ids, renamed_day, with_days
from soleus_desktop.plan.many import day_at, days_of, taken_out, with_entries
from soleus_desktop.plan.model import Day, Entry, Plan, Week


class BlockDay(NamedTuple):
    """A day of a block, so many days after the block's first."""

    offset: int
    day: Day


Block = tuple[BlockDay, ...]


def block_of_entries(plan: Plan, ids: Collection[str]) -> Block:
    """Return a block of just these entries, with the kinds of their days."""
    return _block(_picked(plan, set(ids)))


def block_of_days(plan: Plan, days: Collection[tuple[int, int]]) -> Block:
    """Return a block of these days (week, day, both from 0), whole."""
    return _block([(7 * week + day, day_at(plan, week, day)) for week, day in sorted(set(days))])


def paste_days(plan: Plan, week: int, day: int, block: Block, position: int | None = None) -> Plan:
    """Return the plan with a block laid over the days from this one on, under fresh ids.

    Entries are appended; those of a single day go in at `position`, where one is given. A rest day
    without entries takes the block's kind; notes are joined. Weeks are added where the block
    reaches beyond the end; ValueError where there is no room for them.
    """
    day_at(plan, week, day)
    ids = fresh_ids(plan)
    fresh = tuple(BlockDay(at, renamed_day(new, ids)) for at, new in block)
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
    taken = set(ids)
    picked = _picked(plan, taken)
    if not days or not picked:
        return plan
    block, first = _block(picked), picked[0][0] + days
    if first < 0 or first + block[-1].offset >= 7 * len(plan.weeks):
        raise ValueError("that would be outside the plan")
    if kind_of:
        block = tuple(BlockDay(at, day.replace(kind=kind_of(day.entries[0]))) for at, day in block)
    return _laid(taken_out(plan, taken), first, block)


def move_days(plan: Plan, days: Collection[tuple[int, int]], week: int, day: int) -> Plan:
    """Return the plan with these days moved, the first of them to this place.

    They keep their distances and leave empty rest days behind. What stands at their new places
    stays: entries are appended, notes joined, and a rest day without entries takes the kind.
    """
    day_at(plan, week, day)
    block, left = block_of_days(plan, days), set(days)
    if not block or min(left) == (week, day):
        return plan
    olds = {at: day_at(plan, *at) for at in left}
    emptied = with_days(plan, {at: day if day == Day() else Day() for at, day in olds.items()})
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
    if new.unknown:
        unknown = (*laid.unknown, *new.unknown)
        if len(unknown) > MAX_ENTRIES:
            raise ValueError(f"a day has at most {MAX_ENTRIES} entries of unknown kinds")
        laid = laid.replace(unknown=unknown)
    known = dict(laid.extra)
    more = tuple(pair for pair in new.extra if pair[0] not in known)
    return laid.replace(extra=(*laid.extra, *more)) if more else laid


def _laid(plan: Plan, first: int, block: Block, position: int | None = None) -> Plan:
    """Lay a block over the days from `first` on, counted through all weeks."""
    news = {divmod(first + at, 7): day for at, day in block}
    weeks = max(news, default=(0, 0))[0] + 1
    if weeks > MAX_WEEKS:
        raise ValueError(f"a plan has at most {MAX_WEEKS} weeks")
    if weeks > len(plan.weeks):
        more = (Week(),) * (weeks - len(plan.weeks))
        plan = plan.replace(weeks=(*plan.weeks, *more))

    return with_days(
        plan, {at: joined(day_at(plan, *at), new, position) for at, new in news.items()}
    )


def _picked(plan: Plan, ids: set[str]) -> list[tuple[int, Day]]:
    """Return the days that hold these entries with just them, counted through all weeks."""
    return [
        (7 * week + at, Day(kind=day.kind, entries=tuple(e for e in day.entries if e.id in ids)))
        for (week, at), day in days_of(plan, ids).items()
    ]


def _block(days: list[tuple[int, Day]]) -> Block:
    return tuple(BlockDay(at - days[0][0], day) for at, day in days)
