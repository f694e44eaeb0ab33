"""A bent-knee calf raise whose stage says one thing and whose load says another.

Why: the stages are body weight, single leg, then weighted; a load is what makes the third.
Reading: "weighted" needs a load; "bodyweight" and "single-leg" must have none. A stage that is not
    stated says nothing.
Fires: stage weighted without a load; stage single-leg with 10 kg.
Silent: stage weighted with 10 kg; stage bodyweight without a load.
Fixes: agree on either of the two (ask).
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import Day, Entry
from soleus_desktop.plan.words import STAGE_NAMES, load
from soleus_desktop.rules.finding import Basis, Fix, Found, Rule
from soleus_desktop.rules.stages import STARTING_LOAD


def _check(entry: Entry, day: Day, exercise: Exercise, basis: Basis) -> Iterator[Found]:
    if entry.stage == "weighted" and entry.load is None:
        fixes = (
            Fix(
                f"Add a load to start from ({load(STARTING_LOAD, basis.athlete.unit)})",
                "ask",
                lambda plan: set_entry(plan, entry.id, load=STARTING_LOAD),
            ),
            Fix(
                "Set the stage to single leg",
                "ask",
                lambda plan: set_entry(plan, entry.id, stage="single-leg"),
            ),
        )
        yield Found({"exercise": exercise.name}, fixes, key="no-load")
    elif entry.stage in ("bodyweight", "single-leg") and entry.load:
        fixes = (
            Fix(
                "Set the stage to weighted",
                "ask",
                lambda plan: set_entry(plan, entry.id, stage="weighted"),
            ),
            Fix(
                "Take the load away",
                "ask",
                lambda plan: set_entry(plan, entry.id, load=None),
            ),
        )
        values = {
            "exercise": exercise.name,
            "stage": STAGE_NAMES[entry.stage],
            "load": load(entry.load, basis.athlete.unit),
        }
        yield Found(values, fixes)


RULE = Rule(
    id="stage-and-load-disagree",
    severity="error",
    rests_on=("bent-knee-calf-raise.progression",),
    messages={
        "": "{exercise}: stage {stage} with {load}; the guide adds load at the third stage, "
        "weighted.",
        "no-load": "{exercise}: stage weighted without a load; the guide's third stage is done "
        "with dumbbells or a pack.",
    },
    help=__doc__,
    of_entry=_check,
    concerns=lambda exercise: exercise.id == "bent-knee-calf-raise",
)
