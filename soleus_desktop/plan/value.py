"""A frozen value that checks what is changed in it.

`dataclasses.replace` would take anything; `Value.replace` holds the new values against the same
annotations that the plan file's reader uses, so an edit cannot make a plan that would not open.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import fields, replace
from functools import cache
from operator import not_
from reprlib import repr as short
from types import UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Literal,
    NamedTuple,
    Self,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from soleus_desktop.plan.bounds import Bound

UNFIT_IN_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters other than tab and newline, and halves of surrogate pairs."""

UNKNOWN_KEYS, UNKNOWN_ENTRIES = "\x00extra", "\x00unknown"
ASIDE = {"extra": UNKNOWN_KEYS, "unknown": UNKNOWN_ENTRIES}
"""Fields that are no keys of a plan file: the keys under which the reader hands them over, and the
writer finds them again. No text of a plan can hold these.
"""


class Check(NamedTuple):
    """What a field expects, in words, and whether a value is that."""

    expects: str
    holds: Callable[[Any], bool]


ANYTHING = Check("anything", lambda value: True)


class Value:
    """Base of the plan's frozen slots dataclasses.

    What begins with two underscores is read by the library that reads and writes plan files; it is
    spelled here without importing that library.
    """

    __slots__ = ()
    __pydantic_config__: ClassVar[dict[str, Any]] = {
        "strict": True,
        "extra": "forbid",
        "allow_inf_nan": False,
        "hide_input_in_errors": True,
    }

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Take objects and lists as JSON brings them; hide what is set aside where it is empty."""
        schema = handler(source)
        inner = handler.resolve_ref_schema(schema)
        inner["strict"] = False  # an object for a dataclass; its fields stay strict
        for field in inner["schema"]["fields"]:
            kind = field["schema"]
            kind = kind["schema"] if kind["type"] == "default" else kind
            if kind["type"] == "tuple":
                kind |= {"strict": False, "fail_fast": True}  # a list for a tuple
            if field["name"] in ASIDE:
                field |= {
                    "validation_alias": ASIDE[field["name"]],
                    "serialization_alias": ASIDE[field["name"]],
                    "serialization_exclude_if": not_,
                }
        return schema

    def replace(self, **changes: Any) -> Self:
        """Return a copy with these fields changed; all that is not named is shared.

        Raises ValueError with field and expectation where a value is out of its bounds, and
        TypeError for a field that is not there.
        """
        checks = _checks(type(self))  # type: ignore[arg-type]
        for name, value in changes.items():
            if name not in checks:
                raise TypeError(f"{type(self).__name__} has no field {name!r}")
            _refuse(name, checks[name], value)
        return replace(self, **changes)  # type: ignore[type-var]

    def checked(self) -> Self:
        """Return the value itself once all that it holds, however deep, is found within bounds.

        For a value that was put together from outside. Raises ValueError with the place in it.
        """
        for field, check in _checks(type(self)).items():  # type: ignore[arg-type]
            _refuse(field, check, getattr(self, field), deep=True)
        return self


def _refuse(name: str, check: Check, value: Any, deep: bool = False) -> None:
    """Raise ValueError where the value is not what is expected.

    A dose, a tempo, a load ... may come straight from its constructor, which checks nothing: it is
    looked into. A week, a day, an entry is so only where `deep` asks for it, since a year's plan
    cannot be walked through at every edit.
    """
    if not check.holds(value):
        raise ValueError(f"{name}: expected {check.expects}, found {short(value)}")
    if isinstance(value, Value) and (deep or _is_leaf(type(value))):  # type: ignore[arg-type]
        for field, inner in _checks(type(value)).items():  # type: ignore[arg-type]
            _refuse(f"{name}.{field}", inner, getattr(value, field), deep)
    elif type(value) is tuple and deep:
        for number, item in enumerate(value):
            if isinstance(item, Value):
                _refuse(f"{name}[{number}]", ANYTHING, item, deep)


@cache
def _checks(kind: Any) -> dict[str, Check]:
    return {name: check_of(hint) for name, hint in _hints(kind).items()}


@cache
def _is_leaf(kind: Any) -> bool:
    """Tell whether no field of this type holds a further value of a plan."""
    return not any(map(_holds_values, _hints(kind).values()))


def _holds_values(hint: Any) -> bool:
    if isinstance(hint, type) and issubclass(hint, Value):
        return True
    return any(map(_holds_values, get_args(hint)))


def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind, include_extras=True)
    return {field.name: hints[field.name] for field in fields(kind)}


def check_of(hint: Any) -> Check:
    """Build the check of one annotation; knows just the shapes that the plan uses."""
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _bounded(check_of(args[0]), args[1:])
    if origin in (Union, UnionType):
        return _any_of([check_of(arg) for arg in args])
    if origin is Literal:
        return Check(
            f"one of {', '.join(map(str, args))}" if args[1:] else str(args[0]),
            lambda value: any(value == arg and type(value) is type(arg) for arg in args),
        )
    if origin is tuple and args[-1] is Ellipsis:
        return _list_of(args[0])
    return _of_kind(origin or hint)


def _of_kind(kind: Any) -> Check:
    if kind is Any:
        return ANYTHING
    if kind is float:
        return Check("a number", lambda value: type(value) is float and math.isfinite(value))
    if kind is str:
        return Check("text", lambda value: type(value) is str and not UNFIT_IN_TEXT.search(value))
    if kind in _WORDS:  # exactly: a bool is an int to Python, never to a plan
        return Check(_WORDS[kind], lambda value: type(value) is kind)
    return Check(kind.__name__, lambda value: isinstance(value, kind))


_WORDS: dict[Any, str] = {
    int: "a whole number",
    bool: "yes or no",
    dict: "a table",
    type(None): "nothing",
}


def _list_of(hint: Any) -> Check:
    if isinstance(hint, type) and issubclass(hint, Value):  # an edit shares all weeks but one
        only = {hint}
        return Check("a list", lambda value: type(value) is tuple and set(map(type, value)) <= only)
    item = check_of(hint).holds
    return Check("a list", lambda value: type(value) is tuple and all(map(item, value)))


def _any_of(options: list[Check]) -> Check:
    words = [option.expects for option in options]
    if "a number" in words:
        words.remove("a whole number")  # a number may be a whole one
    return Check(" or ".join(words), lambda value: any(option.holds(value) for option in options))


def _bounded(check: Check, marks: tuple[Any, ...]) -> Check:
    bounds = [mark for mark in marks if isinstance(mark, Bound)]
    return Check(
        " ".join([check.expects, *(bound.words for bound in bounds)]),
        lambda value: check.holds(value) and all(bound.holds(value) for bound in bounds),
    )
