"""Work beside the window: a function runs in a thread, its outcome comes back as a signal."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

T = TypeVar("T")


class Work(QObject):
    """Runs functions one after another, off the window's thread."""

    _came_back = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)  # one file is never written by two at a time
        self._came_back.connect(self._hand_over)

    def run(
        self,
        function: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
    ) -> None:
        """Run `function` in a thread, then `done` or `failed` in the window's."""

        def work() -> None:
            try:
                outcome = function()
            except Exception as error:
                self._came_back.emit(failed, error)
            else:
                self._came_back.emit(done, outcome)

        self._pool.start(work)

    def finish(self, deadline_ms: int = 30_000) -> bool:
        """Wait until all is done, at most so long; tell whether it is."""
        return self._pool.waitForDone(deadline_ms)

    def drop(self) -> None:
        """Forget what waits; what runs already goes on."""
        self._pool.clear()

    def _hand_over(self, then: Callable[[object], object], outcome: object) -> None:
        then(outcome)
