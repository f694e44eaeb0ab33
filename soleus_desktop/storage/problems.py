"""What is wrong with a plan file, said so that a person finds the place and mends it."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

MOST = 20
"""So many problems are reported; a file with more has gone wrong as a whole."""
_LONGEST = 60


class Problem(NamedTuple):
    """One thing that is wrong. `place` is ``weeks[2].days[0].entries[1].dose.sets``, counted from
    0 as in the file; it is empty where the whole file is meant.
    """

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class PlanFileError(ValueError):
    """A plan file that cannot be used, and why: at least one problem, at most `MOST`."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems

    def __str__(self) -> str:
        more = len(self.problems) - 1
        return str(self.problems[0]) + (f" (and {more} more)" if more else "")


class NewerFormat(PlanFileError):
    """A plan of a newer format, which may be looked at and is never written over."""


class Problems(list[Problem]):
    """Collects problems."""

    def add(self, place: str, message: str) -> None:
        """Note one; raises PlanFileError when there are enough of them."""
        self.append(Problem(place, message))
        if len(self) == MOST:
            self.settle()

    def settle(self) -> None:
        """Raise PlanFileError if anything has been noted."""
        if self:
            raise PlanFileError(*self)


def found(value: Any) -> str:
    """Say what stands in the file: short, and with control characters made visible."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    if not isinstance(value, str):
        return _cut(json.dumps(value))
    quoted = f'"{_cut("".join(map(_visible, value[: _LONGEST + 1])))}"'
    return quoted if len(value) <= _LONGEST else f"{quoted} ({len(value)} characters)"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _visible(char: str) -> str:
    return char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
