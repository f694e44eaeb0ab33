"""A number field takes what is in its bounds, tells ints as ints, and nothing that is no number."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from soleus_desktop.ui.widgets.number_field import NumberField


@pytest.fixture
def told() -> list[object]:
    return []


def shown(qtbot: QtBot, field: NumberField, told: list[object]) -> NumberField:
    field.edited.connect(told.append)
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
    field.setFocus()
    field.selectAll()
    return field


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("7", [7]),
        ("2.5", [2, 2.5]),
        ("2,25", [2, 2.2, 2.25]),
        ("2.567", [2, 2.5, 2.56]),  # no third decimal
        ("4000", [4, 40, 400]),  # above the bound: the last key does nothing
        ("nan", []),
        ("inf", []),
        ("1e3", [1, 13]),
        ("-5", [5]),
    ],
)
def test_typing(qtbot: QtBot, told: list[object], typed: str, expected: list[object]) -> None:
    field = shown(qtbot, NumberField(0, 3600, unit=" s"), told)
    qtbot.keyClicks(field, typed)
    assert told == expected
    assert [type(number) for number in told] == [type(number) for number in expected]


def test_whole_numbers_have_no_decimals(qtbot: QtBot, told: list[object]) -> None:
    field = shown(qtbot, NumberField(1, 1000, whole=True), told)
    qtbot.keyClicks(field, "1.5")
    assert told == [15]


def test_below_the_bound_waits_and_leaving_restores(qtbot: QtBot, told: list[object]) -> None:
    field = shown(qtbot, NumberField(1, 1000, whole=True), told)
    field.show_number(12)
    field.selectAll()
    qtbot.keyClicks(field, "0")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.number == 12
    assert told == []


def test_showing_is_silent_and_leaves_the_cursor(qtbot: QtBot, told: list[object]) -> None:
    field = shown(qtbot, NumberField(0, 1000), told)
    field.show_number(12.5)
    assert field.text() == "12.5"
    field.lineEdit().setCursorPosition(1)
    field.show_number(12.5)
    assert field.lineEdit().cursorPosition() == 1
    assert told == []


def test_the_wheel_scrolls_past_a_field_without_focus(qtbot: QtBot, told: list[object]) -> None:
    field = shown(qtbot, NumberField(0, 1000), told)

    def turn() -> bool:
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(field.mapToGlobal(QPoint(5, 5))),
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(field, event)
        return event.isAccepted()

    assert turn()
    assert told == [1]
    field.clearFocus()
    assert not turn()
    assert told == [1]


def test_numbers_that_differ_wait_for_a_number_to_be_typed(
    qtbot: QtBot, told: list[object]
) -> None:
    field = shown(qtbot, NumberField(1, 1000, unit=" s"), told)
    field.show_numbers([12, 15])
    assert (field.text(), field.differs) == ("", True)
    qtbot.keyClicks(field, "0")  # below the bound
    field.clearFocus()
    assert (field.text(), told) == ("", [])
    field.setFocus()
    qtbot.keyClicks(field, "12")
    assert (told, field.text()) == ([1, 12], "12 s")
    field.show_numbers([3, 4])
    qtbot.keyClick(field, Qt.Key.Key_Down)  # from the first of them
    assert told == [1, 12, 2]
    field.show_numbers([7, 7])
    assert (field.text(), field.differs) == ("7 s", False)
    assert told == [1, 12, 2]
