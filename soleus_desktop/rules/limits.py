"""The simple limits: one number of a dose outside the range that the exercise carries.

One generic check over the table below; the numbers are the guide's (or a custom exercise's) own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from soleus_desktop.guide.model import Exercise, Range
from soleus_desktop.plan.edits import change_entry
from soleus_desktop.plan.model import Day, Entry, Plan
from soleus_desktop.plan.words import THIN, number
from soleus_desktop.rules.finding import Basis, Fix, Found, Rule

HELP = """{What} outside the range of the exercise.

Why: the guide gives each exercise a dose of its own.
Reading: a range is inclusive at both ends. A custom exercise is checked against its own ranges,
    where it has any, and the finding cites that exercise.
Fires: {fires}
Silent: {silent}
Fixes: set the number to the nearest allowed one (safe).
"""


class Limit(NamedTuple):
    """A rule over one field of a dose: its id, the field, its words, two examples.

    `one` and `many` say a number of it, `allowed` the range; `fix` is the fix's title where
    "Set to" and that number would not read well.
    """

    rule: str
    field: str
    what: str
    one: str
    many: str
    cites: tuple[str, ...]
    fires: str
    silent: str
    allowed: str = "{}"
    fix: str = ""


LIMITS = (
    Limit(
        rule="sets-outside-guide",
        field="sets",
        what="sets, or holds of an isometric hold,",
        one="{} set",
        many="{} sets",
        cites=(
            "bent-knee-calf-raise.dose",
            "seated-calf-raise.dose",
            "isometric-hold.dose",
            "eccentric-heel-drop.dose",
            "walking-lunge-heel-raise.dose",
        ),
        fires="2 sets of bent-knee calf raises (3–4).",
        silent="3 sets of them; 5 isometric holds (3–5).",
    ),
    Limit(
        rule="reps-outside-guide",
        field="reps",
        what="repetitions",
        one="{} repetition",
        many="{} repetitions",
        cites=(
            "bent-knee-calf-raise.dose",
            "seated-calf-raise.dose",
            "eccentric-heel-drop.dose",
        ),
        fires="10 repetitions of bent-knee calf raises (12–20).",
        silent="12 of them; 25 of seated raises (15–25).",
    ),
    Limit(
        rule="hold-outside-guide",
        field="seconds",
        what="seconds of a hold",
        one=f"held for {{}}{THIN}s",
        many=f"held for {{}}{THIN}s",
        cites=("isometric-hold.dose",),
        fires="holds of 20 s (30–60).",
        silent="holds of 30 s, of 45 s, of 60 s.",
        allowed=f"{{}}{THIN}s",
        fix=f"Set to {{}}{THIN}s",
    ),
    Limit(
        rule="steps-outside-guide",
        field="steps",
        what="steps a set",
        one="{} step a set",
        many="{} steps a set",
        cites=("walking-lunge-heel-raise.dose",),
        fires="40 steps a set (20–30).",
        silent="20 steps a set.",
    ),
    Limit(
        rule="minutes-outside-guide",
        field="minutes",
        what="minutes",
        one="{} minute",
        many="{} minutes",
        cites=("uphill-walk.dose",),
        fires="45 minutes uphill (10–30).",
        silent="30 minutes uphill.",
    ),
    Limit(
        rule="incline-outside-guide",
        field="incline_pct",
        what="incline",
        one=f"an incline of {{}}{THIN}%",
        many=f"an incline of {{}}{THIN}%",
        cites=("uphill-walk.incline",),
        fires="an incline of 12 % (5–10).",
        silent="an incline of 5 %.",
        allowed=f"{{}}{THIN}%",
        fix=f"Set the incline to {{}}{THIN}%",
    ),
)


def set_dose(plan: Plan, entry_id: str, field: str, value: float) -> Plan:
    """Return the plan with one number of an entry's dose changed."""
    return change_entry(
        plan, entry_id, lambda entry: entry.replace(dose=entry.dose.replace(**{field: value}))
    )


def _outside(
    limit: Limit, entry: Entry, day: Day, exercise: Exercise, basis: Basis
) -> Iterator[Found]:
    allowed = exercise.ranges[limit.field]
    value = getattr(entry.dose, limit.field, None)  # a hold has no repetitions to judge
    if value is None or allowed.holds(value):
        return
    if limit.field == "sets" and entry.dose.type == "hold":
        limit = limit._replace(one="{} hold", many="{} holds")
    yield Found(
        values={
            "is": _amount(limit, value),
            "exercise": exercise.name,
            "range": limit.allowed.format(allowed),
            "why": exercise.purpose,
        },
        fixes=_nearest(limit, entry, allowed, value),
        key="custom" if exercise.custom else "",
        cites=(allowed.cite,),
    )


def _nearest(limit: Limit, entry: Entry, allowed: Range, value: float) -> tuple[Fix, ...]:
    """Return the fix, or none where no whole number lies in a custom exercise's range."""
    better = allowed.nearest_in(limit.field, value)
    if not allowed.holds(better):
        return ()
    title = limit.fix.format(number(better)) or f"Set to {_amount(limit, better)}"
    edit = partial(set_dose, entry_id=entry.id, field=limit.field, value=better)
    return (Fix(title, "safe", edit),)


def _amount(limit: Limit, value: float) -> str:
    return (limit.one if value == 1 else limit.many).format(number(value))


def _rule(limit: Limit) -> Rule:
    return Rule(
        id=limit.rule,
        severity="error",
        rests_on=limit.cites,
        messages={
            "": "{exercise}: {is}; the guide gives {range}. {why}",
            "custom": "{exercise}: {is}; the plan itself gives this exercise {range}.",
        },
        help=HELP.format(
            What=limit.what[0].upper() + limit.what[1:], fires=limit.fires, silent=limit.silent
        ),
        of_entry=partial(_outside, limit),
        concerns=lambda exercise: limit.field in exercise.ranges,
    )


LIMIT_RULES = tuple(_rule(limit) for limit in LIMITS)
