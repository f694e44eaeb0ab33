"""Exercises as the guide describes them, and the guide as a whole.

A plan's custom exercises become the same type, so that everyone who shows, checks or prints an
exercise treats both alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor
from typing import Any, NamedTuple

from soleus_desktop.plan.bounds import DayKind, DoseType, Implement, Knee, Stage
from soleus_desktop.plan.model import (
    CustomExercise,
    Dose,
    Entry,
    Hold,
    Load,
    Plan,
    Reps,
    Steps,
    Tempo,
    Walk,
)
from soleus_desktop.plan.words import span

DOSE_FIELDS: dict[DoseType, tuple[str, ...]] = {
    "reps": ("sets", "reps"),
    "hold": ("sets", "seconds"),
    "steps": ("sets", "steps"),
    "walk": ("minutes", "incline_pct"),
}
WHOLE_FIELDS = ("sets", "reps", "steps")
_DOSES: dict[str, type[Any]] = {"reps": Reps, "hold": Hold, "steps": Steps, "walk": Walk}
_PLAIN_DOSE = {"sets": 3, "reps": 12, "seconds": 30, "steps": 20, "minutes": 20, "incline_pct": 6}


class Range(NamedTuple):
    """What is allowed, both ends included, and the id of the fact (or exercise) that says so."""

    least: float
    most: float
    cite: str

    def holds(self, value: float) -> bool:
        """Tell whether the value is allowed."""
        return self.least <= value <= self.most

    def nearest(self, value: float) -> float:
        """Return the allowed value nearest to this one."""
        return min(max(value, self.least), self.most)

    def nearest_in(self, field: str, value: float) -> float:
        """Return the allowed value nearest to this one, a whole number where the field is one."""
        if field not in WHOLE_FIELDS:
            return self.nearest(value)
        return min(max(int(value), ceil(self.least)), floor(self.most))

    def __str__(self) -> str:
        return span(self.least, self.most)


class Fact(NamedTuple):
    """One fact of the guide, in our words."""

    id: str
    says: str


@dataclass(frozen=True, eq=False)
class Exercise:
    """An exercise of the guide, or a custom one. Compared by identity.

    `ranges` is keyed by field: those of the dose (`DOSE_FIELDS`), ``up_s`` and ``down_s`` of the
    tempo, ``knee_bend_deg``. `stages` is empty where stages mean nothing. `implements` is empty
    where the guide names none. `default` holds the fields of an entry as it arrives in a plan.
    `figure` is the name of its drawing. `cite` is what a finding cites for the exercise as such.
    """

    id: str
    name: str
    dose: DoseType
    default: dict[str, Any]
    ranges: dict[str, Range]
    also: str = ""
    short: str = ""
    stages: tuple[Stage, ...] = ()
    implements: tuple[Implement, ...] = ()
    implements_cite: str = ""
    per_leg_cite: str = ""
    knee: Knee = "bent"
    day_kind: DayKind = "training"
    purpose: str = ""
    why: str = ""
    how_to: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    video: str | None = None
    custom: bool = False

    @property
    def brief(self) -> str:
        """Its name where there is little room."""
        return self.short or self.name

    @property
    def figure(self) -> str:
        """The name of its drawing in resources/figures."""
        return "custom" if self.custom else self.id

    @property
    def default_dose(self) -> Dose:
        """The dose that it arrives with, inside its ranges."""
        dose: Dose = self.default["dose"]
        return dose

    def entry(self, entry_id: str) -> Entry:
        """Return an entry of this exercise as it arrives in a plan, allowed by the guide."""
        return Entry(id=entry_id, exercise=self.id, **self.default)


def make_dose(kind: DoseType, values: dict[str, Any]) -> Dose:
    """Return a dose of that kind; what `values` leaves out takes a plain default."""
    fields = {name: values.get(name, _PLAIN_DOSE[name]) for name in DOSE_FIELDS[kind]}
    dose: Dose = _DOSES[kind](**fields)
    return dose


def entry_defaults(kind: DoseType, values: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of an arriving entry from a default as the guide's file writes it."""
    tempo, load = values.get("tempo"), values.get("load")
    return {
        "stage": values.get("stage"),
        "dose": make_dose(kind, values),
        "tempo": Tempo(up_s=tempo[0], hold_s=tempo[1], down_s=tempo[2]) if tempo else None,
        "per_leg": values.get("per_leg", False),
        "knee_bend_deg": values.get("knee_bend_deg"),
        "load": Load(**load) if load else None,
        "rest_s": None if kind == "walk" else 60,
    }


def exercise_of(custom: CustomExercise) -> Exercise:
    """Return a custom exercise in the shape of the guide's; its ranges cite its own id.

    One without a name goes by its id.
    """
    ranges = {
        field: Range(custom.ranges[field][0], custom.ranges[field][1], custom.id)
        for field in DOSE_FIELDS[custom.dose]
        if field in custom.ranges
    }
    inside = {name: limit.nearest_in(name, _PLAIN_DOSE[name]) for name, limit in ranges.items()}
    return Exercise(
        id=custom.id,
        name=custom.name if custom.name.strip() else custom.id,
        dose=custom.dose,
        default=entry_defaults(custom.dose, inside),
        ranges=ranges,
        knee=custom.knee,
        how_to=custom.how_to,
        cues=(custom.cue,) if custom.cue else (),
        video=custom.video,
        custom=True,
    )


@dataclass(frozen=True, eq=False)
class Guide:
    """The guide's exercises by id, in its order, and its facts by id."""

    exercises: dict[str, Exercise]
    fact_texts: dict[str, dict[str, str]]

    @cached_property
    def facts(self) -> dict[str, Fact]:
        """All facts by id, as ``isometric-hold.dose``."""
        return {
            f"{group}.{name}": Fact(f"{group}.{name}", says)
            for group, texts in self.fact_texts.items()
            for name, says in texts.items()
        }

    def exercises_of(self, plan: Plan) -> dict[str, Exercise]:
        """Return the guide's exercises and the plan's own, by id; the guide's ids are its own."""
        if not plan.exercises:
            return self.exercises
        own = [made for made in plan.exercises if made.id not in self.exercises]
        return self.exercises | {made.id: exercise_of(made) for made in own}
