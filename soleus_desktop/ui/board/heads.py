"""Clicks on the heads: of a week at the left, of a weekday above."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QHeaderView

from soleus_desktop.ui.board.dragging import Dragging
from soleus_desktop.ui.selection import Selection

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class DayHeads(QObject):
    """A click on a weekday selects it in every week; Ctrl adds it, Shift all up to it."""

    def __init__(self, head: QHeaderView, selection: Selection, weeks: Callable[[], int]) -> None:
        super().__init__(head)
        self._head, self._selection, self._weeks = head, selection, weeks
        head.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            day = self._head.logicalIndexAt(event.position().toPoint())
            if day >= 0 and self._weeks() and event.button() == Qt.MouseButton.LeftButton:
                self._choose(day, event.modifiers())
        return super().eventFilter(watched, event)

    def _choose(self, day: int, keys: Qt.KeyboardModifier) -> None:
        selection, weeks = self._selection, range(self._weeks())
        column = {(week, day) for week in weeks}
        kept = set() if selection.entry_ids else set(selection.days)
        if keys & SHIFT:
            first, last = sorted((selection.anchor.day, day))
            block = ((week, column) for week in weeks for column in range(first, last + 1))
            selection.select_days(block, (0, selection.anchor.day))
        elif keys & CTRL:
            selection.select_days(kept - column or column if column <= kept else kept | column)
        else:
            selection.select_days(column, (0, day))


class WeekHeads(QObject):
    """A click on the head of a week selects the whole week; Ctrl adds it, Shift all up to it.

    Selected weeks are dragged by their heads, and dropped between others.
    """

    def __init__(self, head: QHeaderView, selection: Selection, dragging: Dragging) -> None:
        super().__init__(head)
        self._head, self._selection, self._dragging = head, selection, dragging
        self._later: int | None = None
        self._press: QPoint | None = None
        head.viewport().setAcceptDrops(True)
        head.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):  # before its base, the move, and that one's, a drop
            self._dragging.enter(event, on_heads=True)
        elif isinstance(event, QDragMoveEvent):
            self._dragging.move(event, on_heads=True)
        elif isinstance(event, QDropEvent):
            self._dragging.drop(event, on_heads=True)
        elif isinstance(event, QDragLeaveEvent):
            self._dragging.leave()
        elif isinstance(event, QMouseEvent):
            return self._on_mouse(event)
        else:
            return False
        return True

    def _on_mouse(self, event: QMouseEvent) -> bool:
        """Take what the left button does."""
        point = event.position().toPoint()
        week = self._head.logicalIndexAt(point)
        left = Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseMove and event.buttons() & left:
            self._move(point)
        elif event.button() != left:
            return False
        elif event.type() == QEvent.Type.MouseButtonPress and week >= 0:
            self._press = point
            self._choose(week, event.modifiers())
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._release()
        else:
            return False
        return True

    def _choose(self, week: int, keys: Qt.KeyboardModifier) -> None:
        selection = self._selection
        if keys & SHIFT:
            selection.extend_to_week(week)
        elif keys & CTRL:
            selection.toggle_week(week)
        elif selection.whole_weeks and week in selection.weeks:
            self._later = week  # all of them may be dragged
        else:
            selection.select_weeks([week])

    def _move(self, point: QPoint) -> None:
        press = self._press
        if press is None or (point - press).manhattanLength() < QApplication.startDragDistance():
            return
        self._press = self._later = None
        row = self._head.logicalIndexAt(press)
        top, height = self._head.sectionViewportPosition(row), self._head.sectionSize(row)
        box = QRect(0, top, self._head.viewport().width(), height)
        self._dragging.take_weeks(self._head.viewport().grab(box), press - box.topLeft())

    def _release(self) -> None:
        later, self._later, self._press = self._later, None, None
        if later is not None:
            self._selection.select_weeks([later])
