"""The field of fast entry: one line of text, with the keys that it needs for itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from soleus_desktop.ui.widgets.text_field import LineField

MOST = 200
_KEYS = {
    Qt.Key.Key_Return: "enter",
    Qt.Key.Key_Enter: "enter",
    Qt.Key.Key_Escape: "escape",
    Qt.Key.Key_Tab: "complete",
    Qt.Key.Key_Backtab: "complete back",
    Qt.Key.Key_Up: "day before",
    Qt.Key.Key_Down: "day after",
}
_PLAIN = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class QuickLine(LineField):
    """Tells Enter, Escape, Tab, Up and Down instead of leaving them to the window around."""

    key = Signal(str)
    """What such a key means: ``enter``, ``escape``, ``complete``, ``day before`` ..."""
    left = Signal()
    """The focus went to another field of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(MOST, parent)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and not event.modifiers() & ~_PLAIN:
            meaning = _KEYS.get(Qt.Key(event.key()))
            if meaning and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # no shortcut of the window comes first
                return True
            if meaning and event.type() == QEvent.Type.KeyPress:
                event.accept()
                self.key.emit(meaning)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.left.emit()
