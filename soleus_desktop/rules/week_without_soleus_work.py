"""A week in which nothing loads the soleus.

Why: the load has to be consistent; a week without any breaks it.
Reading: every exercise of the guide loads the soleus, and so does a custom one whose knee is bent.
    A plan of no entries at all has nothing to check.
Fires: week 2 of four is empty, or holds nothing but straight-knee work.
Silent: one uphill walk in the week.
Fixes: add a bent-knee calf raise to the week, dosed like the latest one before it (ask).
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.model import Entry, Plan, Week
from soleus_desktop.rules.additions import put
from soleus_desktop.rules.finding import Basis, Digest, Fix, Found, Rule

MIDWEEK = 2


def _check(index: int, week: Week, digest: Digest, basis: Basis) -> Iterator[Found]:
    if digest.loads_soleus:
        return
    bent = basis.guide.exercises["bent-knee-calf-raise"]
    fix = Fix("Add a bent-knee calf raise", "ask", lambda plan: _add(plan, index, bent))
    yield Found({"number": index + 1}, (fix,))


def _add(plan: Plan, index: int, bent: Exercise) -> Plan:
    day = next((d for d, day in enumerate(plan.weeks[index].days) if day.kind == "training"), None)
    return put(plan, index, MIDWEEK if day is None else day, bent, _latest(plan, index))


def _latest(plan: Plan, index: int) -> Entry | None:
    """Return the last bent-knee calf raise before this week, so that no stage is dropped."""
    return next(
        (
            entry
            for week in reversed(plan.weeks[:index])
            for day in reversed(week.days)
            for entry in reversed(day.entries)
            if entry.exercise == "bent-knee-calf-raise"
        ),
        None,
    )


RULE = Rule(
    id="week-without-soleus-work",
    severity="warning",
    rests_on=("principle.consistent",),
    messages={
        "": "Week {number}: nothing loads the soleus; the guide asks for at least something every "
        "week, since only consistent load makes it strong."
    },
    help=__doc__,
    of_week=_check,
)
