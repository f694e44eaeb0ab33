"""Say something to a screen reader that no widget shows."""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible


def announce(about: QObject, text: str) -> None:
    """Have a text read out; nothing happens where nobody listens, or Qt is older than 6.8."""
    event = getattr(QtGui, "QAccessibleAnnouncementEvent", None)
    if event is not None and text and QAccessible.isActive():
        QAccessible.updateAccessibility(event(about, text))
