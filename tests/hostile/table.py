"""Reads the tables: each row has a number, a name, what comes in and what is expected of it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
TABLES = ("files", "cards", "window")


@cache
def table(name: str) -> dict[str, list[dict[str, Any]]]:
    """The sections of a table."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def rows_of(name: str, section: str) -> list[dict[str, Any]]:
    """The rows of one section of a table."""
    return table(name)[section]
