"""How much of the plan is printed, told by what is selected on the board."""

from __future__ import annotations

from typing import Literal

from soleus_desktop.plan.place import Place
from soleus_desktop.plan.words import span
from soleus_desktop.ui.selection import Selection

Scope = Literal["plan", "weeks", "days", "day"]


def scopes(selection: Selection) -> list[tuple[Scope, str]]:
    """Return what there is to choose from, with what to call it now."""
    if selection.week < 0:
        return [("plan", "The whole plan")]
    weeks, days = selection.weeks, selection.days
    if len(weeks) == weeks[-1] - weeks[0] + 1:
        named = f"Week{'s' if weeks[1:] else ''} {span(weeks[0] + 1, weeks[-1] + 1)}"
    else:
        named = f"{len(weeks)} selected weeks"
    here = Place(selection.week, selection.day).label
    return [
        ("plan", "The whole plan"),
        ("weeks", named),
        ("days", f"The {len(days)} selected days" if days[1:] else "The selected day"),
        ("day", f"This day: {here}"),
    ]


def days_of(scope: Scope, selection: Selection) -> frozenset[tuple[int, int]] | None:
    """Return the days to print, by week and day from 0; None is all of them."""
    if scope == "plan" or selection.week < 0:
        return None
    if scope == "weeks":
        return frozenset((week, day) for week in selection.weeks for day in range(7))
    if scope == "days":
        return frozenset(selection.days)
    return frozenset([(selection.week, selection.day)])
