"""The page of the plan itself and of the athlete it is for."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from soleus_desktop.plan import edits
from soleus_desktop.plan.bounds import BodyMass
from soleus_desktop.plan.model import Plan
from soleus_desktop.plan.place import date_of
from soleus_desktop.ui.dose_fields import within
from soleus_desktop.ui.panels.inspector_page import (
    CONCERN_NAMES,
    EVENT_NAMES,
    MAX_NAME,
    MAX_NOTE,
    STAGE_CHOICES,
    UNIT_CHOICES,
    InspectorPage,
)
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.date_field import WeekField, monday_of
from soleus_desktop.ui.widgets.flow import FlowLayout
from soleus_desktop.ui.widgets.form import Form
from soleus_desktop.ui.widgets.text_field import LineField, NoteField
from soleus_desktop.ui.widgets.weight_field import WeightField

_FIRST_DATE, _LAST_DATE = date(100, 1, 1), date(9990, 12, 31)
_USUAL_KG = 70
_WORDS = {
    "starting_stage": "starting stage",
    "returning_from_injury": "return from injury",
    "body_mass_kg": "body mass",
}
_Boxes = dict[Any, QCheckBox]


class PlanPage(InspectorPage):
    """Edits title, coach, start and notes of the plan, and its athlete."""

    def first_field(self) -> QWidget:
        return self._title

    def build(self, form: Form) -> None:
        form.title("Plan")
        self._title = self._line(form, "&Title", self._set_plan, "title")
        self._coach = self._line(form, "&Coach", self._set_plan, "coach")
        self._build_start(form)
        self._notes = NoteField(MAX_NOTE, lines=3)
        self._notes.edited.connect(partial(self._set_plan, "notes"))
        form.note("N&otes", self._notes)
        form.gap(12)
        form.title("Athlete")
        self._name = self._line(form, "&Name", self._set_athlete, "name")
        self.typed += [self._title, self._coach, self._start, self._notes, self._name]
        self._starting = ChoiceField(STAGE_CHOICES)
        self._starting.edited.connect(partial(self._set_athlete, "starting_stage"))
        form.row("Starts at sta&ge", self._starting, wide=True)
        self._mass_on, self._mass = QCheckBox("Body &mass"), WeightField(*within(BodyMass))
        self._mass_on.clicked.connect(
            lambda on: self._set_athlete("body_mass_kg", _USUAL_KG if on else None)
        )
        self._mass.weighed.connect(partial(self._set_athlete, "body_mass_kg"))
        form.switch(self._mass_on, self._mass)
        self._units = ChoiceField(UNIT_CHOICES)
        self._units.edited.connect(partial(self._set_athlete, "units"))
        form.row("&Weights in", self._units, wide=True)
        self._returning = QCheckBox("&Returning from injury")
        self._returning.clicked.connect(lambda on: self._set_athlete("returning_from_injury", on))
        form.across(self._returning)
        self._events = self._choices(form, "Events", "events", EVENT_NAMES)
        self._concerns = self._choices(form, "Concerns", "concerns", CONCERN_NAMES)
        form.fill()

    def _line(self, form: Form, label: str, setter: Any, name: str) -> LineField:
        field = LineField(MAX_NAME)
        field.edited.connect(partial(setter, name))
        form.row(label, field, wide=True)
        return field

    def _build_start(self, form: Form) -> None:
        self._dated = QCheckBox("&Starts on")
        self._dated.clicked.connect(
            lambda on: self._set_start(date.today() + timedelta(days=6) if on else None)
        )
        self._start = WeekField(_FIRST_DATE, _LAST_DATE)
        self._start.edited.connect(self._set_start)
        self._start_row = form.switch(self._dated, self._start, wide=True)
        self._snapped = ("", "")  # a start, and what to say as long as it stands

    def _choices(self, form: Form, title: str, field: str, names: dict[Any, str]) -> _Boxes:
        """Add a check box for each of the values that a field of the athlete may hold."""
        form.quiet(title)
        group = QWidget()
        layout = FlowLayout(group, gap=8)
        boxes = {}
        for value, name in names.items():
            box = QCheckBox(name)
            box.setAccessibleName(f"{title}: {name}")
            box.clicked.connect(lambda on, value=value: self._choose(field, value, on))
            layout.addWidget(box)
            boxes[value] = box
        form.across(group)
        return boxes

    def refresh(self) -> None:
        plan = self.session.plan
        athlete = plan.athlete
        self._title.show_text(plan.title)
        self._coach.show_text(plan.coach)
        self._notes.show_text(plan.notes)
        self._name.show_text(athlete.name)
        self._show_start(plan)
        self._starting.show_choice(athlete.starting_stage)
        self._returning.setChecked(athlete.returning_from_injury)
        self._mass_on.setChecked(athlete.body_mass_kg is not None)
        self._mass.setVisible(athlete.body_mass_kg is not None)
        if athlete.body_mass_kg is not None:
            self._mass.show_weights([athlete.body_mass_kg], athlete.unit)
        self._units.show_choice(athlete.unit)
        for chosen, boxes in (
            (athlete.events, self._events),
            (athlete.concerns, self._concerns),
        ):
            for value, box in boxes.items():
                box.setChecked(value in chosen)

    def _show_start(self, plan: Plan) -> None:
        first, last = date_of(plan, 0, 0), date_of(plan, len(plan.weeks) - 1, 6)
        self._dated.setChecked(first is not None)
        self._start.setVisible(first is not None)
        said = ""
        if first and last:
            self._start.show_date(first)
            start, snapped = self._snapped
            ends = (
                f"A Monday; the plan ends on {last.day}\u00a0{last:%B}\u00a0{last:%Y}."
                if plan.weeks
                else ""
            )
            said = (snapped if start == plan.start else "") or ends
        self._start_row.aside.say(said)

    def _set_start(self, day: date | None) -> None:
        if day is None:
            self._set_plan("start", None)
            return
        monday = monday_of(day)
        self._snapped = (monday.isoformat(), "")
        if day != monday and self._dated.isChecked() and self.session.plan.start:
            said = f"Weeks begin on a Monday: {day:%A} {day.day} {day:%B} is in this one."
            self._snapped = (monday.isoformat(), said)
        self._set_plan("start", monday.isoformat())

    def _choose(self, field: str, value: str, on: bool) -> None:
        chosen = getattr(self.session.plan.athlete, field)
        others = tuple(other for other in chosen if other != value)
        self._set_athlete(field, (*others, value) if on else others)

    def _set_plan(self, name: str, value: Any) -> None:
        self.apply(
            f"Set the plan's {name}", lambda plan: plan.replace(**{name: value}), f"plan {name}"
        )

    def _set_athlete(self, name: str, value: Any) -> None:
        typed = name in ("name", "body_mass_kg") and value is not None
        merge = f"athlete {name}" if typed else None
        self.apply(
            f"Set the athlete's {_WORDS.get(name, name)}",
            lambda plan: edits.set_athlete(plan, **{name: value}),
            merge,
        )
