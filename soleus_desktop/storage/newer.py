"""A plan of a newer format, as far as this version understands it: to be looked at, no more.

What a newer version added is kept aside as everywhere, and so are the entries that it writes in
another way; numbers that can be read may mean something else, so nothing is made of them.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any, NamedTuple

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Entry, Plan
from soleus_desktop.storage.problems import NewerFormat, PlanFileError, Problems
from soleus_desktop.storage.reader import VERSION, fields_of, read_fields, sensible
from soleus_desktop.storage.syntax import parse
from soleus_desktop.storage.unknown import items, set_aside
from soleus_desktop.storage.walk import look_at_fields


class Newer(NamedTuple):
    """What can be shown of a plan, and its format."""

    plan: Plan
    version: int


def is_newer(data: bytes) -> bool:
    """Tell whether these bytes are a plan of a newer format."""
    try:
        read_fields(data)
    except NewerFormat:
        return True
    except PlanFileError:
        return False
    return False


def read_newer(data: bytes, guide: Guide) -> Newer:
    """Return what can be shown of a plan of a newer format.

    Raises PlanFileError where even the rest is not understood.
    """
    tree, text = parse(data)
    version = tree["version"]
    tree["version"] = VERSION
    kinds = {exercise.id: exercise.dose for exercise in guide.exercises.values()}
    kinds |= {
        own["id"]: own.get("dose")
        for own in items(tree, "exercises")
        if isinstance(own, dict) and isinstance(own.get("id"), str)
    }
    plan = fields_of(tree, text, lambda entry: not _is_understood(entry, kinds))
    return Newer(sensible(plan, guide), version)


def _is_understood(entry: Any, kinds: dict[str, Any]) -> bool:
    entry = deepcopy(entry)  # looking at it sets its unknown keys aside
    problems = Problems()
    try:
        set_aside(entry, (Entry,))
        look_at_fields(entry, Entry, problems)
    except PlanFileError:
        return False
    return not problems and kinds.get(entry["exercise"]) == entry["dose"]["type"]
