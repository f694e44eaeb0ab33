"""The preview of a progress as a table: a row a week and exercise, cells that can be edited."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QIcon

from soleus_desktop.plan.bounds import Units
from soleus_desktop.plan.model import Entry, Load
from soleus_desktop.plan.words import STAGE_NAMES, THIN, number, weight
from soleus_desktop.planner.ladder import GROWS, Level, at_stage, starting_load
from soleus_desktop.planner.progress import Progress, Row
from soleus_desktop.rules.finding import SEVERITIES, Finding, Severity
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.mark import mark_pixmap
from soleus_desktop.ui.widgets.no_drops import NoDrops

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """The columns of the table.

    `EACH` is repetitions, seconds, steps or minutes, `SETS` the incline of a walk.
    """

    EXERCISE = 0
    WEEK = 1
    STAGE = 2
    SETS = 3
    EACH = 4
    LOAD = 5
    HOW = 6
    FOUND = 7


_NUMBERS = (Column.SETS, Column.EACH, Column.LOAD)
_EDITED = (Column.STAGE, *_NUMBERS)
_TITLES = ("Exercise", "Week", "Stage", "Sets", "Each", "Load", "How", "New findings")
_EACH = {"reps": "Repetitions", "hold": "Seconds", "steps": "Steps", "walk": "Minutes"}
_UNITS = {"reps": "", "hold": f"{THIN}s", "steps": f"{THIN}steps", "walk": f"{THIN}min"}
_RATIOS = (1.0, 2.0, 3.0)
_CENTRE = Qt.AlignmentFlag.AlignCenter
NONE = "\u2013"


class Line(NamedTuple):
    """Which progress a row of the table is of, and which row of that it is."""

    made: int
    row: int


class ProgressModel(NoDrops, QAbstractTableModel):
    """Shows some progresses, one after another, with what the whole edit would newly bring."""

    changed = Signal()
    """A cell was edited: `made` is another."""

    def __init__(self, theme: Theme, units: Units) -> None:
        super().__init__()
        self.units: Units = units
        self.made: tuple[Progress, ...] = ()
        self._lines: list[Line] = []
        self._found: dict[Line, list[Finding]] = {}
        self._icons = {kind: _icon(kind, theme) for kind in SEVERITIES}

    def show(self, made: Iterable[Progress]) -> None:
        """Show these; where the rows are the same ones, the current cell stays current."""
        made = tuple(made)
        lines = [Line(m, r) for m, one in enumerate(made) for r in range(len(one.rows))]
        same = lines == self._lines
        if not same:
            self.beginResetModel()
        self.made, self._lines = made, lines
        if not same:
            self._found = {}
            self.endResetModel()
        self._tell_all()

    def mark(self, new: Iterable[Finding]) -> None:
        """Show at each row the findings that would be new in its week, of its exercise."""
        new = tuple(new)
        self._found = {}
        for line in self._lines:
            one, row = self.at(line)
            names = (one.exercise.id, None)
            self._found[line] = [
                found for found in new if found.place.week == row.week and found.exercise in names
            ]
        self._tell_all()

    def line(self, index: Index) -> Line | None:
        """Return what a row of the table shows."""
        return self._lines[index.row()] if index.isValid() else None

    def at(self, line: Line) -> tuple[Progress, Row]:
        """Return the progress of a line and its row in it."""
        one = self.made[line.made]
        return one, one.rows[line.row]

    def change(self, line: Line, one: Progress) -> None:
        """Put another progress in the place of one."""
        made = (*self.made[: line.made], one, *self.made[line.made + 1 :])
        self.show(made)
        self.changed.emit()

    def needed(self, column: int) -> bool:
        """Tell whether a column says anything of these exercises."""
        kinds = {one.exercise.dose for one in self.made}
        match column:
            case Column.EXERCISE:
                return len(self.made) > 1
            case Column.STAGE:
                return any(one.exercise.stages for one in self.made)
            case Column.LOAD:
                return kinds != {"walk"}
            case _:
                return True

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _NUMBERS:
            return _CENTRE
        return self._title(section) if role == Qt.ItemDataRole.DisplayRole else None

    def _title(self, column: int) -> str:
        kinds = {one.exercise.dose for one in self.made}
        if column == Column.EACH and len(kinds) == 1:
            return _EACH[kinds.pop()]
        if column == Column.SETS and "walk" in kinds:
            return "Incline" if len(kinds) == 1 else "Sets, incline"
        return _TITLES[column]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.value(index) is not NONE and index.column() in _EDITED:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def value(self, index: Index) -> object:
        """Return what a cell holds to be edited, a load in kilograms.

        `NONE` where the exercise has no such thing.
        """
        one, row = self.at(self._lines[index.row()])
        field = _field(one, index.column())
        if field:
            return getattr(row.level.dose, field)
        if index.column() == Column.STAGE and one.exercise.stages:
            return row.level.stage
        if index.column() == Column.LOAD and one.exercise.dose != "walk":
            return row.level.load.kg if row.level.load else 0
        return NONE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(line, index)
            case Qt.ItemDataRole.EditRole:
                return self.value(index)
            case Qt.ItemDataRole.DecorationRole if column == Column.FOUND and self._found.get(line):
                return self._icons[_worst(self._found[line])]
            case Qt.ItemDataRole.FontRole if self._grew(line, index):
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case Qt.ItemDataRole.TextAlignmentRole if column in _NUMBERS:
                return _CENTRE
            case Qt.ItemDataRole.ToolTipRole if column == Column.FOUND and self._found.get(line):
                messages = (escape(finding.message) for finding in self._found[line])
                return f"<qt>{'<br>'.join(messages)}</qt>"
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        line = self.line(index)
        if line is None or role != Qt.ItemDataRole.EditRole or value == self.value(index):
            return False
        one, row = self.at(line)
        try:
            level = _edited(row.level, one, index.column(), value)
            Entry(id="e", exercise=one.exercise.id, dose=level.dose).replace(**level._asdict())
        except ValueError:
            return False
        self.change(line, one.edited(line.row, level))
        return True

    def _tell_all(self) -> None:
        if self._lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, Column.FOUND))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.EACH, Column.EACH)

    def _text(self, line: Line, index: Index) -> str:
        one, row = self.at(line)
        value = self.value(index)
        match index.column():
            case Column.EXERCISE:
                return one.exercise.brief
            case Column.WEEK:
                return number(row.week + 1)
            case Column.STAGE:
                return STAGE_NAMES.get(str(value), NONE)
            case Column.HOW:
                return _how(line.row, row)
            case Column.FOUND:
                return _count(self._found.get(line, []))
            case _ if not isinstance(value, int | float):
                return NONE
            case Column.EACH:
                mixed = len({other.exercise.dose for other in self.made}) > 1
                return number(value) + (_UNITS[one.exercise.dose] if mixed else "")
            case Column.SETS if one.exercise.dose == "walk":
                return f"{number(value)}{THIN}%"
            case Column.LOAD:
                return weight(row.level.load.kg, self.units) if row.level.load else NONE
            case _:
                return number(value)

    def _grew(self, line: Line, index: Index) -> bool:
        """Tell whether a cell is another than in the row before of the same exercise."""
        if not line.row or index.column() not in _EDITED:
            return False
        return self.value(index) != self.value(self.index(index.row() - 1, index.column()))


def _edited(level: Level, one: Progress, column: int, value: object) -> Level:
    """Return the level with a cell's value; a load of 0 takes the load away."""
    if column == Column.STAGE:
        return at_stage(level, value, one.exercise)  # type: ignore[arg-type]
    if column == Column.LOAD:
        carried = level.load or starting_load(one.exercise)
        load: Load | None = carried.replace(kg=value) if value else None
        return level._replace(load=load)
    return level._replace(dose=level.dose.replace(**{str(_field(one, column)): value}))


def _field(one: Progress, column: int) -> str | None:
    """Return which number of the dose a column shows, or None where it shows none of it."""
    first, second = GROWS[one.exercise.dose]
    return {Column.EACH: first, Column.SETS: second}.get(Column(column))


def _how(number: int, row: Row) -> str:
    if row.edited:
        return "by hand"
    if row.steps is None:
        return "as it stands" if number == 0 else "lighter" if row.lighter else ""
    return "repeated" if row.steps == 0 else f"{-row.steps} back"


def _worst(found: list[Finding]) -> Severity:
    return min((finding.severity for finding in found), key=SEVERITIES.index)


def _count(found: list[Finding]) -> str:
    if not found:
        return ""
    more = f", {len(found) - 1} more" if found[1:] else ""
    return f"{_worst(found).capitalize()}{more}"


def _icon(kind: str, theme: Theme) -> QIcon:
    icon = QIcon()
    for ratio in _RATIOS:
        mark = mark_pixmap(kind, theme[kind], theme["base"], ratio)
        icon.addPixmap(mark)
        icon.addPixmap(mark, QIcon.Mode.Selected)  # else Qt tints it
    return icon
