"""Labels whose text is never markup."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel


class PlainLabel(QLabel):
    """A label that is as high as its lines need at the width it has.

    Qt's own, once it wraps, asks for the height of a width that it does not get in a dialog, and
    cuts its last lines.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self.wordWrap() and self.isVisible():
            hint.setHeight(self.heightForWidth(self.width()))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.wordWrap() and event.size().width() != event.oldSize().width():
            self.updateGeometry()


def plain_label(text: str) -> QLabel:
    """Return a label whose text is never markup."""
    return PlainLabel(text)


def headline(text: str) -> QLabel:
    """Return a heading, on as many lines as it needs."""
    label = plain_label(text)
    font = QFont(label.font())
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    label.setWordWrap(True)
    return label


def quiet_label(text: str) -> QLabel:
    """Return a label in the background, on as many lines as it needs."""
    label = plain_label(text)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setWordWrap(True)
    return label


def hint_label(text: str) -> QLabel:
    """Return a label that stands where nothing else does and says what to do."""
    label = quiet_label(text)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    label.setMargin(18)
    return label
