"""Where findings show on the board: the worst one at each entry, day and week."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from soleus_desktop.rules.finding import SEVERITIES, Report, Severity

At = TypeVar("At")
Cell = tuple[int, int]
_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}


class Marks(NamedTuple):
    """The worst open finding of each place.

    `cells` by entry id in each cell (week, day), `days` of a day and all that is in it, `weeks` of
    a week and all that is in it.
    """

    cells: dict[Cell, dict[str, Severity]]
    days: dict[Cell, Severity]
    weeks: dict[int, Severity]


def marks_of(report: Report) -> Marks:
    """Sum up a report for the board."""
    cells: dict[Cell, dict[str, Severity]] = {}
    days: dict[Cell, Severity] = {}
    weeks: dict[int, Severity] = {}
    for finding in report.open:
        place, severity = finding.place, finding.rule.severity
        week, day, entry = place.week, place.day, place.entry
        if week is None:
            continue
        weeks[week] = _worse(weeks.get(week), severity)
        if day is None:
            continue
        days[week, day] = _worse(days.get((week, day)), severity)
        if entry is not None:
            cell = cells.setdefault((week, day), {})
            cell[entry] = _worse(cell.get(entry), severity)
    return Marks(cells, days, weeks)


def changed(before: Mapping[At, object], after: Mapping[At, object]) -> set[At]:
    """Return where the marks differ."""
    if before == after:
        return set()
    return {at for at in before.keys() | after.keys() if before.get(at) != after.get(at)}


def _worse(one: Severity | None, other: Severity) -> Severity:
    return other if one is None or _RANK[other] < _RANK[one] else one
