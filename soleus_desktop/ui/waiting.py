"""Wait for something that may take long, as a file on another machine: the window goes on living.

Nothing else can be done in the window meanwhile, since what comes may replace what is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from soleus_desktop.ui.work import hand

T = TypeVar("T")
QUICK_S = 0.2
"""Shorter than this it is waited for without a word."""


class Cancelled(Exception):
    """A person would not wait any longer."""


class _Run(Generic[T]):
    """A function that runs in a thread of its own, which nobody waits for when it hangs.

    When it has ended, `then` is called in the window's thread.
    """

    def __init__(self, function: Callable[[], T], then: Callable[[object], None]) -> None:
        self._function, self.done = function, Event()
        self._then, self._hand = then, hand()
        self.value: T | None = None
        self.error: Exception | None = None
        Thread(target=self._run, name="waited for", daemon=True).start()

    def _run(self) -> None:
        try:
            self.value = self._function()
        except Exception as error:
            self.error = error
        gift = [self._then, None, self._function]  # to be let go of in the window's thread
        del self._then, self._function
        self.done.set()
        self._hand.bring(gift)


def wait_for(parent: QWidget, what: str, function: Callable[[], T]) -> T:
    """Return what the function returns, or raise what it raises; it runs in a thread.

    Where it takes long a dialog says `what` is being done. Raises Cancelled where it is left; what
    the function returns later is dropped then.
    """
    shown: list[QProgressDialog] = []

    def end(_: object) -> None:
        for progress in shown:
            progress.accept()

    run = _Run(function, end)
    if not run.done.wait(QUICK_S):
        progress = QProgressDialog(what, "Cancel", 0, 0, parent)
        progress.setWindowModality(Qt.WindowModality.ApplicationModal)
        progress.setMinimumDuration(0)
        shown.append(progress)
        if not run.done.is_set():
            progress.exec()
        shown.clear()
        progress.deleteLater()
        if not run.done.is_set():
            raise Cancelled
    if run.error is not None:
        raise run.error
    return run.value  # type: ignore[return-value]  # it has come
