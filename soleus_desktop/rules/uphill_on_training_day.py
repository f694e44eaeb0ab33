"""An uphill walk on a day that is not a recovery day.

Why: the guide gives it for recovery days, or to runners on their way back from injury.
Reading: every kind of day but "recovery" counts; an athlete returning from injury may walk uphill
    on any day.
Fires: an uphill walk on a training day.
Silent: the same walk on a recovery day, or for an athlete returning from injury.
Fixes: make the day a recovery day (ask).
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.edits import set_day
from soleus_desktop.plan.model import Day, Entry, Plan
from soleus_desktop.plan.place import find_entry
from soleus_desktop.rules.finding import Basis, Fix, Found, Rule


def _check(entry: Entry, day: Day, exercise: Exercise, basis: Basis) -> Iterator[Found]:
    if day.kind == "recovery" or basis.athlete.returning_from_injury:
        return
    fix = Fix("Make it a recovery day", "ask", lambda plan: _recover(plan, entry.id))
    yield Found({"exercise": exercise.name, "kind": day.kind}, (fix,))


def _recover(plan: Plan, entry_id: str) -> Plan:
    found = find_entry(plan, entry_id)
    return plan if found is None else set_day(plan, found[0].week, found[0].day, kind="recovery")


RULE = Rule(
    id="uphill-on-training-day",
    severity="hint",
    rests_on=("uphill-walk.when",),
    messages={
        "": "{exercise} on a {kind} day; the guide has this low-impact work on recovery days, or "
        "on the way back from injury."
    },
    help=__doc__,
    of_entry=_check,
    silent_for={"returning_from_injury": (True,)},
    concerns=lambda exercise: exercise.id == "uphill-walk",
)
