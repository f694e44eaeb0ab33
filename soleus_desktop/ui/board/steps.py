"""Where the keys and the mouse go on the board: from chip to chip, from day to day."""

from __future__ import annotations

from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.selection import Selection


def select_slot(plan: Plan, selection: Selection, slot: Slot) -> None:
    """Select the chip at a slot; the day alone where no chip is (position -1)."""
    entries = plan.weeks[slot.week].days[slot.day].entries
    entry = entries[slot.position].id if 0 <= slot.position < len(entries) else None
    selection.select(slot.week, slot.day, entry)


def step(plan: Plan, selection: Selection, down: int, right: int) -> None:
    """Go up or down (-1, 1) through the chips of a column, or left or right to the day beside.

    Up and down pass from week to week; a day is reached at its head before its first chip.
    """
    day, entry = selection.current_day, selection.current_entry
    if day is None:
        return
    week, column = selection.week, selection.day
    position = day.entries.index(entry) if entry else -1
    if right:
        column = min(max(column + right, 0), 6)
        last = len(plan.weeks[week].days[column].entries) - 1
        select_slot(plan, selection, Slot(week, column, min(position, last)))
    elif -1 <= position + down < len(day.entries):
        select_slot(plan, selection, Slot(week, column, position + down))
    elif 0 <= week + down < len(plan.weeks):
        last = len(plan.weeks[week + down].days[column].entries) - 1
        select_slot(plan, selection, Slot(week + down, column, last if down < 0 else -1))


def step_week(plan: Plan, selection: Selection, *, up: bool) -> None:
    """Go to the same day of the week before or after."""
    week = selection.week + (-1 if up else 1)
    if 0 <= week < len(plan.weeks):
        selection.select(week, selection.day)
