"""A bent-knee calf raise at an earlier stage than it had reached.

Why: the guide's progression leads from body weight to a single leg to weighted.
Reading: each day is held against the last day before it that has such a raise, at its furthest
    stage. Said once for each step down, at the first raise that takes it; staying down is not said
    again. A lighter week may well be meant: waive it with that reason.
Fires: single leg in week 2, body weight in week 3.
Silent: the same stage again, or a later one.
Fixes: go on at the stage that had been reached (ask).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from soleus_desktop.plan.bounds import STAGES
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import Place
from soleus_desktop.plan.words import STAGE_NAMES
from soleus_desktop.rules.finding import Basis, Digest, Found, Raises, Rule
from soleus_desktop.rules.stages import at_stage, good_load


def _check(plan: Plan, digests: list[Digest], basis: Basis) -> Iterator[Found]:
    before: Raises | None = None
    where, level = 0, frozenset[int]()
    for week, digest in enumerate(digests):
        if before and digest.stages == level:
            before, where = digest.raises[-1], week  # all at the stage reached: the usual week
            continue
        for day in digest.raises:
            if before and day.lowest < before.furthest:
                yield _dropped(Place(week, day.day), day, Place(where, before.day), before, basis)
            before, where, level = day, week, frozenset({day.furthest})


def _dropped(place: Place, day: Raises, where: Place, before: Raises, basis: Basis) -> Found:
    rank, lower = next(at for at in day.first.items() if at[0] < before.furthest)
    values = {
        "stage": STAGE_NAMES[STAGES[rank]],
        "reached": STAGE_NAMES[STAGES[before.furthest]],
        "where": where.label,
    }
    bent = basis.guide.exercises[lower.exercise]
    load = good_load(before.first[before.furthest].load, bent)
    fix = at_stage(lower, before.furthest, load, basis.athlete.unit)
    at = replace(place, entry=lower.id)
    return Found(values, (fix,), place=at, exercise=lower.exercise)


RULE = Rule(
    id="stage-dropped-back",
    severity="hint",
    rests_on=("bent-knee-calf-raise.progression",),
    messages={
        "": "Bent-knee calf raise back at stage {stage} after {reached} ({where}); the guide leads "
        "from body weight to a single leg to weighted."
    },
    help=__doc__,
    of_plan=_check,
)
