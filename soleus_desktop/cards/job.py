"""What a layout works from: a plan, what is known of its exercises, and how to set it."""

from __future__ import annotations

from typing import NamedTuple

from soleus_desktop.cards.content import Days, Exercises
from soleus_desktop.cards.options import CardOptions
from soleus_desktop.cards.setting import Setting
from soleus_desktop.guide.model import Exercise, Guide
from soleus_desktop.plan.model import Day, Plan


class Job(NamedTuple):
    """One plan to lay out; `exercises` are the guide's and the plan's own."""

    plan: Plan
    guide: Guide
    exercises: Exercises
    setting: Setting
    options: CardOptions

    @property
    def only(self) -> Days | None:
        """The days to print; None is all of them."""
        return self.options.only

    def weeks(self) -> list[int]:
        """Return the weeks (from 0) of which a day is to be printed."""
        weeks = range(len(self.plan.weeks))
        if self.only is None:
            return list(weeks)
        chosen = {week for week, _ in self.only}
        return [week for week in weeks if week in chosen]

    def day(self, week: int, day: int) -> Day | None:
        """Return a day, or None where it is not to be printed."""
        if self.only is not None and (week, day) not in self.only:
            return None
        return self.plan.weeks[week].days[day]

    def used(self) -> list[Exercise]:
        """Return the exercises of the days to print, in the order in which they come."""
        ids = dict.fromkeys(
            entry.exercise
            for week in self.weeks()
            for number in range(7)
            for day in [self.day(week, number)]
            if day
            for entry in day.entries
        )
        return [self.exercises[name] for name in ids]
