"""One finding in full: its message, what can be done, and the facts it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from soleus_desktop.rules.explained import explained
from soleus_desktop.rules.finding import Finding
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.widgets.flow import FlowLayout
from soleus_desktop.ui.widgets.labels import plain_label, quiet_label
from soleus_desktop.ui.widgets.lines import breakable, sentence
from soleus_desktop.ui.widgets.scrolled import Scrolled

_NONE = "Select a finding to see what it rests on and how to mend it."


class FindingDetail(Scrolled):
    """Shows a finding and a button for each fix of it."""

    fix_wanted = Signal(int)
    """The number of a fix of the finding that is shown."""
    waive_wanted = Signal()
    take_back_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: Finding | None = None
        self.buttons: list[QPushButton] = []
        self._fill(quiet_label(_NONE))

    def show_finding(self, finding: Finding | None) -> None:
        """Show this finding, or say that none is selected."""
        if finding == self._shown:
            return
        self._shown = finding
        self.buttons = []
        if finding is None:
            self._fill(quiet_label(_NONE))
            return
        message = _wrapped(finding.message)
        message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        reason = [_wrapped(f"Waived: {finding.waiver.reason}")] if finding.waiver else []
        self._fill(message, *reason, self._actions(finding), *self._grounds(finding))

    def _fill(self, *parts: QWidget) -> None:
        body = QWidget()
        body.setBackgroundRole(QPalette.ColorRole.Base)
        body.setAutoFillBackground(True)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.setSpacing(8)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)
        self.setWidget(body)  # the one before is deleted

    def _actions(self, finding: Finding) -> QWidget:
        group = QWidget()
        layout = FlowLayout(group)
        if finding.waiver:
            self._add_button(layout, "Take &back the waiver", self.take_back_wanted.emit)
        else:
            self._add_ways(layout, finding)
        explain = self._add_button(layout, "Explain", self.help_wanted.emit)
        explain.setToolTip("The rule, what it rests on, and examples (F1)")
        return group

    def _add_ways(self, layout: FlowLayout, finding: Finding) -> None:
        for number, fix in enumerate(finding.fixes):
            button = self._add_button(
                layout, fix.title.replace("&", "&&"), partial(self.fix_wanted.emit, number)
            )
            button.setToolTip("" if fix.safety == "safe" else "One of the ways to mend it")
        self._add_button(layout, "W&aive\u2026", self.waive_wanted.emit)

    def _add_button(self, layout: FlowLayout, text: str, do: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: do())  # type: ignore[operator]
        layout.addWidget(button)
        self.buttons.append(button)
        return button

    def _grounds(self, finding: Finding) -> Iterator[QWidget]:
        """What the finding rests on: facts with their ids, our reading, the exercise's purpose."""
        facts = self._session.guide.facts
        for cite in finding.cites:
            fact, own = facts.get(cite), self._session.exercises.get(cite)
            if fact:
                yield _said(f"The guide  [{fact.id}]", fact.says)
            else:
                yield _said("Your exercise", own.name if own else cite)
        yield _said("Our reading", sentence(explained(finding.rule).reading))
        exercise = self._session.exercises.get(finding.exercise or "")
        if exercise and exercise.purpose:
            yield _said(f"What it is for: {exercise.name}", exercise.purpose)


def _said(caption: str, text: str) -> QWidget:
    """Return a text below the quiet line that says whose it is."""
    group = QWidget()
    layout = QVBoxLayout(group)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(quiet_label(breakable(caption)))
    layout.addWidget(_wrapped(text))
    return group


def _wrapped(text: str) -> QLabel:
    label = plain_label(breakable(text))
    label.setWordWrap(True)
    return label
