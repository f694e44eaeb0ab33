"""What of the plan lies under a point of the board, and where something of it is shown."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QTableView

from soleus_desktop.plan.model import Day
from soleus_desktop.plan.place import Slot
from soleus_desktop.ui.board.delegate import DayDelegate
from soleus_desktop.ui.board.model import BoardModel
from soleus_desktop.ui.session import Session


class Places:
    """Answers for one board, in the coordinates of its viewport."""

    def __init__(
        self, view: QTableView, board: BoardModel, delegate: DayDelegate, session: Session
    ) -> None:
        self._view, self._delegate, self._session = view, delegate, session
        self.index = board.at

    def slot_at(self, point: QPoint) -> Slot | None:
        """The day under a point and the chip's position in it; -1 where no chip is."""
        week, day = self._view.rowAt(point.y()), self._view.columnAt(point.x())
        if week < 0 or day < 0:
            return None
        found = self._delegate.lines.chip_at(self.cell(week, day), self.day(week, day), point)
        return Slot(week, day, -1 if found is None else found)

    def drop_at(self, point: QPoint) -> Slot | None:
        """Where something dropped at a point would go."""
        week, day = self._view.rowAt(point.y()), self._view.columnAt(point.x())
        if week < 0 or day < 0:
            return None
        cell, there = self.cell(week, day), self.day(week, day)
        return Slot(week, day, self._delegate.lines.drop_at(cell, there, point))

    def on_head(self, slot: Slot, point: QPoint) -> bool:
        """Whether a point lies on a day's head line, above its chips."""
        top = self.chip(Slot(slot.week, slot.day, 0)).top()
        return slot.position < 0 and point.y() < top

    def entry_id(self, slot: Slot) -> str | None:
        """The id of the entry at a slot, if one is there."""
        entries = self.day(slot.week, slot.day).entries
        return entries[slot.position].id if 0 <= slot.position < len(entries) else None

    def day(self, week: int, day: int) -> Day:
        """The day at a place of the plan."""
        return self._session.plan.weeks[week].days[day]

    def cell(self, week: int, day: int) -> QRect:
        """Where a day is shown, which may be out of sight."""
        return self._view.visualRect(self.index(week, day))

    def chip(self, slot: Slot) -> QRect:
        """Where the chip at a slot is shown; for position -1 the whole day."""
        cell = self.cell(slot.week, slot.day)
        return cell if slot.position < 0 else self._delegate.lines.chip_rect(cell, slot.position)

    def between_weeks(self, point: QPoint) -> Slot | None:
        """Before which week something dropped at a point would go; the number of weeks at the end.

        None in a plan without weeks.
        """
        weeks, heads = len(self._session.plan.weeks), self._view.verticalHeader()
        row = heads.logicalIndexAt(point.y())
        if row < 0:
            return Slot(weeks, 0, 0) if weeks and point.y() >= 0 else None
        lower = point.y() >= self.top_of(row) + heads.sectionSize(row) // 2
        return Slot(row + lower, 0, 0)

    def top_of(self, week: int) -> int:
        """Where a week begins in the viewport; past the last one, where that ends."""
        heads = self._view.verticalHeader()
        if week < heads.count():
            return heads.sectionViewportPosition(week)
        return heads.length() - heads.offset()

    def bring_into_sight(self, slot: Slot) -> None:
        """Scroll to a slot, also where its row is taller than the window."""
        view, area = self._view, self._view.viewport().rect()
        if area.contains(self.chip(slot)):
            return
        cell = self.cell(slot.week, slot.day)
        beside = cell.left() < 0 or cell.right() > area.right()
        if slot.position < 0 or beside or not cell.intersects(area):
            view.scrollTo(self.index(slot.week, slot.day))
        if slot.position < 0:
            return
        chip, bar = self.chip(slot), view.verticalScrollBar()
        if chip.bottom() > view.viewport().height():
            bar.setValue(bar.value() + chip.bottom() - view.viewport().height() + 4)
        elif chip.top() < 0:
            bar.setValue(bar.value() + chip.top() - 4)
