"""A plan's numbers in words, the same on chips, cards and the command line."""

from __future__ import annotations

from soleus_desktop.plan.bounds import Implement, Units
from soleus_desktop.plan.model import Dose, Entry, Hold, Load, Reps, Steps, Tempo
from soleus_desktop.plan.weight import shown_weight

THIN = "\u202f"
"""The narrow space between a number and its unit: a line never breaks there."""


def number(value: float) -> str:
    """Write 3.0 as ``3`` and 2.5 as ``2.5``."""
    return f"{value:.10g}"


def span(least: float, most: float) -> str:
    """Write a range: ``3–4``, or ``3`` where both ends are the same."""
    return number(least) if least == most else f"{number(least)}\u2013{number(most)}"


def dose(value: Dose) -> str:
    """Write a dose: ``3 × 12``, ``3 × 45 s``, ``2 × 20 steps``, ``20 min at 6 %``."""
    match value:
        case Reps():
            return f"{value.sets} \u00d7 {value.reps}"
        case Hold():
            return f"{value.sets} \u00d7 {number(value.seconds)}{THIN}s"
        case Steps():
            return f"{value.sets} \u00d7 {value.steps} steps"
        case _:
            return f"{number(value.minutes)}{THIN}min at {number(value.incline_pct)}{THIN}%"


def dose_short(value: Dose) -> str:
    """Write a dose in as few letters as can be: ``3×12``, ``3×45s``, ``20min``."""
    match value:
        case Reps():
            return f"{value.sets}\u00d7{value.reps}"
        case Hold():
            return f"{value.sets}\u00d7{number(value.seconds)}s"
        case Steps():
            return f"{value.sets}\u00d7{value.steps}"
        case _:
            return f"{number(value.minutes)}min"


def tempo(value: Tempo) -> str:
    """Write a tempo as coaches do, up-held-down: ``3-0-3``."""
    return "-".join(map(number, (value.up_s, value.hold_s, value.down_s)))


def tempo_long(value: Tempo) -> str:
    """Write a tempo for the athlete: ``3 s up, 3 s down``."""
    phases = ((value.up_s, "up"), (value.hold_s, "held"), (value.down_s, "down"))
    return ", ".join(f"{number(s)}{THIN}s {name}" for s, name in phases if s)


def weight(kg: float, units: Units = "kg") -> str:
    """Write a weight in the unit that is read: ``10 kg``, ``25 lb``."""
    return f"{number(shown_weight(kg, units))}{THIN}{units}"


def load(value: Load, units: Units = "kg") -> str:
    """Write a load: ``10 kg dumbbells``."""
    return f"{weight(value.kg, units)} {value.implement}"


IMPLEMENT_NAMES: dict[Implement, str] = {
    "dumbbells": "dumbbells",
    "pack": "a pack",
    "barbell": "a barbell",
    "kettlebell": "a kettlebell",
    "machine": "a machine",
    "vest": "a vest",
    "band": "a band",
}
"""Implements as a sentence takes them."""

STAGE_NAMES = {"bodyweight": "bodyweight", "single-leg": "single leg", "weighted": "weighted"}


def entry_line(entry: Entry, units: Units = "kg") -> str:
    """Write an entry's numbers on one line: ``3 × 12 per leg · weighted · 10 kg dumbbells``."""
    parts = [dose(entry.dose) + (" per leg" if entry.per_leg else "")]
    if entry.stage:
        parts.append(STAGE_NAMES[entry.stage])
    if entry.load:
        parts.append(load(entry.load, units))
    return " \u00b7 ".join(parts)


SHORT_STAGES = {"bodyweight": "BW", "single-leg": "1 leg", "weighted": "weighted"}


def chip_line(entry: Entry, units: Units = "kg") -> str:
    """Write an entry's numbers where there is little room: ``3 × 12 · 10 kg``.

    A load says that the stage is weighted, so the two never stand beside each other.
    """
    short = dose(entry.dose).replace(" at ", " \u00b7 ")
    parts = [short + ("/leg" if entry.per_leg else "")]
    if entry.load:
        parts.append(weight(entry.load.kg, units))
    elif entry.stage:
        parts.append(SHORT_STAGES[entry.stage])
    return " \u00b7 ".join(parts)
