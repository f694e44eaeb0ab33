"""Read the guide from its folder: exercises.toml and facts.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from soleus_desktop.guide.model import Exercise, Guide, Range, entry_defaults


def load_guide(folder: Path) -> Guide:
    """Return the guide that lies in this folder.

    Raises ValueError naming file and exercise where the data is not as it must be, OSError where
    a file is missing.
    """
    rows = _read(folder / "exercises.toml")["exercise"]
    exercises = [_exercise(row) for row in rows]
    return Guide({exercise.id: exercise for exercise in exercises}, _read(folder / "facts.toml"))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name}: {error}") from error


def _exercise(row: dict[str, Any]) -> Exercise:
    try:
        lists = {key: tuple(value) for key, value in row.items() if isinstance(value, list)}
        ranges = {field: Range(**limit) for field, limit in row["ranges"].items()}
        default = entry_defaults(row["dose"], row["default"])
        return Exercise(**{**row, **lists, "ranges": ranges, "default": default})
    except (KeyError, TypeError) as error:
        raise ValueError(f"exercises.toml: {row.get('id', 'an exercise')}: {error}") from error
