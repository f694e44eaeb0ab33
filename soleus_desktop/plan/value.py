"""A frozen value that checks what is changed in it.

`dataclasses.replace` would take anything; `Value.replace` holds the new values against the same
annotations that the plan file's reader uses, so an edit cannot make a plan that would not open.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Self, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MaxLen, MinLen

Check = Callable[[Any], str | None]
"""Says what was expected, or None where the value is good."""


class Value:
    """Base of the plan's frozen slots dataclasses."""

    __slots__ = ()

    def replace(self, **changes: Any) -> Self:
        """Return a copy with these fields changed; all that is not named is shared.

        Raises ValueError with field and expectation where a value is out of its bounds, and
        TypeError for a field that is not there.
        """
        checks = _checks(type(self))  # type: ignore[arg-type]
        for name, value in changes.items():
            if name not in checks:
                raise TypeError(f"{type(self).__name__} has no field {name!r}")
            if expected := checks[name](value):
                raise ValueError(f"{name}: expected {expected}, found {value!r}")
        return replace(self, **changes)  # type: ignore[type-var]


@cache
def _checks(kind: type[Value]) -> dict[str, Check]:
    hints = get_type_hints(kind, include_extras=True)
    return {field.name: _check(hints[field.name]) for field in fields(kind)}  # type: ignore[arg-type]


def _check(hint: Any) -> Check:
    """Build the check of one annotation; knows just the shapes that the plan uses."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _bounded(_check(args[0]), args[1:])
    if origin in (Union, UnionType):
        options = [_check(arg) for arg in args]
        return lambda value: _first_fault(options, value)
    if origin is Literal:
        return lambda value: None if value in args else f"one of {', '.join(map(str, args))}"
    if origin is tuple and args[-1] is Ellipsis:
        item = _check(args[0])
        return lambda value: (
            next((fault for fault in map(item, value) if fault), None)
            if type(value) is tuple
            else "a list"
        )
    return _of_kind(origin or hint)


def _of_kind(kind: Any) -> Check:
    if kind is Any:
        return lambda value: None
    if kind is float:
        return lambda value: (
            None if type(value) is float and math.isfinite(value) else "a finite number"
        )
    if kind in (int, bool):  # a bool is an int to Python, never to a plan
        return lambda value: None if type(value) is kind else f"a {_WORDS[kind]}"
    return lambda value: None if isinstance(value, kind) else f"a {_WORDS.get(kind, kind.__name__)}"


_WORDS: dict[Any, str] = {
    int: "whole number",
    bool: "yes or no",
    str: "text",
    dict: "table",
    type(None): "blank",
}


def _first_fault(options: list[Check], value: Any) -> str | None:
    faults = [check(value) for check in options]
    if None in faults:
        return None
    return " or ".join(dict.fromkeys(fault for fault in faults if fault))


def _bounded(check: Check, marks: tuple[Any, ...]) -> Check:
    def checked(value: Any) -> str | None:
        if fault := check(value):
            return fault
        for mark in marks:
            if isinstance(mark, Ge) and not value >= mark.ge:
                return f"at least {mark.ge}"
            if isinstance(mark, Le) and not value <= mark.le:
                return f"at most {mark.le}"
            if isinstance(mark, MinLen) and len(value) < mark.min_length:
                return f"at least {mark.min_length} long"
            if isinstance(mark, MaxLen) and len(value) > mark.max_length:
                return f"at most {mark.max_length} long"
        return None

    return checked
