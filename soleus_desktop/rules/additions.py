"""Where a fix puts an exercise that is missing: the day that suits it best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.bounds import MAX_ENTRIES
from soleus_desktop.plan.edits import add_entry, fresh_id
from soleus_desktop.plan.model import Day, Plan, Week
from soleus_desktop.plan.place import DAY_NAMES, Slot
from soleus_desktop.rules.finding import Fix

FROM_MIDWEEK = (2, 3, 4, 5, 6, 0, 1)
"""The order in which free days are taken: Wednesday first."""


def adding(exercise: Exercise, plan: Plan) -> tuple[Fix, ...]:
    """Return the fix that adds the exercise to the plan, or none where every day is full."""
    at = best_day(plan.weeks, exercise)
    if at is None:
        return ()
    week, day = at
    title = f"Add {with_article(exercise)} to week {week + 1}, {DAY_NAMES[day]}"
    return (Fix(title, "ask", partial(put, week=week, day=day, exercise=exercise)),)


def best_day(weeks: Sequence[Week], exercise: Exercise) -> tuple[int, int] | None:
    """Return week and day (from 0): the first of the kind that the exercise belongs to.

    Else a free rest day, which becomes one, else any day with room; None where all are full.
    """

    def suits(day: Day) -> bool:
        return day.kind == exercise.day_kind and _room(day)

    return (
        _first(weeks, range(7), suits)
        or _first(weeks, FROM_MIDWEEK, _free)
        or _first(weeks, FROM_MIDWEEK, _room)
    )


def put(plan: Plan, week: int, day: int, exercise: Exercise) -> Plan:
    """Return the plan with the exercise at the end of a day, as it arrives from the library."""
    end = Slot(week, day, len(plan.weeks[week].days[day].entries))
    return add_entry(plan, end, exercise.entry(fresh_id(plan)), exercise.day_kind)


def with_article(exercise: Exercise) -> str:
    """Return the exercise's name for a sentence: ``an eccentric heel drop``."""
    name = exercise.name.partition(",")[0]
    name = name[0].lower() + name[1:]
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


def _first(
    weeks: Sequence[Week], order: Iterable[int], wanted: Callable[[Day], bool]
) -> tuple[int, int] | None:
    return next(
        ((week, day) for week, here in enumerate(weeks) for day in order if wanted(here.days[day])),
        None,
    )


def _room(day: Day) -> bool:
    return len(day.entries) < MAX_ENTRIES


def _free(day: Day) -> bool:
    return day.kind == "rest" and not day.entries
