"""Edits of days: insert a rest day, swap, clear. Days are (week, day), both from 0.

Moving and pasting of days is in `plan/block.py`, kind and note in `plan/edits.py`.
"""

from __future__ import annotations

from collections.abc import Collection

from soleus_desktop.plan.bounds import MAX_WEEKS
from soleus_desktop.plan.edits import with_days, without_waivers
from soleus_desktop.plan.many import day_at
from soleus_desktop.plan.model import Day, Plan, Week


def insert_rest_day(plan: Plan, week: int, day: int) -> Plan:
    """Return the plan with a rest day put in here; this day and all after it move one on.

    Days take kind, note and entries along, through the ends of weeks; labels, notes and waivers
    of weeks stay. The last day falls off where it is an empty rest day, else a week is added:
    ValueError where there is no room for one.
    """
    day_at(plan, week, day)
    days = [old for each in plan.weeks for old in each.days]
    if days[-1] != Day():
        if len(plan.weeks) >= MAX_WEEKS:
            raise ValueError(f"a plan has at most {MAX_WEEKS} weeks")
        plan = plan.replace(weeks=(*plan.weeks, Week()))
        days += plan.weeks[-1].days
    here = 7 * week + day
    shifted = [*days[:here], Day(), *days[here:-1]]
    return with_days(
        plan,
        {
            divmod(at, 7): old if shifted[at] == old else shifted[at]
            for at, old in enumerate(days[here:], here)
        },
    )


def swap_days(plan: Plan, one: tuple[int, int], other: tuple[int, int]) -> Plan:
    """Return the plan with two days in each other's places, kind and note included."""
    first, second = day_at(plan, *one), day_at(plan, *other)
    return plan if first == second else with_days(plan, {one: second, other: first})


def clear_days(plan: Plan, days: Collection[tuple[int, int]]) -> Plan:
    """Return the plan without the entries of these days and the waivers that stood at them.

    The days keep kind and note.
    """
    olds = {at: day_at(plan, *at) for at in days}
    gone = {entry.id for day in olds.values() for entry in day.entries}
    new = {
        at: day.replace(entries=(), unknown=()) if day.entries or day.unknown else day
        for at, day in olds.items()
    }
    return without_waivers(with_days(plan, new), gone)
