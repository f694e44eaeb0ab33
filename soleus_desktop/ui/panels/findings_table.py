"""The findings as a table, and the current one in full beside it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSplitter, QTableView

from soleus_desktop.plan import edits
from soleus_desktop.rules.finding import Finding
from soleus_desktop.ui.panels.finding_detail import FindingDetail
from soleus_desktop.ui.panels.findings_filter import ALL, FindingsFilter
from soleus_desktop.ui.panels.findings_model import (
    MESSAGE,
    PLACE,
    SEVERITY,
    FindingsModel,
    Identity,
    identity,
    in_order,
)
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.mark import MARK
from soleus_desktop.ui.widgets.rows import as_rows
from soleus_desktop.ui.widgets.tab_order import put_after


class FindingsTable(QSplitter):
    """The list of findings with the current one beside it.

    The current finding stays current over checks, by its rule and place. A person who makes a row
    current is taken to its place on the board; a check or a click on the board takes nobody
    anywhere.
    """

    waive_wanted = Signal()
    filtered = Signal()
    """Other findings than before are left by the filter."""

    def __init__(self, session: Session, selection: Selection, theme: Theme) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._session, self._selection = session, selection
        self._at: Identity | None = None
        self._row = 0
        self._filter = ALL
        self._following = False
        self.model = FindingsModel(theme)
        self.view = _table(self.model)
        self.detail = FindingDetail(session)
        self.addWidget(self.view)
        self.addWidget(self.detail)
        self.setStretchFactor(0, 3)
        self.setStretchFactor(1, 2)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        self.view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.view.clicked.connect(self._on_clicked)
        self.detail.fix_wanted.connect(self.fix)
        self.detail.waive_wanted.connect(self.waive_wanted)
        self.detail.take_back_wanted.connect(self.take_back)
        selection.changed.connect(self._on_selection_changed)
        self.set_theme(theme)
        self.refresh()

    @property
    def current(self) -> Finding | None:
        """The current finding, with its newest fixes."""
        row = self.view.currentIndex().row()
        return self.model.findings[row] if row >= 0 else None

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self.model.set_theme(theme)
        palette = QPalette(theme.palette())
        palette.setColor(QPalette.ColorRole.Highlight, theme["selected"])
        palette.setColor(QPalette.ColorRole.HighlightedText, theme["text"])
        self.view.setPalette(palette)

    def refresh(self) -> None:
        """Show the findings of the last check; the current one stays current."""
        findings = self._left()
        if not self.model.differs(findings):
            self.model.show(findings)
            return
        self._following = True
        self.model.show(findings)
        self._make_current(self._row_to_keep())
        self._following = False

    def set_filter(self, wanted: FindingsFilter) -> None:
        """Show only what a filter leaves; a finding that it hides is current no longer."""
        self._filter = wanted
        findings = self._left()
        if self.model.differs(findings):
            self._following = True
            self.model.show(findings)
            row = self.model.row_of(self._at) if self._at else None
            self._make_current(-1 if row is None else row)
            self._following = False
        self.filtered.emit()

    def step(self, by: int) -> None:
        """Make the next or previous finding current, round and round."""
        count = len(self.model.findings)
        if count:
            row = self.view.currentIndex().row()
            start = row if row >= 0 else (-1 if by > 0 else 0)
            self._make_current((start + by) % count)
            self._go_there()

    def go_to_waived(self) -> None:
        """Make the first waived finding current."""
        rows = enumerate(self.model.findings)
        row = next((row for row, finding in rows if finding.waiver), None)
        if row is not None:
            self._make_current(row)
            self._go_there()

    def fix(self, number: int) -> None:
        """Apply a fix of the current finding."""
        finding = self.current
        if finding and not finding.waiver and number < len(finding.fixes):
            fix = finding.fixes[number]
            self._keep_focus()
            self._session.apply(fix.title, fix.edit)

    def take_back(self) -> None:
        """Take back the waiver of the current finding."""
        finding = self.current
        if finding and finding.waiver:
            waiver = finding.waiver
            self._keep_focus()
            self._session.apply(
                f"Take back the waiver of {finding.rule.id}",
                lambda plan: edits.unwaive(plan, waiver),
            )

    def _left(self) -> tuple[Finding, ...]:
        """The findings that the filter leaves."""
        findings = in_order(self._session.report)
        if self._filter == ALL:
            return findings
        weeks = self._selection.weeks
        return tuple(finding for finding in findings if self._filter.holds(finding, weeks))

    def _keep_focus(self) -> None:
        """Go back to the table: the button that was pressed goes with its finding."""
        if any(button.hasFocus() for button in self.detail.buttons):
            self.view.setFocus()

    def _row_to_keep(self) -> int:
        """Where the current finding is now; else another of its entry; else what took its place."""
        findings = self.model.findings
        if self._at is None or not findings:
            return -1
        row = self.model.row_of(self._at)
        if row is None:
            row = self._row_at_entry(self._selection.entry_id)
        return min(self._row, len(findings) - 1) if row is None else row

    def _row_at_entry(self, entry: str | None) -> int | None:
        """The row of the first open finding at an entry."""
        if entry is None:
            return None
        findings = enumerate(self.model.findings)
        return next((r for r, f in findings if f.place.entry == entry and not f.waiver), None)

    def _make_current(self, row: int) -> None:
        following, self._following = self._following, True
        self.view.setCurrentIndex(self.model.index(row, 0) if row >= 0 else QModelIndex())
        self._following = following
        self._show_current()

    def _show_current(self) -> None:
        finding = self.current
        if finding is not None:
            self._at, self._row = identity(finding), self.view.currentIndex().row()
        self.detail.show_finding(finding)
        put_after(self.view, self.detail)

    def _on_row_changed(self) -> None:
        if not self._following:
            self._show_current()
            self._go_there()

    def _on_clicked(self) -> None:
        self._go_there()  # a click on the row that is current already goes there once more

    def _go_there(self) -> None:
        if self.current:
            self._selection.go_to(self.current.place)

    def _on_selection_changed(self) -> None:
        """Point out the first finding of the entry that was selected on the board."""
        if self._filter.this_week and self.model.differs(self._left()):
            self.set_filter(self._filter)
        entry = self._selection.entry_id
        if entry is None or (self.current and self.current.place.entry == entry):
            return
        row = self._row_at_entry(entry)
        if row is not None:
            self._make_current(row)


class _Rows(QTableView):
    """A table of rows that shows when it has the focus; Qt's own sign is hardly seen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.Link))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


def _table(model: FindingsModel) -> QTableView:
    view = _Rows()
    view.setModel(model)
    view.setAccessibleName("Findings")
    view.setAccessibleDescription("The arrow keys go from finding to finding, Tab to its fixes.")
    view.setFrameShape(QFrame.Shape.NoFrame)
    as_rows(view)
    view.setWordWrap(False)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setIconSize(QSize(MARK, MARK))
    view.horizontalHeader().hide()
    metrics = QFontMetrics(view.font())
    view.verticalHeader().setDefaultSectionSize(metrics.height() + 8)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.setColumnWidth(SEVERITY, metrics.horizontalAdvance("Warning") + MARK + 22)
    view.setColumnWidth(PLACE, metrics.horizontalAdvance("Week 260, Wed") + 12)
    view.horizontalHeader().setSectionResizeMode(MESSAGE, QHeaderView.ResizeMode.Stretch)
    return view
