"""One step on, or back, for one exercise: what it grows in, and in which order.

The order: repetitions (seconds, steps, minutes), then sets (the incline of a walk), then the next
stage, then load; a new stage and a new load begin at the low end of the ranges again. The order of
the stages and every range are the guide's (``bent-knee-calf-raise.progression``,
``isometric-hold.options`` and each ``*.dose``). That repetitions come before sets, how far a step
goes and how much load it adds are ours: the guide gives no pace.
"""

from __future__ import annotations

from math import ceil, floor
from typing import NamedTuple

from soleus_desktop.guide.model import WHOLE_FIELDS, Exercise
from soleus_desktop.plan.bounds import DoseType, Stage
from soleus_desktop.plan.model import Dose, Load
from soleus_desktop.rules.stages import STARTING_LOAD

GROWS: dict[DoseType, tuple[str, str]] = {
    "reps": ("reps", "sets"),
    "hold": ("seconds", "sets"),
    "steps": ("steps", "sets"),
    "walk": ("minutes", "incline_pct"),
}
"""What a dose grows in: first the one, and once that is at its top the other."""
MOST_KG = 1000


class Pace(NamedTuple):
    """How far one step goes, by field of the dose and in kilograms. All of it is ours.

    `lighter_every` makes each so many-th week a lighter one; None makes none.
    """

    reps: int = 2
    seconds: float = 5
    steps: int = 2
    minutes: float = 5
    sets: int = 1
    incline_pct: float = 1
    load_kg: float = 2.5
    lighter_every: int | None = None

    def step(self, field: str) -> float:
        """How far a step goes in a field of the dose."""
        step: float = getattr(self, field)
        return step


class Level(NamedTuple):
    """Where an exercise stands: its stage, its dose, its load."""

    stage: Stage | None
    dose: Dose
    load: Load | None


def onward(level: Level, exercise: Exercise, pace: Pace) -> Level:
    """Return one step on; at the top, the same.

    A dose outside the ranges first comes inside. A number without a range (of a person's own
    exercise) and a stage that is not stated stay as they are. Load is added to what has one, at the
    stage weighted, and to what the guide does seated with one: elsewhere the guide names none.
    """
    inside = _inside(level, exercise)
    if inside != level:
        return inside
    for field in GROWS[exercise.dose]:
        ends, now = _ends(exercise, field), getattr(level.dose, field)
        if ends and now < ends[1]:
            return _with(level, field, min(_plain(now + pace.step(field)), ends[1]))
    fresh = low(level, exercise)
    if level.stage in exercise.stages[:-1]:
        return at_stage(fresh, exercise.stages[exercise.stages.index(level.stage) + 1], exercise)
    if level.load:
        kg = min(_plain(level.load.kg + pace.load_kg), MOST_KG)
        grown = level.load.replace(kg=kg)
        return fresh._replace(load=grown) if grown != level.load else level
    if level.stage == "weighted" or (exercise.implements and not exercise.stages):
        return fresh._replace(load=starting_load(exercise))
    return level


def back(level: Level, exercise: Exercise, pace: Pace) -> Level:
    """Return one step back; at the bottom, the same."""
    inside = _inside(level, exercise)
    if inside != level:
        return inside
    first, second = GROWS[exercise.dose]
    ends, now = _ends(exercise, first), getattr(level.dose, first)
    others, other = _ends(exercise, second), getattr(level.dose, second)
    if others and other > others[0] and (not ends or now in ends):
        return _with(level, second, max(_plain(other - pace.step(second)), others[0]))
    if ends and now > ends[0]:
        return _with(level, first, max(_plain(now - pace.step(first)), ends[0]))
    full = _at_end(level, exercise, 1)
    least_kg = starting_load(exercise).kg if level.stage == "weighted" else pace.load_kg
    if level.load and pace.load_kg and level.load.kg > least_kg:
        kg = max(_plain(level.load.kg - pace.load_kg), least_kg)
        return full._replace(load=level.load.replace(kg=kg))
    if level.stage in exercise.stages[1:]:
        return at_stage(full, exercise.stages[exercise.stages.index(level.stage) - 1], exercise)
    return level


def low(level: Level, exercise: Exercise) -> Level:
    """Return the low end of the ranges at the same stage and load, as in a lighter week."""
    return _at_end(level, exercise, 0)


def at_stage(level: Level, stage: Stage | None, exercise: Exercise) -> Level:
    """Return the level at another stage: weighted has a load, and who leaves weighted has none."""
    if stage == "weighted" and level.load is None:
        return level._replace(stage=stage, load=starting_load(exercise))
    if level.stage == "weighted" and stage not in ("weighted", None):
        return level._replace(stage=stage, load=None)
    return level._replace(stage=stage)


def starting_load(exercise: Exercise) -> Load:
    """Return the load that an exercise begins with; ours, the guide gives no kilograms."""
    return exercise.default["load"] or STARTING_LOAD


def _inside(level: Level, exercise: Exercise) -> Level:
    for field in GROWS[exercise.dose]:
        ends, now = _ends(exercise, field), getattr(level.dose, field)
        if ends and not ends[0] <= now <= ends[1]:
            level = _with(level, field, min(max(now, ends[0]), ends[1]))
    return level


def _at_end(level: Level, exercise: Exercise, end: int) -> Level:
    for field in GROWS[exercise.dose]:
        if ends := _ends(exercise, field):
            level = _with(level, field, ends[end])
    return level


def _ends(exercise: Exercise, field: str) -> tuple[float, float] | None:
    """Return the least and the most allowed, or None where nothing says so or nothing fits."""
    limit = exercise.ranges.get(field)
    if limit is None:
        return None
    if field not in WHOLE_FIELDS:
        return limit.least, limit.most
    ends = ceil(limit.least), floor(limit.most)
    return ends if ends[0] <= ends[1] else None


def _with(level: Level, field: str, value: float) -> Level:
    # Not rounded here: the end of a range is taken as it was given, or it would lie outside.
    number = int(value) if field in WHOLE_FIELDS or value == int(value) else value
    return level._replace(dose=level.dose.replace(**{field: number}))


def _plain(value: float) -> float:
    """Return a whole number as int; the rest without the dust of binary fractions."""
    return int(value) if value == int(value) else round(value, 6)
