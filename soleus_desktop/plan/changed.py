"""What an edit changed: all that it did not touch is the same object as before."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, compress, count, repeat
from operator import is_not

from soleus_desktop.plan.model import Week


def changed_weeks(before: Iterable[Week], after: Iterable[Week]) -> list[int]:
    """Return which weeks (from 0) of those after are other objects than those before, or more."""
    return [*compress(count(), map(is_not, after, chain(before, repeat(None))))]
