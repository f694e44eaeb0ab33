"""Where findings show on the board: the worst one at each entry, day and week."""

from __future__ import annotations

from typing import NamedTuple

from soleus_desktop.rules.finding import SEVERITIES, Report, Severity

Cell = tuple[int, int]


class Marks(NamedTuple):
    """The worst open finding by entry id in each cell (week, day), and by week."""

    cells: dict[Cell, dict[str, Severity]]
    weeks: dict[int, Severity]


def marks_of(report: Report) -> Marks:
    """Sum up a report for the board."""
    cells: dict[Cell, dict[str, Severity]] = {}
    weeks: dict[int, Severity] = {}
    for finding in report.open:
        place = finding.place
        if place.week is None:
            continue
        if place.day is None or place.entry is None:
            weeks[place.week] = _worse(weeks.get(place.week), finding.severity)
        else:
            cell = cells.setdefault((place.week, place.day), {})
            cell[place.entry] = _worse(cell.get(place.entry), finding.severity)
    return Marks(cells, weeks)


def changed_cells(before: Marks, after: Marks) -> set[Cell]:
    """Return the cells whose marks differ."""
    return {
        cell
        for cell in before.cells.keys() | after.cells.keys()
        if before.cells.get(cell) != after.cells.get(cell)
    }


def _worse(one: Severity | None, other: Severity) -> Severity:
    return other if one is None else min(one, other, key=SEVERITIES.index)
