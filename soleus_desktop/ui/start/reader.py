"""Reads plan files for the start page, one after another in a thread, the page going on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from soleus_desktop.guide.model import Guide
from soleus_desktop.ui.start.glimpse import UNREADABLE, Glimpse, Look, take_glimpse
from soleus_desktop.ui.work import Work


class Reader(QObject):
    """Takes glimpses of files in the order asked; a file that is the same is not read again."""

    came = Signal(object)
    """The `Glimpse` of a file."""

    def __init__(self, guide: Guide, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._work = Work(self)  # its own: a slow disk here must not keep a plan from being saved
        self._known: dict[Path, tuple[Look, Glimpse]] = {}

    def read(self, files: Iterable[Glimpse], look: Look) -> None:
        """Read these files, after those that are still waiting."""
        for file in files:
            known_look, known = self._known.get(file.path, (None, None))
            self._work.run(
                # A picture that was painted otherwise has to be painted again.
                partial(
                    take_glimpse, file, self._guide, look, known if known_look == look else None
                ),
                partial(self._on_read, look),
                partial(self._on_failed, file),
            )

    def drop(self) -> None:
        """Forget the files that are still waiting."""
        self._work.drop()

    def stop(self) -> None:
        """Read nothing more, and wait for the file that is being read."""
        self.drop()
        self._work.finish()

    def _on_read(self, look: Look, glimpse: Glimpse) -> None:
        self._known[glimpse.path] = look, glimpse
        self.came.emit(glimpse)

    def _on_failed(self, file: Glimpse, error: Exception) -> None:
        self.came.emit(replace(file, state=UNREADABLE, reason=str(error)))
