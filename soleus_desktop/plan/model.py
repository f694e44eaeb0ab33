"""The types of a plan. Field order is the plan file's key order.

`extra` holds, on every type, the keys of its object in the file that this version does not know,
as pairs of key and JSON value: they came from a newer version or another program and are written
back. They take no part in the hash, since a JSON value may be a list.

`Day.unknown` holds entries whose kind of dose this version does not know, each with its place among
the day's entries in the file and as its JSON value: shown as such, and written back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from soleus_desktop.plan.bounds import (
    MAX_ENTRIES,
    MAX_WEEKS,
    BodyMass,
    ByType,
    Concern,
    Count,
    DayKind,
    DoseType,
    Event,
    Id,
    Implement,
    Incline,
    Kilograms,
    Knee,
    KneeBend,
    Length,
    Minutes,
    Monday,
    Name,
    Pack,
    Phase,
    Reason,
    Seconds,
    Stage,
    Text,
    Units,
    WeekNumber,
)
from soleus_desktop.plan.value import Value

Extra = tuple[tuple[str, Any], ...]
Unknown = tuple[tuple[int, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reps(Value):
    """So many sets of so many repetitions."""

    type: Literal["reps"] = "reps"
    sets: Count
    reps: Count
    extra: Extra = field(default=(), hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(Value):
    """So many holds (`sets`) of so many seconds."""

    type: Literal["hold"] = "hold"
    sets: Count
    seconds: Seconds
    extra: Extra = field(default=(), hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps(Value):
    """So many sets of so many steps."""

    type: Literal["steps"] = "steps"
    sets: Count
    steps: Count
    extra: Extra = field(default=(), hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk(Value):
    """Minutes on an incline in per cent."""

    type: Literal["walk"] = "walk"
    minutes: Minutes
    incline_pct: Incline
    extra: Extra = field(default=(), hash=False)


Dose = Annotated[Reps | Hold | Steps | Walk, ByType()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tempo(Value):
    """Seconds of one repetition: on the way up, held at the top, on the way down."""

    up_s: Phase
    hold_s: Phase = 0
    down_s: Phase
    extra: Extra = field(default=(), hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Load(Value):
    """Weight in kilograms, and what carries it."""

    kg: Kilograms
    implement: Implement
    extra: Extra = field(default=(), hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Value):
    """One exercise on one day, with its dose. `exercise` is an id of the guide or of the plan."""

    id: Id
    exercise: Id
    stage: Stage | None = None
    dose: Dose
    tempo: Tempo | None = None
    per_leg: bool = False
    knee_bend_deg: KneeBend | None = None
    load: Load | None = None
    rest_s: Phase | None = None
    note: Text = ""
    extra: Extra = field(default=(), hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Value):
    """One day of a week, its entries in the order of training."""

    kind: DayKind = "rest"
    note: Text = ""
    entries: Annotated[tuple[Entry, ...], Length(0, MAX_ENTRIES)] = ()
    unknown: Unknown = field(default=(), hash=False)
    extra: Extra = field(default=(), hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week(Value):
    """Seven days, Monday first."""

    label: Name = ""
    note: Text = ""
    days: Annotated[tuple[Day, ...], Length(7, 7)] = (Day(),) * 7
    extra: Extra = field(default=(), hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Athlete(Value):
    """Whom the plan is for; decides which of the guide's recommendations apply."""

    name: Name = ""
    events: tuple[Event, ...] = ()
    returning_from_injury: bool = False
    concerns: tuple[Concern, ...] = ()
    starting_stage: Stage = "bodyweight"
    body_mass_kg: BodyMass | None = None
    units: Units | None = None
    """What weights are shown in; None where the file does not say, and writes nothing of it."""
    extra: Extra = field(default=(), hash=False)

    @property
    def unit(self) -> Units:
        """The unit that weights are shown in, said or not."""
        return self.units or "kg"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomExercise(Value):
    """An exercise that somebody made; it travels in the plan that uses it.

    `ranges` maps ``sets``, ``reps``, ``seconds``, ``steps``, ``minutes`` and ``incline_pct`` to
    ``[least, most]``; a range that is missing is not checked.
    """

    id: Id
    name: Name
    dose: DoseType
    knee: Knee = "bent"
    how_to: tuple[Text, ...] = ()
    cue: Text = ""
    video: Text | None = None
    ranges: dict[str, Any] = field(default_factory=dict, hash=False)
    extra: Extra = field(default=(), hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Value):
    """A rule set aside with a reason: at an entry, at a week (from 1), or in the whole plan."""

    rule: Id
    entry: Id | None = None
    week: WeekNumber | None = None
    reason: Reason
    extra: Extra = field(default=(), hash=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Value):
    """A training plan of some weeks for one athlete. `start` is week 1's Monday as ISO date."""

    format: Literal["soleus-plan"] = "soleus-plan"
    version: Literal[1] = 1
    id: Id | None = None
    title: Name = ""
    coach: Name = ""
    notes: Text = ""
    start: Monday | None = None
    athlete: Athlete = Athlete()
    packs: tuple[Pack, ...] = ("guide",)
    weeks: Annotated[tuple[Week, ...], Length(0, MAX_WEEKS)]
    exercises: tuple[CustomExercise, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    extra: Extra = field(default=(), hash=False)


def new_plan(weeks: int = 4, title: str = "") -> Plan:
    """Return an undated plan of that many empty weeks."""
    return Plan(title=title, weeks=(Week(),) * weeks)
