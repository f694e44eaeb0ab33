"""Progress over weeks: a preview of how exercises go on, adapted by hand, applied in one step."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from soleus_desktop.guide.model import Exercise
from soleus_desktop.plan.model import Entry, Plan, Week
from soleus_desktop.plan.words import span
from soleus_desktop.planner.progress import applied, progress
from soleus_desktop.ui.dialogs.foot import do_or_cancel
from soleus_desktop.ui.dialogs.outcome import Outcome
from soleus_desktop.ui.dialogs.progress_model import ProgressModel
from soleus_desktop.ui.dialogs.progress_pace import PaceFields
from soleus_desktop.ui.dialogs.progress_table import ProgressTable
from soleus_desktop.ui.effect import Effects
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.labels import plain_label, quiet_label
from soleus_desktop.ui.widgets.number_field import NumberField

ALL, SELECTED = "all", "selected"
_NOTE = (
    "Ranges and stages are the guide\u2019s. That repetitions come before sets, the pace, the "
    "steps of the load and lighter weeks are ours. Nothing changes until you apply."
)
_LONGEST = 60
_AROUND = QSize(40, 60)
"""Left free of the screen for the window's own frame."""


class ProgressDialog(QDialog):
    """Asks which exercises go on over which weeks, and how fast; shows what comes of it.

    When it is accepted, `edit` does it and `text` calls the step.
    """

    def __init__(
        self, session: Session, selection: Selection, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Progress over weeks")
        self._session, self._effects = session, Effects(session)
        self._chosen = _chosen(session.plan, selection)
        self._make(theme)
        self._lay_out()
        self._begin(selection)
        # Qt itself would stop at two thirds of the screen.
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize() - _AROUND))

    @property
    def text(self) -> str:
        """What to call the step."""
        made = self.model.made
        names = {one.exercise.name.lower() for one in made}
        what = names.pop() if len(names) == 1 else f"{len(names)} exercises"
        weeks = [row.week + 1 for one in made for row in one.rows]
        return f"Progress {what} over weeks {span(min(weeks), max(weeks))}"

    def edit(self, plan: Plan) -> Plan:
        """Return the plan with the exercises as the table shows them."""
        return applied(plan, self.model.made)

    # --- how it is made -------------------------------------------------------------------------

    def _make(self, theme: Theme) -> None:
        last, units = len(self._session.plan.weeks), self._session.plan.athlete.unit
        self.what = ChoiceField(())
        self.first, self.last = (NumberField(1, last, whole=True) for _ in range(2))
        self.pace = PaceFields(units)
        self.add = QCheckBox("A&dd to weeks without it")
        self.model = ProgressModel(theme, units)
        self.table = ProgressTable(self.model, theme)
        self.repeat, self.regress, self.reset = (
            _button("Re&peat", "This week as the week before"),
            _button("Re&gress", "One step back from the week before, each time one further"),
            _button("Rese&t", "This week by itself again"),
        )
        self.outcome = Outcome(theme)
        self.buttons, self.apply = do_or_cancel(self, "&Apply")

    def _lay_out(self) -> None:
        weeks, between = _in_a_row(self.first, plain_label("to"), self.last), QHBoxLayout()
        for part in (self.pace.lighter.box, self.pace.lighter.field, self.add):
            between.addWidget(part)
        between.insertSpacing(2, 18)
        between.addStretch(1)
        self.pace.lighter.box.setMinimumHeight(self.pace.lighter.field.sizeHint().height())
        form = QGridLayout()
        form.setHorizontalSpacing(8)
        form.setVerticalSpacing(6)
        form.setColumnStretch(1, 1)
        fields = (("&Exercise", self.what), ("&Weeks", self.first), ("Each week add&s", self.pace))
        for row, (name, field) in enumerate(fields):
            label = plain_label(name)
            label.setBuddy(field)
            self._adds = label  # the last of them; its field is another with each exercise
            form.addWidget(label, row, 0)
        form.addWidget(self.what, 0, 1)
        form.addLayout(weeks, 1, 1)
        form.addWidget(self.pace, 2, 1)
        form.addLayout(between, 3, 1)
        self.what.setAccessibleName("Exercise")
        self.first.setAccessibleName("From week")
        self.last.setAccessibleName("To week")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(self.table, 1)
        layout.addLayout(_in_a_row(self.repeat, self.regress, self.reset))
        layout.addWidget(self.outcome)
        layout.addWidget(quiet_label(_NOTE))
        layout.addWidget(self.buttons)

    def _begin(self, selection: Selection) -> None:
        first, last = _span(self._session.plan, selection)
        self.first.show_number(first + 1)
        self.last.show_number(last + 1)
        self._offer()
        self._suggest_adding()
        self._work_out()
        self.what.edited.connect(self._on_what)
        self.first.edited.connect(self._on_weeks)
        self.last.edited.connect(self._on_weeks)
        self.add.clicked.connect(self._work_out)
        self.pace.changed.connect(self._on_pace)
        self.model.changed.connect(self._judge)
        self.repeat.clicked.connect(lambda: self._by_hand("repeated"))
        self.regress.clicked.connect(lambda: self._by_hand("regressed"))
        self.reset.clicked.connect(lambda: self._by_hand("reset"))
        self.table.selectionModel().currentRowChanged.connect(self._enable)
        self.what.setFocus()

    # --- what is chosen ---------------------------------------------------------------------------

    @property
    def _weeks(self) -> range:
        return range(int(self.first.number) - 1, int(self.last.number))

    def _offer(self) -> None:
        """Offer the exercises that the weeks hold, those of the selection first."""
        known, shown = self._session.exercises, self.what.choice
        there = self._there()
        options: list[tuple[object, str]] = []
        if len(there) > 1:
            options.append((ALL, f"Every exercise of the first week ({len(self._of_first())})"))
        chosen = [name for name in self._chosen if name in there]
        if len(chosen) > 1:
            options.append((SELECTED, f"The selected exercises ({len(chosen)})"))
        options += [(name, _short(known[name].name)) for name in there]
        if not options:
            options = [(None, "No exercise in these weeks")]
        values = [value for value, _ in options]
        usual = SELECTED if len(chosen) > 1 else chosen[0] if chosen else values[0]
        self.what.show_options(options, shown if shown in values else usual)

    def _there(self) -> list[str]:
        """The exercises that the chosen weeks hold, in the order of the plan."""
        weeks = (self._session.plan.weeks[week] for week in self._weeks)
        used = dict.fromkeys(entry.exercise for week in weeks for entry in _entries(week))
        return [name for name in used if name in self._session.exercises]

    def _of_first(self) -> list[str]:
        """The exercises of the first of the chosen weeks that holds any."""
        weeks = (_entries(self._session.plan.weeks[week]) for week in self._weeks)
        entries = next(filter(None, weeks), [])
        used = dict.fromkeys(entry.exercise for entry in entries)
        return [name for name in used if name in self._session.exercises]

    def _names(self) -> list[str]:
        choice = self.what.choice
        if choice == ALL:
            return self._of_first()
        if choice == SELECTED:
            return [name for name in self._chosen if name in self._there()]
        return [] if choice is None else [str(choice)]

    def _suggest_adding(self) -> None:
        """Add to weeks without the exercises where nothing at all is planned in these yet."""
        names, plan = set(self._names()), self._session.plan
        weeks = [_entries(plan.weeks[week]) for week in self._weeks]
        without = [entries for entries in weeks if names - {e.exercise for e in entries}]
        self.add.setChecked(bool(without) and not any(without))

    # --- keeping up -----------------------------------------------------------------------------

    def _on_what(self) -> None:
        self._suggest_adding()
        self._work_out()

    def _on_weeks(self) -> None:
        if self.first.number > self.last.number:
            other = self.first if self.sender() is self.last else self.last
            other.show_number(self.sender().number)  # type: ignore[attr-defined]
        self._offer()
        self._on_what()

    def _on_pace(self) -> None:
        pace = self.pace.pace
        self.model.show(one.at_pace(pace) for one in self.model.made)
        self._judge()

    def _work_out(self) -> None:
        """Begin anew from what the plan's first week holds; what was chosen by hand goes."""
        plan, pace, add = self._session.plan, self.pace.pace, self.add.isChecked()
        exercises: list[Exercise] = [self._session.exercises[name] for name in self._names()]
        made = (progress(plan, own, self._weeks, pace, add=add) for own in exercises)
        self.model.show(one for one in made if one)
        self.pace.show_for(exercise.dose for exercise in exercises)
        self._adds.setBuddy(self.pace.first)
        self._judge()

    def _by_hand(self, change: str) -> None:
        line = self.model.line(self.table.currentIndex())
        if line:
            one = self.model.at(line)[0]
            self.model.change(line, getattr(one, change)(line.row))

    def _judge(self) -> None:
        """Say what the whole would bring, and mark it in the table."""
        effect = self._effects.of(self.edit)
        self.model.mark(effect.new)
        changes = not effect.refused and self.edit(self._session.plan) is not self._session.plan
        self.apply.setEnabled(changes)
        if changes or effect.refused:
            self.outcome.say(effect)
        else:
            self.outcome.clear()
        self._enable()

    def _enable(self) -> None:
        line = self.model.line(self.table.currentIndex())
        row = self.model.at(line)[1] if line else None
        self.repeat.setEnabled(bool(line and line.row))
        self.regress.setEnabled(line is not None)
        self.reset.setEnabled(bool(row and row.by_hand))


def _span(plan: Plan, selection: Selection) -> tuple[int, int]:
    """Return the first and the last week to propose, from 0.

    Several selected weeks are meant; else all from the current one on. Where nothing is planned
    from there on, it is the last week with something that is to go on.
    """
    weeks, last = selection.weeks or (0,), len(plan.weeks) - 1
    if len(weeks) > 1:
        return weeks[0], weeks[-1]
    if any(_entries(week) for week in plan.weeks[weeks[0] :]):
        return weeks[0], last
    before = (week for week in range(weeks[0], -1, -1) if _entries(plan.weeks[week]))
    return next(before, weeks[0]), last


def _chosen(plan: Plan, selection: Selection) -> list[str]:
    """Return the exercises of the selected entries, in the order of the plan."""
    ids = set(selection.entry_ids)
    entries = (entry for week in plan.weeks for entry in _entries(week) if entry.id in ids)
    return list(dict.fromkeys(entry.exercise for entry in entries))


def _entries(week: Week) -> list[Entry]:
    return [entry for day in week.days for entry in day.entries]


def _button(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.setToolTip(tip)
    return button


def _in_a_row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}\u2026"
