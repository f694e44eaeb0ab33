"""What the rules on stages share: the fix that changes a stage, and a load to go with it."""

from __future__ import annotations

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.bounds import STAGES, Units
from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import Entry, Load, Plan
from soleus_desktop.plan.words import STAGE_NAMES
from soleus_desktop.plan.words import load as load_in_words
from soleus_desktop.rules.finding import Fix

STARTING_LOAD = Load(kg=5.0, implement="dumbbells")
"""A small weight to start from; ours, the guide gives no kilograms."""


def good_load(load: Load | None, exercise: Exercise) -> Load:
    """Return the load if the guide names its implement for the exercise, else a starting one."""
    return load if load and load.implement in exercise.implements else STARTING_LOAD


def at_stage(entry: Entry, rank: int, load: Load = STARTING_LOAD, units: Units = "kg") -> Fix:
    """Return the fix that takes an entry to another stage, with `load` where that is weighted."""
    stage = STAGES[rank]
    carried = load if stage == "weighted" else None
    title = f"Set the stage to {STAGE_NAMES[stage]}"
    if carried != entry.load:
        title += f" with {load_in_words(carried, units)}" if carried else " without a load"

    def edit(plan: Plan) -> Plan:
        return set_entry(plan, entry.id, stage=stage, load=carried)

    return Fix(title, "ask", edit)
