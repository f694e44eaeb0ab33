"""What bites in the libraries of today's lock: looked at anew whenever the lock changes.

A test here that fails says that a library has changed. Where it bites less, what guards against it
may still be needed for older versions; where it bites more, something has to be done first.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6 import QtGui, __version_info__
from PySide6.QtCore import SIGNAL, QObject, QStringListModel, Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.seen import marked_up

ROOT = Path(__file__).resolve().parents[2]
CALLS = 10_000
IMMORTAL = sys.version_info >= (3, 12)


def nones_lost(call: Callable[[], object]) -> int:
    """How many references to None so many calls take away."""
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(None)


def test_no_call_of_qt_loses_a_reference_to_none(qapp: object) -> None:
    model, lone = QStringListModel(["a"]), QObject()
    calls: tuple[Callable[[], object], ...] = (
        lone.parent,
        lambda: model.data(model.index(9, 9)),
        lambda: lone.setObjectName("x"),
        lambda: lone.property("none"),
    )
    for call in calls:
        assert abs(nones_lost(call)) < CALLS // 100


@pytest.mark.skipif(IMMORTAL, reason="None is immortal from Python 3.12 on")
def test_a_lost_reference_is_noticed() -> None:
    none = ctypes.py_object(None)
    try:
        assert nones_lost(lambda: ctypes.pythonapi.Py_DecRef(none)) > CALLS // 2
    finally:
        for _ in range(CALLS):
            ctypes.pythonapi.Py_IncRef(none)


def test_code_in_dropped_data_is_run_by_qt_itself_before_6_12(tmp_path: Path) -> None:
    """Why no model of ours decodes items: the hostile inputs hold each of them to it."""
    answer = subprocess.run(
        [sys.executable, "-m", "tests.ui.canary", str(tmp_path / "made")],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        check=False,
    )
    assert answer.returncode in (0, 1), answer.stderr
    assert (answer.returncode == 0) == (__version_info__ < (6, 12))


def test_qt_takes_text_for_markup_unless_told_not_to(qtbot: QtBot) -> None:
    """Why each of our labels and messages is told so."""
    hostile = "<img src='/etc/passwd'>"
    assert QtGui.Qt.mightBeRichText(hostile)
    label, box = QLabel(hostile), QMessageBox()
    for widget in (label, box):
        qtbot.addWidget(widget)
        assert widget.textFormat() == Qt.TextFormat.AutoText


def test_a_label_a_message_and_a_tooltip_that_take_markup_are_found(qtbot: QtBot) -> None:
    planted, quiet = QLabel("<b>x</b>"), QLabel("<b>x</b>")
    quiet.setTextFormat(Qt.TextFormat.PlainText)
    for label in (planted, quiet):
        qtbot.addWidget(label)
    assert len(marked_up(planted)) == 1
    assert marked_up(quiet) == []
    quiet.setToolTip("<b>x</b>")
    assert len(marked_up(quiet)) == 1
    quiet.setToolTip("<qt>&lt;b>")
    assert marked_up(quiet) == []


def test_qt_ties_a_button_to_its_action_at_each_change(qapp: object) -> None:
    """Why the toolbar unties its buttons (`ui/menu_bar.py`)."""
    action, button = QtGui.QAction("0"), QToolButton()
    button.setDefaultAction(action)
    for number in range(1, 51):
        action.setText(f"{number}")
    tied = action.receivers(SIGNAL("changed()"))
    assert tied in (0, 1, 51)  # once is enough, and none was enough before
    QObject.disconnect(action, SIGNAL("changed()"), button, None)  # type: ignore[call-overload]
    assert action.receivers(SIGNAL("changed()")) == 0
    action.setText("Last")
    assert button.text() == "Last"
