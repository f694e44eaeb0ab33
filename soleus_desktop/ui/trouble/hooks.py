"""Catches exceptions wherever they come up: slots, virtuals, threads, workers, destructors.

PySide prints what is raised in a slot or in a method that Qt calls, and goes on; it passes
`sys.excepthook` on the way. So the program goes on as well, says so once, and counts what follows.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from soleus_desktop.ui.trouble.dialog import TroubleDialog


class Trouble(QObject):
    """Hears of exceptions until `stop`. `flush` sees that all edits are on the disk.

    `keep` is handed each report, to be written down.
    """

    _came = Signal(str)

    def __init__(
        self,
        flush: Callable[[], object],
        keep: Callable[[str], object] = lambda report: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._flush, self._keep = flush, keep
        self._busy = False
        self.dialog: TroubleDialog | None = None
        self.count = 0
        # Not within what went wrong, which may be the painting of a window.
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable

    def stop(self) -> None:
        """Hear of nothing any more."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):  # Ctrl+C in a terminal, say
            sys.__excepthook__(kind, error, trace)
            return
        self._hear(kind, error, "the window")

    def _on_thread(self, said: threading.ExceptHookArgs) -> None:
        if not issubclass(said.exc_type, SystemExit):
            name = said.thread.name if said.thread else "unknown"
            self._hear(said.exc_type, said.exc_value, f"the thread \u201c{name}\u201d")

    def _on_unraisable(self, said: sys.UnraisableHookArgs) -> None:
        self._hear(said.exc_type, said.exc_value, "what cannot raise")

    def _hear(self, kind: type[BaseException], error: BaseException | None, where: str) -> None:
        """Take down what happened, in whatever thread; it is told in the window's."""
        from soleus_desktop.ui.trouble.report import report_of

        report = report_of(kind, error, where)
        with suppress(OSError, ValueError, AttributeError):  # a window may have no such place
            sys.stderr.write(f"{report}\n")
        with suppress(RuntimeError):  # the program is ending, and nobody is there to be told
            self._came.emit(report)

    def _tell(self, report: str) -> None:
        if self._busy:  # telling goes wrong itself
            return
        self._busy = True
        try:
            self.count += 1
            self._keep(report)
            safe = self._flush() is not False
            if self.dialog is not None:
                self.dialog.count(self.count)
                return
            from soleus_desktop.ui.trouble.dialog import TroubleDialog

            self.count = 1
            self.dialog = TroubleDialog(report, safe=safe)
            self.dialog.finished.connect(self._forget)
            self.dialog.show()
        finally:
            self._busy = False

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None
