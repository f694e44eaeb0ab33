"""The inspector by keys alone: Tab and F2 reach every field, Enter is done with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.ui.panels.inspector import InspectorPanel
from soleus_desktop.ui.selection import Selection
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.widgets.choice_field import ChoiceField
from soleus_desktop.ui.widgets.number_field import NumberField
from soleus_desktop.ui.widgets.text_field import LineField
from tests.ui.panels.showing import named
from tests.ui.panels.test_inspector import entry, select

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_tab_goes_through_the_fields_in_order(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    inspector.focus_first_field()
    visited = []
    for _ in range(12):
        focus = QGuiApplication.focusObject()
        assert isinstance(focus, QWidget)
        visited.append(focus.accessibleName() or focus.text().replace("&", ""))
        qtbot.keyClick(focus, Key.Key_Tab)
    assert visited == [
        *("Sets", "Repetitions", "Per leg", "Rest", "Rest", "Tempo", "Up", "Held", "Down"),
        *("Stage", "Load", "Knee bend"),
    ]


@pytest.mark.parametrize("entry_id", ["e1", "e3", "e5"])
def test_f2_reaches_every_field_and_goes_round(
    inspector: InspectorPanel,
    session: Session,
    selection: Selection,
    qtbot: QtBot,
    entry_id: str,
) -> None:
    select(session, selection, entry_id)
    inspector.focus_first_field()
    first = stop = QApplication.focusWidget()
    stops = []
    while stop not in stops:
        assert stop is not None
        stops.append(stop)
        qtbot.keyClick(stop, Key.Key_F2)
        stop = QApplication.focusWidget()
    assert stop is first
    fields = (NumberField, ChoiceField, QCheckBox, QTextEdit)
    there = {w for kind in fields for w in inspector.findChildren(kind) if w.isVisible()}
    assert set(stops) == there
    qtbot.keyClick(first, Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is stops[-1]


def test_enter_takes_what_was_typed_and_is_done(
    inspector: InspectorPanel, session: Session, selection: Selection, qtbot: QtBot
) -> None:
    select(session, selection, "e1")
    for kind, name in (
        (NumberField, "Sets"),
        (QCheckBox, "Tempo"),
        (ChoiceField, "Stage"),
    ):
        with qtbot.waitSignal(inspector.done):
            qtbot.keyClick(named(inspector, kind, name), Key.Key_Return)
    note = named(inspector, QTextEdit, "Note")
    qtbot.keyClicks(note, "one")
    with qtbot.assertNotEmitted(inspector.done):
        qtbot.keyClick(note, Key.Key_Return)  # begins a line
    with qtbot.waitSignal(inspector.done):
        qtbot.keyClick(note, Key.Key_Return, CTRL)
    assert entry(session, "e1").note == "one\n"
    inspector.show_page("week")
    label = named(inspector, LineField, "Label")
    qtbot.keyClicks(label, "Build")
    with qtbot.waitSignal(inspector.done):
        qtbot.keyClick(label, Key.Key_Return)
    assert session.plan.weeks[0].label == "Build"
