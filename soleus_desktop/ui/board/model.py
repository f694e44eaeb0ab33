"""The plan as a table for Qt: a row a week, a column a day. Only what changed is announced."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from soleus_desktop.guide.effort import Effort
from soleus_desktop.plan.changed import changed_weeks
from soleus_desktop.plan.model import Day, Entry, Plan, Week
from soleus_desktop.plan.place import DAY_NAMES, Place, date_of
from soleus_desktop.plan.unknown import unknown_line
from soleus_desktop.plan.words import entry_line
from soleus_desktop.rules.finding import Severity
from soleus_desktop.ui.board.load import minutes
from soleus_desktop.ui.board.marks import Cell, Marks, changed, marks_of
from soleus_desktop.ui.board.today import Clock, Today, place_of
from soleus_desktop.ui.board.tooltip import effort_lines, week_tooltip
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.widgets.no_drops import NoDrops

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_STEPS = (1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)


class BoardModel(NoDrops, QAbstractTableModel):
    """Adapts a plan: the one that Qt has been told of, which the session's may be ahead of."""

    rows_changed = Signal(list)
    """Rows whose days hold more or less than before, so that their height may be another."""
    heads_changed = Signal(list)
    """Rows whose heads look other. Qt's own signal has a header paint all heads in sight."""
    today_changed = Signal()
    """Another day has begun, or today stands elsewhere in the plan."""

    def __init__(
        self, session: Session, parent: QObject | None = None, clock: Clock = date.today
    ) -> None:
        super().__init__(parent)
        self._session = session
        self.plan = session.plan
        self._clock = Today(clock, self)
        self._clock.changed.connect(self._on_midnight)
        self.today: Cell | None = place_of(self.plan, self._clock.date)
        self.marks = marks_of(session.report)
        self._weigh_all()
        session.plan_changed.connect(self._on_plan_changed)

    def day(self, index: Index) -> Day:
        """The day that a cell shows."""
        return self.plan.weeks[index.row()].days[index.column()]

    def at(self, row: int, day: int) -> QModelIndex:
        """The index of a cell; `index` would ask for both counts before it makes one."""
        return self.createIndex(row, day) if 0 <= row < len(self.plan.weeks) else QModelIndex()

    def cell_marks(self, index: Index) -> dict[str, Severity]:
        """The worst severity by entry id in a cell."""
        return self.marks.cells.get((index.row(), index.column()), {})

    def effort(self, row: int) -> Effort:
        """What a week comes to."""
        return self._session.efforts.of_week(self.plan.weeks[row], self._session.exercises)

    def _weigh_all(self) -> None:
        """Work out what every week comes to, and what the longest bar stands for."""
        self._tensions = [self.effort(row).tension_s for row in range(len(self.plan.weeks))]
        self.most_s = _rounded_up(max(self._tensions, default=0))

    def _on_plan_changed(self, before: Plan, after: Plan) -> None:
        old_marks, self.marks = self.marks, marks_of(self._session.report)
        today, self.today = self.today, place_of(after, self._clock.date)
        if len(before.weeks) != len(after.weeks):
            self.beginResetModel()
            self.plan = after
            self._weigh_all()
            self.endResetModel()
            return
        self.plan = after
        same_words = before.athlete.unit == after.athlete.unit  # loads are told in other units
        if before.start != after.start or before.exercises != after.exercises or not same_words:
            self._weigh_all()
            self._tell_all()
            return
        rows = changed_weeks(before.weeks, after.weeks)
        cells = changed(old_marks.cells, self.marks.cells)
        cells |= changed(old_marks.days, self.marks.days)
        for row in rows:
            days = zip(before.weeks[row].days, after.weeks[row].days, strict=True)
            cells.update([(row, day) for day, (old, new) in enumerate(days) if old is not new])
        if today != self.today:
            cells |= {cell for cell in (today, self.today) if cell}
            self.today_changed.emit()
        taller = [row for row in rows if _shapes(before.weeks[row]) != _shapes(after.weeks[row])]
        if taller:
            self.rows_changed.emit(taller)
        for row, day in cells:
            index = self.at(row, day)
            if index.isValid():
                self.dataChanged.emit(index, index)
        self._tell_heads(before, rows, old_marks)

    def _tell_heads(self, before: Plan, rows: list[int], old_marks: Marks) -> None:
        """Announce the heads that look other: all of them where the longest bar is another."""
        most_s, last = self.most_s, len(self.plan.weeks) - 1
        heads = changed(old_marks.weeks, self.marks.weeks)
        for row in rows:
            effort = self.effort(row)
            self._tensions[row] = effort.tension_s
            was = self._session.efforts.of_week(before.weeks[row], self._session.exercises)
            if was != effort or _said_of(before.weeks[row]) != _said_of(self.plan.weeks[row]):
                heads.add(row)
        self.most_s = _rounded_up(max(self._tensions, default=0))
        if self.most_s != most_s:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last)
        elif heads:
            self.heads_changed.emit([row for row in heads if row <= last])

    def _tell_all(self) -> None:
        last = len(self.plan.weeks) - 1
        if last >= 0:
            self.rows_changed.emit(list(range(last + 1)))
            self.dataChanged.emit(self.index(0, 0), self.index(last, 6))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, last)

    def _on_midnight(self) -> None:
        self.today = place_of(self.plan, self._clock.date)
        self._tell_all()
        self.today_changed.emit()

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
        if orientation == Qt.Orientation.Horizontal:
            return DAY_NAMES[section] if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            label = self.plan.weeks[section].label
            return f"Week {section + 1}" + (f": {label}" if label else "")
        if role == Qt.ItemDataRole.ToolTipRole:
            return week_tooltip(self._session, section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken_week(section)
        return None

    def spoken_week(self, week: int) -> str:
        """Say a week: number, label, whether it is now, what is found in it, its figures."""
        now = ["this week"] if self.today and self.today[0] == week else []
        mark = [self.marks.weeks[week]] if week in self.marks.weeks else []
        heading = str(self.headerData(week, Qt.Orientation.Vertical))
        return "; ".join((heading, *now, *mark, *effort_lines(self.effort(week))))

    def spoken_entry(self, index: Index, position: int) -> str:
        """Say one entry of a cell, and which of how many it is."""
        entries = self.day(index).entries
        mark = self.cell_marks(index).get(entries[position].id)
        return f"{self._spoken_entry(entries[position], mark)}; {position + 1} of {len(entries)}"

    def _spoken_entry(self, entry: Entry, mark: Severity | None) -> str:
        name = self._session.exercises[entry.exercise].name
        said = f"{name} {entry_line(entry, self.plan.athlete.unit)}"
        return f"{said}, {mark}" if mark else said

    def _spoken(self, index: Index) -> str:
        """Say a cell: place, kind, and every entry with what is found at it."""
        day = self.day(index)
        marks = self.cell_marks(index)
        shown = date_of(self.plan, index.row(), index.column())
        words = [Place(index.row(), index.column()).label, f"{day.kind} day"]
        if shown:
            words.insert(1, f"{shown.day} {shown:%B}")
        if (index.row(), index.column()) == self.today:
            words.insert(1, "today")
        day_mark = self.marks.days.get((index.row(), index.column()))
        if day_mark:
            words.append(day_mark)
        words += [self._spoken_entry(entry, marks.get(entry.id)) for entry in day.entries]
        words += [unknown_line(day.unknown)] if day.unknown else []
        if not day.entries:
            return "; ".join(words if day.unknown else [*words, "nothing planned"])
        effort = self._session.efforts.of_day(day, self._session.exercises)
        return "; ".join([*words, f"about {minutes(effort.session_s)} in all"])


def _shapes(week: Week) -> set[tuple[int, int]]:
    """How much the days of a week hold: how tall its row is comes of the fullest."""
    return {(len(day.entries), bool(day.note) + bool(day.unknown)) for day in week.days}


def _said_of(week: Week) -> tuple[str, str]:
    return week.label, week.note


def _rounded_up(seconds: float) -> float:
    """What a whole bar stands for: round, so that few edits change it and with it every bar."""
    scale = 60.0
    while scale * 10 < seconds:
        scale *= 10
    return next((step * scale for step in _STEPS if step * scale >= seconds), seconds)
