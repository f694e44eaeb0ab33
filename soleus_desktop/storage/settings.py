"""What the program remembers for a person, as JSON in a folder of its own.

Read before the window shows: no library is imported for it, and nothing in the file can keep the
program from starting.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Self

from soleus_desktop.storage.atomic import write_file
from soleus_desktop.storage.disk import NotRead, read_file

FILE = "settings.json"
MAX_RECENT = 12
THEMES = ("system", "light", "dark", "contrast")
_MAX_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class Settings:
    """Recent plans (the latest first) and the last folder, theme, window, board and cards.

    `start_page` tells whether the program begins with it where no file is named.
    `geometry` and `splitters` are what Qt says of the window, in base64. The board is drawn at
    `zoom_pct`, with `compact` rows or not. The rest are the options of the last cards; `card_logo`
    is the path of a picture.
    """

    recent: tuple[str, ...] = ()
    last_folder: str = ""
    start_page: bool = True
    theme: str = "system"
    geometry: str = ""
    splitters: tuple[str, ...] = ()
    zoom_pct: int = 100
    compact: bool = False
    paper: str = "a4"
    per_page: int = 2
    card_layout: str = "session"
    card_orientation: str = "auto"
    card_large_print: bool = False
    card_language: str = "en"
    card_theme: str = "classic"
    card_backs: str = "none"
    card_practice: tuple[str, ...] = ()
    card_logo: str = ""
    card_attach: bool | None = None
    card_fillable: bool = False

    def replace(self, **changes: Any) -> Self:
        """Return a copy with these settings changed."""
        return replace(self, **changes)


def load_settings(folder: Path) -> tuple[Settings, str | None]:
    """Return the settings kept in a folder, and a sentence where something is to be told.

    Never raises. A file that is not settings is put aside under another name; a single setting
    that cannot be used takes its default.
    """
    try:
        data = read_file(folder / FILE, _MAX_BYTES)
    except NotRead as error:
        if isinstance(error.__cause__, FileNotFoundError | NotADirectoryError):
            return Settings(), None
        return Settings(), f"The settings could not be read ({error}); the usual ones are in force."
    try:
        kept = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        kept = None
    if not isinstance(kept, dict):
        return Settings(), _put_aside(folder)
    good = {name: _good(name, value) for name, value in kept.items()}
    return Settings(**{name: value for name, value in good.items() if value is not None}), None


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings, making the folder where there is none. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    # In ASCII: a file's name may hold what is not text.
    write_file(folder / FILE, (json.dumps(asdict(settings), indent=2) + "\n").encode("ascii"))


def _put_aside(folder: Path) -> str:
    aside = f"{FILE}.corrupt"
    with suppress(OSError):
        os.replace(folder / FILE, folder / aside)
        return f"The settings could not be read and were reset; the old ones are kept in {aside}."
    return "The settings could not be read and were reset."


def _good(name: str, value: Any) -> Any:
    """Return a setting as it is used, None where it is not one or cannot be."""
    if name not in _GOOD:
        return None
    value = tuple(value) if isinstance(value, list) else value
    return value if _GOOD[name](value) else None


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_base64(value: Any) -> bool:
    return isinstance(value, str) and value.isascii()


def _all(test: Callable[[Any], bool], most: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, tuple) and len(value) <= most and all(map(test, value))


_GOOD: dict[str, Callable[[Any], bool]] = {
    "recent": _all(_is_text, MAX_RECENT),
    "last_folder": _is_text,
    "start_page": lambda value: isinstance(value, bool),
    "theme": lambda value: value in THEMES,
    "geometry": _is_base64,
    "splitters": _all(_is_base64, 100),
    "zoom_pct": lambda value: type(value) is int,  # the board knows its bounds
    "compact": lambda value: isinstance(value, bool),
    "paper": _is_text,  # whoever makes the cards knows the papers
    "per_page": lambda value: type(value) is int,
    "card_layout": _is_text,
    "card_orientation": _is_text,
    "card_large_print": lambda value: isinstance(value, bool),
    "card_language": _is_text,
    "card_theme": _is_text,
    "card_backs": _is_text,
    "card_practice": _all(_is_text, 20),
    "card_logo": _is_text,
    "card_attach": lambda value: isinstance(value, bool),
    "card_fillable": lambda value: isinstance(value, bool),
}
