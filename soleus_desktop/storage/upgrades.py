"""From plan files of older formats to this one: a small pure function for each step.

Format 1 is the first, so there is no step yet. Whoever raises `reader.VERSION` adds one to `STEPS`
and leaves a file of the older format among the tests' samples for ever.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Tree = dict[str, Any]
STEPS: dict[int, Callable[[Tree], Tree]] = {}
"""By the format that a step leads away from, to the next one."""


def upgraded(tree: Tree) -> Tree:
    """Return a plan file's tree in the newest format that steps lead to; the given one stays."""
    while type(at := tree.get("version")) is int and at in STEPS:
        tree = STEPS[at](tree) | {"version": at + 1}
    return tree
