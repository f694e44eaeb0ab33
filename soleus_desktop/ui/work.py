"""Work beside the window: a function runs in a thread, its outcome comes back as a signal."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

T = TypeVar("T")
AT_END_MS = 10_000
"""What runs longer is left alone; a save that is cut off leaves the old file whole."""
_Job = tuple[Callable[[], Any], Callable[[Any], object], Callable[[Exception], object]]


class Work(QObject):
    """Runs functions one after another, off the window's thread.

    When the program ends, what waits is dropped, and what runs is waited for, but not for ever:
    a disk that never answers keeps no program from ending, since the thread is a daemon.
    """

    _came_back = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: deque[_Job] = deque()
        self._thread: Thread | None = None  # one: no file is ever written by two at a time
        self._turn = Condition()
        self._came_back.connect(self._hand_over)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether anything is still to be done."""
        return self._thread is not None

    def run(
        self,
        function: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Run `function` in a thread, then `done` or `failed` in the window's."""
        with self._turn:
            self._jobs.append((function, done, failed))
            if self._thread is None:
                self._thread = Thread(target=self._work, name="work", daemon=True)
                self._thread.start()

    def finish(self, deadline_ms: int = 30_000) -> bool:
        """Wait until all is done, at most so long; tell whether it is."""
        with self._turn:
            return self._turn.wait_for(lambda: self._thread is None, deadline_ms / 1000)

    def drop(self) -> None:
        """Forget what waits; what runs already goes on."""
        with self._turn:
            self._jobs.clear()

    def stop(self) -> None:
        """Forget what waits, and see what runs to its end, if that comes soon."""
        self.drop()
        self.finish(AT_END_MS)

    def _work(self) -> None:
        while True:
            with self._turn:
                if not self._jobs:
                    self._thread = None
                    self._turn.notify_all()
                    return
                function, done, failed = self._jobs.popleft()
            outcome: Any
            then: Callable[[Any], object]
            try:
                outcome, then = function(), done
            except Exception as error:
                outcome, then = error, failed
            # Where the window went meanwhile there is nobody to be told.
            with suppress(RuntimeError):
                self._came_back.emit(then, outcome)

    def _hand_over(self, then: Callable[[object], object], outcome: object) -> None:
        then(outcome)
