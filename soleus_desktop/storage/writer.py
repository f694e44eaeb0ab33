"""From a plan to the bytes of its file, and the proof that they bring the plan back."""

from __future__ import annotations

import time
from dataclasses import fields, replace
from typing import Any

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.bounds import MAX_WEEKS
from soleus_desktop.plan.model import Athlete, Plan
from soleus_desktop.plan.value import Value
from soleus_desktop.storage.adapter import json_adapter, plan_adapter
from soleus_desktop.storage.problems import PlanFileError, Problems
from soleus_desktop.storage.reader import read_fields, read_plan, without_garbage_collection
from soleus_desktop.storage.sense import look_for_sense
from soleus_desktop.storage.syntax import MAX_BYTES

_ASIDE = b'"\\u0000'
"""How the keys of what was set aside begin in JSON: there is something to put back."""
_NO_WEEKS = b'\n  "weeks": []'
_AFTER_WEEKS = b"\n  ]"
_BREATH_S = 1e-6
"""Nearly nothing; but 0 would not let another thread in."""


def plan_bytes(plan: Plan) -> bytes:
    """Return the plan as the bytes of a plan file.

    Raises ValueError where it holds what JSON cannot (half of a surrogate pair).
    """
    left_out: dict[str, Any] = {"id": True} if plan.id is None else {}
    if plan.athlete.units is None:
        left_out["athlete"] = {"units"}
    data = plan_adapter().dump_json(plan, indent=2, by_alias=True, exclude=left_out, warnings=False)
    if _ASIDE in data:
        data = json_adapter().dump_json(_tree(plan), indent=2)
    return data + b"\n"


def proved_bytes(plan: Plan, guide: Guide) -> bytes:
    """Return the plan as bytes, the same as `plan_bytes`, that have brought it back when read.

    Done week by week with a breath between: a thread that writes a year's plan at a stretch keeps
    the window's waiting for 10 ms. Raises ValueError where the plan would not open again as it is.
    """
    problems = Problems()
    try:
        with without_garbage_collection():
            whole = _proved(replace(plan, weeks=()))
            weeks = _proved_weeks(plan)
        look_for_sense(plan, guide, problems)
        problems.settle()
    except PlanFileError as error:
        raise ValueError(f"the plan would not open again: {_exact(plan, guide, error)}") from error
    data = _joined(whole, weeks)
    if len(weeks) > MAX_WEEKS or len(data) > MAX_BYTES:  # what no week by itself can show
        raise ValueError(
            f"the plan would not open again: it has {len(weeks)} weeks in {len(data) >> 20} MB; "
            f"a plan has at most {MAX_WEEKS} in {MAX_BYTES >> 20}"
        )
    return data


def _proved_weeks(plan: Plan) -> list[bytes]:
    weeks = []
    for week in plan.weeks:
        weeks.append(_proved(Plan(weeks=(week,))))
        time.sleep(_BREATH_S)
    return weeks


def _proved(plan: Plan) -> bytes:
    data = plan_bytes(plan)
    again = read_fields(data)
    if again != plan and _tree(again) != _tree(plan):  # a pair may be a tuple here, a list there
        raise ValueError("the plan would not open again as it is now")
    return data


def _exact(plan: Plan, guide: Guide, error: PlanFileError) -> PlanFileError:
    """Return the error with its place in the whole plan; it was found in a single week."""
    try:
        read_plan(plan_bytes(plan), guide)
    except PlanFileError as exact:
        return exact
    return error


def _joined(whole: bytes, weeks: list[bytes]) -> bytes:
    """Put the weeks, each written as the only one of a bare plan, into the plan without weeks."""
    if not weeks:
        return whole
    bare = plan_bytes(Plan(weeks=()))
    begin = bare.index(_NO_WEEKS) + len(_NO_WEEKS) - 1
    end = begin - len(bare) - len(_AFTER_WEEKS) + 1
    inside = [part for week in weeks for part in (b",", memoryview(week)[begin:end])]
    head, _, tail = whole.partition(_NO_WEEKS)
    return b"".join([head, _NO_WEEKS[:-1], *inside[1:], _AFTER_WEEKS, tail])


def _tree(value: Any) -> Any:
    """Return a plan's value as JSON has it, with what is unknown.

    Keys are in their objects after the known ones, entries as near their places as these are.
    """
    if isinstance(value, tuple | list):
        return [_tree(item) for item in value]
    if isinstance(value, dict):
        return {key: _tree(item) for key, item in value.items()}
    if not isinstance(value, Value):
        return value
    known = {field.name: _tree(getattr(value, field.name)) for field in fields(value)}  # type: ignore[arg-type]
    del known["extra"]
    for at, entry in known.pop("unknown", ()):
        known["entries"].insert(at, entry)
    if isinstance(value, Plan) and value.id is None:
        del known["id"]
    if isinstance(value, Athlete) and value.units is None:
        del known["units"]
    return known | dict(value.extra)
