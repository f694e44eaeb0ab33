"""What is taken up from a plan, to go elsewhere: entries, whole days or whole weeks."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

from soleus_desktop.plan.block import Block, BlockDay, block_of_days, block_of_entries
from soleus_desktop.plan.model import Day, Entry, Plan, Week
from soleus_desktop.ui.selection import Cell, Selection
from soleus_desktop.ui.session import Session

Whole = Literal["entries", "days", "weeks"]


class Carried(NamedTuple):
    """Entries, whole days or whole weeks on their way, and the token of their session.

    `plan` holds just them: the first day (or week) as its first, the others at their distances.
    `places` are the days they stood on, counted through all weeks from 0, or the weeks; `held` is
    how many days after the first they are held by the pointer.
    """

    session: str
    whole: Whole
    plan: Plan
    places: tuple[int, ...]
    held: int = 0

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries themselves, in order."""
        return tuple(
            entry for week in self.plan.weeks for day in week.days for entry in day.entries
        )

    @property
    def block(self) -> Block:
        """The days that hold anything, at their distances from the first."""
        return tuple(
            BlockDay(7 * number + at, day)
            for number, week in enumerate(self.plan.weeks)
            for at, day in enumerate(week.days)
            if day != Day()
        )


def take_selected(
    session: Session, selection: Selection, held: Cell | None = None
) -> Carried | None:
    """Take up what is selected, held at a day, else the current one; None if it holds nothing."""
    plan, token = session.plan, session.token
    here = held or (selection.week, selection.day)
    if selection.entry_ids:
        return take_entries(token, plan, selection.entry_ids, here)
    if selection.whole_weeks:
        return take_weeks(token, plan, selection.weeks)
    if any(plan.weeks[week].days[day] != Day() for week, day in selection.days):
        return take_days(token, plan, selection.days, here)
    return None


def take_entries(token: str, plan: Plan, ids: Collection[str], held: Cell | None = None) -> Carried:
    """Take up entries; `held` is the day of the one that is pointed at."""
    wanted = set(ids)
    places = [
        7 * week + day
        for week, each in enumerate(plan.weeks)
        for day, there in enumerate(each.days)
        if any(entry.id in wanted for entry in there.entries)
    ]
    return _taken(token, "entries", plan, weeks_of_block(block_of_entries(plan, ids)), places, held)


def take_days(token: str, plan: Plan, days: Collection[Cell], held: Cell | None = None) -> Carried:
    """Take up whole days; `held` is the one that is pointed at."""
    places = sorted(7 * week + day for week, day in days)
    return _taken(token, "days", plan, weeks_of_block(block_of_days(plan, days)), places, held)


def take_weeks(token: str, plan: Plan, weeks: Collection[int]) -> Carried:
    """Take up whole weeks."""
    places = sorted(weeks)
    return _taken(token, "weeks", plan, [plan.weeks[week] for week in places], places, None)


def _taken(
    token: str,
    whole: Whole,
    plan: Plan,
    weeks: list[Week],
    places: list[int],
    held: Cell | None,
) -> Carried:
    """Make the small plan, with the custom exercises that are used in it."""
    used = {entry.exercise for week in weeks for day in week.days for entry in day.entries}
    own = tuple(exercise for exercise in plan.exercises if exercise.id in used)
    at = 7 * held[0] + held[1] if held else -1
    offset = at - places[0] if at in places else 0
    small = Plan(weeks=tuple(weeks), exercises=own)
    return Carried(token, whole, small, tuple(places), offset)


def weeks_of_block(block: Block) -> list[Week]:
    """Lay a block into weeks, its first day as the first."""
    days = dict(block)
    count = max(days, default=0) // 7 + 1
    return [
        Week(days=tuple(days.get(7 * week + at, Day()) for at in range(7))) for week in range(count)
    ]
