"""Where something stands in a plan: week, day, entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from soleus_desktop.plan.bounds import DAYS
from soleus_desktop.plan.ids import weeks_with
from soleus_desktop.plan.model import Entry, Plan

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Slot(NamedTuple):
    """A position on the board: week, day and the entry's place in the day, all from 0."""

    week: int
    day: int
    position: int


@dataclass(frozen=True, slots=True)
class Place:
    """What a finding speaks of: an entry, a day, a week, or (nothing given) the whole plan.

    `week` and `day` count from 0; `entry` is an entry's id.
    """

    week: int | None = None
    day: int | None = None
    entry: str | None = None

    @property
    def label(self) -> str:
        """Say it for people: ``Week 2, Friday``."""
        if self.week is None:
            return "Whole plan"
        week = f"Week {self.week + 1}"
        return week if self.day is None else f"{week}, {DAY_NAMES[self.day]}"

    @property
    def day_key(self) -> str | None:
        """The day as the file and the command line write it, ``mon`` to ``sun``."""
        return None if self.day is None else DAYS[self.day]


def find_entry(plan: Plan, entry_id: str) -> tuple[Slot, Entry] | None:
    """Return where the entry with this id stands and the entry itself, or None."""
    for w, week in weeks_with(plan, {entry_id}):
        for d, day in enumerate(week.days):
            for entry in day.entries:  # counted only once found
                if entry.id == entry_id:
                    return Slot(w, d, day.entries.index(entry)), entry
    return None


def date_of(plan: Plan, week: int, day: int) -> date | None:
    """Return the calendar date of a day (from 0), or None where the plan has no start."""
    return None if plan.start is None else date_after(plan.start, week, day)


def date_after(start: str, week: int, day: int) -> date:
    """Return the date of a day (from 0) of a plan that starts on this ISO date."""
    return date.fromisoformat(start) + timedelta(days=7 * week + day)
