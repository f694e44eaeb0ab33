"""The simple limits: one number of a dose outside the range that the exercise carries.

One generic check over the table below; the numbers are the guide's (or a custom exercise's) own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import ceil, floor
from typing import NamedTuple

from soleus_desktop.guide.model import Exercise, Range
from soleus_desktop.plan.edits import change_entry
from soleus_desktop.plan.model import Day, Entry, Plan
from soleus_desktop.plan.words import THIN, number
from soleus_desktop.rules.finding import Basis, Fix, Found, Rule

WHOLE = ("sets", "reps", "steps")

HELP = """{What} outside the range of the exercise.

Why: the guide gives each exercise its dose; outside it the work is another than the one described.
Reading: a range is inclusive at both ends. A custom exercise is checked against its own ranges.
Fires: {fires}
Silent: {silent}
Fixes: set the number to the nearest allowed one (safe).
"""


class Limit(NamedTuple):
    """A rule over one field of a dose: its id, the field, its unit in words, two examples."""

    rule: str
    field: str
    what: str
    unit: str
    cites: tuple[str, ...]
    fires: str
    silent: str


LIMITS = (
    Limit(
        "sets-outside-guide",
        "sets",
        "sets",
        " sets",
        (
            "bent-knee-calf-raise.dose",
            "seated-calf-raise.dose",
            "isometric-hold.dose",
            "eccentric-heel-drop.dose",
            "walking-lunge-heel-raise.dose",
        ),
        "2 sets of bent-knee calf raises (3–4).",
        "3 sets of them; 5 isometric holds (3–5).",
    ),
    Limit(
        "reps-outside-guide",
        "reps",
        "repetitions",
        " repetitions",
        ("bent-knee-calf-raise.dose", "seated-calf-raise.dose", "eccentric-heel-drop.dose"),
        "10 repetitions of bent-knee calf raises (12–20).",
        "12 of them; 25 of seated raises (15–25).",
    ),
    Limit(
        "hold-outside-guide",
        "seconds",
        "seconds of a hold",
        f"{THIN}s of holding",
        ("isometric-hold.dose",),
        "holds of 20 s (30–60).",
        "holds of 30 s, of 45 s, of 60 s.",
    ),
    Limit(
        "steps-outside-guide",
        "steps",
        "steps a set",
        " steps a set",
        ("walking-lunge-heel-raise.dose",),
        "40 steps a set (20–30).",
        "20 steps a set.",
    ),
    Limit(
        "minutes-outside-guide",
        "minutes",
        "minutes",
        " minutes",
        ("uphill-walk.dose",),
        "45 minutes uphill (10–30).",
        "30 minutes uphill.",
    ),
    Limit(
        "incline-outside-guide",
        "incline_pct",
        "incline",
        f"{THIN}% of incline",
        ("uphill-walk.incline",),
        "an incline of 12 % (5–10).",
        "an incline of 5 %.",
    ),
)


def nearest(field: str, limit: Range, value: float) -> float:
    """Return the allowed value nearest to this one, a whole number where the field is one."""
    if field not in WHOLE:
        return limit.nearest(value)
    return min(max(int(value), ceil(limit.least)), floor(limit.most))


def set_dose(plan: Plan, entry_id: str, field: str, value: float) -> Plan:
    """Return the plan with one number of an entry's dose changed."""
    return change_entry(
        plan, entry_id, lambda entry: entry.replace(dose=entry.dose.replace(**{field: value}))
    )


def _outside(
    limit: Limit, entry: Entry, day: Day, exercise: Exercise, basis: Basis
) -> Iterator[Found]:
    allowed = exercise.ranges[limit.field]
    value = getattr(entry.dose, limit.field)
    if allowed.holds(value):
        return
    better = nearest(limit.field, allowed, value)
    fix = Fix(
        f"Set to {number(better)}{limit.unit}",
        "safe",
        lambda plan: set_dose(plan, entry.id, limit.field, better),
    )
    yield Found(
        values={
            "is": f"{number(value)}{limit.unit}",
            "exercise": exercise.name,
            "range": str(allowed),
            "why": exercise.purpose,
        },
        fixes=(fix,),
        key="custom" if exercise.custom else "",
        cites=(allowed.cite,),
    )


def _rule(limit: Limit) -> Rule:
    return Rule(
        id=limit.rule,
        severity="error",
        rests_on=limit.cites,
        messages={
            "": "{exercise}: {is}; the guide gives {range}. {why}",
            "custom": "{exercise}: {is}; its own range is {range}.",
        },
        help=HELP.format(
            What=limit.what[0].upper() + limit.what[1:], fires=limit.fires, silent=limit.silent
        ),
        of_entry=partial(_outside, limit),
        concerns=lambda exercise: limit.field in exercise.ranges,
    )


LIMIT_RULES = tuple(_rule(limit) for limit in LIMITS)
