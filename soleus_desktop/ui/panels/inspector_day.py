"""The page of one day: its kind and its note."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from soleus_desktop.plan import edits
from soleus_desktop.ui.panels.inspector_page import (
    KIND_CHOICES,
    MAX_NOTE,
    InspectorPage,
    day_line,
)
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.form import Form
from soleus_desktop.ui.widgets.text_field import NoteField


class DayPage(InspectorPage):
    """Edits the selected day."""

    def first_field(self) -> QWidget:
        return self._kind

    def build(self, form: Form) -> None:
        self._at = (0, 0)
        self._title = form.title()
        self._count = form.quiet()
        form.gap()
        self._kind = ChoiceField(KIND_CHOICES)
        self._kind.edited.connect(partial(self._set, "kind"))
        form.row("&Kind of day", self._kind, wide=True)
        form.gap()
        self._note = NoteField(MAX_NOTE)
        self._note.edited.connect(partial(self._set, "note"))
        self.typed.append(self._note)
        form.note("N&ote", self._note)
        form.fill()

    def refresh(self) -> None:
        day = self.selection.current_day
        assert day is not None
        self._at = (self.selection.week, self.selection.day)
        self._title.setText(day_line(self.session.plan, *self._at))
        count = len(day.entries)
        self._count.setText(f"{count or 'No'} exercise{'' if count == 1 else 's'}")
        self._kind.show_choice(day.kind)
        self._note.show_text(day.note)

    def _set(self, name: str, value: str) -> None:
        week, day = self._at
        self.apply(
            f"Set the {name} of {day_line(self.session.plan, week, day)}",
            lambda plan: edits.set_day(plan, week, day, **{name: value}),
            merge=f"{name} {week} {day}" if name == "note" else None,
        )
