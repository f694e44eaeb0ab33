"""The plan as a table for Qt: a row a week, a column a day. Only what changed is announced."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from soleus_desktop.plan.model import Day, Plan
from soleus_desktop.plan.place import DAY_NAMES, Place, date_of
from soleus_desktop.plan.words import entry_line
from soleus_desktop.rules.finding import Severity
from soleus_desktop.ui.board.marks import changed_cells, marks_of
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.widgets.no_drops import NoDrops

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class BoardModel(NoDrops, QAbstractTableModel):
    """Adapts a plan: the one that Qt has been told of, which the session's may be ahead of."""

    rows_changed = Signal(list)
    """Rows whose week is another than before, so that their height may be."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.plan = session.plan
        self.marks = marks_of(session.report)
        session.plan_changed.connect(self._on_plan_changed)

    def day(self, index: Index) -> Day:
        """The day that a cell shows."""
        return self.plan.weeks[index.row()].days[index.column()]

    def cell_marks(self, index: Index) -> dict[str, Severity]:
        """The worst severity by entry id in a cell."""
        return self.marks.cells.get((index.row(), index.column()), {})

    def _on_plan_changed(self, before: Plan, after: Plan) -> None:
        old_marks, self.marks = self.marks, marks_of(self._session.report)
        if len(before.weeks) != len(after.weeks):
            self.beginResetModel()
            self.plan = after
            self.endResetModel()
            return
        self.plan = after
        rows = [
            row
            for row, (old, new) in enumerate(zip(before.weeks, after.weeks, strict=True))
            if old is not new
        ]
        cells = {
            (row, day)
            for row in rows
            for day in range(7)
            if before.weeks[row].days[day] is not after.weeks[row].days[day]
        }
        if before.start != after.start or before.exercises != after.exercises:
            cells = {(row, day) for row in range(len(after.weeks)) for day in range(7)}
            rows = list(range(len(after.weeks)))
        if rows:
            self.rows_changed.emit(rows)
        for row, day in cells | changed_cells(old_marks, self.marks):
            if row < len(after.weeks):
                index = self.index(row, day)
                self.dataChanged.emit(index, index)
        if old_marks.weeks != self.marks.weeks or any(
            _heading(before, row) != _heading(after, row) for row in rows
        ):
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(after.weeks) - 1)

    # --- Qt's questions ---------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.plan.weeks)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 7

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return DAY_NAMES[section]
        label = self.plan.weeks[section].label
        return f"Week {section + 1}" + (f": {label}" if label else "")

    def _spoken(self, index: Index) -> str:
        """Say a cell: place, kind, and every entry with what is found at it."""
        day = self.day(index)
        marks = self.cell_marks(index)
        date = date_of(self.plan, index.row(), index.column())
        words = [Place(index.row(), index.column()).label, f"{day.kind} day"]
        if date:
            words.insert(1, f"{date.day} {date:%B}")
        for entry in day.entries:
            name = self._session.exercises[entry.exercise].name
            mark = f", {marks[entry.id]}" if entry.id in marks else ""
            words.append(f"{name} {entry_line(entry)}{mark}")
        return "; ".join(words if day.entries else [*words, "nothing planned"])


def _heading(plan: Plan, row: int) -> tuple[str | None, str, str]:
    week = plan.weeks[row]
    return plan.start, week.label, week.note
