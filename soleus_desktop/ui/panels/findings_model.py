"""The table of findings: what is open in the plan's order, then what was waived."""

from __future__ import annotations

from functools import cache
from html import escape

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from soleus_desktop.plan.place import DAY_NAMES, Place
from soleus_desktop.rules.finding import Finding, Report
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.mark import mark_pixmap
from soleus_desktop.ui.widgets.no_drops import NoDrops

Index = QModelIndex | QPersistentModelIndex
Identity = tuple[str, str | tuple[int | None, int | None], bool]

SEVERITY, PLACE, MESSAGE = range(3)
_TITLES = ("Severity", "Where", "What")
_ROOT = QModelIndex()
_RATIOS = (1.0, 2.0, 3.0)


def identity(finding: Finding) -> Identity:
    """What makes a finding the same one after the plan was checked again.

    Its rule, its place, and whether it is waived: what was just waived went to the end of the
    table, and a person goes on with the finding that took its row.
    """
    place = finding.place
    at = place.entry or (place.week, place.day)
    return finding.rule.id, at, finding.waiver is not None


def in_order(report: Report) -> tuple[Finding, ...]:
    """Return the open findings in the plan's order, then the waived ones."""
    if not report.counts["waived"]:
        return report.findings
    return (*report.open, *(f for f in report.findings if f.waiver))


class FindingsModel(NoDrops, QAbstractTableModel):
    """Severity, place and message of each finding. Nothing can be dragged out or dropped in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.findings: tuple[Finding, ...] = ()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the marks in another theme's colours."""
        self._theme = theme
        self._icon = cache(self._draw_icon)
        self._tell_all()

    def differs(self, findings: tuple[Finding, ...]) -> bool:
        """Tell whether the table would look other with these findings."""
        return findings != self.findings

    def show(self, findings: tuple[Finding, ...]) -> None:
        """Show these findings. What looks the same may still carry newer fixes."""
        if not self.differs(findings):
            self.findings = findings
            return
        self.beginResetModel()
        self.findings = findings
        self.endResetModel()

    def row_of(self, wanted: Identity) -> int | None:
        """Return the row of a finding by its identity."""
        return next((r for r, f in enumerate(self.findings) if identity(f) == wanted), None)

    def _tell_all(self) -> None:
        if self.findings:
            last = self.index(len(self.findings) - 1, MESSAGE)
            self.dataChanged.emit(self.index(0, 0), last)

    def _draw_icon(self, kind: str, color: str) -> QIcon:
        icon = QIcon()
        for ratio in _RATIOS:
            mark = mark_pixmap(kind, self._theme[color], self._theme["base"], ratio)
            icon.addPixmap(mark)
            icon.addPixmap(mark, QIcon.Mode.Selected)  # else Qt tints it
        return icon

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.findings)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        finding, column = self.findings[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(finding, column)
        if role == Qt.ItemDataRole.DecorationRole and column == SEVERITY:
            return self._icon(finding.severity, "quiet" if finding.waiver else finding.severity)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._color(finding, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tooltip(finding)
        return None

    def _color(self, finding: Finding, column: int) -> QColor | None:
        if finding.waiver or column == PLACE:
            return self._theme["quiet"]
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _TITLES[section]
        return None


def _text(finding: Finding, column: int) -> str:
    if column == PLACE:
        return _place(finding.place)
    if column == SEVERITY:
        return "Waived" if finding.waiver else finding.severity.capitalize()
    if finding.waiver:
        return f"\u201c{_line(finding.waiver.reason)}\u201d \u2013 {finding.message}"
    return finding.message


def _place(place: Place) -> str:
    """Say a place as narrow as the table needs it: ``Week 2, Fri``."""
    if place.week is None or place.day is None:
        return place.label
    return f"Week {place.week + 1}, {DAY_NAMES[place.day][:3]}"


def _tooltip(finding: Finding) -> str:
    """Return the whole message as rich text; names that people typed are escaped."""
    text = f"<p>{escape(finding.place.label)}</p><p>{escape(finding.message)}</p>"
    if finding.waiver:
        text += f"<p>Waived: {escape(_line(finding.waiver.reason))}</p>"
    return text


def _line(reason: str) -> str:
    """Return a reason on one line, no longer than a table can use."""
    return " ".join(reason[:500].split())
