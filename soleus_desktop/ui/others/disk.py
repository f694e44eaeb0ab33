"""Tells when a plan's file is another one than the window knows: by the digest of its bytes.

Qt's watcher is a hint and no more: it loses a file that is replaced, and may be silent on a drive
of another machine. So the file is looked at when the window comes to the front as well.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import Plan
from soleus_desktop.storage.disk import NotRead, read_file
from soleus_desktop.storage.placing import digest_of
from soleus_desktop.storage.syntax import MAX_BYTES
from soleus_desktop.ui.work import Work

SETTLED_MS = 400
"""A program that syncs deletes and writes in a row; what it leaves is what counts."""


class Seen(NamedTuple):
    """What a file holds now: its digest, or None where it is not there; the plan, or why none.

    `plan` is read where the digest is another than the one that is known; `newer` tells that it is
    of a newer format.
    """

    digest: bytes | None
    plan: Plan | None = None
    trouble: str = ""
    newer: bool = False


class Disk(QObject):
    """Watches one plan file at a time. `known` is asked for the digest that the window knows."""

    seen = Signal(Path, object)
    """The file was looked at; what is there, as `Seen`."""
    folder_changed = Signal()
    """Something came or went beside the file."""

    def __init__(
        self, work: Work, guide: Guide, known: Callable[[], bytes | None], window: QWidget
    ) -> None:
        super().__init__(window)
        self._work, self._guide, self._known = work, guide, known
        self._watcher = QFileSystemWatcher(self)
        self._path: Path | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED_MS)
        self._soon.timeout.connect(self.look)
        self._watcher.fileChanged.connect(lambda: self._soon.start())
        self._watcher.directoryChanged.connect(self._on_folder)
        window.installEventFilter(self)

    def follow(self, path: Path | None) -> None:
        """Watch this file from now on, or none."""
        if path != self._path:
            watched = [*self._watcher.files(), *self._watcher.directories()]
            if watched:
                self._watcher.removePaths(watched)
        self._path = path
        self._watch()

    def look(self) -> None:
        """Look at the file now, in a thread, after what is being saved."""
        path = self._path
        if path is not None:
            self._watch()
            self._work.run(
                partial(_look, path, self._guide, self._known()),
                lambda seen: self.seen.emit(path, seen),
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate and self._path is not None:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _on_folder(self) -> None:
        self._soon.start()
        self.folder_changed.emit()

    def _watch(self) -> None:
        """Watch the file and its folder, again where that was lost: a file that is replaced is."""
        if self._path is None:
            return
        watched = {*self._watcher.files(), *self._watcher.directories()}
        for path in (self._path, self._path.parent):
            if str(path) not in watched and path.exists():
                self._watcher.addPath(str(path))


def _look(path: Path, guide: Guide, known: bytes | None) -> Seen:
    from soleus_desktop.storage.plan_file import read_plan
    from soleus_desktop.storage.problems import NewerFormat, PlanFileError

    try:
        data = read_file(path, MAX_BYTES)
    except NotRead as error:
        if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
            return Seen(None)
        return Seen(known, trouble=str(error))
    digest = digest_of(data)
    if digest == known:
        return Seen(digest)
    try:
        return Seen(digest, read_plan(data, guide))
    except PlanFileError as error:
        return Seen(digest, trouble=str(error), newer=isinstance(error, NewerFormat))
