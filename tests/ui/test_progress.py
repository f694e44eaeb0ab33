"""Long work beside the window: it goes on when the window that its dialog stands over is closed."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from soleus_desktop.ui.progress import Progress, Told, run_with_progress
from soleus_desktop.ui.work import Work


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    widget.show()
    return widget


class Long:
    """Work that waits until it may go on, and what became of it."""

    def __init__(self, over: QWidget, work: Work) -> None:
        self.may_go_on, self.outcomes = Event(), list[object]()
        run_with_progress(
            over,
            "Working",
            work,
            self._do,
            self.outcomes.append,
            self.outcomes.append,
            lambda: self.outcomes.append("left"),
        )

    def _do(self, told: Told) -> str:
        told(1, 3)
        self.may_go_on.wait(10)
        told(2, 3)
        return "done"


def test_it_is_done_though_its_window_is_closed(over: QWidget, qtbot: QtBot, qapp: object) -> None:
    work = Work()
    long = Long(over, work)
    with qtbot.waitSignal(over.destroyed):
        over.close()
    long.may_go_on.set()
    qtbot.waitUntil(lambda: bool(long.outcomes), timeout=10_000)
    assert long.outcomes == ["done"]


def test_to_show_how_far_it_is_handles_no_event(
    over: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of them could close the window, and the dialog would be gone in the middle of it."""
    during = list[bool]()
    show = Progress.show

    def watched(progress: Progress, so_far: tuple[int, int]) -> None:
        came = list[None]()
        QTimer.singleShot(0, lambda: came.append(None))
        show(progress, so_far)
        during.append(bool(came))

    monkeypatch.setattr(Progress, "show", watched)
    long = Long(over, Work())
    dialog = over.findChild(QProgressDialog)
    qtbot.waitUntil(dialog.isVisible)
    long.may_go_on.set()
    qtbot.waitUntil(lambda: bool(long.outcomes), timeout=10_000)
    assert during == [False, False]
    over.close()


def test_cancelling_leaves_it(over: QWidget, qtbot: QtBot) -> None:
    work = Work()
    long = Long(over, work)
    over.findChild(QProgressDialog).findChild(QPushButton).click()
    long.may_go_on.set()
    qtbot.waitUntil(lambda: bool(long.outcomes), timeout=10_000)
    assert long.outcomes == ["left"]
    over.close()
