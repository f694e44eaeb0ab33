"""A tempo other than the guide's, or none where the guide gives one.

Why: the guide has the bent-knee calf raise and the heel drop done slowly, and says how slowly.
Reading: the bent-knee calf raise takes 3 s up and 3 s down; the heel drop is lowered in 4–5 s, its
    way up is free. A pause at the top is free everywhere.
Fires: a bent-knee calf raise at 2-0-2; a heel drop lowered in 3 s; either without a tempo.
Silent: a bent-knee calf raise at 3-0-3 or 3-1-3; a heel drop lowered in 4 s.
Fixes: set the seconds that are out of range to the nearest allowed ones (safe); where there is no
    tempo, take the one that the exercise arrives with (ask).
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import Day, Entry, Tempo
from soleus_desktop.plan.words import THIN, tempo
from soleus_desktop.rules.finding import Basis, Fix, Found, Rule

PHASES = {"up_s": "up", "down_s": "down"}


def _check(entry: Entry, day: Day, exercise: Exercise, basis: Basis) -> Iterator[Found]:
    limits = {phase: exercise.ranges[phase] for phase in PHASES if phase in exercise.ranges}
    stated = entry.tempo
    if stated:
        wrong = {
            phase: limit.nearest(getattr(stated, phase))
            for phase, limit in limits.items()
            if not limit.holds(getattr(stated, phase))
        }
        if not wrong:
            return
    better: Tempo = stated.replace(**wrong) if stated else exercise.default["tempo"]
    fix = Fix(
        f"Set the tempo to {tempo(better)}",
        "safe" if stated else "ask",
        lambda plan: set_entry(plan, entry.id, tempo=better),
    )
    values = {
        "exercise": exercise.name,
        "is": tempo(stated) if stated else None,
        "range": ", ".join(f"{limit}{THIN}s {PHASES[phase]}" for phase, limit in limits.items()),
    }
    cite = next(iter(limits.values())).cite
    yield Found(values, (fix,), key="" if stated else "none", cites=(cite,))


RULE = Rule(
    id="tempo-outside-guide",
    severity="error",
    rests_on=("bent-knee-calf-raise.tempo", "eccentric-heel-drop.tempo"),
    messages={
        "": "{exercise}: tempo {is}; the guide gives {range}. It is meant to be slow.",
        "none": "{exercise}: no tempo; the guide gives {range}. It is meant to be slow.",
    },
    help=__doc__,
    of_entry=_check,
    concerns=lambda exercise: any(phase in exercise.ranges for phase in PHASES),
)
