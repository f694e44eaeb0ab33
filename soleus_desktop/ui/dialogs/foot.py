"""The foot of a dialog that does something: the deed, which Enter presses, and Cancel."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton


def do_or_cancel(dialog: QDialog, do: str) -> tuple[QDialogButtonBox, QPushButton]:
    """Return the two buttons, which accept and reject the dialog, and the one that does it."""
    buttons = QDialogButtonBox()
    cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
    cancel.setAutoDefault(False)  # else Enter would press it while there is nothing to do
    deed = buttons.addButton(do, QDialogButtonBox.ButtonRole.AcceptRole)
    deed.setDefault(True)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons, deed
