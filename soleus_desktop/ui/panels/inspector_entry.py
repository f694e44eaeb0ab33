"""The page of one entry: its dose and all else about it, the guide's range beside each number."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from soleus_desktop.guide.model import DOSE_FIELDS, Exercise
from soleus_desktop.plan import edits
from soleus_desktop.plan.bounds import IMPLEMENTS
from soleus_desktop.plan.model import Entry, Load, Tempo
from soleus_desktop.plan.words import THIN
from soleus_desktop.rules.limits import set_dose
from soleus_desktop.ui.panels.inspector_page import (
    MAX_NOTE,
    STAGE_CHOICES,
    InspectorPage,
    day_line,
)
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.form import Form, Row
from soleus_desktop.ui.widgets.lines import breakable
from soleus_desktop.ui.widgets.number_field import NumberField
from soleus_desktop.ui.widgets.optional_number import OptionalNumber
from soleus_desktop.ui.widgets.text_field import NoteField

_DOSE = (
    ("sets", "&Sets", partial(NumberField, 1, 1000, whole=True)),
    ("reps", "Repetitio&ns", partial(NumberField, 1, 1000, whole=True)),
    ("seconds", "Se&conds", partial(NumberField, 1, 3600, unit=f"{THIN}s", step=5)),
    ("steps", "S&teps", partial(NumberField, 1, 1000, whole=True)),
    ("minutes", "Minu&tes", partial(NumberField, 1, 600, unit=f"{THIN}min")),
    ("incline_pct", "In&cline", partial(NumberField, 0, 40, unit=f"{THIN}%", step=0.5)),
)
_PHASES = (("up_s", "&Up"), ("hold_s", "Held"), ("down_s", "Do&wn"))
_WORDS = {
    "sets": "sets",
    "reps": "repetitions",
    "seconds": "seconds",
    "steps": "steps",
    "minutes": "minutes",
    "incline_pct": "incline",
    "up_s": "tempo up",
    "hold_s": "tempo held",
    "down_s": "tempo down",
    "kg": "load",
    "implement": "implement",
}
_WHOSE = {False: "guide", True: "yours"}
"""Whose range stands beside a number: the guide's, or that of a person's own exercise."""
_PLAIN_TEMPO = Tempo(up_s=2, down_s=2)
_PLAIN_KNEE_DEG = 20
_PLAIN_REST_S = 60
_PLAIN_KG = 5


class EntryPage(InspectorPage):
    """Edits the selected entry."""

    def first_field(self) -> QWidget:
        entry = self.selection.current_entry
        assert entry is not None
        field = self._dose[DOSE_FIELDS[entry.dose.type][0]].field
        assert field is not None
        return field

    def build(self, form: Form) -> None:
        self._entry_id = ""
        self._name = form.title()
        self._place = form.quiet()
        form.gap()
        self._dose: dict[str, Row] = {}
        for name, label, make in _DOSE:
            field = make()
            field.edited.connect(partial(self._set_dose, name))
            self._dose[name] = form.row(label, field)
        self._per_leg = QCheckBox("Per &leg")
        self._per_leg.clicked.connect(lambda on: self._set("per_leg", on, "per leg"))
        self._per_leg_row = form.switch(self._per_leg)
        self._rest = OptionalNumber(
            "&Rest", NumberField(0, 3600, unit=f"{THIN}s", step=5), _PLAIN_REST_S
        )
        self._rest.edited.connect(lambda value: self._set("rest_s", value, "rest"))
        self._rest_row = form.switch(self._rest.box, self._rest.field)
        form.gap()
        self._build_tempo(form)
        form.gap()
        self._stage = ChoiceField(((None, "Not stated"), *STAGE_CHOICES))
        self._stage.edited.connect(lambda stage: self._set("stage", stage, "stage", once=True))
        self._stage_row = form.row("Sta&ge", self._stage, wide=True)
        self._build_load(form)
        self._knee = OptionalNumber("&Knee bend", NumberField(0, 120, unit="°"), _PLAIN_KNEE_DEG)
        self._knee.edited.connect(lambda value: self._set("knee_bend_deg", value, "knee bend"))
        self._knee_row = form.switch(self._knee.box, self._knee.field)
        form.gap()
        self._note = NoteField(MAX_NOTE)
        self._note.edited.connect(lambda text: self._set("note", text, "note"))
        self.typed.append(self._note)
        form.note("N&ote", self._note)
        form.fill()

    def _build_tempo(self, form: Form) -> None:
        self._tempo_on = QCheckBox("Te&mpo")
        self._tempo_on.clicked.connect(self._switch_tempo)
        self._tempo_row = form.switch(self._tempo_on)
        self._phases: dict[str, Row] = {}
        for name, label in _PHASES:
            field = NumberField(0, 3600, unit=f"{THIN}s")
            field.edited.connect(partial(self._set_part, "tempo", name))
            self._phases[name] = form.row(label, field, below=True)

    def _build_load(self, form: Form) -> None:
        self._load_on = QCheckBox("Loa&d")
        self._load_on.clicked.connect(self._switch_load)
        self._kg = NumberField(0, 1000, unit=f"{THIN}kg", step=0.5)
        self._kg.edited.connect(partial(self._set_part, "load", "kg"))
        form.switch(self._load_on, self._kg)
        self._implement = ChoiceField((name, name.capitalize()) for name in IMPLEMENTS)
        self._implement.edited.connect(partial(self._set_part, "load", "implement"))
        self._implement_row = form.row("B&y", self._implement, wide=True, below=True)

    def refresh(self) -> None:
        entry = self.selection.current_entry
        assert entry is not None
        self._entry_id = entry.id
        exercise = self.session.exercises[entry.exercise]
        found = {f.rule.id for f in self.session.report.findings if f.place.entry == entry.id}
        self._name.setText(breakable(exercise.name))
        self._place.setText(day_line(self.session.plan, self.selection.week, self.selection.day))
        self._show_dose(entry, exercise)
        walk = entry.dose.type == "walk"  # has neither sets nor repetitions
        self._per_leg.setChecked(entry.per_leg)
        self._per_leg.setVisible(not walk or entry.per_leg)
        per_leg = f"{_WHOSE[exercise.custom]} per leg" if exercise.per_leg_cite else ""
        self._per_leg_row.aside.say(per_leg, fault="not-per-leg" in found)
        self._show_tempo(entry, exercise, missing="tempo-outside-guide" in found)
        self._rest.show_number(entry.rest_s)
        self._rest_row.name.setVisible(not walk or entry.rest_s is not None)
        self._stage.show_choice(entry.stage)
        self._stage_row.show(bool(exercise.stages) or entry.stage is not None)
        self._show_load(entry, exercise, unnamed="implement-not-in-guide" in found)
        self._show_knee(entry, exercise, straight="knee-outside-guide" in found)
        self._note.show_text(entry.note)

    def _show_dose(self, entry: Entry, exercise: Exercise) -> None:
        fields = DOSE_FIELDS[entry.dose.type]
        for name, row in self._dose.items():
            if name in fields:
                self._show_row(row, getattr(entry.dose, name), exercise, name)
            row.show(name in fields)

    def _show_tempo(self, entry: Entry, exercise: Exercise, *, missing: bool) -> None:
        tempo = entry.tempo
        self._tempo_on.setChecked(tempo is not None)
        self._tempo_on.setVisible(entry.dose.type != "walk" or tempo is not None)
        said = _allowed_tempo(exercise) if missing and tempo is None else ""
        self._tempo_row.aside.say(said, fault=True)
        for name, row in self._phases.items():
            if tempo:
                self._show_row(row, getattr(tempo, name), exercise, name)
            row.show(tempo is not None)

    def _show_load(self, entry: Entry, exercise: Exercise, *, unnamed: bool) -> None:
        self._load_on.setChecked(entry.load is not None)
        self._kg.setVisible(entry.load is not None)
        if entry.load:
            self._kg.show_number(entry.load.kg)
            self._implement.show_choice(entry.load.implement)
            named = " or ".join(exercise.implements)
            self._implement_row.aside.say(f"guide {named}" if named else "", fault=unnamed)
        self._implement_row.show(entry.load is not None)

    def _show_knee(self, entry: Entry, exercise: Exercise, *, straight: bool) -> None:
        bend = entry.knee_bend_deg
        usual = exercise.default["knee_bend_deg"]
        self._knee.usual = _PLAIN_KNEE_DEG if usual is None else usual
        self._knee.show_number(bend)
        if bend is not None and "knee_bend_deg" in exercise.ranges:
            self._show_row(self._knee_row, bend, exercise, "knee_bend_deg")
        else:
            self._knee_row.aside.say("guide bent" if straight else "", fault=True)

    def _show_row(self, row: Row, value: float, exercise: Exercise, name: str) -> None:
        """Show a number, and beside it what it may be."""
        assert isinstance(row.field, NumberField)
        row.field.show_number(value)
        allowed = exercise.ranges.get(name)
        said = f"{_WHOSE[exercise.custom]} {allowed}" if allowed else ""
        row.aside.say(said, fault=allowed is not None and not allowed.holds(value))

    def _set_dose(self, name: str, value: float) -> None:
        entry = self._entry_id
        self.apply(
            f"Set {_WORDS[name]}",
            lambda plan: set_dose(plan, entry, name, value),
            merge=f"{name} {entry}",
        )

    def _set(self, name: str, value: Any, what: str, *, once: bool = False) -> None:
        """Set a field; clicks and keys in a row are one step, unless `once` or left out."""
        entry = self._entry_id
        self.apply(
            f"Set {what}",
            lambda plan: edits.set_entry(plan, entry, **{name: value}),
            merge=None if once or value is None else f"{name} {entry}",
        )

    def _set_part(self, whole: str, name: str, value: Any) -> None:
        """Set a field of the tempo or the load."""
        entry = self._entry_id

        def changed(old: Entry) -> Entry:
            return old.replace(**{whole: getattr(old, whole).replace(**{name: value})})

        self.apply(
            f"Set {_WORDS[name]}",
            lambda plan: edits.change_entry(plan, entry, changed),
            merge=f"{whole} {name} {entry}",
        )

    def _switch_tempo(self, on: bool) -> None:
        usual = self._exercise.default["tempo"] or _PLAIN_TEMPO
        self._set("tempo", usual if on else None, "tempo", once=True)

    def _switch_load(self, on: bool) -> None:
        exercise = self._exercise
        plain = Load(kg=_PLAIN_KG, implement=(*exercise.implements, "dumbbells")[0])
        usual = exercise.default["load"] or plain
        self._set("load", usual if on else None, "load", once=True)

    @property
    def _exercise(self) -> Exercise:
        entry = self.selection.current_entry
        assert entry is not None
        return self.session.exercises[entry.exercise]


def _allowed_tempo(exercise: Exercise) -> str:
    phases = [
        f"{exercise.ranges[name]}{THIN}s {label.replace('&', '').lower()}"
        for name, label in _PHASES
        if name in exercise.ranges
    ]
    return f"guide {', '.join(phases)}"
