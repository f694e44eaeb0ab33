"""Wait for something that may take long, as a file on another machine: the window goes on living.

Nothing else can be done in the window meanwhile, since what comes may replace what is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog, QWidget

T = TypeVar("T")
QUICK_S = 0.2
"""Shorter than this it is waited for without a word."""


class Cancelled(Exception):
    """A person would not wait any longer."""


class _Run(QObject, Generic[T]):
    """A function that runs in a thread of its own, which nobody waits for when it hangs."""

    came = Signal()

    def __init__(self, function: Callable[[], T]) -> None:
        super().__init__()
        self._function, self.done = function, Event()
        self.value: T | None = None
        self.error: Exception | None = None
        Thread(target=self._run, name="waited for", daemon=True).start()

    def _run(self) -> None:
        try:
            self.value = self._function()
        except Exception as error:
            self.error = error
        self.done.set()
        self.came.emit()


def wait_for(parent: QWidget, what: str, function: Callable[[], T]) -> T:
    """Return what the function returns, or raise what it raises; it runs in a thread.

    Where it takes long a dialog says `what` is being done. Raises Cancelled where it is left; what
    the function returns later is dropped then.
    """
    run = _Run(function)
    if not run.done.wait(QUICK_S):
        progress = QProgressDialog(what, "Cancel", 0, 0, parent)
        progress.setWindowModality(Qt.WindowModality.ApplicationModal)
        progress.setMinimumDuration(0)
        run.came.connect(progress.accept)
        if not run.done.is_set():
            progress.exec()
        run.came.disconnect(progress.accept)
        progress.deleteLater()
        if not run.done.is_set():
            raise Cancelled
    if run.error is not None:
        raise run.error
    return run.value  # type: ignore[return-value]  # it has come
