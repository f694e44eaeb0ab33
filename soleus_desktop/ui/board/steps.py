"""Where the keys and the mouse go on the board: from chip to chip, from day to day."""

from __future__ import annotations

from PySide6.QtCore import Qt

from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.selection import Selection

GOES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_PageUp: (-2, 0),
    Qt.Key.Key_PageDown: (2, 0),
    Qt.Key.Key_Home: (0, -6),
    Qt.Key.Key_End: (0, 6),
}
"""Where keys lead: chips down (2 is a whole week), days to the right (6 is to the end)."""


def select_slot(plan: Plan, selection: Selection, slot: Slot, *, extend: bool = False) -> None:
    """Select the chip at a slot; the day alone where no chip is (position -1).

    With `extend` all between it and where the selection began is selected.
    """
    entries = plan.weeks[slot.week].days[slot.day].entries
    entry = entries[slot.position].id if 0 <= slot.position < len(entries) else None
    select = selection.extend_to if extend else selection.select
    select(slot.week, slot.day, entry)


def go(plan: Plan, selection: Selection, key: Qt.Key, *, extend: bool = False) -> None:
    """Go where a key of `GOES` leads: a chip or day on, a week on, or to an end of the week.

    With `extend` all on the way is selected too.
    """
    day, entry = selection.current_day, selection.current_entry
    if day is None:
        return
    here = Slot(selection.week, selection.day, day.entries.index(entry) if entry else -1)
    down, right = GOES[key]
    if abs(right) > 1:
        slot = Slot(here.week, 0 if right < 0 else 6, -1)
    elif abs(down) > 1:
        week = here.week + down // abs(down)
        slot = Slot(week, here.day, -1) if 0 <= week < len(plan.weeks) else here
    else:
        slot = beside(plan, here, down, right)
    select_slot(plan, selection, slot, extend=extend)


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
