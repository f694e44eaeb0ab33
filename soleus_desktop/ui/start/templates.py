"""The templates that there are: those that ship, and a person's own in a folder of theirs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from soleus_desktop.ui.names import SUFFIX, file_name

_ORDER = ("foundation", "trail", "return-from-injury", "busy")
_MAX_BYTES = 2**24


class Template(NamedTuple):
    """A plan file to begin from, and what it says of itself; `own` where a person made it."""

    path: Path
    own: bool
    title: str
    about: str


class Templates:
    """Looks into both folders each time it is asked; `own_folder` of None keeps no own ones."""

    def __init__(self, shipped: Path, own_folder: Path | None) -> None:
        self._shipped, self._own = shipped, own_folder

    def all(self) -> list[Template]:
        """Return those that ship, the first steps first, then the own ones by title."""
        shipped = [_template(path, own=False) for path in _plans_in(self._shipped)]
        own = [_template(path, own=True) for path in _plans_in(self._own)] if self._own else []
        return [
            *sorted(shipped, key=lambda one: _rank(one.path)),
            *sorted(own, key=lambda one: (one.title.casefold(), one.path.name)),
        ]

    def path_for(self, title: str) -> Path:
        """Return the file of an own template with this title, making its folder.

        Raises OSError where the folder cannot be made, and where own ones are not kept.
        """
        if self._own is None:
            raise FileNotFoundError("there is no folder for templates")
        self._own.mkdir(parents=True, exist_ok=True)
        return self._own / (file_name(title) + SUFFIX)


def _plans_in(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.suffix == SUFFIX and path.is_file()]
    except OSError:
        return []


def _rank(path: Path) -> tuple[int, str]:
    """The place of a template that ships."""
    return (_ORDER.index(path.stem) if path.stem in _ORDER else len(_ORDER), path.stem)


def _template(path: Path, *, own: bool) -> Template:
    """Return a template with its title and the first line of its notes.

    Only peeked at, so that a menu need not wait for the reader of plan files to load; what cannot
    be peeked at goes by its file's name and is told by the reader later.
    """
    try:
        found = json.loads(path.read_bytes()) if path.stat().st_size <= _MAX_BYTES else None
    except (OSError, ValueError, RecursionError):
        found = None
    title, notes = _text(found, "title"), _text(found, "notes")
    return Template(path, own, title or path.stem, notes.partition("\n")[0])


def _text(found: object, key: str) -> str:
    text = found.get(key) if isinstance(found, dict) else None
    return text.strip() if isinstance(text, str) else ""
