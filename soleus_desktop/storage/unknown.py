"""Keys of a plan file that this version does not know: set aside, so that the types can be read."""

from __future__ import annotations

import math
from dataclasses import fields
from functools import cache
from typing import Any, NamedTuple, get_args, get_type_hints

from soleus_desktop.plan.value import UNKNOWN_KEYS, Value

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
    names = [field.name for field in fields(kind) if field.name != "extra"]
    inner = {name: kinds for name in names if (kinds := kinds_in(hints[name]))}
    return _Shape(frozenset(names), inner)
