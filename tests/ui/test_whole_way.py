"""From the start page to the printed cards without a mouse: keys alone, where the focus is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import Plan, Reps, new_plan
from soleus_desktop.storage.in_pdf import plans_in
from soleus_desktop.storage.plan_file import open_plan, read_plan
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from tests.ui.answering import Answers
from tests.ui.conftest import RESOURCES
from tests.ui.seen import spoken

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
pytestmark = pytest.mark.qt_log_ignore(r"This plugin does not support raise\(\)", extend=True)


def press(key: Qt.Key, keys: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
    """Press a key so often where the focus is."""
    for _ in range(times):
        QTest.keyClick(focused(), key, keys)


def typed(text: str) -> None:
    for letter in text:  # the first one may open the field of the others
        QTest.keyClicks(focused(), letter)


def focused() -> QWidget:
    at = QApplication.focusWidget()
    assert at is not None
    return at


def held(plan: Plan) -> list[tuple[int, int, str]]:
    return [
        (week, day, entry.exercise)
        for week, each in enumerate(plan.weeks)
        for day, there in enumerate(each.days)
        for entry in there.entries
    ]


def test_new_plan_add_move_edit_fix_save_cards(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(RESOURCES, Preferences(tmp_path / "settings"), at_start=True)
    qtbot.addWidget(window, before_close_func=lambda _: window.bench.session.begin(new_plan()))
    window.furnish()
    with qtbot.waitActive(window):
        window.show()
    session = window.bench.session

    press(Key.Key_M, ALT)  # an empty plan of ... weeks
    typed("2")
    press(Key.Key_Tab)
    assert spoken(focused()) == "Begin an empty plan"
    press(Key.Key_Space)
    assert len(session.plan.weeks) == 2

    typed("bent 3x15")  # fast entry
    press(Key.Key_Return)
    press(Key.Key_Escape)
    press(Key.Key_F, CTRL)  # the library
    typed("hold")
    press(Key.Key_Return)
    raised, hold = "bent-knee-calf-raise", "isometric-hold"
    assert held(session.plan) == [(0, 0, raised), (0, 0, hold)]

    press(Key.Key_Escape, times=2)
    press(Key.Key_Right, ALT)  # moved by the menu's key
    press(Key.Key_Space)  # and carried
    press(Key.Key_Down)
    press(Key.Key_Right)
    press(Key.Key_Space)
    assert held(session.plan) == [(0, 0, raised), (1, 2, hold)]

    press(Key.Key_F2)
    typed("9")  # sets
    press(Key.Key_Return)
    assert session.report.counts["error"] == 1
    press(Key.Key_F8)
    press(Key.Key_Period, CTRL)
    assert session.report.counts["error"] == 0
    assert session.plan.weeks[0].days[0].entries[0].dose == Reps(sets=3, reps=15)

    file, printed = tmp_path / "by keys.soleus", tmp_path / "by keys.pdf"
    Answers().choose(file)
    press(Key.Key_S, CTRL)
    qtbot.waitUntil(lambda: not session.dirty)
    assert open_plan(file, session.guide) == session.plan

    with qtbot.waitActive(window):
        window.activateWindow()  # as a window manager does once the dialog is gone
    press(Key.Key_P, CTRL)
    preview = window.bench.printing.preview
    assert preview is not None
    qtbot.waitUntil(lambda: preview.save_button.isEnabled(), timeout=10_000)
    qtbot.waitUntil(lambda: QApplication.activeWindow() is preview)
    Answers().choose(printed)
    press(Key.Key_S, CTRL)
    qtbot.waitUntil(printed.exists, timeout=10_000)
    window.bench.work.finish()
    (inside,) = plans_in(printed.read_bytes())
    assert read_plan(inside, session.guide) == session.plan
