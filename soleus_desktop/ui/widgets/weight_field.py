"""A field for a weight: shown in kilograms or pounds, told in kilograms."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from soleus_desktop.plan.bounds import Units
from soleus_desktop.plan.weight import kilograms, shown_weight
from soleus_desktop.plan.words import THIN
from soleus_desktop.ui.widgets.number_field import DECIMALS, NumberField

_STEP = {"kg": 0.5, "lb": 1}
_LB_DECIMALS = 1
"""As fine as pounds are kept: they are stored as kilograms to a hundredth."""


class WeightField(NumberField):
    """Shows a weight of so many kilograms at least and at most, in the units that it is told."""

    weighed = Signal(object)
    """The weight that a person gave, in kilograms."""

    def __init__(self, least_kg: float, most_kg: float, parent: QWidget | None = None) -> None:
        super().__init__(least_kg, most_kg, unit=f"{THIN}kg", step=_STEP["kg"], parent=parent)
        self._bounds_kg = (least_kg, most_kg)
        self._units: Units = "kg"
        self.edited.connect(lambda weight: self.weighed.emit(kilograms(weight, self._units)))

    def show_weights(self, weights_kg: Sequence[float], units: Units) -> None:
        """Show the weight of several things at once, without saying so; at least one."""
        if units != self._units:
            self._units = units
            least, most = self._bounds_kg
            self.blockSignals(True)
            self.take_form(_LB_DECIMALS if units == "lb" else DECIMALS, f"{THIN}{units}")
            self.setRange(shown_weight(least, units), shown_weight(most, units))
            self.setSingleStep(_STEP[units])
            self.blockSignals(False)
        self.show_numbers([shown_weight(kg, units) for kg in weights_kg])
