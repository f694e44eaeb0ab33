"""A way through a file's tree beside the types: finds what is wrong, sets unknown keys aside.

Taken when the quick look has refused a file or has seen that there is something to set aside;
what the types say is held against the tree by the same checks that an edit has to pass.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from annotated_types import MaxLen, MinLen

from soleus_desktop.plan.value import UNFIT_IN_TEXT, UNKNOWN_KEYS, Value, check_of
from soleus_desktop.storage.problems import Problems, found

Reader = Callable[[Any, str, Problems], Any]
"""Takes what stands at a place; returns it with its unknown keys set aside, notes problems."""


class _Field(NamedTuple):
    read: Reader
    expects: str
    required: bool


def set_aside(tree: dict[str, Any], kind: Any, problems: Problems) -> dict[str, Any]:
    """Return the tree of an object of this type with its unknown keys under `UNKNOWN_KEYS`.

    At every depth; they become pairs of key and value. What is wrong is noted in `problems`.
    """
    read: dict[str, Any] = _object_reader(kind)(tree, "", problems)
    return read


def finite(value: Any) -> bool:
    """Tell whether no number in a JSON value is infinite: such a one could not be written back."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case float() as number if not math.isfinite(number):
                return False
            case dict() as table:
                waiting.extend(table.values())
            case list() as items:
                waiting.extend(items)
    return True


@cache
def _object_reader(kind: Any) -> Reader:
    hints = get_type_hints(kind, include_extras=True)
    known = {
        field.name: _Field(*_reader_of(hints[field.name]), field.default is MISSING)
        for field in fields(kind)
        if field.name != "extra"
    }

    def read(value: Any, place: str, problems: Problems) -> Any:
        if not isinstance(value, dict):
            return problems.add(place, f"expected an object, found {found(value)}")
        at = f"{place}." if place else ""
        result: dict[str, Any] = {}
        for name, field in known.items():
            if name in value:
                result[name] = field.read(value[name], at + name, problems)
            elif field.required:
                problems.add(at + name, f"expected {field.expects}, but it is missing")
        if unknown := tuple((key, found) for key, found in value.items() if key not in known):
            result[UNKNOWN_KEYS] = unknown
            for key, kept in unknown:
                if not finite(kept):
                    problems.add(at + key, "expected finite numbers, found an infinite one")
        return result

    return read


def _reader_of(hint: Any) -> tuple[Reader, str]:
    """Return how to read what this annotation stands for, and what it expects, in words."""
    bare, marks = hint, ()
    while get_origin(bare) is Annotated:
        bare, *more = get_args(bare)
        marks = (*more, *marks)
    options = get_args(bare) if get_origin(bare) in (Union, UnionType) else (bare,)
    if NoneType in options:
        return _or_null(*_reader_of(Union[tuple(o for o in options if o is not NoneType)]))  # noqa: UP007
    if all(isinstance(option, type) and issubclass(option, Value) for option in options):
        return (_by_type(options) if options[1:] else _object_reader(bare)), "an object"
    if get_origin(bare) is tuple:
        return _list_reader(get_args(bare)[0], marks, check_of(hint).expects)
    return _leaf_reader(hint)


def _leaf_reader(hint: Any) -> tuple[Reader, str]:
    check = check_of(hint)
    expects = "true or false" if hint is bool else check.expects

    def read(value: Any, place: str, problems: Problems) -> Any:
        if not check.holds(value):
            unfit = isinstance(value, str) and UNFIT_IN_TEXT.search(value)
            wanted = "text without control characters" if unfit else expects
            problems.add(place, f"expected {wanted}, found {found(value)}")
        return value

    return read, expects


def _or_null(inner: Reader, expects: str) -> tuple[Reader, str]:
    def read(value: Any, place: str, problems: Problems) -> Any:
        return None if value is None else inner(value, place, problems)

    return read, f"{expects} or null"


def _list_reader(item: Any, marks: tuple[Any, ...], expects: str) -> tuple[Reader, str]:
    least = next((mark.min_length for mark in marks if isinstance(mark, MinLen)), 0)
    most = next((mark.max_length for mark in marks if isinstance(mark, MaxLen)), math.inf)
    read_item, _ = _reader_of(item)

    def read(value: Any, place: str, problems: Problems) -> Any:
        if not isinstance(value, list) or not least <= len(value) <= most:
            return problems.add(place, f"expected {expects}, found {found(value)}")
        return [read_item(each, f"{place}[{i}]", problems) for i, each in enumerate(value)]

    return read, expects


def _by_type(kinds: tuple[Any, ...]) -> Reader:
    """Read one of several kinds of object, told apart by their key `type`."""
    readers = {get_args(get_type_hints(kind)["type"])[0]: _object_reader(kind) for kind in kinds}

    def read(value: Any, place: str, problems: Problems) -> Any:
        if not isinstance(value, dict):
            return problems.add(place, f"expected an object, found {found(value)}")
        name = value.get("type")
        if not isinstance(name, str) or name not in readers:
            names = ", ".join(readers)
            there = f"found {found(name)}" if "type" in value else "but it is missing"
            return problems.add(f"{place}.type", f"expected one of {names}, {there}")
        return readers[name](value, place, problems)

    return read
