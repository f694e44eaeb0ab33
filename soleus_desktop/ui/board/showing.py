"""What of the selection shows on the board, to paint again only where it changed."""

from __future__ import annotations

from typing import NamedTuple

from soleus_desktop.ui.selection import Cell, Selection, Spot


class Shown(NamedTuple):
    """The current place, the days around, and what is painted as selected: entries or days.

    `weeks` are those that are selected whole.
    """

    here: Spot
    around: tuple[Cell, ...]
    entries: frozenset[str]
    days: frozenset[Cell]
    weeks: frozenset[int]

    @classmethod
    def of(cls, selection: Selection) -> Shown:
        """Return what shows of a selection; one alone shows as the current one."""
        many = len(selection.entry_ids) > 1
        entries = frozenset(selection.entry_ids if many else ())
        whole = not selection.entry_ids and len(selection.days) > 1
        days = frozenset(selection.days if whole else ())
        here = Spot(selection.week, selection.day, selection.entry_id)
        weeks = frozenset(selection.weeks if selection.whole_weeks else ())
        return cls(here, selection.days if many else (), entries, days, weeks)

    def differs(self, other: Shown) -> set[Cell]:
        """Return the days that look otherwise."""
        cells = set(self.days ^ other.days)
        if self.here != other.here:
            cells |= {self.here[:2], other.here[:2]}
        if self.entries != other.entries:
            cells.update(self.around, other.around)
        return cells
