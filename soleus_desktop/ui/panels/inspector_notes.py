"""What the inspector says of entries: above their fields who they are, beside them what is allowed.

Ranges are the guide's, or, of a person's own exercise,
that exercise's.
"""

from __future__ import annotations

from typing import NamedTuple

from soleus_desktop.guide.model import DOSE_FIELDS, Exercise
from soleus_desktop.plan.model import Entry, Plan
from soleus_desktop.plan.words import THIN
from soleus_desktop.ui.panels.inspector_page import day_line, days_line
from soleus_desktop.ui.selection import Selection

Note = tuple[str, bool]
"""A text, and whether it is a fault."""
_WHOSE = {False: "guide", True: "yours"}


class Shown(NamedTuple):
    """An entry that is shown, its exercise, and the ids of the rules that found something at it."""

    entry: Entry
    exercise: Exercise
    found: set[str]


def have(entry: Entry, whole: str, name: str) -> bool:
    """Tell whether an entry has this field of its dose, tempo or load."""
    if whole == "dose":
        return name in DOSE_FIELDS[entry.dose.type]
    return getattr(entry, whole) is not None


def title_line(shown: list[Shown]) -> str:
    """Say what is shown: the exercise's name, or how many they are."""
    return shown[0].exercise.name if len(shown) == 1 else f"{len(shown)} exercises"


def place_line(plan: Plan, selection: Selection, shown: list[Shown]) -> str:
    """Say where they stand; of several, also which exercises they are."""
    if len(shown) == 1:
        return day_line(plan, selection.week, selection.day)
    names = list(dict.fromkeys(one.exercise.name for one in shown))
    what = names[0] if len(names) == 1 else f"{len(names)} different ones"
    return f"{what} \u00b7 {days_line(plan, selection.days)}"


def summed(notes: list[Note], of: int) -> Note:
    """Return the notes at several entries as one: what is said of all, else how many are at fault.

    `of` is how many entries are shown; where not all of them have a note, that is said, too.
    """
    faults = sum(fault for _, fault in notes)
    texts = {text for text, _ in notes}
    said = texts.pop() if len(texts) == 1 else ""
    if faults and not said:
        said = f"{faults} outside"
    if 0 < len(notes) < of:
        said = f"{said} \u00b7 {len(notes)}\u00a0of\u00a0{of}".removeprefix(" \u00b7 ")
    return said, faults > 0


def number_note(whole: str, name: str, shown: Shown) -> Note:
    """Say what a number of the dose or the tempo may be."""
    return _range_note(name, getattr(getattr(shown.entry, whole), name), shown.exercise)


def per_leg_note(shown: Shown) -> Note:
    """Say that the dose has to count per leg, where it has."""
    said = f"{_whose(shown)} per leg" if shown.exercise.per_leg_cite else ""
    return said, "not-per-leg" in shown.found


def tempo_note(shown: Shown) -> Note:
    """Say which tempo is missing, where one is."""
    if shown.entry.tempo is not None or "tempo-outside-guide" not in shown.found:
        return "", False
    phases = [
        f"{shown.exercise.ranges[field]}{THIN}s {name}"
        for field, name in (("up_s", "up"), ("hold_s", "held"), ("down_s", "down"))
        if field in shown.exercise.ranges
    ]
    return f"guide {', '.join(phases)}", True


def load_note(shown: Shown) -> Note:
    """Say by what the guide loads this exercise, where it names something."""
    named = " or ".join(shown.exercise.implements)
    return f"guide {named}" if named else "", "implement-not-in-guide" in shown.found


def knee_note(shown: Shown) -> Note:
    """Say what the knee bend may be."""
    bend = shown.entry.knee_bend_deg
    if bend is not None and "knee_bend_deg" in shown.exercise.ranges:
        return _range_note("knee_bend_deg", bend, shown.exercise)
    straight = "knee-outside-guide" in shown.found
    return "guide bent" if straight else "", straight


def _range_note(name: str, value: float, exercise: Exercise) -> Note:
    allowed = exercise.ranges.get(name)
    said = f"{_WHOSE[exercise.custom]} {allowed}" if allowed else ""
    return said, allowed is not None and not allowed.holds(value)


def _whose(shown: Shown) -> str:
    return _WHOSE[shown.exercise.custom]
