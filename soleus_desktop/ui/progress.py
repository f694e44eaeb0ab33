"""Work beside the window that says how far it is, where it takes long, and can be left."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from soleus_desktop.ui.work import Work

T = TypeVar("T")
Told = Callable[[int, int], None]
"""Is given how much is done, and of how much; 0 where nobody knows."""
QUICK_MS = 400
"""Work shorter than this shows no progress."""


class Left(Exception):
    """A person would not have it any more."""


class Progress:
    """How far it is, in a dialog.

    That may be gone before the work is done, with the window that it stands over.
    """

    def __init__(self, dialog: QProgressDialog) -> None:
        self._dialog: QProgressDialog | None = dialog
        # Its own setValue() handles events, at one of which it may be deleted; a bar's does not.
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        dialog.setBar(self._bar)
        dialog.destroyed.connect(self._lose)

    def show(self, so_far: tuple[int, int]) -> None:
        """Show how much is done, and of how much."""
        done, of = so_far
        if self._dialog and (of, done) > (self._bar.maximum(), self._bar.value()):
            self._bar.setMaximum(of)
            self._bar.setValue(done)

    def end(self) -> None:
        """Show nothing any more."""
        if self._dialog:
            self._dialog.reset()  # hides it, also when it was only about to show
            self._dialog.deleteLater()

    def _lose(self) -> None:
        self._dialog = None


def run_with_progress(
    parent: QWidget,
    what: str,
    work: Work,
    function: Callable[[Told], T],
    done: Callable[[T], object],
    failed: Callable[[Exception], object],
    left: Callable[[], object],
) -> None:
    """Run `function` in a thread; one of `done`, `failed` and `left` is called in the window's.

    It is ended by an exception from what it tells its progress by. It goes on when `parent` goes.
    """
    cancelled = Event()
    dialog = QProgressDialog(what, "Cancel", 0, 0, parent)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(QUICK_MS)
    dialog.setAutoReset(False)
    dialog.setAutoClose(False)
    dialog.canceled.connect(cancelled.set)
    progress = Progress(dialog)
    dialog.setValue(0)  # the first shows it in a while

    def told(so_far: int, of: int) -> None:
        if cancelled.is_set():
            raise Left
        if of:
            work.tell(progress.show, (so_far, of))

    def end(then: Callable[[], object]) -> None:
        progress.end()
        then()

    def on_failed(error: Exception) -> None:
        end(left if isinstance(error, Left) else lambda: failed(error))

    work.run(lambda: function(told), lambda value: end(lambda: done(value)), on_failed)
