"""A heel drop that is not counted per leg.

Why: it goes up on two feet and down on one, so each leg has its own repetitions.
Reading: the entry has to say "per leg".
Fires: a heel drop of 3 × 10 without "per leg".
Silent: a heel drop of 3 × 10 per leg.
Fixes: count the repetitions for each leg (ask: it doubles the work that is written).
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import Day, Entry
from soleus_desktop.rules.finding import Basis, Fix, Found, Rule


def _check(entry: Entry, day: Day, exercise: Exercise, basis: Basis) -> Iterator[Found]:
    if not entry.per_leg:
        fix = Fix("Count it per leg", "ask", lambda plan: set_entry(plan, entry.id, per_leg=True))
        yield Found({"exercise": exercise.name}, (fix,))


RULE = Rule(
    id="not-per-leg",
    severity="error",
    rests_on=("eccentric-heel-drop.dose",),
    messages={
        "": "{exercise}: not counted per leg; the guide gives its repetitions for each leg, since "
        "it is lowered on one."
    },
    help=__doc__,
    of_entry=_check,
    concerns=lambda exercise: bool(exercise.per_leg_cite),
)
