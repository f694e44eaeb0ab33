"""Short questions and messages, in plain text."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

Answer = Literal["save", "discard", "cancel"]
_MOST = 4000
"""Characters of a message shown at most; a longer one would outgrow the screen."""


def save_changes(parent: QWidget, name: str) -> Answer:
    """Ask what becomes of unsaved changes. Escape cancels."""
    box = _box(parent, QMessageBox.Icon.Question, f"Save the changes to \u201c{name}\u201d?")
    box.setInformativeText("Without saving they are lost.")
    save = box.addButton(QMessageBox.StandardButton.Save)
    discard = box.addButton("Do&n\u2019t save", QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.setDefaultButton(QMessageBox.StandardButton.Save)
    box.exec()
    clicked = box.clickedButton()
    return "save" if clicked is save else "discard" if clicked is discard else "cancel"


def tell(parent: QWidget, text: str, more: str = "", *, failed: bool = True) -> None:
    """Say something that a person has to see; `failed` says that something went wrong."""
    icon = QMessageBox.Icon.Warning if failed else QMessageBox.Icon.Information
    box = _box(parent, icon, text)
    box.setInformativeText(more if len(more) <= _MOST else more[:_MOST] + "…")
    box.exec()


def _box(parent: QWidget, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle("Soleus Desktop")
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box
