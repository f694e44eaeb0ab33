"""Which findings are shown: chosen by severity, rule and week; none chosen means all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Signal
from PySide6.QtGui import QIcon, QPalette, QResizeEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from soleus_desktop.rules.finding import SEVERITIES, Finding, Report
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.flow import FlowLayout
from soleus_desktop.ui.widgets.mark import MARK, mark_pixmap

KINDS = (*SEVERITIES, "waived")
RULE_LETTERS, ROOM_FOR_WORDS = 14, 46
"""Widths in letters: of the field for the rule; of the bar below which it says less."""
EVERY_RULE, WHOLE_PLAN, THIS_WEEK = "Every rule", "Whole plan", "This week"


@dataclass(frozen=True)
class FindingsFilter:
    """What is shown: the kinds (a severity or ``waived``), the rule, whether this week's alone."""

    kinds: frozenset[str] = frozenset()
    rule: str | None = None
    this_week: bool = False

    def holds(self, finding: Finding, weeks: tuple[int, ...]) -> bool:
        """Tell whether a finding is shown; `weeks` (from 0) are those that are selected."""
        if self.kinds and kind_of(finding) not in self.kinds:
            return False
        if self.rule and finding.rule.id != self.rule:
            return False
        return not self.this_week or finding.place.week in weeks


ALL = FindingsFilter()


def kind_of(finding: Finding) -> str:
    """Return what a finding is counted as: its severity, or ``waived``."""
    return "waived" if finding.waiver else finding.severity


class FilterBar(QWidget):
    """A button for each kind with its count, the rules that found something, and the place."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.filter = ALL
        self._rules: list[tuple[object, str]] = []
        self._counts = dict.fromkeys(KINDS, 0)
        self.buttons = {kind: QPushButton() for kind in KINDS}
        self.place = ChoiceField([(False, WHOLE_PLAN), (True, THIS_WEEK)])
        self.rule = ChoiceField([(None, EVERY_RULE)])
        self.place.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.rule.setMinimumContentsLength(RULE_LETTERS)
        side = self._side = max(MARK, self.fontMetrics().ascent())
        layout = FlowLayout(self)
        for kind, button in self.buttons.items():
            button.setCheckable(True)
            button.setIconSize(QSize(side, side))
            button.toggled.connect(partial(self._on_toggled, kind))
            layout.addWidget(button)
        for field, name in ((self.rule, "Findings of which rule"), (self.place, "Findings where")):
            field.setAccessibleName(name)
            layout.addWidget(field)
        self.rule.edited.connect(lambda rule: self._change(rule=rule))
        self.place.edited.connect(lambda here: self._change(this_week=here))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the marks in another theme's colours."""
        self._theme = theme
        for kind in KINDS:
            self._paint(kind)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self.isVisible():  # as many rows as it takes at this width
            hint.setHeight(self.heightForWidth(self.width()))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
            self.updateGeometry()

    def _fit(self) -> None:
        """Say less where all words would not stand in two rows: the mark and the count tell it."""
        short = self.width() < ROOM_FOR_WORDS * self.fontMetrics().averageCharWidth()
        self.rule.setMinimumContentsLength(6 if short else RULE_LETTERS)
        for kind, button in self.buttons.items():
            count = self._counts[kind]
            button.setText(str(count) if short else _counted(kind, count))

    def show_report(self, report: Report) -> None:
        """Count what there is now; what is chosen stays chosen."""
        for kind, button in self.buttons.items():
            count = report.counts[kind]
            text = _counted(kind, count)
            button.setAccessibleName(text)
            button.setToolTip(f"Show {'what was' if kind == 'waived' else 'only the'} {text}")
            button.setVisible(count > 0 or button.isChecked())
        self._counts = report.counts
        self._fit()
        found = Counter(finding.rule.id for finding in report.findings)
        chosen = self.filter.rule
        if chosen and chosen not in found:
            found[chosen] = 0
        rules: list[tuple[object, str]] = [
            (rule, f"{in_words(rule)} ({count})") for rule, count in found.items()
        ]
        if rules != self._rules:
            self._rules = rules
            self.rule.show_options([(None, EVERY_RULE), *rules], chosen)

    def clear(self) -> None:
        """Show everything again."""
        for button in self.buttons.values():
            with QSignalBlocker(button):
                button.setChecked(False)
        self.set_theme(self._theme)
        self.rule.show_choice(None)
        self.place.show_choice(False)
        self._set(ALL)

    def _on_toggled(self, kind: str, on: bool) -> None:
        self._paint(kind)
        kinds = self.filter.kinds
        self._change(kinds=kinds | {kind} if on else kinds - {kind})

    def _paint(self, kind: str) -> None:
        """Paint a button as pressed or not: Fusion's own sign is hardly seen in the dark."""
        button, theme, palette = self.buttons[kind], self._theme, QPalette()
        ground, color = theme["base"], theme["quiet" if kind == "waived" else kind]
        if button.isChecked():
            ground, color = theme["accent"], theme["on_accent"]
            palette.setColor(QPalette.ColorRole.Button, ground)
            palette.setColor(QPalette.ColorRole.ButtonText, color)
        button.setPalette(palette)
        ratio = self.devicePixelRatioF()
        mark = mark_pixmap(kind, color, ground, ratio * self._side / MARK)
        mark.setDevicePixelRatio(ratio)
        button.setIcon(QIcon(mark))

    def _change(self, **what: object) -> None:
        self._set(replace(self.filter, **what))  # type: ignore[arg-type]

    def _set(self, wanted: FindingsFilter) -> None:
        if wanted != self.filter:
            self.filter = wanted
            self.changed.emit()


def in_words(rule: str) -> str:
    """Return a rule's id as it reads: ``Sets outside guide``."""
    return rule.replace("-", " ").capitalize()


def _counted(kind: str, count: int) -> str:
    return f"{count} {kind}" + ("" if count == 1 or kind == "waived" else "s")
