"""Hold one week of the plan against another, in words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from soleus_desktop.plan.compare import compare_weeks
from soleus_desktop.plan.model import Plan
from soleus_desktop.ui.dialogs.differences import Differences
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.labels import plain_label

SIZE = QSize(520, 400)


class CompareWeeks(QDialog):
    """Begins with the two weeks that are selected, else with this week and the one before it.

    In the first week that is the second and the first.
    """

    def __init__(self, session: Session, selection: Selection, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Compare weeks")
        self._session, self._selection = session, selection
        self.week, self.against = ChoiceField(()), ChoiceField(())
        self.differences = Differences(self._refresh)
        row = QHBoxLayout()
        for text, field in (("&Week", self.week), ("&against", self.against)):
            label = plain_label(text)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field, 1)
            field.edited.connect(self._refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(self.differences)
        self.differences.chosen.connect(selection.go_to)
        self.differences.closed.connect(self.close)
        session.plan_changed.connect(self._on_plan_changed)
        session.plan_replaced.connect(self.close)
        self.begin()
        self.resize(SIZE)

    def begin(self) -> None:
        """Hold the weeks against each other that are selected now."""
        self._offer(*_first(self._selection, len(self._session.plan.weeks)))
        self._refresh()

    def _offer(self, week: int, against: int) -> None:
        weeks = self._session.plan.weeks
        options = [
            (number, f"{number + 1}  {week.label}".strip()) for number, week in enumerate(weeks)
        ]
        for field, shown in ((self.week, week), (self.against, against)):
            field.show_options(options, min(shown, len(weeks) - 1))

    def _on_plan_changed(self, _before: Plan, after: Plan) -> None:
        if not after.weeks:
            self.close()
            return
        self._offer(*self._chosen)
        self.differences.refresh_soon()

    @property
    def _chosen(self) -> tuple[int, int]:
        week, against = self.week.choice, self.against.choice
        assert isinstance(week, int)
        assert isinstance(against, int)
        return week, against

    def _refresh(self) -> None:
        session = self._session
        if not session.plan.weeks:  # it is about to go
            return
        week, against = self._chosen
        names = {name: exercise.name for name, exercise in session.exercises.items()}
        weeks = session.plan.weeks
        self.differences.show_differences(
            f"{session.name}: week {week + 1}, against week {against + 1}",
            compare_weeks(weeks[against], weeks[week], names, week, session.plan.athlete.unit),
        )


def _first(selection: Selection, count: int) -> tuple[int, int]:
    """Return the week to look at and the one to hold it against (from 0), of so many."""
    weeks = selection.weeks
    if len(weeks) > 1:
        return weeks[-1], weeks[0]
    week = min(max(selection.week, 1), count - 1)
    return week, max(week - 1, 0)
