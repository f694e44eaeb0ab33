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
    """Enter and move; return whether the widget would take a drop here."""
    enter = QDragEnterEvent(event_at(point), ALL, data, LEFT, keys)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(event_at(point), ALL, data, LEFT, keys)
    QApplication.sendEvent(widget, move)
    return move.isAccepted()


def drag_to(
    widget: QWidget, data: QMimeData, point: QPoint, keys: Qt.KeyboardModifier = NO_KEYS
) -> bool:
    """Drag over a widget and drop; return whether it was taken."""
    if not hover(widget, data, point, keys):
        QApplication.sendEvent(widget, QDragLeaveEvent())
        return False
    drop = QDropEvent(QPointF(point), ALL, data, LEFT, keys)
    QApplication.sendEvent(widget, drop)
    return drop.isAccepted()
