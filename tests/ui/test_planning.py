"""A whole plan by few keys: fast entry fills a week, progress over weeks makes eight of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from soleus_desktop.plan.model import new_plan
from soleus_desktop.ui.dialogs.progress import ProgressDialog
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences
from soleus_desktop.ui.workbench import Workbench
from tests.ui.conftest import RESOURCES

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Workbench:
    window = MainWindow(RESOURCES, Preferences(tmp_path / "settings"))
    qtbot.addWidget(window, before_close_func=lambda w: w.bench.session.begin(new_plan()))
    window.furnish()
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    window.bench.session.begin(new_plan())
    window.bench.go_to_board()
    return window.bench


class Keys:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.pressed = 0

    def __call__(self, *keys: Qt.Key | str, with_: Qt.KeyboardModifier | None = None) -> None:
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus
            self.pressed += 1
            self._qtbot.keyClick(focus, key, with_ or Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def keys(qtbot: QtBot) -> Keys:
    return Keys(qtbot)


def test_eight_weeks_of_three_days_take_few_keys(
    bench: Workbench, keys: Keys, qtbot: QtBot
) -> None:
    keys("b", Key.Key_Return, "i", Key.Key_Return, Key.Key_Down, Key.Key_Down)
    keys("s", "e", Key.Key_Return, "l", Key.Key_Return, Key.Key_Down, Key.Key_Down)
    keys("b", Key.Key_Return, "u", "p", Key.Key_Return, Key.Key_Escape)
    for _ in range(4):
        keys(Key.Key_N, with_=CTRL | SHIFT)
    keys(Key.Key_G, with_=CTRL)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ProgressDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    keys(Key.Key_Return)

    plan = bench.session.plan
    names = [[e.exercise for e in day.entries] for day in plan.weeks[0].days if day.entries]
    assert names == [
        ["bent-knee-calf-raise", "isometric-hold"],
        ["seated-calf-raise", "walking-lunge-heel-raise"],
        ["bent-knee-calf-raise", "uphill-walk"],
    ]
    for week in plan.weeks:
        assert [[e.exercise for e in day.entries] for day in week.days if day.entries] == names
    assert len(plan.weeks) == 8
    assert plan.weeks[7].days[0].entries[0].stage == "single-leg"
    assert {f.rule.id for f in bench.session.report.findings} == {"uphill-on-training-day"}
    assert keys.pressed <= 40


def test_fast_entry_opens_by_its_keys_and_leaves_the_board_s_keys_alone(
    bench: Workbench, keys: Keys
) -> None:
    keys(Key.Key_K, with_=CTRL)
    assert bench.quick_entry.line.hasFocus()
    keys(*"bent", Key.Key_Backspace, Key.Key_Space, Key.Key_Home, Key.Key_Delete)
    assert bench.quick_entry.line.text() == "en "
    assert not bench.session.stack.canUndo()
    keys(Key.Key_Escape)
    assert bench.board.hasFocus()
