"""Run under an X server: build the eight-week foundation plan as a new user does, and count.

Called as ``python by_hand.py PICTURE``; prints what was built, and the clicks and keys that it took
(each key of a chord is one), as JSON. Mouse and keys are those of a real person to the window:
xdotool moves them, from a thread, because a dialog runs an event loop of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QListView, QPushButton, QWidget

from soleus_desktop import paths
from soleus_desktop.ui.app import make_application
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences

PAUSE_S = 0.12
DEADLINE_MS = 60_000
DAYS = (
    (0, ("bent-knee-calf-raise", "isometric-hold")),
    (2, ("seated-calf-raise",)),
    (4, ("bent-knee-calf-raise", "walking-lunge-heel-raise")),
    (5, ("uphill-walk",)),
)
"""A week of the foundation: three training days and a walk uphill on a recovery day."""


class Person(QObject):
    """Clicks and types, and counts; asks the window's thread where things are."""

    asked = Signal(object, object)
    done = Signal()

    def __init__(self, frame: MainWindow) -> None:
        super().__init__()
        self.frame = frame
        self.clicks, self.keys = 0, 0
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def where(self, find: Callable[[], QPoint]) -> QPoint:
        """Look for something on the screen."""
        found: list[QPoint] = []
        answered = Event()
        self.asked.emit(lambda: found.append(find()), answered)
        assert answered.wait(10), "the window does not answer"
        return found[0]

    def click(self, find: Callable[[], QPoint], times: int = 1) -> None:
        """Click, or double-click, on what is found there."""
        at = self.where(find)
        self.clicks += times
        command = ["xdotool", "mousemove", str(at.x()), str(at.y()), "click"]
        subprocess.run([*command, "--repeat", str(times), "--delay", "40", "1"], check=True)
        time.sleep(PAUSE_S)

    def press(self, *keys: str) -> None:
        """Press keys one after the other, as ``ctrl+g``."""
        for key in keys:
            self.keys += key.count("+") + 1
            subprocess.run(["xdotool", "key", key], check=True)
            time.sleep(PAUSE_S)

    def build(self) -> None:
        """From the start page to eight weeks of three days that go on from week to week."""
        self.click(lambda: _center(_only(self.frame, QAbstractSpinBox)), 2)
        self.press("8")
        self.click(lambda: _center(_button(self.frame, "Begin")))
        for day, exercises in DAYS:
            self.click(lambda day=day: self._day(day))
            for name in exercises:
                self.click(lambda name=name: self._exercise(name), 2)
        self.click(self._week)
        self.press("ctrl+g")
        time.sleep(4 * PAUSE_S)
        self.press("Return")
        time.sleep(4 * PAUSE_S)
        self.done.emit()

    @staticmethod
    def _answer(answer: Callable[[], None], answered: Event) -> None:
        answer()
        answered.set()

    def _day(self, day: int) -> QPoint:
        board = self.frame.bench.board
        cell = board.visualRect(board.board.index(0, day))
        return board.viewport().mapToGlobal(cell.center() + QPoint(0, cell.height() // 4))

    def _week(self) -> QPoint:
        weeks = self.frame.bench.board.weeks
        return weeks.viewport().mapToGlobal(QPoint(weeks.width() // 2, weeks.sectionSize(0) // 3))

    def _exercise(self, name: str) -> QPoint:
        listed = _only(self.frame.bench.library, QListView)
        row = list(self.frame.bench.session.exercises).index(name)
        index = listed.model().index(row, 0)
        return listed.viewport().mapToGlobal(listed.visualRect(index).center())


def _only(root: QWidget, kind: type) -> QWidget:
    (found,) = (one for one in root.findChildren(kind) if one.isVisible())
    return found


def _button(root: QWidget, text: str) -> QPushButton:
    buttons = root.findChildren(QPushButton)
    return next(one for one in buttons if one.text().replace("&", "") == text and one.isVisible())


def _center(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(widget.width() // 3, widget.height() // 2))


def main() -> int:
    app = make_application()
    window = MainWindow(paths.resources(), Preferences(None), at_start=True)
    window.move(0, 0)
    window.resize(1366, 768)
    window.show()
    person = Person(window)

    def told() -> None:
        session = window.bench.session
        weeks = session.plan.weeks
        doses = [[str(entry.dose) for day in week.days for entry in day.entries] for week in weeks]
        window.grab().save(sys.argv[1])
        json.dump(
            {
                "clicks": person.clicks,
                "keys": person.keys,
                "training_days": [
                    sum(day.kind == "training" for day in week.days) for week in weeks
                ],
                "different_weeks": len(set(map(tuple, doses))),
                "findings": [finding.rule.id for finding in session.report.findings],
                "undo_steps": session.stack.count(),
            },
            sys.stdout,
        )
        QApplication.exit(0)

    def begin() -> None:
        subprocess.run(["xdotool", "windowfocus", str(int(window.winId()))], check=True)
        Thread(target=person.build, daemon=True).start()

    person.done.connect(told, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(1500, begin)
    QTimer.singleShot(DEADLINE_MS, lambda: (window.grab().save(sys.argv[1]), app.exit(3)))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
