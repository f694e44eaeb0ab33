"""The page of the selected entries: dose and all else, the guide's range beside each number."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from soleus_desktop.plan import bounds
from soleus_desktop.plan.many import find_entries, set_entries
from soleus_desktop.plan.model import Entry, Load, Tempo
from soleus_desktop.plan.words import THIN
from soleus_desktop.ui.dose_fields import DOSE, bounded, within
from soleus_desktop.ui.panels.inspector_notes import (
    Shown,
    have,
    knee_note,
    load_note,
    number_note,
    per_leg_note,
    place_line,
    summed,
    tempo_note,
    title_line,
)
from soleus_desktop.ui.panels.inspector_page import MAX_NOTE, STAGE_CHOICES, InspectorPage
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.differing import show_checked
from soleus_desktop.ui.widgets.form import Form, Row
from soleus_desktop.ui.widgets.lines import breakable
from soleus_desktop.ui.widgets.number_field import NumberField
from soleus_desktop.ui.widgets.optional_number import OptionalNumber
from soleus_desktop.ui.widgets.text_field import NoteField
from soleus_desktop.ui.widgets.weight_field import WeightField

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
    "tempo": "tempo",
    "load": "load",
    "per_leg": "per leg",
    "stage": "stage",
    "rest_s": "rest",
    "knee_bend_deg": "knee bend",
    "note": "note",
}
_PLAIN_TEMPO = Tempo(up_s=2, down_s=2)
_PLAIN_KNEE_DEG = 20
_PLAIN_REST_S = 60
_PLAIN_KG = 5


class EntryPage(InspectorPage):
    """Edits the selected entries: a field changes all that have it, as one step of undo."""

    def first_field(self) -> QWidget:
        rows = (row.field for row in self._dose.values())
        return next(field for field in rows if field and not field.isHidden())

    def build(self, form: Form) -> None:
        self._shown: list[Shown] = []
        self._name = form.title()
        self._place = form.quiet()
        form.gap()
        self._dose: dict[str, Row] = {}
        for number in DOSE:
            field = number.make()
            field.edited.connect(partial(self._set_part, "dose", number.name))
            self._dose[number.name] = form.row(number.label, field)
        self._per_leg = QCheckBox("Per &leg")
        self._per_leg.clicked.connect(lambda on: self._set("per_leg", on))
        self._per_leg_row = form.switch(self._per_leg)
        rest = bounded(bounds.Phase, unit=f"{THIN}s", step=5)
        self._rest = self._optional("rest_s", "&Rest", rest, lambda _: _PLAIN_REST_S)
        self._rest_row = form.switch(self._rest.box, self._rest.field)
        form.gap()
        self._build_tempo(form)
        form.gap()
        self._stage = ChoiceField(((None, "Not stated"), *STAGE_CHOICES))
        self._stage.edited.connect(lambda stage: self._set("stage", stage, once=True))
        self._stage_row = form.row("Sta&ge", self._stage, wide=True)
        self._build_load(form)
        knee = bounded(bounds.KneeBend, unit="°")
        self._knee = self._optional("knee_bend_deg", "&Knee bend", knee, _usual_knee)
        self._knee_row = form.switch(self._knee.box, self._knee.field)
        form.gap()
        self._note = NoteField(MAX_NOTE)
        self._note.edited.connect(partial(self._set, "note"))
        self.typed.append(self._note)
        form.note("N&ote", self._note)
        form.fill()

    def _optional(
        self, name: str, label: str, field: NumberField, usual: Callable[[Shown], float]
    ) -> OptionalNumber:
        """Make a number that entries may lack; typing sets it for those that have it."""
        optional = OptionalNumber(label, field, 0)
        optional.box.clicked.connect(lambda on: self._switch(name, usual, on))
        field.edited.connect(partial(self._set_where_given, name))
        return optional

    def _build_tempo(self, form: Form) -> None:
        self._tempo_on = QCheckBox("Te&mpo")
        self._tempo_on.clicked.connect(lambda on: self._switch("tempo", _usual_tempo, on))
        self._tempo_row = form.switch(self._tempo_on)
        self._phases: dict[str, Row] = {}
        for name, label in _PHASES:
            field = bounded(bounds.Phase, unit=f"{THIN}s")
            field.edited.connect(partial(self._set_part, "tempo", name))
            self._phases[name] = form.row(label, field, below=True)

    def _build_load(self, form: Form) -> None:
        self._load_on = QCheckBox("Loa&d")
        self._load_on.clicked.connect(lambda on: self._switch("load", _usual_load, on))
        self._kg = WeightField(*within(bounds.Kilograms))
        self._kg.weighed.connect(partial(self._set_part, "load", "kg"))
        form.switch(self._load_on, self._kg)
        self._implement = ChoiceField((name, name.capitalize()) for name in bounds.IMPLEMENTS)
        self._implement.edited.connect(partial(self._set_part, "load", "implement"))
        self._implement_row = form.row("B&y", self._implement, wide=True, below=True)

    # --- showing ------------------------------------------------------------------------------

    def refresh(self) -> None:
        self._shown = shown = self._selected()
        entries = [one.entry for one in shown]
        self._name.setText(breakable(title_line(shown)))
        self._place.setText(place_line(self.session.plan, self.selection, shown))
        self._show_dose()
        moving = any(entry.dose.type != "walk" for entry in entries)  # a walk has no repetitions
        show_checked(self._per_leg, [entry.per_leg for entry in entries])
        self._per_leg.setVisible(moving or any(entry.per_leg for entry in entries))
        self._say(self._per_leg_row, per_leg_note, shown)
        self._show_tempo(moving)
        self._rest.show_numbers([entry.rest_s for entry in entries])
        self._rest_row.name.setVisible(moving or any(e.rest_s is not None for e in entries))
        self._stage.show_choices([entry.stage for entry in entries])
        self._stage_row.show(any(one.exercise.stages or one.entry.stage for one in shown))
        self._show_load()
        self._knee.show_numbers([entry.knee_bend_deg for entry in entries])
        self._say(self._knee_row, knee_note, shown)
        self._note.show_texts([entry.note for entry in entries])

    def _selected(self) -> list[Shown]:
        ids, current = self.selection.entry_ids, self.selection.current_entry
        assert current is not None
        entries = find_entries(self.session.plan, ids) if len(ids) > 1 else (current,)
        found: dict[str | None, set[str]] = {}
        for finding in self.session.report.findings:
            found.setdefault(finding.place.entry, set()).add(finding.rule.id)
        exercises = self.session.exercises
        return [Shown(e, exercises[e.exercise], found.get(e.id, set())) for e in entries]

    def _show_dose(self) -> None:
        for name, row in self._dose.items():
            self._show_parts(row, "dose", name)

    def _show_tempo(self, moving: bool) -> None:
        tempos = [one.entry.tempo is not None for one in self._shown]
        show_checked(self._tempo_on, tempos)
        self._tempo_on.setVisible(moving or any(tempos))
        self._say(self._tempo_row, tempo_note, self._shown)
        for name, row in self._phases.items():
            self._show_parts(row, "tempo", name)

    def _show_load(self) -> None:
        loaded = [one for one in self._shown if one.entry.load]
        loads = [one.entry.load for one in loaded if one.entry.load]
        show_checked(self._load_on, [one.entry.load is not None for one in self._shown])
        self._kg.setVisible(bool(loads))
        if loads:
            self._kg.show_weights([load.kg for load in loads], self.session.plan.athlete.unit)
            self._implement.show_choices([load.implement for load in loads])
            self._say(self._implement_row, load_note, loaded)
        self._implement_row.show(bool(loads))

    def _show_parts(self, row: Row, whole: str, name: str) -> None:
        """Show a number of dose or tempo for those that have it, and beside it what it may be."""
        having = [one for one in self._shown if have(one.entry, whole, name)]
        if having:
            assert isinstance(row.field, NumberField)
            numbers = [getattr(getattr(one.entry, whole), name) for one in having]
            row.field.show_numbers(numbers)
            self._say(row, partial(number_note, whole, name), having)
        row.show(bool(having))

    def _say(
        self, row: Row, note: Callable[[Shown], tuple[str, bool]], having: list[Shown]
    ) -> None:
        said, fault = summed([note(one) for one in having], len(self._shown))
        row.aside.say(said, fault=fault)

    # --- setting ------------------------------------------------------------------------------

    def _set_part(self, whole: str, name: str, value: Any) -> None:
        """Set a field of dose, tempo or load, where an entry has it."""

        def change(old: Entry) -> Entry:
            if not have(old, whole, name):
                return old
            return old.replace(**{whole: getattr(old, whole).replace(**{name: value})})

        self._change(name, change, f"{whole} {name}")

    def _set_where_given(self, name: str, value: Any) -> None:
        def change(old: Entry) -> Entry:
            return old if getattr(old, name) is None else old.replace(**{name: value})

        self._change(name, change, name)

    def _set(self, name: str, value: Any, *, once: bool = False) -> None:
        """Set a field; clicks and keys in a row are one step, unless `once`."""
        self._change(name, lambda old: old.replace(**{name: value}), None if once else name)

    def _switch(self, name: str, usual: Callable[[Shown], Any], on: bool) -> None:
        """Give what an exercise arrives with to all that lack it, or take it from all."""
        given = {one.entry.id: usual(one) for one in self._shown}

        def change(old: Entry) -> Entry:
            if on and getattr(old, name) is not None:
                return old
            return old.replace(**{name: given[old.id] if on else None})

        self._change(name, change, None)

    def _change(self, name: str, change: Callable[[Entry], Entry], merge: str | None) -> None:
        ids = [one.entry.id for one in self._shown]
        of = f" of {len(ids)} exercises" if ids[1:] else ""
        self.apply(
            f"Set {_WORDS[name]}{of}",
            lambda plan: set_entries(plan, ids, change),
            merge and f"{merge} {' '.join(ids)}",
        )


def _usual_tempo(shown: Shown) -> Tempo:
    tempo: Tempo | None = shown.exercise.default["tempo"]
    return tempo or _PLAIN_TEMPO


def _usual_load(shown: Shown) -> Load:
    load: Load | None = shown.exercise.default["load"]
    implement = (*shown.exercise.implements, "dumbbells")[0]
    return load or Load(kg=_PLAIN_KG, implement=implement)


def _usual_knee(shown: Shown) -> float:
    bend: float | None = shown.exercise.default["knee_bend_deg"]
    return _PLAIN_KNEE_DEG if bend is None else bend
