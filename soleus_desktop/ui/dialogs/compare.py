"""Hold the plan against what it was, or against the plan in another file, in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from soleus_desktop.plan.compare import compare
from soleus_desktop.plan.model import Plan
from soleus_desktop.ui.dialogs.differences import Differences
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.labels import plain_label

SIZE = QSize(560, 460)
BEGAN, SAVED, FILE = "began", "saved", "file"


class ComparePlans(QDialog):
    """Stays open beside the window and follows each edit. `choose_file` asks for a plan file.

    `choose_file` returns its path and the plan, or None where there is none.
    """

    def __init__(
        self,
        session: Session,
        selection: Selection,
        choose_file: Callable[[], tuple[Path, Plan] | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Compare plans")
        self._session, self._choose_file = session, choose_file
        self._file: tuple[Path, Plan] | None = None
        self._shown = BEGAN
        self.against = ChoiceField(self._options())
        self.file_button = QPushButton("Choose a &file\u2026")
        self.file_button.setAutoDefault(False)
        self.differences = Differences(self._refresh)
        label = plain_label("This plan &against")
        label.setBuddy(self.against)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.against, 1)
        row.addWidget(self.file_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(row)
        layout.addWidget(self.differences)
        self.against.edited.connect(self.show_against)
        self.file_button.clicked.connect(self.ask_for_file)
        self.differences.chosen.connect(selection.go_to)
        self.differences.closed.connect(self.close)
        session.stack.indexChanged.connect(self.differences.refresh_soon)
        session.file_changed.connect(self.differences.refresh_soon)
        session.plan_replaced.connect(self.close)
        self.resize(SIZE)

    def show_against(self, what: object) -> None:
        """Hold the plan against how it ``began``, was ``saved``, or the ``file`` last chosen."""
        self._shown = str(what)
        self._refresh()

    def ask_for_file(self) -> bool:
        """Ask for a plan file and hold the plan against it; tell whether there was one."""
        found = self._choose_file()
        if found:
            self._file = found
            self.show_against(FILE)
        return found is not None

    def _options(self) -> list[tuple[object, str]]:
        options: list[tuple[object, str]] = [(BEGAN, "the plan as it began")]
        if self._session.path:
            options.append((SAVED, "the plan as it was saved"))
        if self._file:
            options.append((FILE, self._file[0].name))
        return options

    def _refresh(self) -> None:
        if self._shown == SAVED and self._session.path is None:
            self._shown = BEGAN
        options = self._options()
        self.against.show_options(options, self._shown)
        before = self._before()
        if before is None:
            self.differences.say("What was saved cannot be reached by undo any more.")
            return
        named = dict(options)[self._shown]
        title = f"{self._session.name}, against {named}"
        plan, names = self._session.plan, self._names(before)
        self.differences.work_out(title, lambda: compare(before, plan, names))

    def _before(self) -> Plan | None:
        if self._shown == FILE and self._file:
            return self._file[1]
        step = self._session.stack.cleanIndex() if self._shown == SAVED else 0
        return self._session.plan_at(step) if step >= 0 else None

    def _names(self, before: Plan) -> dict[str, str]:
        session = self._session
        exercises = session.guide.exercises_of(before) | session.exercises
        return {name: exercise.name for name, exercise in exercises.items()}
