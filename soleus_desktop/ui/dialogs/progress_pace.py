"""The fields for the pace of a progress: how much a week adds, and lighter weeks in between."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from soleus_desktop.plan.bounds import DoseType, Units
from soleus_desktop.plan.weight import kilograms
from soleus_desktop.plan.words import THIN
from soleus_desktop.planner.ladder import GROWS, Pace
from soleus_desktop.ui.widgets.labels import plain_label
from soleus_desktop.ui.widgets.number_field import NumberField
from soleus_desktop.ui.widgets.optional_number import OptionalNumber
from soleus_desktop.ui.widgets.weight_field import WeightField

_USUAL_LIGHTER = 4
_LOAD_KG: dict[Units, float] = {"kg": Pace().load_kg, "lb": kilograms(5, "lb")}
"""The usual step of a load: a round number in either unit."""
_STEPS = {
    "reps": ("repetitions", f"{THIN}reps", 100, True),
    "seconds": ("seconds", f"{THIN}s", 600, False),
    "steps": ("steps", f"{THIN}steps", 100, True),
    "minutes": ("minutes", f"{THIN}min", 60, False),
}
"""The step of each first number of a dose: its name, its unit, its most, whether it is whole."""


class PaceFields(QWidget):
    """Steps a week, one for each way of counting, and the step of the load.

    `lighter` is a box and a field that stand elsewhere in the dialog.
    """

    changed = Signal()

    def __init__(self, units: Units) -> None:
        super().__init__()
        usual = Pace()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.steps: dict[str, NumberField] = {}
        for name, (words, unit, most, whole) in _STEPS.items():
            field = NumberField(1, most, whole=whole, unit=unit)
            field.show_number(usual.step(name))
            field.setAccessibleName(f"Each week adds {words}")
            self.steps[name] = field
        self._units: Units = units
        self.load = WeightField(0, 100)
        self.load.show_weights([_LOAD_KG[units]], units)
        self.load.setAccessibleName("A new load adds")
        self._load_name = plain_label("a new load")
        self._load_name.setBuddy(self.load)
        for field in (*self.steps.values(), self.load):
            field.edited.connect(self.changed)
        for part in (*self.steps.values(), self._load_name, self.load):
            layout.addWidget(part)
        layout.addStretch(1)
        every = NumberField(2, 52, whole=True, unit=f"{THIN}weeks")
        self.lighter = OptionalNumber("&Lighter week every", every, _USUAL_LIGHTER)
        every.setAccessibleName("Lighter week every")
        self.lighter.show_number(None)
        self.lighter.edited.connect(self._on_lighter)

    @property
    def pace(self) -> Pace:
        """The pace as it is chosen now."""
        steps = {name: field.number for name, field in self.steps.items()}
        box, field = self.lighter.box, self.lighter.field
        every = int(field.number) if box.isChecked() else None
        load_kg = kilograms(self.load.number, self._units)
        return Pace(load_kg=load_kg, lighter_every=every, **steps)  # type: ignore[arg-type]

    @property
    def first(self) -> NumberField:
        """The first field that is shown."""
        fields = self.steps.values()
        return next((field for field in fields if not field.isHidden()), self.load)

    def show_for(self, kinds: Iterable[DoseType]) -> None:
        """Show the fields that these kinds of dose need."""
        kinds = set(kinds)
        needed = {GROWS[kind][0] for kind in kinds}
        for name, field in self.steps.items():
            field.setVisible(name in needed)
        for part in (self._load_name, self.load):
            part.setVisible(kinds != {"walk"})

    def _on_lighter(self, weeks: float | None) -> None:
        self.lighter.show_number(weeks)
        self.changed.emit()
