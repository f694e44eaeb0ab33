"""The page of one week: its label and its note."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from soleus_desktop.plan import edits
from soleus_desktop.plan.place import date_of
from soleus_desktop.ui.panels.inspector_page import MAX_NAME, MAX_NOTE, InspectorPage
from soleus_desktop.ui.widgets.form import Form
from soleus_desktop.ui.widgets.text_field import LineField, NoteField


class WeekPage(InspectorPage):
    """Edits the selected week."""

    def first_field(self) -> QWidget:
        return self._label

    def build(self, form: Form) -> None:
        self._week = 0
        self._title = form.title()
        self._dates = form.quiet()
        form.gap()
        self._label = LineField(MAX_NAME)
        self._label.setPlaceholderText("Foundation, build \u2026")
        self._label.edited.connect(partial(self._set, "label"))
        form.row("&Label", self._label, wide=True)
        form.gap()
        self._note = NoteField(MAX_NOTE)
        self._note.edited.connect(partial(self._set, "note"))
        self.typed += [self._label, self._note]
        form.note("N&ote", self._note)
        form.fill()

    def refresh(self) -> None:
        week = self.selection.current_week
        assert week is not None
        plan, self._week = self.session.plan, self.selection.week
        self._title.setText(f"Week {self._week + 1} of {len(plan.weeks)}")
        first, last = date_of(plan, self._week, 0), date_of(plan, self._week, 6)
        dated = f"{first.day} {first:%B} \u2013 {last.day} {last:%B %Y}" if first and last else ""
        self._dates.setText(dated)
        self._dates.setVisible(bool(dated))
        self._label.show_text(week.label)
        self._note.show_text(week.note)

    def _set(self, name: str, value: str) -> None:
        week = self._week
        self.apply(
            f"Set the {name} of week {week + 1}",
            lambda plan: edits.set_week(plan, week, **{name: value}),
            merge=f"{name} {week}",
        )
