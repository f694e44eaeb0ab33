"""The fix that the rules on stages share."""

from __future__ import annotations

from soleus_desktop.plan.bounds import STAGES
from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import Entry, Load, Plan
from soleus_desktop.plan.words import STAGE_NAMES
from soleus_desktop.rules.finding import Fix


def at_stage(entry: Entry, rank: int, load: Load | None) -> Fix:
    """Return the fix that takes an entry to another stage, with the load that goes with it."""
    stage = STAGES[rank]

    def edit(plan: Plan) -> Plan:
        return set_entry(plan, entry.id, stage=stage, load=load if stage == "weighted" else None)

    return Fix(f"Set the stage to {STAGE_NAMES[stage]}", "ask", edit)
