"""A seated calf raise without a weight.

Why: the guide sets the exercise up with a weight across the thighs.
Reading: any load counts, however small.
Fires: a seated calf raise with no load.
Silent: a seated calf raise with 16 kg by kettlebell.
Fixes: lay a weight across the thighs (ask, one for each implement the guide names).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import Day, Entry, Load, Plan
from soleus_desktop.plan.words import load
from soleus_desktop.rules.finding import Basis, Fix, Found, Rule


def _check(entry: Entry, day: Day, exercise: Exercise, basis: Basis) -> Iterator[Found]:
    if entry.load:
        return
    fixes = tuple(
        Fix(
            f"Add {load(weight, basis.athlete.unit)}",
            "ask",
            partial(_lay, entry_id=entry.id, weight=weight),
        )
        for weight in _weights(exercise)
    )
    yield Found({"exercise": exercise.name}, fixes)


@cache
def _weights(exercise: Exercise) -> tuple[Load, ...]:
    """Return the weight that the exercise arrives with, by each implement the guide names."""
    usual: Load = exercise.default["load"]
    return tuple(usual.replace(implement=implement) for implement in exercise.implements)


def _lay(plan: Plan, entry_id: str, weight: Load) -> Plan:
    return set_entry(plan, entry_id, load=weight)


RULE = Rule(
    id="seated-without-weight",
    severity="warning",
    rests_on=("seated-calf-raise.setup",),
    messages={
        "": "{exercise}: no weight; the guide lays a barbell, dumbbells or a kettlebell across the "
        "thighs. That weight is part of the exercise."
    },
    help=__doc__,
    of_entry=_check,
    concerns=lambda exercise: exercise.id == "seated-calf-raise",
)
