"""The foot of a dialog that does something: the deed, which Enter presses, and Cancel."""

from __future__ import annotations

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QPushButton


def do_or_cancel(dialog: QDialog, do: str) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the two buttons, which accept and reject the dialog, and the one that does it."""
    buttons = QDialogButtonBox()
    cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
    cancel.setAutoDefault(False)  # else Enter would press it while there is nothing to do
    deed = buttons.addButton(do, QDialogButtonBox.ButtonRole.AcceptRole)
    deed.setDefault(True)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    in_words(buttons)
    return buttons, deed


def in_words(buttons: QDialogButtonBox | QMessageBox) -> None:
    """Take the icons away that some systems put on standard buttons: ours beside them have none."""
    for button in buttons.buttons():
        button.setIcon(QIcon())
