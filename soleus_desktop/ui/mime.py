"""What a drag or the clipboard carries; anything else decodes to nothing.

An exercise travels as its id. Entries, days and weeks travel as a small plan in the plan file's
own format, with the session they come from: so what another window or program hands over passes
the same reader as a file does. They also go along as text that a person can read.
"""

from __future__ import annotations

import json
from typing import Any, TypeGuard, get_args

from PySide6.QtCore import QByteArray, QMimeData

from soleus_desktop.guide.model import Exercise, Guide
from soleus_desktop.plan.model import Entry, Plan
from soleus_desktop.ui.carried import Carried, Whole, take_entries
from soleus_desktop.ui.plain_text import readable

EXERCISE = "application/vnd.soleus.exercise+json"
ENTRIES = "application/vnd.soleus.entries+json"
MAX_BYTES = 20_000_000
"""More than this is not looked at: a full plan of five years takes less."""


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
    token: str, plan: Plan, entries: tuple[Entry, ...], exercises: dict[str, Exercise]
) -> QMimeData:
    """Return what a drag or copy of entries of a plan carries."""
    taken = take_entries(token, plan, [entry.id for entry in entries])
    return carried_data(taken, plan, exercises)


def carried_data(carried: Carried, plan: Plan, exercises: dict[str, Exercise]) -> QMimeData:
    """Return what was taken up from a plan as data, and as text with that plan's headings."""
    from soleus_desktop.storage.plan_file import plan_bytes  # not before the first frame

    extra = (
        ("session", carried.session),
        ("whole", carried.whole),
        ("places", list(carried.places)),
        ("held", carried.held),
    )
    data = QMimeData()
    data.setData(ENTRIES, plan_bytes(carried.plan.replace(extra=extra)))
    data.setText(readable(carried, plan, exercises))
    return data


def carried_by(data: QMimeData | None, guide: Guide) -> Carried | None:
    """Return what is carried of a plan, or None where there is nothing to be had."""
    from soleus_desktop.storage.plan_file import read_plan
    from soleus_desktop.storage.problems import PlanFileError

    raw = _bytes(data, ENTRIES)
    if not raw:
        return None
    try:
        plan = read_plan(raw, guide)
    except PlanFileError:
        return None
    extra: dict[str, Any] = dict(plan.extra)
    whole: Whole = extra["whole"] if extra.get("whole") in get_args(Whole) else "entries"
    places, held = extra.get("places"), extra.get("held")
    found = Carried(
        str(extra.get("session", "")),
        whole,
        plan,
        tuple(places) if _are_numbers(places) else (),
        held if _is_number(held) else 0,
    )
    return found if found.entries or (found.whole != "entries" and plan.weeks) else None


def _are_numbers(value: Any) -> TypeGuard[list[int]]:
    return isinstance(value, list) and all(map(_is_number, value))


def _is_number(value: Any) -> TypeGuard[int]:
    return type(value) is int and value >= 0


def raw_of(data: QMimeData | None) -> tuple[QByteArray, ...]:
    """Return what is carried before it is read: equal for two that carry the same."""
    return (data.data(EXERCISE), data.data(ENTRIES)) if data else ()


def _bytes(data: QMimeData | None, kind: str) -> bytes:
    if data is None:  # a clipboard that nobody has written to
        return b""
    raw = data.data(kind)
    return bytes(raw.data()) if 0 < raw.size() <= MAX_BYTES else b""
