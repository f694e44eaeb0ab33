"""Work beside the window: a function runs in a thread, its outcome comes back to the window's."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import cache
from threading import Condition, Event, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal

T = TypeVar("T")
AT_END_MS = 10_000
"""What runs longer is left alone; a save that is cut off leaves the old file whole."""
_Job = tuple[Callable[[], Any], Callable[[Any], object], Callable[[Exception], object]]


class Hand(QObject):
    """Brings what a thread has for the window into the window's thread: emit `came`.

    There is one, which nobody deletes: a signal of an object that is deleted meanwhile, with the
    dialog that it belongs to, would end the program.
    """

    came = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.came.connect(self._give)

    def _give(self, take: Callable[[object], object], what: object) -> None:
        take(what)


@cache
def hand() -> Hand:
    """Return the one hand; it is to be asked for in the window's thread first."""
    return Hand()


class Work(QObject):
    """Runs functions one after another, off the window's thread.

    When the program ends, what waits is dropped, and what runs is waited for, but not for ever:
    a disk that never answers keeps no program from ending, since the thread is a daemon.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hand, self._gone = hand(), Event()
        self.destroyed.connect(_set(self._gone))
        self._jobs: deque[_Job] = deque()
        self._thread: Thread | None = None  # one: no file is ever written by two at a time
        self._turn = Condition()
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
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run `function` in a thread, then `done` or `failed` in the window's.

        What nobody expects to fail is raised there.
        """
        with self._turn:
            self._jobs.append((function, done, failed or _raise))
            if self._thread is None:
                self._thread = Thread(target=self._work, name="work", daemon=True)
                self._thread.start()

    def tell(self, take: Callable[[T], object], what: T) -> None:
        """From a thread: have the window's thread take this, if the window is still there."""
        gone = self._gone
        self._hand.came.emit(lambda it: gone.is_set() or take(it), what)

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
            self.tell(then, outcome)


def _raise(error: Exception) -> None:
    raise error


def _set(event: Event) -> Callable[[], None]:
    """What sets an event and holds nothing else."""
    return lambda: event.set()
