"""Labels whose text is never markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel


def plain_label(text: str) -> QLabel:
    """Return a label whose text is never markup."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label


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
