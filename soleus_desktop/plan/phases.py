"""The phases of a plan: runs of weeks that belong together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from soleus_desktop.plan.bounds import STAGES
from soleus_desktop.plan.model import Plan, Week
from soleus_desktop.plan.words import STAGE_NAMES


class Phase(NamedTuple):
    """A run of weeks, first and last from 0, and what it is called."""

    first: int
    last: int
    name: str


def are_labelled(plan: Plan) -> bool:
    """Tell whether anybody has labelled a week: labels name the phases then, else stages do."""
    return any(week.label for week in plan.weeks)


def name_of(week: Week, *, labelled: bool) -> str:
    """Return the label of a week, or its furthest stage; empty where it has none."""
    if labelled:
        return week.label.strip()
    stages = {entry.stage for day in week.days for entry in day.entries}
    return next((STAGE_NAMES[stage] for stage in reversed(STAGES) if stage in stages), "")


def runs(names: Sequence[str]) -> list[Phase]:
    """Return the phases of weeks with these names: equal neighbours are one, no name is none."""
    phases, first = [], 0
    for name, group in groupby(names):
        last = first + sum(1 for _ in group) - 1
        if name:
            phases.append(Phase(first, last, name))
        first = last + 1
    return phases
