"""A number that may be left out: a check box and, while it is checked, a field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox

from soleus_desktop.ui.widgets.differing import show_checked
from soleus_desktop.ui.widgets.number_field import NumberField


class OptionalNumber(QObject):
    """Ties a check box to a number field; `usual` is what checking the box begins with."""

    edited = Signal(object)
    """The number that a person gave, or None."""

    def __init__(self, name: str, field: NumberField, usual: float) -> None:
        super().__init__(field)
        self.box, self.field, self.usual = QCheckBox(name), field, usual
        self.box.clicked.connect(lambda on: self.edited.emit(self.usual if on else None))
        field.edited.connect(self.edited)

    def show_number(self, number: float | None) -> None:
        """Show a number, or that there is none, without saying so."""
        self.show_numbers([number])

    def show_numbers(self, numbers: Sequence[float | None]) -> None:
        """Show the number of several things at once, without saying so; at least one."""
        there = [number for number in numbers if number is not None]
        show_checked(self.box, [number is not None for number in numbers])
        self.field.setVisible(bool(there))
        if there:
            self.field.show_numbers(there)
