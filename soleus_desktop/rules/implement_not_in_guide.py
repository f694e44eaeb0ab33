"""A load carried by something that the guide does not name for the exercise.

Why: the guide says what carries the weight: dumbbells in the hands or a pack on the back for the
    standing raise, a weight across the thighs for the seated one.
Reading: where the weight sits is part of the exercise. Dumbbells or a pack for the bent-knee calf
    raise; barbell, dumbbells or kettlebell for the seated one. For the hold the guide leaves it
    open, and for the other exercises it speaks of no load at all: there anything will do.
Fires: a seated calf raise with a vest.
Silent: a seated calf raise with a kettlebell; an isometric hold with a band.
Fixes: carry the same weight by one of the named implements (ask, one each).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import Day, Entry, Load, Plan
from soleus_desktop.plan.words import IMPLEMENT_NAMES
from soleus_desktop.rules.finding import Basis, Fix, Found, Rule


def _check(entry: Entry, day: Day, exercise: Exercise, basis: Basis) -> Iterator[Found]:
    load = entry.load
    if load is None or load.implement in exercise.implements:
        return
    fixes = tuple(
        Fix(
            f"Use {IMPLEMENT_NAMES[implement]}",
            "ask",
            partial(_carry, entry_id=entry.id, load=load.replace(implement=implement)),
        )
        for implement in exercise.implements
    )
    names = [IMPLEMENT_NAMES[implement] for implement in exercise.implements]
    allowed = f"{', '.join(names[:-1])} or {names[-1]}"
    values = {"exercise": exercise.name, "is": IMPLEMENT_NAMES[load.implement], "range": allowed}
    yield Found(values, fixes, cites=(exercise.implements_cite,))


def _carry(plan: Plan, entry_id: str, load: Load) -> Plan:
    return set_entry(plan, entry_id, load=load)


RULE = Rule(
    id="implement-not-in-guide",
    severity="error",
    rests_on=("bent-knee-calf-raise.progression", "seated-calf-raise.setup"),
    messages={
        "": "{exercise}: loaded with {is}; the guide names {range}. We read where the weight sits "
        "as part of the exercise."
    },
    help=__doc__,
    of_entry=_check,
    concerns=lambda exercise: bool(exercise.implements),
)
