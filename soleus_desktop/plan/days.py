"""Edits of days: insert a rest day, swap, clear. Days are (week, day), both from 0.

Moving and pasting of days is in `plan/block.py`, kind and note in `plan/edits.py`.
"""

from __future__ import annotations

from collections.abc import Collection

from soleus_desktop.plan.bounds import MAX_WEEKS
from soleus_desktop.plan.edits import change_days, there, without_waivers
from soleus_desktop.plan.model import Day, Plan, Week


def insert_rest_day(plan: Plan, week: int, day: int) -> Plan:
    """Return the plan with a rest day put in here; this day and all after it move one on.

    Days take kind, note and entries along, through the ends of weeks; labels, notes and waivers
    of weeks stay. The last day falls off where it is an empty rest day, else a week is added:
    ValueError where there is no room for one.
    """
    _look_for(plan, week, day)
    days = [old for each in plan.weeks for old in each.days]
    last = days[-1]
    if last != Day():
        if len(plan.weeks) >= MAX_WEEKS:
            raise ValueError(f"a plan has at most {MAX_WEEKS} weeks")
        plan = plan.replace(weeks=(*plan.weeks, Week()))
        days += plan.weeks[-1].days
    here = 7 * week + day
    shifted = [*days[:here], Day(), *days[here:-1]]

    def change(at: int, number: int, old: Day) -> Day:
        new = shifted[7 * at + number]
        return old if new == old else new

    return change_days(plan, change)


def swap_days(plan: Plan, one: tuple[int, int], other: tuple[int, int]) -> Plan:
    """Return the plan with two days in each other's places, kind and note included."""
    _look_for(plan, *one)
    _look_for(plan, *other)
    first, second = plan.weeks[one[0]].days[one[1]], plan.weeks[other[0]].days[other[1]]
    if first == second:
        return plan
    new = {one: second, other: first}
    return change_days(plan, lambda week, day, old: new.get((week, day), old))


def clear_days(plan: Plan, days: Collection[tuple[int, int]]) -> Plan:
    """Return the plan without the entries of these days and the waivers that stood at them.

    The days keep kind and note.
    """
    for week, day in days:
        _look_for(plan, week, day)
    cleared = set(days)
    gone = {entry.id for week, day in cleared for entry in plan.weeks[week].days[day].entries}

    def change(week: int, number: int, day: Day) -> Day:
        free = (week, number) not in cleared or not day.entries
        return day if free else day.replace(entries=())

    return without_waivers(change_days(plan, change), gone)


def _look_for(plan: Plan, week: int, day: int) -> None:
    """Raise IndexError where there is no such day."""
    there(day, len(plan.weeks[there(week, len(plan.weeks), "week")].days), "day")
