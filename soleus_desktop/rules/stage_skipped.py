"""A stage of the bent-knee calf raise without the stage before it.

Why: the guide's progression leads from body weight to a single leg to weighted.
Reading: the stage before must stand on an earlier day of the plan; the same day is not enough. An
    athlete may start further on: the stages before the athlete's starting stage count as done.
    Said once for each stage, where it first appears.
Fires: the first raise of the plan is at single leg, for an athlete who starts at body weight.
Silent: body weight on Monday, single leg on Wednesday.
Fixes: take the raise back to a stage that has been prepared, or say that the athlete starts here
    (ask).
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.plan.bounds import STAGES
from soleus_desktop.plan.edits import set_athlete
from soleus_desktop.plan.model import Entry, Plan
from soleus_desktop.plan.place import Place
from soleus_desktop.plan.words import STAGE_NAMES
from soleus_desktop.rules.finding import Basis, Digest, Fix, Found, Rule
from soleus_desktop.rules.stages import at_stage


def _check(plan: Plan, digests: list[Digest], basis: Basis) -> Iterator[Found]:
    done = set(range(STAGES.index(basis.athlete.starting_stage)))
    seen: set[int] = set()
    for week, digest in enumerate(digests):
        if digest.stages <= seen:
            continue  # no stage appears here for the first time
        for day in digest.raises:
            for rank, entry in day.first.items():
                if rank and rank not in seen and rank - 1 not in seen | done:
                    yield _skipped(Place(week, day.day, entry.id), rank, entry, seen | done)
            seen |= day.first.keys()


def _skipped(place: Place, rank: int, entry: Entry, done: set[int]) -> Found:
    stage = STAGES[rank]
    prepared = max(lower for lower in range(rank) if _ready(lower, done))
    fixes = (
        at_stage(entry, prepared),
        Fix(
            f"Let the athlete start at {STAGE_NAMES[stage]}",
            "ask",
            lambda plan: set_athlete(plan, starting_stage=stage),
        ),
    )
    values = {"stage": STAGE_NAMES[stage], "before": STAGE_NAMES[STAGES[rank - 1]]}
    return Found(values, fixes, place=place, exercise=entry.exercise)


def _ready(rank: int, done: set[int]) -> bool:
    """Tell whether a raise at this rank would skip nothing."""
    return rank == 0 or rank in done or rank - 1 in done


RULE = Rule(
    id="stage-skipped",
    severity="warning",
    rests_on=("bent-knee-calf-raise.progression",),
    messages={
        "": "Bent-knee calf raise at stage {stage} with none at {before} on an earlier day; the "
        "guide leads from body weight to a single leg to weighted."
    },
    help=__doc__,
    of_plan=_check,
    silent_for={"starting_stage": STAGES[1:]},
)
