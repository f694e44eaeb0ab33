"""The status line: what was just done, and at the right how the plan stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from soleus_desktop.rules.finding import SEVERITIES, Report
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme

SHOWN_MS = 8000


def state_of(report: Report) -> str:
    """Say how a plan stands: ``Follows the guide``, or how much is found."""
    parts = [
        f"{count} {severity}{'s' if count != 1 else ''}"
        for severity in SEVERITIES
        if (count := report.counts[severity])
    ]
    waived = report.counts["waived"]
    text = ", ".join(parts) or "Follows the guide"
    return f"{text}, {waived} waived" if waived else text


class StatusLine(QStatusBar):
    """Shows messages for a while, and the plan's state always."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._state = QLabel()
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self.addPermanentWidget(self._state)
        session.plan_changed.connect(self._refresh)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Show the state in another theme's colours."""
        self._theme = theme
        self._refresh()

    def say(self, text: str) -> None:
        """Show a message for a while."""
        self.showMessage(text, SHOWN_MS)

    def hover(self, text: str) -> None:
        """Show what a drop would do, as long as it hovers."""
        if text:
            self.showMessage(text)
        else:
            self.clearMessage()

    def _refresh(self) -> None:
        report = self._session.report
        worst = next((s for s in SEVERITIES if report.counts[s]), None)
        palette = self._state.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme[worst or "good"])
        self._state.setPalette(palette)
        self._state.setText(state_of(report))
