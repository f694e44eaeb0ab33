"""How a field shows several things at once: the value that all of them have, or that they differ.

Nothing is imposed before a person chooses or types; then all of them take it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

DIFFERS = "differs"
"""What stands in a field in place of values that differ."""


def all_alike(values: Sequence[object]) -> bool:
    """Tell whether all of these, at least one, are the same value."""
    return all(value == values[0] for value in values)


def show_checked(box: QCheckBox, states: Sequence[bool]) -> None:
    """Show a switch of several things, without saying so; the first click turns all on."""
    alike = all_alike(states)
    if alike:
        box.setTristate(False)
        box.setChecked(states[0])
    else:
        box.setCheckState(Qt.CheckState.PartiallyChecked)
    box.setAccessibleDescription("" if alike else DIFFERS)
