"""What an edit changed: all that it did not touch is the same object as before."""

from __future__ import annotations

from itertools import compress, count
from operator import is_not

from soleus_desktop.plan.model import Plan


def changed_weeks(before: Plan, after: Plan) -> list[int]:
    """Return the weeks (from 0) that are other objects, of two plans with as many weeks."""
    return [*compress(count(), map(is_not, before.weeks, after.weeks))]
