"""One row of a spreadsheet, read cell by cell; what is not understood is said, not guessed."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, timedelta

from soleus_desktop.exchange.spreadsheet import as_typed
from soleus_desktop.plan.bounds import DAYS, MAX_WEEKS, is_monday
from soleus_desktop.plan.place import DAY_NAMES

YES, NO = ("yes", "y", "true", "1", "x"), ("no", "n", "false", "0", "")


class Cells:
    """The cells of a row by column; `line` is where it ends in the file, from 1.

    A column that the file does not have reads as None, an empty cell as "".
    """

    def __init__(self, line: int, cells: dict[str, str], say: Callable[[str], None]) -> None:
        self.line, self._cells, self._say = line, cells, say

    def say(self, what: str) -> None:
        """Report something about this row."""
        self._say(f"row {self.line}: {what}")

    def has(self, column: str) -> bool:
        """Tell whether the file has this column."""
        return column in self._cells

    def text(self, column: str) -> str:
        """Return a cell as it was typed."""
        return as_typed(self._cells.get(column, ""))

    def word(self, column: str) -> str:
        """Return a cell that holds one word, in small letters."""
        return self.text(column).strip().casefold()

    def number(self, column: str) -> float | None:
        """Return the number in a cell; None where it is empty or, as is then said, none."""
        text = self.word(column).replace(",", ".")
        if not text:
            return None
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            self.say(f"{column} is no number: {text[:40]!r}")
            return None
        return int(value) if value.is_integer() else value

    def yes(self, column: str) -> bool:
        """Return whether a cell says yes."""
        word = self.word(column)
        if word not in YES + NO:
            self.say(f"{column} is neither yes nor no: {word[:40]!r}")
        return word in YES

    def one_of(self, column: str, choices: tuple[str, ...]) -> str | None:
        """Return which of the choices a cell names; None where it is empty or names none."""
        word = self.word(column).replace(" ", "-")
        if word and word not in choices:
            self.say(f"{column} is none of {', '.join(choices)}: {word[:40]!r}")
        return word if word in choices else None

    @property
    def week(self) -> int | None:
        """The week, from 0."""
        week = self.number("week")
        if isinstance(week, int) and 1 <= week <= MAX_WEEKS:
            return week - 1
        self.say(f"week is none from 1 to {MAX_WEEKS}")
        return None

    @property
    def day(self) -> int | None:
        """The day, from 0: ``mon``, ``Monday`` or 1 for the first."""
        word = self.word("day")
        for names in (DAYS, [name.casefold() for name in DAY_NAMES], list("1234567")):
            if word in names:
                return names.index(word)
        if word:
            self.say(f"day is none from mon to sun: {word[:40]!r}")
        return None

    @property
    def start(self) -> str | None:
        """The Monday on which the plan begins by this row's date, week and day."""
        try:
            found = date.fromisoformat(self.word("date"))
            week, day = self.number("week"), self.day
            assert isinstance(week, int) and day is not None
            start = (found - timedelta(days=7 * (week - 1) + day)).isoformat()
        except (ValueError, OverflowError, AssertionError):
            return None
        return start if is_monday(start) else None
