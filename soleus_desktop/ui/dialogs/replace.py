"""Replace an exercise by another: among what is selected, in its weeks, or in the whole plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from soleus_desktop.guide.model import Exercise, exercise_of
from soleus_desktop.guide.replace import replaced
from soleus_desktop.plan.bounds import Units
from soleus_desktop.plan.many import all_entries, find_entries, set_entries
from soleus_desktop.plan.model import Entry, Plan
from soleus_desktop.plan.words import entry_line, span
from soleus_desktop.ui.dialogs.foot import do_or_cancel
from soleus_desktop.ui.dialogs.outcome import Outcome
from soleus_desktop.ui.effect import Effects
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.theme import Theme
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.form import Form
from soleus_desktop.ui.widgets.labels import quiet_label
from soleus_desktop.ui.widgets.lines import breakable

WIDTH = 470
_MOST_LINES = 4
_LONGEST = 60
"""Letters of a name in a list; the whole name would widen the dialog."""


class ReplaceDialog(QDialog):
    """Asks what to replace by what, and where; says beforehand what comes of it.

    When it is accepted, `edit` does it and `text` calls the step.
    """

    def __init__(
        self, session: Session, selection: Selection, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Replace an exercise")
        self._session, self._effects = session, Effects(session)
        self._places = _places(session.plan, selection)
        self._scope: tuple[Entry, ...] = ()
        self._build(theme)
        self._begin()

    @property
    def text(self) -> str:
        """What to call the step."""
        to, found = self._to_exercise, self._found
        assert to is not None
        kinds = {entry.exercise for entry in found}
        what = self._name(kinds.pop()) if len(kinds) == 1 else f"{len(found)} exercises"
        return f"Replace {what} by {to.name.lower()}"

    def edit(self, plan: Plan) -> Plan:
        """Return the plan with the exercise replaced."""
        to = self._to_exercise
        assert to is not None
        plan = self._session.with_exercise(plan, to.id)
        return set_entries(plan, [entry.id for entry in self._found], lambda e: replaced(e, to))

    def _build(self, theme: Theme) -> None:
        exercises, offered = self._session.exercises, self._session.offered
        mine = [exercise_of(made) for made in offered.values() if made.id not in exercises]
        used = dict.fromkeys(entry.exercise for entry in all_entries(self._session.plan))
        names = [(name, _short(exercises[name].name)) for name in used]
        self.old = ChoiceField(((None, "Any exercise"), *names))
        self.new = ChoiceField((own.id, _short(own.name)) for own in [*exercises.values(), *mine])
        form = Form(margin=0)
        form.row("&Replace", self.old, wide=True)
        form.row("B&y", self.new, wide=True)
        self.where = QButtonGroup(self)
        places = QWidget()
        column = QVBoxLayout(places)
        column.setContentsMargins(0, 4, 0, 0)
        for number, (name, _) in enumerate(self._places):
            button = QRadioButton(name)
            self.where.addButton(button, number)
            column.addWidget(button)
        form.row("In", places, wide=True)
        self.lines = quiet_label("")
        self.outcome = Outcome(theme)
        buttons, self.do = do_or_cancel(self, "Repl&ace")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        for part in (form, self.lines, self.outcome):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.resize(WIDTH, 400)

    def _begin(self) -> None:
        kinds = {entry.exercise for entry in self._places[0][1]}
        self.old.show_choice(kinds.pop() if len(kinds) == 1 else None)
        self.new.show_none("Choose an exercise")
        self.where.button(0).setChecked(True)
        self._refresh()
        self.old.edited.connect(self._refresh)
        self.new.edited.connect(self._refresh)
        self.where.idToggled.connect(self._refresh)

    def _refresh(self) -> None:
        to, found = self._to_exercise, self._found
        changed = [entry for entry in found if to and entry.exercise != to.id]
        self.do.setEnabled(bool(changed))
        for number, (name, entries) in enumerate(self._places):
            self.where.button(number).setText(f"{name} ({len(self._those(entries))})")
        units = self._session.plan.athlete.unit
        if to is None:
            self.lines.setText("What the new exercise allows of a dose, a tempo, a load is kept.")
        elif not changed:
            self.lines.setText("There is nothing to replace.")
        else:
            self.lines.setText(breakable("\n".join(_comparison(changed, to, units))))
        if changed:
            self.outcome.say(self._effects.of(self.edit))
        else:
            self.outcome.clear()

    @property
    def _to_exercise(self) -> Exercise | None:
        name = self.new.choice
        return self._session.known(str(name)) if name is not None else None

    @property
    def _found(self) -> list[Entry]:
        return self._those(self._places[self.where.checkedId()][1])

    def _those(self, entries: Iterable[Entry]) -> list[Entry]:
        old = self.old.choice
        return [entry for entry in entries if old in (None, entry.exercise)]

    def _name(self, exercise_id: str) -> str:
        return self._session.exercises[exercise_id].name.lower()


def _places(plan: Plan, selection: Selection) -> list[tuple[str, tuple[Entry, ...]]]:
    """Return where to look, narrowest first: what to call it, and the entries there."""
    weeks, every = selection.weeks, tuple(all_entries(plan))
    places = []
    if selection.entry_ids:
        several = len(selection.entry_ids) > 1
        name = "The selected exercises" if several else "The selected exercise"
        places.append((name, find_entries(plan, selection.entry_ids)))
    if weeks:
        inside = [plan.weeks[week] for week in weeks]
        entries = tuple(entry for week in inside for day in week.days for entry in day.entries)
        runs = len(weeks) == weeks[-1] - weeks[0] + 1
        label = f"eek{'s' if weeks[1:] else ''} {span(weeks[0] + 1, weeks[-1] + 1)}"
        places.append((f"W{label}" if runs else f"{len(weeks)} selected weeks", entries))
    return [*places, ("The whole plan", every)]


def _comparison(entries: list[Entry], to: Exercise, units: Units) -> list[str]:
    """Return how doses become others, the most frequent first."""
    lines = Counter(
        f"{entry_line(old, units)} \u2192 {entry_line(replaced(old, to), units)}" for old in entries
    )
    told = [f"{line}{f'  ({n} times)' if n > 1 else ''}" for line, n in lines.most_common()]
    more = len(told) - _MOST_LINES
    return [*told[:_MOST_LINES], f"and {more} more doses"] if more > 0 else told


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}\u2026"
