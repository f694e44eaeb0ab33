"""The windows of the program: one for each plan, side by side."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from soleus_desktop.plan.model import Plan
from soleus_desktop.ui.main_window import MainWindow

if TYPE_CHECKING:
    from soleus_desktop.ui.recovery.offer import Recovery

Make = Callable[[Path | None, bool], MainWindow]
"""Makes a window for a file or for none, which may begin with the start page."""


class Windows(QObject):
    """Opens windows, and knows which plan is in which."""

    def __init__(self, make: Make, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.all: list[MainWindow] = []
        self.recovery: Recovery | None = None
        """What looks for plans that were not saved, where anything is kept."""

    @property
    def front(self) -> MainWindow | None:
        """The window that a person works in, or the last one."""
        active = QApplication.activeWindow()
        for window in self.all:
            if window is active:
                return window
        return self.all[-1] if self.all else None

    def open(self, file: Path | None, *, for_plan: bool = False) -> MainWindow:
        """Show a window with the plan of this file, or with the start page where that is wanted.

        `for_plan` tells that a plan is to be shown in it at once.
        """
        window = self._make(file, file is None and not for_plan)
        window.windows = self
        window.closed.connect(partial(self._forget, window))
        self.all.append(window)
        window.show()
        return window

    def open_plan(self, plan: Plan, proposed: Path | None) -> MainWindow:
        """Show a plan that no file holds, in a window in which nothing has been begun, or its own.

        `proposed` is where to propose to save it.
        """
        window = self.front
        if window is None or not window.bench.documents.is_untouched:
            window = self.open(None, for_plan=True)
        window.bench.documents.begin_unsaved(plan, proposed)
        return window

    def with_file(self, path: Path, besides: QObject) -> MainWindow | None:
        """Return another window that has this file open, if any."""
        wanted = os.path.realpath(path)
        for window in self.all:
            held = window.bench.session.path if window is not besides else None
            if held and os.path.realpath(held) == wanted:
                return window
        return None

    def flush(self) -> bool:
        """See that what was edited in any window is on the disk; tell whether it is."""
        flushed = [window.flush() for window in self.all]  # of each, whatever the first says
        return all(flushed)

    def leave_all(self) -> None:
        """End without a question: what was not saved is offered at the next start."""
        for window in self.all:
            window.leave_all()

    def _forget(self, window: MainWindow) -> None:
        if window in self.all:
            self.all.remove(window)
            QTimer.singleShot(0, window.deleteLater)  # not within its own event
