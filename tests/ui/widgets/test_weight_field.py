"""A weight is typed in the units that are shown and told in kilograms."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from soleus_desktop.ui.widgets.weight_field import WeightField


def test_pounds_are_typed_and_kilograms_told(qtbot: QtBot) -> None:
    told: list[object] = []
    field = WeightField(0, 1000)
    field.weighed.connect(told.append)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.show_weights([11.34], "lb")
    assert field.text() == "25\u202flb"
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "30.55")  # the second decimal is not taken
    assert told == [1.36, 13.61, 13.83]
    field.show_weights([13.83], "lb")
    assert field.text() == "30.5\u202flb"
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert told[-1] == 14.29
    field.selectAll()
    qtbot.keyClicks(field, "9999")
    assert told[-1] == 453.14  # 999 lb: beyond 1000 kg a key does nothing
    field.show_weights([10, 12], "kg")
    assert (field.text(), field.lineEdit().placeholderText()) == ("", "differs")
    qtbot.keyClicks(field, "12.25")
    assert told[-1] == 12.25
    assert field.text() == "12.25\u202fkg"
