"""What a drag or the clipboard carries; anything else decodes to nothing.

An exercise travels as its id. Entries travel as a small plan in the plan file's own format, with
the session they come from: so what another window or program hands over passes the same reader
as a file does. Entries also go along as text that a person can read.
"""

from __future__ import annotations

import json
from typing import NamedTuple

from PySide6.QtCore import QMimeData

from soleus_desktop.guide.model import Exercise, Guide
from soleus_desktop.plan.model import Day, Entry, Plan, Week
from soleus_desktop.plan.words import entry_line

EXERCISE = "application/vnd.soleus.exercise+json"
ENTRIES = "application/vnd.soleus.entries+json"
MAX_BYTES = 5_000_000
"""More than this is not looked at: no plan's entries come near it."""


class Entries(NamedTuple):
    """Entries on their way: the token of their session, and a plan that holds just them."""

    session: str
    plan: Plan

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries themselves, in order."""
        return tuple(
            entry for week in self.plan.weeks for day in week.days for entry in day.entries
        )


def exercise_data(exercise_id: str) -> QMimeData:
    """Return what a drag of an exercise from the library carries."""
    data = QMimeData()
    data.setData(EXERCISE, json.dumps({"exercise": exercise_id}).encode())
    return data


def exercise_of(data: QMimeData | None) -> str | None:
    """Return the id of the exercise that is carried, or None."""
    raw = _bytes(data, EXERCISE)
    try:
        found = json.loads(raw) if raw else None
    except (ValueError, RecursionError):
        return None
    exercise = found.get("exercise") if isinstance(found, dict) else None
    return exercise if isinstance(exercise, str) else None


def entries_data(
    session: str, plan: Plan, entries: tuple[Entry, ...], exercises: dict[str, Exercise]
) -> QMimeData:
    """Return what a drag or copy of entries of a plan carries."""
    from soleus_desktop.storage.plan_file import plan_bytes  # not before the first frame

    used = {entry.exercise for entry in entries}
    day = Day(kind="training", entries=entries)
    small = Plan(
        weeks=(Week(days=(day, *Week().days[1:])),),
        exercises=tuple(own for own in plan.exercises if own.id in used),
        extra=(("session", session),),
    )
    data = QMimeData()
    data.setData(ENTRIES, plan_bytes(small))
    lines = (f"{exercises[entry.exercise].name}: {entry_line(entry)}" for entry in entries)
    data.setText("\n".join(lines))
    return data


def entries_of(data: QMimeData | None, guide: Guide) -> Entries | None:
    """Return the entries that are carried, or None where there are none to be had."""
    from soleus_desktop.storage.plan_file import read_plan
    from soleus_desktop.storage.problems import PlanFileError

    raw = _bytes(data, ENTRIES)
    if not raw:
        return None
    try:
        plan = read_plan(raw, guide)
    except PlanFileError:
        return None
    found = Entries(str(dict(plan.extra).get("session", "")), plan)
    return found if found.entries else None


def _bytes(data: QMimeData | None, kind: str) -> bytes:
    if data is None:  # a clipboard that nobody has written to
        return b""
    raw = data.data(kind)
    return bytes(raw.data()) if 0 < raw.size() <= MAX_BYTES else b""
