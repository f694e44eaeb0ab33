"""Drag over a widget and drop on it, by the events that a real drag sends."""

from __future__ import annotations

from PySide6 import __version_info__
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

ALL = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier


def event_at(point: QPoint) -> QPoint | QPointF:
    """A drag event's position: a QPointF from 6.12 on, a QPoint before."""
    return QPointF(point) if __version_info__ >= (6, 12) else point


def hover(
    widget: QWidget, data: QMimeData, point: QPoint, keys: Qt.KeyboardModifier = NO_KEYS
) -> bool:
    """Enter and move; return whether the widget would take a drop here.

    Qt goes on sending to what took the drag in: a test that ends while something hovers says
    `leave` before its widget is gone.
    """
    return _enter(widget, data, point, keys) and _move(widget, data, point, keys)


def leave(widget: QWidget) -> None:
    """Go away from a widget that has taken the drag in."""
    QApplication.sendEvent(widget, QDragLeaveEvent())


def drag_to(
    widget: QWidget, data: QMimeData, point: QPoint, keys: Qt.KeyboardModifier = NO_KEYS
) -> bool:
    """Drag over a widget and drop; return whether it was taken."""
    if not _enter(widget, data, point, keys):
        return False  # nothing has taken it in: Qt sends no leaving
    if not _move(widget, data, point, keys):
        leave(widget)
        return False
    drop = QDropEvent(QPointF(point), ALL, data, LEFT, keys)
    QApplication.sendEvent(widget, drop)
    return drop.isAccepted()


def _enter(widget: QWidget, data: QMimeData, point: QPoint, keys: Qt.KeyboardModifier) -> bool:
    enter = QDragEnterEvent(event_at(point), ALL, data, LEFT, keys)
    QApplication.sendEvent(widget, enter)
    return enter.isAccepted()


def _move(widget: QWidget, data: QMimeData, point: QPoint, keys: Qt.KeyboardModifier) -> bool:
    move = QDragMoveEvent(event_at(point), ALL, data, LEFT, keys)
    QApplication.sendEvent(widget, move)
    return move.isAccepted()
