"""Keys of a plan file, and kinds of entries, that this version does not know: set aside, so that
the types can be read.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from soleus_desktop.plan.bounds import MAX_ENTRIES
from soleus_desktop.plan.model import Entry
from soleus_desktop.plan.unknown import kind_of
from soleus_desktop.plan.value import ASIDE, UNKNOWN_ENTRIES, UNKNOWN_KEYS, Value

Kinds = tuple[Any, ...]
"""The types that may stand at a place; several are told apart by their key `type`."""


class _Shape(NamedTuple):
    known: frozenset[str]
    inner: dict[str, Kinds]


def set_aside(tree: Any, kinds: Kinds) -> bool:
    """Move the unknown keys of every object under its key `UNKNOWN_KEYS`, as pairs, in place.

    What has another shape than these types is left as it is. Returns False where an unknown key
    holds an infinite number, which could not be written back.
    """
    if isinstance(tree, list):
        good_items = [set_aside(item, kinds) for item in tree]  # of every item, not the first few
        return all(good_items)
    if not isinstance(tree, dict):
        return True
    shape = _shape(_kind_of(tree, kinds))
    good = True
    if not tree.keys() <= shape.known:
        unknown = [key for key in tree if key not in shape.known]
        pairs = tuple((key, tree.pop(key)) for key in unknown)
        tree[UNKNOWN_KEYS] = pairs
        good = all(finite(value) for _, value in pairs)
    for name, inner in shape.inner.items():
        if name in tree:
            good = set_aside(tree[name], inner) and good
    return good


Strange = Callable[[Any], bool]
"""Tells whether a JSON value is an entry that cannot be read, and is to be set aside."""


class Left(list[Any]):
    """What is left of a list, with the numbers that its items had in it."""

    def __init__(self, numbered: Iterable[tuple[int, Any]]) -> None:
        numbered = list(numbered)
        super().__init__([item for _, item in numbered])
        self.numbers = [number for number, _ in numbered]


def entries_aside(tree: Any, strange: Strange) -> Callable[[], bool]:
    """Take the entries that are `strange` out of the days of a plan's tree, in place.

    Of a day that has too many of them none is taken: it is refused. Returns what puts them where
    the day's type expects them, to be called when the tree has been through `set_aside`: they are
    kept as they are. It returns False where one holds an infinite number.
    """
    aside: list[tuple[dict[str, Any], tuple[tuple[int, Any], ...]]] = []
    for day, entries in _days(tree):
        found = tuple([(at, entry) for at, entry in enumerate(entries) if strange(entry)])
        if 0 < len(found) <= MAX_ENTRIES:
            taken = {at for at, _ in found}
            day["entries"] = Left(each for each in enumerate(entries) if each[0] not in taken)
            aside.append((day, found))

    def put() -> bool:
        for day, found in aside:
            day[UNKNOWN_ENTRIES] = found
        return finite([entry for _, found in aside for _, entry in found])

    return put


def of_unknown_kind(entry: Any) -> bool:
    """Tell whether the dose of an entry is of a kind that this version does not know."""
    kind = kind_of(entry)
    return kind is not None and kind not in _dose_kinds()


@cache
def _dose_kinds() -> frozenset[str]:
    return frozenset(map(name_of, kinds_in(get_type_hints(Entry)["dose"])))


def _days(tree: Any) -> Iterator[tuple[dict[str, Any], list[Any]]]:
    """Go through the days of a plan's tree that have a list of entries."""
    for week in items(tree, "weeks"):
        for day in items(week, "days"):
            if entries := items(day, "entries"):
                yield day, entries


def items(value: Any, key: str) -> list[Any]:
    """Return the list that stands under a key of an object; none where there is none."""
    found = value.get(key) if isinstance(value, dict) else None
    return found if isinstance(found, list) else []


def finite(value: Any) -> bool:
    """Tell whether no number in a JSON value is infinite."""
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


def kinds_in(hint: Any) -> Kinds:
    """Return the plan's types that an annotation speaks of."""
    if isinstance(hint, type) and issubclass(hint, Value):
        return (hint,)
    return tuple(kind for inner in get_args(hint) for kind in kinds_in(inner))


@cache
def name_of(kind: Any) -> Any:
    """Return what the key `type` of an object of this type says."""
    return get_args(get_type_hints(kind)["type"])[0]


def _kind_of(tree: dict[str, Any], kinds: Kinds) -> Any:
    if len(kinds) > 1:
        for kind in kinds:
            if name_of(kind) == tree.get("type"):
                return kind
    return kinds[0]


@cache
def _shape(kind: Any) -> _Shape:
    hints = get_type_hints(kind, include_extras=True)
    names = [field.name for field in fields(kind) if field.name not in ASIDE]
    inner = {name: kinds for name in names if (kinds := kinds_in(hints[name]))}
    return _Shape(frozenset(names), inner)
