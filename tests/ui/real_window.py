"""Run under an X server: drag an exercise onto a day with a real mouse, undo, redo, save, reopen.

Called by ``test_real_window.py`` as ``python real_window.py FILE PICTURE``; prints what came of it
as JSON. The mouse is moved by xdotool from a thread, because a drag runs an event loop of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QListView

from soleus_desktop import paths
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.plan_file import open_plan
from soleus_desktop.ui.app import make_application
from soleus_desktop.ui.main_window import MainWindow
from soleus_desktop.ui.preferences import Preferences

STEP_S = 0.06
DEADLINE_MS = 60_000


def exercises(plan: Plan, week: int, day: int) -> list[str]:
    return [entry.exercise for entry in plan.weeks[week].days[day].entries]


def mouse(*command: str) -> None:
    subprocess.run(["xdotool", *command], check=True)
    time.sleep(STEP_S)


def drag(start: QPoint, end: QPoint, keys: tuple[str, ...] = ()) -> None:
    """Press, move in steps as a hand does, release."""
    mouse("mousemove", str(start.x()), str(start.y()))
    mouse("mousedown", "1")
    for key in keys:
        mouse("keydown", key)
    for part in range(1, 9):
        point = start + (end - start) * part / 8
        mouse("mousemove", str(point.x()), str(point.y()))
    mouse("mousemove", str(end.x() + 2), str(end.y() + 2))
    time.sleep(4 * STEP_S)
    mouse("mouseup", "1")
    for key in keys:
        mouse("keyup", key)
    time.sleep(4 * STEP_S)


class Hand(QObject):
    """Moves the mouse in a thread, then goes on in the window's."""

    done = Signal()

    def drag(self, start: QPoint, end: QPoint, then: Callable[[], None], *keys: str) -> None:
        self.done.connect(then, Qt.ConnectionType.SingleShotConnection)

        def work() -> None:
            drag(start, end, keys)
            self.done.emit()

        Thread(target=work, daemon=True).start()


class Tour:
    """The whole way through, step by step."""

    def __init__(self, window: MainWindow, file: Path, picture: Path) -> None:
        self.frame, self.window = window, window.bench
        self.file, self.picture = file, picture
        self.hand = Hand()
        self.seen: dict[str, object] = {}

    def day(self, week: int, day: int) -> QPoint:
        board = self.window.board
        return board.viewport().mapToGlobal(board.visualRect(board.board.index(week, day)).center())

    def chip(self, week: int, day: int, position: int) -> QPoint:
        board = self.window.board
        cell = board.visualRect(board.board.index(week, day))
        return board.viewport().mapToGlobal(board.delegate.lines.chip_rect(cell, position).center())

    def plan(self) -> Plan:
        return self.window.session.plan

    def begin(self) -> None:
        listed = self.window.library.findChild(QListView)
        assert listed is not None
        first = listed.visualRect(listed.model().index(0, 0)).center()
        start = listed.viewport().mapToGlobal(first)
        self.hand.drag(start, self.day(0, 2), self.dragged)

    def dragged(self) -> None:
        self.seen["dropped"] = exercises(self.plan(), 0, 2)
        self.window.actions_by_id["undo"].trigger()
        self.seen["undone"] = exercises(self.plan(), 0, 2)
        self.window.actions_by_id["redo"].trigger()
        self.seen["redone"] = exercises(self.plan(), 0, 2)
        self.hand.drag(self.chip(0, 2, 0), self.day(1, 4), self.moved)

    def moved(self) -> None:
        self.seen["left"] = exercises(self.plan(), 0, 2)
        self.seen["moved"] = exercises(self.plan(), 1, 4)
        self.hand.drag(self.chip(1, 4, 0), self.day(0, 1), self.copied, "ctrl")

    def copied(self) -> None:
        self.seen["stayed"] = exercises(self.plan(), 1, 4)
        self.seen["copied"] = exercises(self.plan(), 0, 1)
        every = (e for week in self.plan().weeks for day in week.days for e in day.entries)
        self.window.selection.select_entries(entry.id for entry in every)
        self.hand.drag(self.chip(0, 1, 0), self.day(0, 0), self.together)

    def together(self) -> None:
        self.seen["together"] = exercises(self.plan(), 0, 0) + exercises(self.plan(), 1, 3)
        heads = self.window.board.weeks
        rows = [heads.sectionViewportPosition(row) for row in (0, 2)]
        start, end = (heads.viewport().mapToGlobal(QPoint(30, row + 20)) for row in rows)
        self.hand.drag(start, end, self.reordered)

    def reordered(self) -> None:
        self.seen["reordered"] = exercises(self.plan(), 0, 3) + exercises(self.plan(), 1, 0)
        self.frame.grab().save(str(self.picture))
        self.window.session.path = self.file
        self.window.documents.save(self.saved)

    def saved(self) -> None:
        self.seen["dirty"] = self.window.session.dirty
        again = open_plan(self.file, self.window.session.guide)
        self.seen["reopened_equal"] = again == self.plan()
        sys.stdout.write(json.dumps(self.seen))
        QApplication.quit()


def main() -> int:
    file, picture = Path(sys.argv[1]), Path(sys.argv[2])
    app = make_application()
    window = MainWindow(paths.resources(), Preferences(None))
    window.move(0, 0)
    window.show()
    tour = Tour(window, file, picture)
    QTimer.singleShot(500, tour.begin)
    QTimer.singleShot(DEADLINE_MS, lambda: app.exit(3))
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
