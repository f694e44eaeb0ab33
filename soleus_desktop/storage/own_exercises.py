"""A person's own exercises, kept in a file of theirs: a plan of no weeks that holds them.

So they pass the same reader and the same proof as every plan, and can be given to somebody else.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.model import CustomExercise, Plan
from soleus_desktop.storage.atomic import NotWritten
from soleus_desktop.storage.disk import NotRead, read_file
from soleus_desktop.storage.plan_file import save_plan
from soleus_desktop.storage.problems import PlanFileError
from soleus_desktop.storage.reader import read_plan
from soleus_desktop.storage.syntax import MAX_BYTES

FILE = "exercises.soleus"
_EMPTY = Plan(weeks=(), title="My exercises")

Exercises = tuple[CustomExercise, ...]


class Own(NamedTuple):
    """The exercises, and a sentence where something is to be told."""

    exercises: Exercises
    notice: str | None = None


def load_own(folder: Path, guide: Guide) -> Own:
    """Return the exercises that are kept in a folder. Never raises.

    A file that cannot be used is put aside under another name; one of a newer version, or one
    that the system does not let us read, stays where it is.
    """
    plan, notice = _read(folder, guide)
    return Own(plan.exercises if plan else (), notice)


def change_own(folder: Path, guide: Guide, change: Callable[[Exercises], Exercises]) -> Own:
    """Change the exercises as they are kept now, making the folder where there is none.

    Another window may have changed them since they were read. Raises OSError, of which NotWritten
    is one, where the file cannot be read or written; it then is as it was.
    """
    plan, notice = _read(folder, guide)
    if plan is None:
        raise NotWritten(notice or f"{FILE} cannot be read")
    after = plan.replace(exercises=change(plan.exercises))
    folder.mkdir(parents=True, exist_ok=True)
    save_plan(after, folder / FILE, guide)
    return Own(after.exercises, notice)


def _read(folder: Path, guide: Guide) -> tuple[Plan | None, str | None]:
    """Return the plan that holds them, None where the file must be left alone; and what to tell."""
    try:
        data = read_file(folder / FILE, MAX_BYTES)
    except NotRead as error:
        if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
            return _EMPTY, None
        return None, f"Your own exercises could not be read ({error})."
    try:
        return read_plan(data, guide), None
    except PlanFileError as error:
        if error.problems[0].place == "version":
            return None, f"Your own exercises could not be read: {error.problems[0].message}."
    aside = f"{FILE}.corrupt"
    with suppress(OSError):
        os.replace(folder / FILE, folder / aside)
        return _EMPTY, f"Your own exercises could not be read; the file is kept as {aside}."
    return None, "Your own exercises could not be read."
