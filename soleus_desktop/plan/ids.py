"""Which entries stand in which week, known of each week once.

Weeks are values that never change, so what is known of one is kept with its identity: an edit looks
through the week that it changed, not through all of a long plan.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from soleus_desktop.plan.changed import changed_weeks
from soleus_desktop.plan.model import Plan, Week

MOST_KEPT = 2000
_kept: dict[int, tuple[Week, frozenset[str], frozenset[str]]] = {}
"""What is known of a week: its entries' ids, and all ids that are taken in it."""


def ids_in(week: Week) -> frozenset[str]:
    """Return the ids of all entries of a week."""
    return _known(week)[1]


def _known(week: Week) -> tuple[Week, frozenset[str], frozenset[str]]:
    kept = _kept.get(id(week))  # a week that is kept keeps its id to itself
    if kept is None:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        ids = taken = frozenset([entry.id for day in week.days for entry in day.entries])
        if unknown := [entry for day in week.days for _, entry in day.unknown]:
            taken |= {str(entry.get("id")) for entry in unknown if isinstance(entry, dict)}
        kept = _kept[id(week)] = (week, ids, taken)
    return kept


def weeks_with(plan: Plan, ids: Collection[str]) -> Iterator[tuple[int, Week]]:
    """Go through the weeks, with their number from 0, that hold any of these entries."""
    wanted = frozenset(ids)
    left = len(wanted)
    for at, week in enumerate(plan.weeks):
        if not left:
            return
        kept = _kept.get(id(week))  # not asked of `ids_in`: of all weeks, this is the quick way
        here = kept[1] if kept else ids_in(week)
        if not here.isdisjoint(wanted):
            yield at, week
            left -= len(here & wanted)


def entry_ids(plan: Plan) -> set[str]:
    """Return the ids of all entries of the plan."""
    return set().union(*map(ids_in, plan.weeks))


def taken_ids(plan: Plan) -> set[str]:
    """Return the ids that no new entry may have: those of unknown kinds are among them."""
    return set().union(*[_known(week)[2] for week in plan.weeks])


def holds(plan: Plan, entry_id: str) -> bool:
    """Tell whether an entry with this id is in the plan."""
    return any(entry_id in ids_in(week) for week in plan.weeks)


def holds_all(plan: Plan, ids: Iterable[str]) -> bool:
    """Tell whether all of these entries are in the plan."""
    wanted = frozenset(ids)
    return sum(len(ids_in(week) & wanted) for _, week in weeks_with(plan, wanted)) == len(wanted)


def new_ids(before: Plan, after: Plan) -> set[str]:
    """Return the ids that came into a plan by an edit."""
    if len(before.weeks) != len(after.weeks):
        return entry_ids(after) - entry_ids(before)
    changed = changed_weeks(before.weeks, after.weeks)
    come = set[str]().union(*[ids_in(after.weeks[week]) for week in changed])
    return come.difference(*[ids_in(before.weeks[week]) for week in changed])
