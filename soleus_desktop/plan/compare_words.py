"""What a comparison says: where something changed and, in short words, what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import shorten
from typing import NamedTuple

from soleus_desktop.plan.bounds import Units
from soleus_desktop.plan.model import Athlete, Dose, Entry, Load, Walk
from soleus_desktop.plan.place import Place
from soleus_desktop.plan.weight import shown_weight
from soleus_desktop.plan.words import (
    STAGE_NAMES,
    THIN,
    dose,
    load,
    number,
    tempo,
    weight,
)

Names = Mapping[str, str]
"""What exercises are called, by id; one that is not there goes by its id."""


class Difference(NamedTuple):
    """Something that changed: where in the plan after, and what.

    `last_week` (from 0) is there where it is so in a run of weeks, of which `place` is the first.
    """

    place: Place
    text: str
    last_week: int | None = None

    @property
    def label(self) -> str:
        """The place for people: ``Week 5, Monday``, ``Weeks 5–8``, ``Whole plan``."""
        label = self.place.label
        if self.last_week is None or self.place.week is None:
            return label
        first = self.place.week + 1
        run = f"Weeks {first}\u2013{self.last_week + 1}"
        return label.replace(f"Week {first}", run, 1)

    def __str__(self) -> str:
        return f"{self.label}: {self.text}"


_UNITS = {"reps": " reps", "seconds": f"{THIN}s", "steps": " steps", "minutes": f"{THIN}min"}


def of_entry(before: Entry, after: Entry, units: Units = "kg") -> Iterator[str]:
    """Say each field that changed: ``+1 set``, ``12 to 15 reps``, ``tempo 3-0-3 to 3-2-3``.

    The exercise is not said, nor the id.
    """
    yield from of_dose(before.dose, after.dose)
    if before.per_leg != after.per_leg:
        yield "counted per leg" if after.per_leg else "no longer counted per leg"
    if before.stage != after.stage:
        yield _from_to("stage", *(x.stage and STAGE_NAMES[x.stage] for x in (before, after)))
    yield from _of_load(before.load, after.load, units)
    if before.tempo != after.tempo:
        yield _from_to("tempo", *(x.tempo and tempo(x.tempo) for x in (before, after)))
    yield from _of_number("knee bend", before.knee_bend_deg, after.knee_bend_deg, "\u00b0")
    yield from _of_number("rest", before.rest_s, after.rest_s, f"{THIN}s")
    yield from of_text("note", before.note, after.note)


def of_dose(before: Dose, after: Dose) -> Iterator[str]:
    """Say what changed of a dose, as a whole where it is of another kind."""
    if before == after:
        return
    if before.type != after.type:
        yield f"{dose(before)} to {dose(after)}"
        return
    if not isinstance(before, Walk) and not isinstance(after, Walk):
        more = after.sets - before.sets
        if more:
            yield f"{'+' if more > 0 else '−'}{abs(more)} set{'s' * (abs(more) > 1)}"
    for name, unit in _UNITS.items():
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old is not None and new is not None and old != new:
            yield f"{number(old)} to {number(new)}{unit}"
    if isinstance(before, Walk) and isinstance(after, Walk):
        yield from _of_number("incline", before.incline_pct, after.incline_pct, f"{THIN}%")


def of_athlete(before: Athlete, after: Athlete) -> Iterator[str]:
    """Say what changed of whom the plan is for."""
    yield from of_text("athlete", before.name, after.name)
    for what, old, new in (
        ("events", before.events, after.events),
        ("concerns", before.concerns, after.concerns),
    ):
        if old != new:
            yield _from_to(what, ", ".join(old), ", ".join(new))
    if before.returning_from_injury != after.returning_from_injury:
        back = "returning" if after.returning_from_injury else "no longer returning"
        yield f"{back} from injury"
    if before.starting_stage != after.starting_stage:
        old_stage, new_stage = STAGE_NAMES[before.starting_stage], STAGE_NAMES[after.starting_stage]
        yield _from_to("starting stage", old_stage, new_stage)
    if before.body_mass_kg != after.body_mass_kg:
        masses = (x.body_mass_kg for x in (before, after))
        yield _from_to("body mass", *(kg and weight(kg, after.unit) for kg in masses))
    if before.unit != after.unit:
        yield f"weights in {after.unit}"


def of_text(what: str, before: str, after: str) -> Iterator[str]:
    """Say that a text came, went or became another."""
    if before == after:
        return
    if not after.strip():
        yield f"no {what} any more"
    else:
        yield f"{what} \u201c{shorten(after, 60, placeholder=' …')}\u201d"


def counted(number: int, what: str) -> str:
    """Write ``1 day``, ``3 exercises``."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _of_load(before: Load | None, after: Load | None, units: Units) -> Iterator[str]:
    if before == after:
        return
    if before and after and before.implement == after.implement:
        yield f"{number(shown_weight(before.kg, units))} to {load(after, units)}"
    else:
        yield _from_to("load", *(value and load(value, units) for value in (before, after)))


def _of_number(what: str, before: float | None, after: float | None, unit: str) -> Iterator[str]:
    if before != after:
        old, new = (None if n is None else f"{number(n)}{unit}" for n in (before, after))
        yield _from_to(what, old, new)


def _from_to(what: str, before: object, after: object) -> str:
    """Write ``tempo 3-0-3 to 3-2-3``, ``load 10 kg dumbbells``, ``no load any more``.

    What is None or empty is not there.
    """
    if not after:
        return f"no {what} any more"
    return f"{what} {before} to {after}" if before else f"{what} {after}"
