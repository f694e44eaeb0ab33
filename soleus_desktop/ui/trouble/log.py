"""A small log in the state folder: errors of the program and Qt's messages; and of the last end.

Nothing here can keep the program from starting: where nothing can be written, nothing is.
"""

from __future__ import annotations

import faulthandler
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

MOST_BYTES = 200_000
LOG, OLD_LOG, FAULTS = "log.txt", "log.old.txt", "faults.txt"
_LONGEST = 2000
_KINDS = {
    QtMsgType.QtWarningMsg: "warning",
    QtMsgType.QtCriticalMsg: "critical",
    QtMsgType.QtFatalMsg: "fatal",
}


class Log:
    """Writes to the log; the older half goes when it grows. `folder` may be None: no log, then."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._faults: IO[str] | None = None

    def write(self, text: str) -> None:
        """Add some lines; raises nothing."""
        if self._folder is None:
            return
        with suppress(OSError, ValueError):
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = self._folder / LOG
            if path.exists() and path.stat().st_size > MOST_BYTES:
                path.replace(self._folder / OLD_LOG)
            with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(f"{datetime.now():%Y-%m-%d %H:%M:%S} {text[:_LONGEST]}\n")

    def listen(self) -> None:
        """Write down Qt's warnings from now on; they go to standard error as well."""
        qInstallMessageHandler(self._on_message)

    def deafen(self) -> None:
        """Write down Qt's messages no longer."""
        qInstallMessageHandler(None)

    def catch_faults(self) -> bool:
        """Have a crash of Python or Qt itself written to a file; tell whether there is one so far.

        Never to standard error: a program with a window may have none.
        """
        if self._folder is None:
            return False
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            path = self._folder / FAULTS
            crashed = path.exists() and path.stat().st_size > 0
            if crashed:
                self.write(f"The program crashed before:\n{path.read_text('utf-8', 'replace')}")
            self._faults = path.open("w", encoding="utf-8")
            faulthandler.enable(self._faults, all_threads=True)
        except (OSError, ValueError, RuntimeError):
            return False
        return crashed

    def _on_message(self, kind: QtMsgType, where: QMessageLogContext, text: str | None) -> None:
        if kind in _KINDS:
            self.write(f"Qt {_KINDS[kind]}: {text}")
        if kind != QtMsgType.QtDebugMsg:
            with suppress(OSError, AttributeError):
                os.write(2, f"{text}\n".encode("utf-8", "backslashreplace"))
