"""The findings: how the plan stands, what is found where, and how to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Waiver
from soleus_desktop.rules.engine import fix_all
from soleus_desktop.rules.finding import Finding, Report
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.status import has_entries, state_of
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.labels import hint_label, plain_label
from soleus_desktop.ui.widgets.mark import mark_pixmap
from soleus_desktop.ui.widgets.tab_order import put_after

if TYPE_CHECKING:  # the table is made when there is first something in it
    from soleus_desktop.ui.dialogs.waive import WaiveDialog
    from soleus_desktop.ui.panels.findings_filter import FilterBar
    from soleus_desktop.ui.panels.findings_table import FindingsTable

_NOTHING = (
    "Everything that can be checked is as the guide has it. What leaves it is listed here, with "
    "ways to mend it."
)
_FILTERED = "Nothing matches the filter."
_NO_ENTRIES = "Nothing to check yet. Drag an exercise from the library to a day of the board."
_NO_WEEKS = "The plan has no weeks yet. Add one with the button above or with Ctrl+Shift+N."


class FindingsPanel(QWidget):
    """A line that sums up, and below it the findings, or that there are none."""

    help_wanted = Signal()
    """The current finding is to be explained."""

    def __init__(self, session: Session, selection: Selection, theme: Theme) -> None:
        super().__init__()
        self._session, self._selection, self._theme = session, selection, theme
        self._drawn: tuple[str, Theme, float] | None = None
        self._table: FindingsTable | None = None
        self._bar: FilterBar | None = None
        self._dialog: WaiveDialog | None = None
        self._waiving: Finding | None = None
        self._build()
        session.plan_changed.connect(self._refresh)
        self._refresh()

    @property
    def table(self) -> FindingsTable:
        """The findings and the one that is current; made when first asked for."""
        if self._table is None:
            from soleus_desktop.ui.panels.findings_table import FindingsTable

            self._table = FindingsTable(self._session, self._selection, self._theme)
            self._table.waive_wanted.connect(self.waive_current)
            self._table.detail.help_wanted.connect(self.help_wanted)
            self._table.filtered.connect(self._refresh)
            self._body.addWidget(self._table)
            self._add_filter(self._table)
            put_after(self._fix_all, self._table)
        return self._table

    @property
    def current(self) -> Finding | None:
        """The finding that a person is at, or None."""
        return self._table.current if self._table is not None else None

    def set_theme(self, theme: Theme) -> None:
        """Show the marks in another theme's colours."""
        self._theme = theme
        for part in (self._table, self._bar):
            if part is not None:
                part.set_theme(theme)
        self._show_state()

    def next_finding(self) -> None:
        """Go to the finding after the current one; after the last comes the first."""
        self.table.step(1)

    def previous_finding(self) -> None:
        """Go to the finding before the current one."""
        self.table.step(-1)

    def fix_current(self) -> None:
        """Apply the first fix of the current finding; without one go to the first finding."""
        if self._current_or_first():
            self.table.fix(0)

    def fix_all(self) -> None:
        """Apply every safe fix, as one undo step."""
        self._session.apply("Fix all safe", lambda plan: fix_all(plan, self._session.guide))

    def waive_current(self) -> None:
        """Ask for a reason to set the current finding aside; without one go to the first."""
        finding = self._current_or_first()
        if finding is None or finding.waiver:
            return
        if self._dialog is None:
            from soleus_desktop.ui.dialogs.waive import WaiveDialog

            self._dialog = WaiveDialog(self)
            self._dialog.reason_given.connect(self._waive)
        self._waiving = finding
        self._dialog.ask(finding.message, finding.place.label)

    def take_back_current(self) -> None:
        """Take back the waiver of the current finding; without one go to the first waived."""
        finding = self.table.current
        if finding is None or not finding.waiver:
            self.table.go_to_waived()
        else:
            self.table.take_back()

    def _current_or_first(self) -> Finding | None:
        """Return the current finding. Where there is none, none is mended before it was seen."""
        finding = self.table.current
        if finding is None:
            self.table.step(1)
        return finding

    def _build(self) -> None:
        self._mark = plain_label("")
        self._state = plain_label("")
        self._state.setAccessibleName("State of the plan")
        self._fix_all = QPushButton("Fi&x all safe")
        self._fix_all.setToolTip(
            "Set every number that is out of range to the nearest allowed one, in the whole plan"
        )
        self._fix_all.clicked.connect(self.fix_all)
        self._header = header = QHBoxLayout()
        header.setContentsMargins(10, 4, 8, 4)
        header.setSpacing(6)
        header.addWidget(self._mark)
        header.addWidget(self._state)
        header.addStretch(0)  # the filter takes the room where there is one
        header.addWidget(self._fix_all, 0, Qt.AlignmentFlag.AlignTop)
        self._empty = hint_label("")
        self._show_all = QPushButton("&Show all findings")
        self._show_all.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addWidget(self._empty)
        layout.addWidget(self._show_all, 0, Qt.AlignmentFlag.AlignHCenter)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(8, 0, 8, 8)
        layout.addLayout(self._body, 1)
        layout.addStretch(0)  # takes the room where there is no table

    def _add_filter(self, table: FindingsTable) -> None:
        from soleus_desktop.ui.panels.findings_filter import FilterBar

        self._bar = bar = FilterBar(self._theme)
        bar.changed.connect(lambda: table.set_filter(bar.filter))
        self._show_all.clicked.connect(bar.clear)
        self._header.insertWidget(2, bar, 1)
        put_after(self._fix_all, bar)
        QWidget.setTabOrder(bar.place, self._fix_all)
        self._refresh()

    def _refresh(self) -> None:
        report = self._session.report
        self._show_state()
        self._fix_all.setEnabled(has_safe_fix(report))
        there = bool(report.findings)
        if self._table is None and there and self.isVisible():
            self.table.show()
        if self._table is not None and self._bar is not None:
            self._bar.show_report(report)
            self._bar.setVisible(there)
            self._table.refresh()
            self._table.setVisible(bool(self._table.model.findings))
            self._show_all.setVisible(there and self._table.isHidden())
        shown = self._table is not None and not self._table.isHidden()
        self._empty.setVisible(not shown)
        self._empty.setText(_FILTERED if there else self._why_none())

    def _why_none(self) -> str:
        plan = self._session.plan
        if has_entries(plan):
            return _NOTHING
        return _NO_ENTRIES if plan.weeks else _NO_WEEKS

    def _show_state(self) -> None:
        kind, text = state_of(self._session.plan, self._session.report)
        found = bool(self._session.report.findings)
        self._mark.setVisible(kind != "nothing" and not found)  # the filter says it with buttons
        self._state.setVisible(not found)
        if kind != "nothing" and not found:
            self._show_mark(kind, self.devicePixelRatioF())
        self._state.setText(text)

    def _show_mark(self, kind: str, ratio: float) -> None:
        """Draw the mark of a state, where it is not the one that is drawn already."""
        drawn = (kind, self._theme, ratio)
        if drawn != self._drawn:
            self._drawn = drawn
            color, sign = self._theme[kind], self._theme["base"]
            self._mark.setPixmap(mark_pixmap(kind, color, sign, ratio))

    def _waive(self, reason: str) -> None:
        finding = self._waiving
        assert finding is not None
        self._session.apply(
            f"Waive {finding.rule.id}",
            lambda plan: edits.waive(plan, waiver_of(finding, reason)),
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()


def has_safe_fix(report: Report) -> bool:
    """Tell whether anything that is found can be mended without asking."""
    return any(fix.safety == "safe" for finding in report.open for fix in finding.fixes)


def waiver_of(finding: Finding, reason: str) -> Waiver:
    """Return what sets a finding aside where it stands: at its entry, its week or the plan."""
    place = finding.place
    week = None if place.week is None or place.entry is not None else place.week + 1
    return Waiver(rule=finding.rule.id, entry=place.entry, week=week, reason=reason)
