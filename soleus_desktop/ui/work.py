"""Work beside the window: a function runs in a thread, its outcome comes back to the window's.

What a thread was given to call may be the last hold on a dialog, and to let go of that in a thread
can end the program: so it hands everything back, and keeps nothing.
"""

from __future__ import annotations

import atexit
from collections import deque
from collections.abc import Callable
from functools import cache, partial
from threading import Condition, Event, Lock, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

T = TypeVar("T")
AT_END_MS = 10_000
"""What runs longer is left alone; a save that is cut off leaves the old file whole."""


class Hand(QObject):
    """Brings what a thread has for the window into the window's thread.

    There is one, which nobody deletes: a signal of an object that is deleted meanwhile, with the
    dialog that it belongs to, would end the program. PySide deletes it when Python ends, at which
    threads may still be at work; nothing more is given by then.
    """

    came = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._brought: deque[tuple[Any, ...]] = deque()
        self._lock, self._closed = Lock(), False
        # Never at once, even for what is brought in the window's own thread: the lock is held.
        self.came.connect(self._give, Qt.ConnectionType.QueuedConnection)
        atexit.register(self.close)  # the last to register is the first to be called: before PySide

    def bring(self, gift: list[Any]) -> None:
        """From a thread: have the window's call the first of these with the second.

        The list is emptied; what else is in it is let go of in the window's thread.
        """
        self._brought.append(tuple(gift))
        gift.clear()
        with self._lock:
            if not self._closed:
                self.came.emit()

    def close(self) -> None:
        """Give nothing any more; what is brought yet is kept until the process is gone."""
        with self._lock:
            self._closed = True

    def _give(self) -> None:
        take, what, *_ = self._brought.popleft()
        take(what)


@cache
def hand() -> Hand:
    """Return the one hand; it is to be asked for in the window's thread first."""
    return Hand()


class _Line:
    """The jobs that wait, and the one thread that does them; no object of Qt's.

    Of jobs there is one at a time, so no file is ever written by two.
    """

    def __init__(self) -> None:
        self.hand, self.gone = hand(), Event()
        self.jobs: deque[list[Any]] = deque()
        """Each a function, and what takes its outcome: what it returns, or an exception."""
        self.thread: Thread | None = None
        self.turn = Condition()

    def add(self, job: list[Any]) -> None:
        """Have it done after what waits."""
        with self.turn:
            self.jobs.append(job)
            if self.thread is None:
                self.thread = Thread(target=self._work, name="work", daemon=True)
                self.thread.start()

    def tell(self, take: Callable[[Any], object], what: object) -> None:
        """From a thread: have the window's take this, unless that is gone."""
        self.hand.bring([partial(_unless, self.gone, take), what])

    def _work(self) -> None:
        while True:
            with self.turn:
                if not self.jobs:
                    self.thread = None
                    self.turn.notify_all()
                    return
                job = self.jobs.popleft()
            self.hand.bring(_outcome(job, self.gone))


class Work(QObject):
    """Runs functions one after another, off the window's thread.

    When the program ends, what waits is dropped, and what runs is waited for, but not for ever:
    a disk that never answers keeps no program from ending, since the thread is a daemon.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = _Line()
        self.destroyed.connect(_set(self._line.gone))
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether anything is still to be done."""
        return self._line.thread is not None

    def run(
        self,
        function: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Run `function` in a thread, then `done` or `failed` in the window's.

        What nobody expects to fail is raised there.
        """
        self._line.add([function, done, failed or _raise])

    def tell(self, take: Callable[[T], object], what: T) -> None:
        """From a thread: have the window's thread take this, if the window is still there."""
        self._line.tell(take, what)

    def finish(self, deadline_ms: int = 30_000) -> bool:
        """Wait until all is done, at most so long; tell whether it is."""
        line = self._line
        with line.turn:
            return line.turn.wait_for(lambda: line.thread is None, deadline_ms / 1000)

    def drop(self) -> None:
        """Forget what waits; what runs already goes on."""
        with self._line.turn:
            self._line.jobs.clear()

    def stop(self) -> None:
        """Forget what waits, and see what runs to its end, if that comes soon."""
        self.drop()
        self.finish(AT_END_MS)


def _outcome(job: list[Any], gone: Event) -> list[Any]:
    """Do a job; return what takes the outcome, the outcome, and all that the job held."""
    function, done, failed = job
    job.clear()
    try:
        return [partial(_unless, gone, done), function(), function, failed]
    except Exception as error:
        return [partial(_unless, gone, failed), error, function, done]


def _unless(gone: Event, take: Callable[[Any], object], what: object) -> None:
    if not gone.is_set():
        take(what)


def _raise(error: Exception) -> None:
    raise error


def _set(event: Event) -> Callable[[], None]:
    """What sets an event and holds nothing else."""
    return lambda: event.set()
