"""A stated knee bend other than the guide's.

Why: with the knee bent the soleus does the work; straight, the gastrocnemius takes the load. For
    the standing raise the guide gives the bend in degrees.
Reading: 20–30° for the bent-knee calf raise and for the isometric hold, which is that raise, held.
    For the heel drop the guide says bent and gives no number: only a straight knee (0°) is wrong.
    A bend that is not stated counts as the guide shows it.
Fires: a bent-knee calf raise at 40°; a heel drop at 0°.
Silent: a hold at 25°; a heel drop at 15°; any of them with no bend stated.
Fixes: set the nearest allowed bend (safe); for the heel drop, leave the bend unstated (ask).
"""

from __future__ import annotations

from collections.abc import Iterator

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.edits import set_entry
from soleus_desktop.plan.model import Day, Entry
from soleus_desktop.plan.words import number
from soleus_desktop.rules.finding import Basis, Fix, Found, Rule


def _check(entry: Entry, day: Day, exercise: Exercise, basis: Basis) -> Iterator[Found]:
    bend = entry.knee_bend_deg
    if bend is None:
        return
    values = {"exercise": exercise.name, "is": number(bend)}
    allowed = exercise.ranges.get("knee_bend_deg")
    if allowed is None:
        if bend == 0:
            fix = Fix(
                "Leave the knee as the guide shows it",
                "ask",
                lambda plan: set_entry(plan, entry.id, knee_bend_deg=None),
            )
            yield Found(values, (fix,), key="straight", cites=("eccentric-heel-drop.setup",))
    elif not allowed.holds(bend):
        better = allowed.nearest(bend)
        fix = Fix(
            f"Set the knee bend to {number(better)}°",
            "safe",
            lambda plan: set_entry(plan, entry.id, knee_bend_deg=better),
        )
        setup = "bent-knee-calf-raise.setup"  # gives the number; a hold is that raise, held
        cites = tuple(dict.fromkeys((allowed.cite, setup)))
        yield Found(values | {"range": str(allowed)}, (fix,), cites=cites)


RULE = Rule(
    id="knee-outside-guide",
    severity="error",
    rests_on=(
        "bent-knee-calf-raise.setup",
        "isometric-hold.movement",
        "eccentric-heel-drop.setup",
    ),
    messages={
        "": "{exercise}: knee bent {is}°; the guide gives {range}°, a slight bend that keeps the "
        "load on the soleus.",
        "straight": "{exercise}: knee straight ({is}°); the guide has it bent. Straight, it loads "
        "the gastrocnemius.",
    },
    help=__doc__,
    of_entry=_check,
    concerns=lambda exercise: (
        "knee_bend_deg" in exercise.ranges or exercise.id == "eccentric-heel-drop"
    ),
)
