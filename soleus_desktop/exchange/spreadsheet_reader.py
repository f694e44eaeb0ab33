"""Reads a spreadsheet back into a plan, and reports what it did not understand.

Made for what `spreadsheet` writes and for what people make of it: columns in any order, some left
out, a semicolon or a tab between the cells, decimal commas, sets that differ.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any, NamedTuple

from soleus_desktop.exchange.cells import Cells
from soleus_desktop.exchange.spreadsheet import COLUMNS
from soleus_desktop.exchange.spreadsheet_entry import Entries
from soleus_desktop.guide.model import Guide
from soleus_desktop.plan.bounds import DAY_KINDS, MAX_ENTRIES
from soleus_desktop.plan.model import Day, Entry, Plan, Week

MAX_BYTES = 20_000_000
NEEDED = ("week", "day", "exercise")
MOST_SAID = 100


class NotASpreadsheet(ValueError):
    """A file in which no plan can be found; says why."""


class Imported(NamedTuple):
    """A plan, and in words what of the file is not in it, or stands in it otherwise."""

    plan: Plan
    problems: tuple[str, ...]


def read_spreadsheet(data: bytes, guide: Guide, title: str = "") -> Imported:
    """Return the plan in a CSV file. Raises NotASpreadsheet."""
    said: list[str] = []
    rows = _rows(data, said.append)
    entries = Entries(guide)
    weeks = [Week()] * (1 + max((row[0] for row in rows), default=0))
    for week, day, cells in _by_day(rows):
        weeks[week] = _with_day(weeks[week], day, cells, entries)
    plan = Plan(
        title=title[:200], weeks=tuple(weeks), exercises=tuple(entries.own), start=_start(rows)
    )
    try:
        plan.checked()
    except ValueError as error:
        raise NotASpreadsheet(f"it does not make a plan: {error}") from error
    more = len(said) - MOST_SAID
    shown = (*said[:MOST_SAID], f"and {more} more") if more > 0 else tuple(said)
    return Imported(plan, tuple(shown))


Placed = tuple[int, int | None, Cells]


def _rows(data: bytes, say: Callable[[str], None]) -> list[Placed]:
    """Return the rows with the week and day they are for, from 0; day None is the whole week."""
    if len(data) > MAX_BYTES:
        raise NotASpreadsheet(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    text = _decoded(data)
    heading = text.partition("\n")[0]
    reader = csv.reader(
        StringIO(text, newline=""), delimiter=max(",;\t", key=heading.count), strict=True
    )
    try:
        columns = [name.strip().casefold() for name in next(reader, [])]
        missing = [name for name in NEEDED if name not in columns]
        if missing:
            raise NotASpreadsheet(f"it has no column {', '.join(missing)}")
        strange = [name for name in columns if name and name not in COLUMNS]
        if strange:
            say(f"columns that mean nothing here: {', '.join(strange)[:200]}")
        found = []
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            row = Cells(reader.line_num, dict(zip(columns, cells, strict=False)), say)
            week = row.week
            if week is not None:
                found.append((week, row.day, row))
    except csv.Error as error:
        raise NotASpreadsheet(f"line {reader.line_num}: {error}") from error
    return found


def _decoded(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotASpreadsheet("it is not written in UTF-8; save it as “CSV UTF-8”") from error


def _by_day(rows: list[Placed]) -> Iterator[tuple[int, int | None, list[Cells]]]:
    """Yield the rows of each day together, in the file's order, wherever they stand in it."""
    days: dict[tuple[int, int | None], list[Cells]] = {}
    for week, day, cells in rows:
        days.setdefault((week, day), []).append(cells)
    for (week, day), cells_of_day in days.items():
        yield week, day, cells_of_day


def _with_day(week: Week, day: int | None, rows: list[Cells], entries: Entries) -> Week:
    for name, column in (("label", "week_label"), ("note", "week_note")):
        typed = next((row.text(column) for row in rows if row.text(column)), "")
        if typed:
            week = _with(week, name, typed, rows[0])
    if day is None:
        return week
    made = [entry for sets in _by_entry(rows) for entry in entries.of(sets)]
    if len(made) > MAX_ENTRIES:
        rows[0].say(f"its day has more than {MAX_ENTRIES} exercises; the rest is left out")
    kind = rows[0].one_of("kind", DAY_KINDS) or _kind(made)
    found = Day(kind=kind, entries=tuple(made[:MAX_ENTRIES]))  # type: ignore[arg-type]
    note = next((row.text("day_note") for row in rows if row.text("day_note")), "")
    found = _with(found, "note", note, rows[0])
    return week.replace(days=(*week.days[:day], found, *week.days[day + 1 :]))


def _by_entry(rows: list[Cells]) -> Iterator[list[Cells]]:
    """Yield the rows of each exercise of a day: by its number, else as long as the sets go up."""
    sets: list[Cells] = []
    for row in rows:
        if not row.word("exercise"):
            continue
        if sets and not _goes_on(sets[-1], row):
            yield sets
            sets = []
        sets.append(row)
    if sets:
        yield sets


def _goes_on(before: Cells, row: Cells) -> bool:
    if before.word("exercise") != row.word("exercise"):
        return False
    if before.word("entry") or row.word("entry"):
        return before.word("entry") == row.word("entry")
    one, other = before.number("set"), row.number("set")
    return one is None or other is None or other > one


def _kind(entries: list[Entry]) -> str:
    return "training" if entries else "rest"


def _start(rows: list[Placed]) -> str | None:
    starts = Counter(start for _, _, cells in rows if (start := cells.start))
    return starts.most_common(1)[0][0] if starts else None


def _with(value: Any, name: str, new: str, row: Cells) -> Any:
    try:
        return value.replace(**{name: new})
    except ValueError as error:
        row.say(str(error))
        return value
