"""Wherever an exception comes up it is told, once; the work is on the disk before that."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from threading import Thread

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.ui.trouble.hooks import Trouble
from soleus_desktop.ui.trouble.last import LAST_ACTIONS, MOST
from soleus_desktop.ui.trouble.report import report_of
from soleus_desktop.ui.work import Work

SECRET = "Robin's Achilles"


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def trouble(qapp: QApplication, told: list[str]) -> Iterator[Trouble]:
    trouble = Trouble(lambda: told.append("flushed"), told.append)
    yield trouble
    trouble.stop()
    if trouble.dialog is not None:
        trouble.dialog.close()
    QApplication.processEvents()


def fail() -> None:
    raise ValueError(SECRET)


class Sick(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        fail()


class Dying:
    def __del__(self) -> None:
        fail()


def in_a_slot(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(fail)
    button.click()


def in_a_timer(qtbot: QtBot) -> None:
    QTimer.singleShot(0, fail)


def in_painting(qtbot: QtBot) -> None:
    widget = Sick()
    qtbot.addWidget(widget)
    loop = QEventLoop()  # as the program's own does: PySide tells of it when that goes on
    QTimer.singleShot(0, widget.show)
    QTimer.singleShot(50, loop.quit)
    loop.exec()


def in_a_thread(qtbot: QtBot) -> None:
    thread = Thread(target=fail)
    thread.start()
    thread.join()


def in_a_worker(qtbot: QtBot) -> None:
    def raise_it(error: Exception) -> None:
        raise error

    work = Work()
    work.run(fail, lambda _: None, raise_it)
    work.finish()
    QApplication.processEvents()


def in_a_destructor(qtbot: QtBot) -> None:
    Dying()


PLACES = (in_a_slot, in_a_timer, in_painting, in_a_thread, in_a_worker, in_a_destructor)


@pytest.mark.parametrize("place", PLACES)
def test_it_is_told(qtbot: QtBot, trouble: Trouble, told: list[str], place: object) -> None:
    place(qtbot)  # type: ignore[operator]
    qtbot.waitUntil(lambda: trouble.dialog is not None)
    assert trouble.dialog is not None
    report = trouble.dialog.report.toPlainText()
    assert "ValueError" in report
    assert "test_hooks.py" in report
    assert "in fail" in report
    assert SECRET not in report
    assert told[:2] == [report, "flushed"]


def test_further_ones_are_counted(qtbot: QtBot, trouble: Trouble, told: list[str]) -> None:
    for place in PLACES:
        place(qtbot)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: len(told) >= 2 * len(PLACES))
    shown = [one for one in QApplication.topLevelWidgets() if one is trouble.dialog]
    assert len(shown) == 1
    assert trouble.dialog is not None
    assert trouble.dialog.more.text() == f"{trouble.count - 1} further errors since."


def test_after_it_was_left_it_is_told_anew(qtbot: QtBot, trouble: Trouble) -> None:
    in_a_slot(qtbot)
    qtbot.waitUntil(lambda: trouble.dialog is not None)
    first = trouble.dialog
    assert first is not None
    first.accept()
    in_a_slot(qtbot)
    qtbot.waitUntil(lambda: trouble.dialog is not None)
    assert trouble.dialog is not first


def test_when_telling_fails_it_ends_there(
    qtbot: QtBot, trouble: Trouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trouble, "_flush", fail)
    in_a_slot(qtbot)
    for _ in range(20):
        QApplication.processEvents()
    assert trouble.dialog is None


def test_what_could_not_be_kept_is_said(qtbot: QtBot, qapp: QApplication) -> None:
    trouble = Trouble(lambda: False)
    try:
        in_a_slot(qtbot)
        qtbot.waitUntil(lambda: trouble.dialog is not None)
        assert trouble.dialog is not None
        said = " ".join(label.text() for label in trouble.dialog.findChildren(QLabel))
        assert "Save your plan now" in said
        trouble.dialog.close()
    finally:
        trouble.stop()


def test_a_report_names_what_was_done_and_no_paths() -> None:
    for number in range(MOST + 5):
        LAST_ACTIONS.note(f"act{number}")
    try:
        fail()
    except ValueError as error:
        report = report_of(ValueError, error, "a test")
    assert "act24" in report
    assert "act4," not in report
    assert str(sys.prefix) not in report
    try:
        None.nothing  # type: ignore[attr-defined]  # noqa: B018
    except AttributeError as error:
        assert "has no attribute 'nothing'" in report_of(AttributeError, error, "a test")
