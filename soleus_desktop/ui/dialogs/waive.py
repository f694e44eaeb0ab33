"""Ask why a finding is set aside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from soleus_desktop.ui.dialogs.foot import do_or_cancel
from soleus_desktop.ui.widgets.labels import plain_label, quiet_label
from soleus_desktop.ui.widgets.lines import breakable
from soleus_desktop.ui.widgets.text_field import NoteField

MAX_REASON = 10_000


class WaiveDialog(QDialog):
    """Says what is found and asks for a reason, which must not be blank.

    One dialog serves again and again: `ask` opens it, `reason_given` brings the answer.
    """

    reason_given = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Waive a finding")
        self._place = quiet_label("")
        self._found = plain_label("")
        self._found.setWordWrap(True)
        self.reason = NoteField(MAX_REASON, lines=3)
        self.reason.editor.setAccessibleName("Reason")
        label = plain_label("&Reason")
        label.setBuddy(self.reason.editor)
        self.reason.editor.textChanged.connect(self._on_text_changed)
        buttons, self.waive_button = do_or_cancel(self, "&Waive")
        for keys in ("Ctrl+Return", "Ctrl+Enter"):  # Enter alone begins a line
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(self._place)
        layout.addWidget(self._found)
        layout.addSpacing(4)
        layout.addWidget(label)
        layout.addWidget(self.reason)
        layout.addWidget(quiet_label("The reason is kept in the plan file. Ctrl+Enter waives."))
        layout.addWidget(buttons)

    def ask(self, message: str, place: str) -> None:
        """Open the dialog on a finding."""
        self._place.setText(place)
        self._found.setText(breakable(message))
        self.reason.editor.clear()
        self._on_text_changed()
        self.resize(440, self.sizeHint().height())
        self.reason.setFocus()
        self.open()

    def accept(self) -> None:
        reason = self.reason.text.strip()
        if reason:
            super().accept()
            self.reason_given.emit(reason)

    def _on_text_changed(self) -> None:
        self.waive_button.setEnabled(bool(self.reason.text.strip()))
