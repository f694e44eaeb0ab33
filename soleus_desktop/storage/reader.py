"""From the bytes of a plan file to the plan, or to what is wrong with them and where."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.adapter import plan_adapter
from soleus_desktop.storage.problems import NewerFormat, PlanFileError, Problem, Problems, found
from soleus_desktop.storage.sense import look_for_sense
from soleus_desktop.storage.syntax import parse
from soleus_desktop.storage.unknown import Strange, entries_aside, of_unknown_kind, set_aside
from soleus_desktop.storage.upgrades import upgraded
from soleus_desktop.storage.walk import look_at_fields

FORMAT = "soleus-plan"
VERSION = 1

_ESCAPED = re.compile(rb"\\(?:u00(?:[01][0-9a-fA-F]|7[fF]|[89][0-9a-fA-F])|[bfr])")
_BARE = re.compile(rb"\x7f|\xc2[\x80-\x9f]")


def read_plan(data: bytes, guide: Guide) -> Plan:
    """Return the plan in the bytes of a plan file.

    Raises PlanFileError naming what is wrong and where; NewerFormat where the format is newer.
    """
    with without_garbage_collection():
        plan = read_fields(data)
    return sensible(plan, guide)


def read_fields(data: bytes) -> Plan:
    """Return the plan, each field good by itself; whether they fit together is not looked at."""
    tree, text = parse(data)
    tree = upgraded(tree) if isinstance(tree, dict) else tree
    _look_at_envelope(tree)
    return fields_of(tree, text)


def fields_of(tree: dict[str, Any], text: bytes, strange: Strange | None = None) -> Plan:
    """Return the plan of a tree, which came out of this text.

    Entries that are `strange` are set aside; without it those of an unknown kind.
    """
    unsure = _may_hold_control_characters(text)
    plan = None if unsure or strange else validated(tree)
    if plan is None:
        put_entries = entries_aside(tree, strange or of_unknown_kind)
        unsure = not set_aside(tree, (Plan,)) or unsure
        unsure = not put_entries() or unsure
        plan = None if unsure else validated(tree)
    if plan is None:
        problems = Problems()
        look_at_fields(tree, Plan, problems)
        problems.settle()
        plan = validated(tree)
    if plan is None:
        raise PlanFileError(Problem("", "expected a plan as the format describes it"))
    return plan


def validated(tree: dict[str, Any]) -> Plan | None:
    """Return the plan of a tree; None where something is wrong with it or there is an unknown key.

    This is the quick look: what is wrong is said by the way through the tree.
    """
    from pydantic import ValidationError

    try:
        return plan_adapter().validate_python(tree)
    except ValidationError:
        return None


def sensible(plan: Plan, guide: Guide) -> Plan:
    """Return the plan, whose fields fit together. Raises PlanFileError where they do not."""
    problems = Problems()
    look_for_sense(plan, guide, problems)
    problems.settle()
    return plan


def _look_at_envelope(tree: Any) -> None:
    """Refuse what is no plan or a plan of a newer version, before looking at anything else."""
    if not isinstance(tree, dict):
        raise PlanFileError(Problem("", f"expected a plan, an object, found {found(tree)}"))
    for key, expected in (("format", FORMAT), ("version", VERSION)):
        value = tree.get(key)
        if type(value) is type(expected) and value == expected:
            continue
        if key == "version" and type(value) is int and value > VERSION:
            message = (
                f"the file was written by a newer version of the program (format {found(value)}; "
                f"this one reads format {VERSION}), so it was not opened and nothing was changed"
            )
            raise NewerFormat(Problem(key, message))
        there = f"found {found(value)}" if key in tree else "but it is missing"
        message = f"expected {found(expected)}, {there}"
        raise PlanFileError(Problem(key, message))


def _may_hold_control_characters(text: bytes) -> bool:
    """Tell quickly whether a closer look is needed; JSON itself refuses bare ones below 0x20."""
    return bool(
        (b"\\" in text and _ESCAPED.search(text))
        or ((b"\x7f" in text or b"\xc2" in text) and _BARE.search(text))
    )


@contextmanager
def without_garbage_collection() -> Iterator[None]:
    """Many objects are made and none is garbage: looking for some costs half as much again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
