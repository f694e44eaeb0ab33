"""The plan file: bytes in, a plan out, and back, by the contract of format version 1.

Everything that a reader can know to be wrong is found here, so that whoever has a plan may rely
on it: its fields are in bounds, its ids meet, its exercises are there.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from functools import cache
from os import PathLike, fspath
from typing import TYPE_CHECKING, Any

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.value import Value
from soleus_desktop.storage.atomic import NotWritten, write_file
from soleus_desktop.storage.disk import NotRead, read_file
from soleus_desktop.storage.problems import PlanFileError, Problem, Problems, found
from soleus_desktop.storage.sense import look_for_sense
from soleus_desktop.storage.syntax import MAX_BYTES, parse
from soleus_desktop.storage.walk import set_aside

if TYPE_CHECKING:  # at run time not before a file is read or written
    from pydantic import TypeAdapter

FORMAT = "soleus-plan"
VERSION = 1

_UNKNOWN = b'"\\u0000extra"'
"""The key of `extra` as JSON writes it: there are unknown keys to put back."""
_ESCAPED = re.compile(rb"\\(?:u00(?:[01][0-9a-fA-F]|7[fF]|[89][0-9a-fA-F])|[bfr])")
_BARE = re.compile(rb"\x7f|\xc2[\x80-\x9f]")


def read_plan(data: bytes, guide: Guide) -> Plan:
    """Return the plan in the bytes of a plan file.

    Raises PlanFileError naming what is wrong and where.
    """
    tree, text = parse(data)
    _look_at_envelope(tree)
    plan = None if _may_hold_control_characters(text) else _validated(tree)
    problems = Problems()
    if plan is None:
        tree = set_aside(tree, Plan, problems)
        problems.settle()
        plan = _validated(tree)
        if plan is None:
            raise PlanFileError(Problem("", "expected a plan as the format describes it"))
    look_for_sense(plan, guide, problems)
    problems.settle()
    return plan


def plan_bytes(plan: Plan) -> bytes:
    """Return the plan as the bytes of a plan file.

    Raises ValueError where it holds what JSON cannot (half of a surrogate pair).
    """
    left_out = {"id"} if plan.id is None else None
    data = adapter().dump_json(plan, indent=2, by_alias=True, exclude=left_out, warnings=False)
    if _UNKNOWN in data:
        data = _any_adapter().dump_json(_tree(plan), indent=2)
    return data + b"\n"


def open_plan(path: str | PathLike[str], guide: Guide) -> Plan:
    """Return the plan in a file. Raises PlanFileError, also where the file cannot be read."""
    try:
        data = read_file(path, MAX_BYTES)
    except NotRead as error:
        raise PlanFileError(Problem("", str(error))) from error
    return read_plan(data, guide)


def save_plan(plan: Plan, path: str | PathLike[str], guide: Guide) -> None:
    """Write the plan to a file, in one piece, after proving that it will open again.

    Raises NotWritten; the file then is as it was before.
    """
    try:
        data = _proved_bytes(plan, guide)
    except ValueError as error:
        raise NotWritten(f"{fspath(path)} was not written: {error}") from error
    write_file(path, data)


def _proved_bytes(plan: Plan, guide: Guide) -> bytes:
    """Return the plan as bytes that have been read back and brought the same plan.

    Raises ValueError where they do not.
    """
    data = plan_bytes(plan)
    try:
        again = read_plan(data, guide)
    except PlanFileError as error:
        raise ValueError(f"the plan would not open again: {error}") from error
    if again != plan and _tree(again) != _tree(plan):  # a pair may be a tuple here, a list there
        raise ValueError("the plan would not open again as it is now")
    return data


@cache
def adapter() -> TypeAdapter[Plan]:
    """Return what reads and writes plans, built once."""
    from pydantic import TypeAdapter

    return TypeAdapter(Plan)


@cache
def _any_adapter() -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(Any)


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
        else:
            there = f"found {found(value)}" if key in tree else "but it is missing"
            message = f"expected {found(expected)}, {there}"
        raise PlanFileError(Problem(key, message))


def _validated(tree: dict[str, Any]) -> Plan | None:
    from pydantic import ValidationError

    try:
        with _without_garbage_collection():
            return adapter().validate_python(tree)
    except ValidationError:
        return None  # what is wrong is said by the way through the tree


def _may_hold_control_characters(text: bytes) -> bool:
    """Tell quickly whether a closer look is needed; JSON itself refuses bare ones below 0x20."""
    return bool(
        (b"\\" in text and _ESCAPED.search(text))
        or ((b"\x7f" in text or b"\xc2" in text) and _BARE.search(text))
    )


def _tree(value: Any) -> Any:
    """Return a plan's value as JSON has it, unknown keys back in their objects, after the known."""
    if isinstance(value, tuple | list):
        return [_tree(item) for item in value]
    if isinstance(value, dict):
        return {key: _tree(item) for key, item in value.items()}
    if not isinstance(value, Value):
        return value
    known = {field.name: _tree(getattr(value, field.name)) for field in fields(value)}  # type: ignore[arg-type]
    del known["extra"]
    if isinstance(value, Plan) and value.id is None:
        del known["id"]
    return known | dict(value.extra)


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Many objects are made and none is garbage: looking for some costs half as much again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
