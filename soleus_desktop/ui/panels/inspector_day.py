"""The page of the selected days: kind and note."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from soleus_desktop.plan import edits
from soleus_desktop.plan.model import Day
from soleus_desktop.plan.unknown import unknown_line
from soleus_desktop.ui.panels.inspector_page import (
    KIND_CHOICES,
    MAX_NOTE,
    InspectorPage,
    days_line,
)
from soleus_desktop.ui.selection import Cell
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.form import Form
from soleus_desktop.ui.widgets.text_field import NoteField


class DayPage(InspectorPage):
    """Edits the selected days, all alike."""

    def first_field(self) -> QWidget:
        return self._kind

    def build(self, form: Form) -> None:
        self._days: tuple[Cell, ...] = ()
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
        plan, self._days = self.session.plan, self.selection.days
        days = [plan.weeks[week].days[day] for week, day in self._days]
        self._title.setText(days_line(plan, self._days))
        count = sum(len(day.entries) for day in days)
        unknown = unknown_line(tuple(one for day in days for one in day.unknown))
        known = f"{count or 'No'} exercise{'' if count == 1 else 's'}"
        self._count.setText(f"{known}; {unknown}" if unknown else known)
        self._kind.show_choices([day.kind for day in days])
        self._note.show_texts([day.note for day in days])

    def _set(self, name: str, value: str) -> None:
        days = set(self._days)

        def change(week: int, day: int, old: Day) -> Day:
            return old.replace(**{name: value}) if (week, day) in days else old

        self.apply(
            f"Set the {name} of {days_line(self.session.plan, self._days)}",
            lambda plan: edits.change_days(plan, change),
            merge=f"{name} {self._days}" if name == "note" else None,
        )
