"""Says that something went wrong in the program, and that the work is safe."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
)

from soleus_desktop.ui.widgets.labels import headline, quiet_label

SIZE = QSize(640, 400)
SAFE = (
    "Your work is safe: every edit is on the disk, and would be offered when the program starts "
    "again. You can go on; to save now and start the program anew is safer."
)
NOT_SAFE = "Save your plan now: its last edits could not be kept for the case of a crash."
ABOUT = (
    "The report names the program\u2019s parts and what was done last, and no word of a plan. It "
    "stays on this machine unless you send it to somebody."
)


class TroubleDialog(QDialog):
    """Shows the report of an error; the window can be used meanwhile."""

    def __init__(self, report: str, *, safe: bool) -> None:
        super().__init__()
        self.setWindowTitle("Soleus Desktop")
        self.report = QPlainTextEdit()
        self.report.setPlainText(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName("Report")
        self.more = quiet_label("")
        self.more.hide()
        buttons = QDialogButtonBox()
        go_on = buttons.addButton("&Go on", QDialogButtonBox.ButtonRole.AcceptRole)
        copy = buttons.addButton("&Copy the report", QDialogButtonBox.ButtonRole.ActionRole)
        copy.setAutoDefault(False)
        copy.clicked.connect(lambda: QApplication.clipboard().setText(self.report.toPlainText()))
        go_on.setDefault(True)
        buttons.accepted.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        said = quiet_label(SAFE if safe else NOT_SAFE)
        said.setForegroundRole(self.foregroundRole())
        layout.addWidget(headline("Something went wrong in the program."))
        layout.addWidget(said)
        layout.addWidget(quiet_label(ABOUT))
        layout.addWidget(self.report, 1)
        layout.addWidget(self.more)
        layout.addWidget(buttons)
        self.resize(SIZE)
        self.setWindowModality(Qt.WindowModality.NonModal)

    def count(self, times: int) -> None:
        """Say how often it went wrong since."""
        further = times - 1
        self.more.setText(f"{further} further error{'s' if further != 1 else ''} since.")
        self.more.show()
