"""What is taken up from a plan as text that a person can read, to go into a mail; and back."""

from __future__ import annotations

from soleus_desktop.exchange.text import entry_in_words
from soleus_desktop.guide.model import Exercise
from soleus_desktop.guide.quick_days import read_days
from soleus_desktop.plan.bounds import Units
from soleus_desktop.plan.model import CustomExercise, Day, Plan
from soleus_desktop.plan.place import Place, date_of
from soleus_desktop.ui.carried import Carried, weeks_of_block

Exercises = dict[str, Exercise]


def readable(carried: Carried, plan: Plan, exercises: Exercises) -> str:
    """Write what is carried, with the headings of the plan that it stood in.

    A single day is its entries, a line each; several days stand below their headings.
    """
    days = _days(carried)
    if len(days) == 1:
        return "\n".join(_lines(days[0][2], exercises, plan.athlete.unit))
    return "\n\n".join(
        "\n".join([_heading(plan, week, day, there), *_lines(there, exercises, plan.athlete.unit)])
        for week, day, there in days
    )


def carried_in(
    text: str, exercises: Exercises, own: tuple[CustomExercise, ...]
) -> tuple[Carried | None, tuple[str, ...]]:
    """Return what a text says of days and entries, if anything, and its lines that say nothing.

    `own` are the custom exercises among those that it may name.
    """
    days, headed, unread = read_days(text, exercises)
    if not days:
        return None, unread
    small = Plan(weeks=tuple(weeks_of_block(days)), exercises=own)
    places = tuple(at for at, _ in days)
    return Carried("", "days" if headed else "entries", small, places), unread


def _days(carried: Carried) -> list[tuple[int, int, Day]]:
    """The days that hold anything, by the week and day where they stood."""
    if not carried.places:
        return []
    if carried.whole == "weeks":
        return [
            (number, at, day)
            for number, week in zip(carried.places, carried.plan.weeks, strict=True)
            for at, day in enumerate(week.days)
            if day.entries or day.note
        ]
    return [(*divmod(carried.places[0] + at, 7), day) for at, day in carried.block]


def _heading(plan: Plan, week: int, day: int, there: Day) -> str:
    label, date = plan.weeks[week].label, date_of(plan, week, day)
    words = [
        Place(week, day).label,
        f"{date.day} {date:%B}" if date else "",
        label,
        "" if there.kind == "training" else f"{there.kind} day",
    ]
    return " \u00b7 ".join(filter(None, words))


def _lines(day: Day, exercises: Exercises, units: Units) -> list[str]:
    lines = [entry_in_words(entry, exercises[entry.exercise], units) for entry in day.entries]
    return [*lines, day.note] if day.note else lines
