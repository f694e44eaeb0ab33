"""The page of the selected weeks: label and note."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import date_of
from soleus_desktop.ui.panels.inspector_page import MAX_NAME, MAX_NOTE, InspectorPage
from soleus_desktop.ui.widgets.form import Form
from soleus_desktop.ui.widgets.text_field import LineField, NoteField

_EXAMPLE = "Foundation, build \u2026"


class WeekPage(InspectorPage):
    """Edits the selected weeks, all alike."""

    def first_field(self) -> QWidget:
        return self._label

    def build(self, form: Form) -> None:
        self._weeks: tuple[int, ...] = ()
        self._title = form.title()
        self._dates = form.quiet()
        form.gap()
        self._label = LineField(MAX_NAME)
        self._label.edited.connect(partial(self._set, "label"))
        form.row("&Label", self._label, wide=True)
        form.gap()
        self._note = NoteField(MAX_NOTE)
        self._note.edited.connect(partial(self._set, "note"))
        self.typed += [self._label, self._note]
        form.note("N&ote", self._note)
        form.fill()

    def refresh(self) -> None:
        plan, self._weeks = self.session.plan, self.selection.weeks
        weeks = [plan.weeks[number] for number in self._weeks]
        first_week, last_week = self._weeks[0], self._weeks[-1]
        title = f"Week {first_week + 1}" if first_week == last_week else f"{len(weeks)} weeks"
        self._title.setText(f"{title} of {len(plan.weeks)}")
        first, last = date_of(plan, first_week, 0), date_of(plan, last_week, 6)
        dated = f"{first.day} {first:%B} \u2013 {last.day} {last:%B %Y}" if first and last else ""
        self._dates.setText(dated)
        self._dates.setVisible(bool(dated))
        self._label.show_texts([week.label for week in weeks], _EXAMPLE)
        self._note.show_texts([week.note for week in weeks])

    def _set(self, name: str, value: str) -> None:
        numbers = self._weeks

        def edit(plan: Plan) -> Plan:
            for number in numbers:
                plan = edits.set_week(plan, number, **{name: value})
            return plan

        what = f"week {numbers[0] + 1}" if len(numbers) == 1 else f"{len(numbers)} weeks"
        self.apply(f"Set the {name} of {what}", edit, merge=f"{name} {numbers}")
