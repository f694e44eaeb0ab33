"""A way through a file's tree beside the types, to say what is wrong and where.

Taken when the quick look has refused a file, or has seen that a text may hold what it does not
look at. What the types say is held against the tree by the same checks that an edit has to pass.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, fields
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from soleus_desktop.plan.bounds import Length
from soleus_desktop.plan.value import ASIDE, UNFIT_IN_TEXT, UNKNOWN_ENTRIES, UNKNOWN_KEYS, check_of
from soleus_desktop.storage.problems import Problems, found
from soleus_desktop.storage.unknown import Left, finite, kinds_in, name_of

FINITE = "expected finite numbers, found an infinite one"

Look = Callable[[Any, str, Problems], None]
"""Looks at what stands at a place and notes what is wrong with it."""


class _Field(NamedTuple):
    look: Look
    expects: str
    required: bool


def look_at_fields(tree: Any, kind: Any, problems: Problems) -> None:
    """Note what is wrong in the tree of an object of this type, its unknown keys set aside."""
    _object_look(kind)(tree, "", problems)


@cache
def _object_look(kind: Any) -> Look:
    hints = get_type_hints(kind, include_extras=True)
    known = {
        field.name: _Field(
            *_look_of(hints[field.name]), field.default is field.default_factory is MISSING
        )
        for field in fields(kind)
        if field.name not in ASIDE
    }

    def look(value: Any, place: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            return problems.add(place, f"expected an object, found {found(value)}")
        at = f"{place}." if place else ""
        for name, field in known.items():
            if name in value:
                field.look(value[name], at + name, problems)
            elif field.required:
                problems.add(at + name, f"expected {field.expects}, but it is missing")
        aside = [(key, kept) for key, kept in value.get(UNKNOWN_KEYS, ())]
        aside += [(f"entries[{n}]", kept) for n, kept in value.get(UNKNOWN_ENTRIES, ())]
        for key, kept in aside:
            if not finite(kept):
                problems.add(at + key, FINITE)
        return None

    return look


def _look_of(hint: Any) -> tuple[Look, str]:
    """Return how to look at what this annotation stands for, and what it expects, in words."""
    bare, *marks = get_args(hint) if get_origin(hint) is Annotated else (hint,)
    options = get_args(bare) if get_origin(bare) in (Union, UnionType) else (bare,)
    if NoneType in options:
        return _or_null(*_look_of(Union[tuple(o for o in options if o is not NoneType)]))  # noqa: UP007
    if get_origin(bare) is tuple:
        return _list_look(get_args(bare)[0], marks, check_of(hint).expects)
    if kinds := kinds_in(bare):
        return (_look_by_type(kinds) if kinds[1:] else _object_look(bare)), "an object"
    return _leaf_look(hint)


def _leaf_look(hint: Any) -> tuple[Look, str]:
    check = check_of(hint)
    expects = "true or false" if hint is bool else check.expects

    def look(value: Any, place: str, problems: Problems) -> None:
        if not check.holds(value):
            unfit = isinstance(value, str) and UNFIT_IN_TEXT.search(value)
            wanted = "text without control characters" if unfit else expects
            problems.add(place, f"expected {wanted}, found {found(value)}")

    return look, expects


def _or_null(inner: Look, expects: str) -> tuple[Look, str]:
    def look(value: Any, place: str, problems: Problems) -> None:
        if value is not None:
            inner(value, place, problems)

    return look, f"{expects} or null"


def _list_look(item: Any, marks: list[Any], expects: str) -> tuple[Look, str]:
    lengths = [mark for mark in marks if isinstance(mark, Length)]
    look_at_item, _ = _look_of(item)

    def look(value: Any, place: str, problems: Problems) -> None:
        if not isinstance(value, list) or not all(length.holds(value) for length in lengths):
            return problems.add(place, f"expected {expects}, found {found(value)}")
        numbers = value.numbers if isinstance(value, Left) else range(len(value))
        for index, each in zip(numbers, value, strict=True):
            look_at_item(each, f"{place}[{index}]", problems)
        return None

    return look, expects


def _look_by_type(kinds: tuple[Any, ...]) -> Look:
    """Look at one of several kinds of object, told apart by their key `type`."""
    looks = {name_of(kind): _object_look(kind) for kind in kinds}

    def look(value: Any, place: str, problems: Problems) -> None:
        if not isinstance(value, dict):
            return problems.add(place, f"expected an object, found {found(value)}")
        name = value.get("type")
        if isinstance(name, str) and name in looks:
            return looks[name](value, place, problems)
        there = f"found {found(name)}" if "type" in value else "but it is missing"
        return problems.add(f"{place}.type", f"expected one of {', '.join(looks)}, {there}")

    return look
