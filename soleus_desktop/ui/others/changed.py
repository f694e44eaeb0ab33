"""Asks what is to become of two versions of a plan: one in the window, one in the file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from soleus_desktop.ui.widgets.labels import headline, quiet_label
from soleus_desktop.ui.widgets.lines import breakable

SIZE = QSize(600, 400)
MORE = (
    "You have changes that are not saved. Whatever you choose, both versions can be had again: "
    "by undo, or by File \u203a Previous versions."
)


class ChangedDialog(QDialog):
    """Shows what the file has otherwise; Escape decides nothing yet."""

    def __init__(self, name: str, told: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Changed on disk")
        self.told = QPlainTextEdit()
        self.told.setPlainText(told)
        self.told.setReadOnly(True)
        self.told.setTabChangesFocus(True)
        self.told.setAccessibleName("What differs")
        self.buttons = QDialogButtonBox()
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addWidget(headline(breakable(f"Another program changed \u201c{name}\u201d.")))
        layout.addWidget(quiet_label(MORE))
        layout.addWidget(self.told, 1)
        layout.addWidget(self.buttons)
        self.resize(SIZE)

    def offer(self, text: str, tip: str, do: Callable[[], object], *, there: bool = True) -> None:
        """Add an answer; the first one is the default."""
        first = not self.buttons.buttons()
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.setStatusTip(tip)
        button.setAccessibleDescription(tip)
        button.setEnabled(there)
        button.setAutoDefault(False)
        button.setDefault(first)
        button.clicked.connect(self.accept)
        button.clicked.connect(do)

    def offer_later(self) -> None:
        """Add the answer that decides nothing, as Escape."""
        later = self.buttons.addButton("Decide &later", QDialogButtonBox.ButtonRole.RejectRole)
        later.setAutoDefault(False)
