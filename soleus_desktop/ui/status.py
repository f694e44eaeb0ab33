"""The status line: what was just done, and at the right how the plan stands."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from soleus_desktop.plan.model import Plan
from soleus_desktop.rules.finding import SEVERITIES, Report
from soleus_desktop.ui.announce import announce
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.lines import sentence

SHOWN_MS = 8000


class State(NamedTuple):
    """How a plan stands: `kind` is the worst severity, ``good``, or ``nothing`` yet planned."""

    kind: str
    text: str


def has_entries(plan: Plan) -> bool:
    """Tell whether anything is planned at all."""
    return any(day.entries for week in plan.weeks for day in week.days)


def state_of(plan: Plan, report: Report) -> State:
    """Say how a plan stands: how much is found, ``Follows the guide``, or that it is empty."""
    parts = [
        f"{count} {severity}{'s' if count != 1 else ''}"
        for severity in SEVERITIES
        if (count := report.counts[severity])
    ]
    waived = report.counts["waived"]
    kind: str
    if parts:
        kind, text = next(s for s in SEVERITIES if report.counts[s]), ", ".join(parts)
    elif has_entries(plan):
        kind, text = "good", "Follows the guide"
    else:
        kind, text = "nothing", "Nothing planned yet"
    return State(kind, f"{text}, {waived} waived" if waived else text)


class StatusLine(QStatusBar):
    """Shows messages for a while, and the plan's state always."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[State, Theme] | None = None
        self._state = QLabel()
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self.addPermanentWidget(self._state)
        session.plan_changed.connect(self._refresh)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Show the state in another theme's colours."""
        self._theme = theme
        self._refresh()

    def show_state(self, *, shown: bool) -> None:
        """Show how the plan stands, or not: where none is shown."""
        self._state.setVisible(shown)

    def say(self, text: str) -> None:
        """Show a message for a while, and have it read out where somebody listens."""
        self.showMessage(sentence(text), SHOWN_MS)
        announce(self, sentence(text))

    def hover(self, text: str) -> None:
        """Show what a drop would do, as long as it hovers."""
        if text:
            self.showMessage(text)
        else:
            self.clearMessage()

    def _refresh(self) -> None:
        state = state_of(self._session.plan, self._session.report)
        if self._session.only_to_look_at:  # by numbers that may mean something else
            state = State("nothing", "To be looked at only")
        if (state, self._theme) == self._shown:
            return
        self._shown = state, self._theme
        color = "quiet" if state.kind == "nothing" else state.kind
        palette = self._state.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._theme[color])
        self._state.setPalette(palette)
        self._state.setText(state.text)
