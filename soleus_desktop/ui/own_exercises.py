"""A person's own exercises: read beside the window, offered to the plan, changed in their file."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from soleus_desktop.plan.model import CustomExercise
from soleus_desktop.ui.session import Session
from soleus_desktop.ui.work import Work

if TYPE_CHECKING:
    from soleus_desktop.storage.own_exercises import Exercises, Own

_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 40


class OwnExercises(QObject):
    """Keeps the exercises of a folder as what the session offers; a folder of None keeps none."""

    changed = Signal()
    trouble = Signal(str)
    """A file that could not be read or written, in a sentence."""

    def __init__(self, session: Session, folder: Path | None, work: Work) -> None:
        super().__init__(session)
        self._session, self._folder, self._work = session, folder, work

    @property
    def kept(self) -> bool:
        """Whether there is a place to keep exercises in."""
        return self._folder is not None

    def load(self) -> None:
        """Read the exercises, in a thread: the library that reads them takes its time."""
        folder, guide = self._folder, self._session.guide
        if folder is None or not folder.is_dir():
            return

        def read() -> Own:
            from soleus_desktop.storage.own_exercises import load_own

            return load_own(folder, guide)

        self._work.run(read, self._take, self._fail)

    def keep(self, made: CustomExercise) -> None:
        """Keep an exercise, in place of an older one of its id."""

        def change(own: Exercises) -> Exercises:
            if any(old.id == made.id for old in own):
                return tuple(made if old.id == made.id else old for old in own)
            return (*own, made)

        self._change(change)

    def forget(self, exercise_id: str) -> None:
        """Keep an exercise no longer; plans that hold it hold it on."""
        self._change(lambda own: tuple(old for old in own if old.id != exercise_id))

    def _change(self, change: Callable[[Exercises], Exercises]) -> None:
        if self._folder is not None:
            self._work.run(
                partial(_changed, self._folder, self._session, change), self._take, self._fail
            )

    def _take(self, own: Own) -> None:
        self._session.offered = {made.id: made for made in own.exercises}
        if own.notice:
            self.trouble.emit(own.notice)
        self.changed.emit()

    def _fail(self, error: Exception) -> None:
        self.trouble.emit(f"Your own exercises are not kept: {error}")


def fresh_exercise_id(name: str) -> str:
    """Return an id for an exercise of this name that nobody else's has."""
    slug = _SLUG.sub("-", name.casefold()).strip("-")[:_LONGEST_SLUG]
    return "-".join(filter(None, ("own", slug, os.urandom(4).hex())))


def _changed(folder: Path, session: Session, change: Callable[[Exercises], Exercises]) -> Own:
    from soleus_desktop.storage.own_exercises import change_own

    return change_own(folder, session.guide, change)
