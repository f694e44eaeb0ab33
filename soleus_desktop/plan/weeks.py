"""Edits of many weeks at once: move, duplicate, delete, paste. Weeks count from 0.

Waivers at a week follow it, and go with it; those of weeks beyond the plan's end, which a file may
hold, stay as far beyond the end as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from soleus_desktop.plan.bounds import MAX_WEEKS
from soleus_desktop.plan.edits import fresh_ids, renamed_day, there, without_waivers
from soleus_desktop.plan.model import Entry, Plan, Waiver, Week


def move_weeks(plan: Plan, weeks: Collection[int], before: int) -> Plan:
    """Return the plan with these weeks, in their order, in front of the week `before`.

    `before` is counted before they are taken; the number of weeks means the end.
    """
    taken = _chosen(plan, weeks)
    there(before, len(plan.weeks) + 1, "week")
    left = [week for week in range(len(plan.weeks)) if week not in taken]
    at = sum(week < before for week in left)
    return _arranged(plan, [*left[:at], *sorted(taken), *left[at:]])


def duplicate_weeks(
    plan: Plan, weeks: Collection[int], times: int = 1, *, over_empty: bool = False
) -> Plan:
    """Return the plan with so many copies of these weeks, as a block, behind the last of them.

    Copied entries have fresh ids. With `over_empty` copies take the places of empty weeks that
    follow, as long as these last, so that a new plan fills up.
    """
    chosen = sorted(_chosen(plan, weeks))
    if not chosen or times < 1:
        return plan
    copies = [plan.weeks[week] for week in chosen] * times
    at = chosen[-1] + 1
    stop = at
    while over_empty and stop < len(plan.weeks) and stop - at < len(copies):
        if plan.weeks[stop] != Week():
            break
        stop += 1
    return _with_weeks(plan, at, stop, copies)


def delete_weeks(plan: Plan, weeks: Collection[int]) -> Plan:
    """Return the plan without these weeks and without the waivers at them and their entries."""
    gone = _chosen(plan, weeks)
    return _arranged(plan, [week for week in range(len(plan.weeks)) if week not in gone])


def insert_weeks(plan: Plan, week: int, new: Sequence[Week]) -> Plan:
    """Return the plan with copies of these weeks put in before `week`, under fresh ids."""
    return _with_weeks(plan, week, week, new)


def replace_weeks(plan: Plan, week: int, new: Sequence[Week]) -> Plan:
    """Return the plan with copies of these weeks in the places of those from `week` on.

    Weeks are added where they reach beyond the end. The weeks that stood there go with their
    waivers.
    """
    return _with_weeks(plan, week, min(week + len(new), len(plan.weeks)), new)


def copy_layout(
    plan: Plan, week: int, default: Callable[[Entry], Entry] | None = None, to: int | None = None
) -> Plan:
    """Return the plan with the layout of a week, without its doses, put in behind it.

    See `layout_of`; `to` names a week whose place the layout takes instead.
    """
    layout = layout_of(plan.weeks[there(week, len(plan.weeks), "week")], default)
    if to is None:
        return insert_weeks(plan, week + 1, (layout,))
    return replace_weeks(plan, there(to, len(plan.weeks), "week"), (layout,))


def layout_of(week: Week, default: Callable[[Entry], Entry] | None = None) -> Week:
    """Return a week of the same kinds of days, with the entries as `default` gives them back.

    Without `default` there are no entries. Label and notes are left out.
    """
    days = tuple(
        type(day)(kind=day.kind, entries=tuple(map(default, day.entries)) if default else ())
        for day in week.days
    )
    return Week(days=days)


def _chosen(plan: Plan, weeks: Iterable[int]) -> set[int]:
    return {there(week, len(plan.weeks), "week") for week in weeks}


def _with_weeks(plan: Plan, start: int, stop: int, new: Sequence[Week]) -> Plan:
    """Put copies of weeks in the places of those from `start` up to `stop`."""
    there(start, len(plan.weeks) + 1, "week")
    if len(plan.weeks) - (stop - start) + len(new) > MAX_WEEKS:
        raise ValueError(f"a plan has at most {MAX_WEEKS} weeks")
    ids = fresh_ids(plan)
    copies = [
        week.replace(days=tuple([renamed_day(day, ids) for day in week.days])) for week in new
    ]
    kept = range(len(plan.weeks))
    return _arranged(plan, [*kept[:start], *copies, *kept[stop:]])


def _arranged(plan: Plan, order: Sequence[int | Week]) -> Plan:
    """Return the plan with these weeks: its own by their numbers, others as they are."""
    if order == list(range(len(plan.weeks))):
        return plan
    now = {old: at for at, old in enumerate(order) if isinstance(old, int)}
    weeks = tuple(plan.weeks[item] if isinstance(item, int) else item for item in order)
    by = len(weeks) - len(plan.weeks)
    waivers: list[Waiver] = []
    for waiver in plan.waivers:
        old = None if waiver.week is None else waiver.week - 1
        new = old if old is None else now.get(old) if old < len(plan.weeks) else old + by
        if old == new:
            waivers.append(waiver)
        elif new is not None and new < MAX_WEEKS:
            waivers.append(waiver.replace(week=new + 1))
    gone = {
        entry.id
        for number, week in enumerate(plan.weeks)
        if number not in now
        for day in week.days
        for entry in day.entries
    }
    return without_waivers(plan.replace(weeks=weeks, waivers=tuple(waivers)), gone)
