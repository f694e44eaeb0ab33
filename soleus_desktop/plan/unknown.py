"""Entries of kinds that this version does not know (`Day.unknown`): what is said of them."""

from __future__ import annotations

from typing import Any

from soleus_desktop.plan.model import Plan, Unknown
from soleus_desktop.plan.value import UNFIT_IN_TEXT

MOST_KINDS, MOST_LETTERS = 3, 40
"""Kinds that are named, and letters of each: a file may hold any."""


def kind_of(entry: Any) -> str | None:
    """Return what the dose of an entry, as a file has it, says its kind is; None if it does not."""
    dose = entry.get("dose") if isinstance(entry, dict) else None
    kind = dose.get("type") if isinstance(dose, dict) else None
    return kind if isinstance(kind, str) else None


def unknown_line(unknown: Unknown) -> str:
    """Name the entries of a day whose kind is not known: ``2 unknown: emom, circuit``; or none."""
    kinds = unknown_kinds(unknown)
    return (f"{len(unknown)} unknown" + (f": {kinds}" if kinds else "")) if unknown else ""


def unknown_kinds(unknown: Unknown) -> str:
    """Name the first few kinds alone: ``emom, circuit``; nothing where none has a name."""
    kinds = [kind for kind in dict.fromkeys([_shown(entry) for _, entry in unknown]) if kind]
    return ", ".join([*kinds[:MOST_KINDS], *(["\u2026"] if kinds[MOST_KINDS:] else [])])


def unknown_told(plan: Plan) -> str:
    """Say how many of a plan's entries are of unknown kinds, and what that means; or nothing."""
    count = sum([len(day.unknown) for week in plan.weeks for day in week.days])
    if not count:
        return ""
    one = count == 1
    what = "One entry is of a kind" if one else f"{count} entries are of kinds"
    kept = "it is kept" if one else "they are kept"
    return f"{what} that this version does not know: {kept}, but neither checked nor printed."


def _shown(entry: Any) -> str:
    """Return what an entry calls its kind, fit to be shown."""
    return UNFIT_IN_TEXT.sub("", kind_of(entry) or "")[:MOST_LETTERS]
