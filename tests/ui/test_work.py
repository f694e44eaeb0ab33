"""What a thread was given to do is let go of in the window's thread, whatever becomes of it."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.ui.waiting import wait_for
from soleus_desktop.ui.work import Work

HERE = threading.get_ident


class Held:
    """Notes in which thread nobody held it any more."""

    def __init__(self, gone_in: list[int]) -> None:
        self._gone_in = gone_in

    def use(self, *_: object) -> None:
        time.sleep(0.0002)  # the window's thread comes in between

    def fail(self) -> None:
        self.use()
        raise ValueError("so it is")

    def __del__(self) -> None:
        self._gone_in.append(HERE())


def ends(held: Held) -> tuple[Callable[[], None], Callable[[object], None]]:
    """A function and what takes its outcome, which alone hold this."""
    return lambda: held.use(), lambda _: held.use()


def fails(held: Held) -> tuple[Callable[[], None], Callable[[object], None]]:
    return lambda: held.fail(), lambda _: held.use()


@pytest.mark.parametrize("kind", [ends, fails])
def test_of_a_job(
    kind: Callable[[Held], tuple[Callable[[], None], Callable[[object], None]]],
    qapp: QApplication,
    qtbot: QtBot,
) -> None:
    gone_in, work = list[int](), Work()
    for _ in range(200):
        function, take = kind(Held(gone_in))
        work.run(function, take, take)
        del function, take
    qtbot.waitUntil(lambda: len(gone_in) == 200, timeout=20_000)
    assert set(gone_in) == {HERE()}


def test_of_a_job_whose_window_is_gone(qapp: QApplication, qtbot: QtBot) -> None:
    gone_in, over = list[int](), QObject()
    work = Work(over)
    for _ in range(50):
        function, take = ends(Held(gone_in))
        work.run(function, take)
        del function, take
    over.deleteLater()
    qtbot.waitUntil(lambda: len(gone_in) == 50, timeout=20_000)
    assert set(gone_in) == {HERE()}


def test_of_what_is_waited_for(qtbot: QtBot) -> None:
    gone_in, over = list[int](), QWidget()
    qtbot.addWidget(over)
    for _ in range(100):
        wait_for(over, "Waiting", ends(Held(gone_in))[0])
    qtbot.waitUntil(lambda: len(gone_in) == 100, timeout=20_000)
    assert set(gone_in) == {HERE()}


BUSY_AT_THE_END = """
import sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from soleus_desktop.ui.work import hand

sys.setswitchinterval(0.0001)
app, here = QApplication([]), hand()
windows = [QWidget() for _ in range(200)]  # taking these down takes a while

def go_on():
    while True:
        here.bring([lambda _: None, None])

for _ in range(3):
    threading.Thread(target=go_on, daemon=True).start()
QTimer.singleShot(50, app.quit)
app.exec()
"""


@pytest.mark.parametrize("_", range(3))
def test_threads_that_are_at_it_when_the_program_ends(_: int) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", BUSY_AT_THE_END],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
