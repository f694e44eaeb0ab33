"""Where the keys and the mouse go on the board: from chip to chip, from day to day."""

from __future__ import annotations

from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.selection import Selection


def select_slot(plan: Plan, selection: Selection, slot: Slot, *, extend: bool = False) -> None:
    """Select the chip at a slot; the day alone where no chip is (position -1).

    With `extend` all between it and where the selection began is selected.
    """
    entries = plan.weeks[slot.week].days[slot.day].entries
    entry = entries[slot.position].id if 0 <= slot.position < len(entries) else None
    select = selection.extend_to if extend else selection.select
    select(slot.week, slot.day, entry)


def step(plan: Plan, selection: Selection, down: int, right: int, *, extend: bool = False) -> None:
    """Go up or down (-1, 1) through the chips of a column, or left or right to the day beside.

    With `extend` all on the way is selected too.
    """
    day, entry = selection.current_day, selection.current_entry
    if day is None:
        return
    here = Slot(selection.week, selection.day, day.entries.index(entry) if entry else -1)
    select_slot(plan, selection, beside(plan, here, down, right), extend=extend)


def step_week(plan: Plan, selection: Selection, *, up: bool, extend: bool = False) -> None:
    """Go to the same day of the week before or after."""
    week = selection.week + (-1 if up else 1)
    if 0 <= week < len(plan.weeks):
        select_slot(plan, selection, Slot(week, selection.day, -1), extend=extend)


def beside(plan: Plan, at: Slot, down: int, right: int) -> Slot:
    """Return the slot one step away; up and down pass from week to week.

    A day is reached at its head (position -1) before its first chip. At the edges of the plan it
    is the slot itself.
    """
    week, column, position = at
    if right:
        column = min(max(column + right, 0), 6)
        last = len(plan.weeks[week].days[column].entries) - 1
        return Slot(week, column, min(position, last))
    if -1 <= position + down < len(plan.weeks[week].days[column].entries):
        return Slot(week, column, position + down)
    if 0 <= week + down < len(plan.weeks):
        last = len(plan.weeks[week + down].days[column].entries) - 1
        return Slot(week + down, column, last if down < 0 else -1)
    return at


def carried_on(plan: Plan, at: Slot, down: int, right: int, *, by_week: bool) -> Slot:
    """Return where something carried goes by a key: between chips, and past the last of a day.

    Up and down (1) go on into the next week at the ends of a day; by 2 they go a whole week. What
    goes between weeks moves by weeks alone.
    """
    weeks = len(plan.weeks)
    if by_week:
        return at._replace(week=min(max(at.week + (down > 0) - (down < 0), 0), weeks))
    column = min(max(at.day + right, 0), 6)
    week, position = at.week, at.position
    if abs(down) == 1 and 0 <= position + down <= len(plan.weeks[week].days[column].entries):
        position += down
    elif down and 0 <= week + (1 if down > 0 else -1) < weeks:
        week += 1 if down > 0 else -1
        end = len(plan.weeks[week].days[column].entries)
        position = 0 if down == 1 else end if down == -1 else min(position, end)
    return Slot(week, column, min(position, len(plan.weeks[week].days[column].entries)))
