"""An exercise's dose at a glance, for lists of exercises."""

from __future__ import annotations

from soleus_desktop.guide.model import DOSE_FIELDS, Exercise
from soleus_desktop.plan.words import THIN, number

_NO_BREAK = "\u00a0"
_PHASES = {"up_s": "up", "down_s": "down"}


def glance(exercise: Exercise) -> str:
    """Write the allowed dose on one line: ``3–4 × 12–20 · 3 s up, 3 s down``.

    Where an exercise of a person's own carries no range, the number that it arrives with stands.
    """
    parts = [_dose(exercise) + (" per leg" if exercise.per_leg_cite else "")]
    phases = [
        f"{exercise.ranges[field]}{THIN}s{_NO_BREAK}{name}"
        for field, name in _PHASES.items()
        if field in exercise.ranges
    ]
    if phases:
        parts.append(", ".join(phases))
    return " \u00b7 ".join(parts)


def _dose(exercise: Exercise) -> str:
    usual = exercise.default_dose
    first, second = (
        str(exercise.ranges.get(field) or number(getattr(usual, field)))
        for field in DOSE_FIELDS[exercise.dose]
    )
    match exercise.dose:
        case "reps":
            return f"{first} \u00d7 {second}"
        case "hold":
            return f"{first} \u00d7 {second}{THIN}s"
        case "steps":
            return f"{first} \u00d7 {second} steps"
        case _:
            return f"{first}{THIN}min at {second}{THIN}%"
