"""A plan as a spreadsheet (CSV, RFC 4180, UTF-8 with a mark that Excel knows): a row a set.

What a spreadsheet would take for a formula gets an apostrophe in front, which the reader takes
away again: at the start of a cell, and behind what begins one where the comma does not. Loads
are in kilograms, as in the plan's file. `spreadsheet_reader` reads it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from soleus_desktop.guide.model import DOSE_FIELDS, Exercise
from soleus_desktop.plan.bounds import DAYS
from soleus_desktop.plan.model import Day, Entry, Plan, Walk, Week
from soleus_desktop.plan.place import date_of

COLUMNS = (
    *("week", "week_label", "week_note", "day", "date", "kind", "day_note"),
    *("entry", "exercise", "name", "stage", "set", "reps", "seconds", "steps", "minutes"),
    *("incline_pct", "up_s", "hold_s", "down_s", "per_leg", "knee_bend_deg"),
    *("load_kg", "implement", "rest_s", "note"),
)
FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20"
"""What a formula begins with, wide as in Japanese, too (OWASP, CSV injection)."""
_RISKY = re.compile(rf"(^'*)(?=[\t\n{FORMULA}])|([;\t\n]'*)(?=[{FORMULA}])")
_KEPT = re.compile(rf"(^'*)'(?=[\t\n{FORMULA}])|([;\t\n]'*)'(?=[{FORMULA}])")
Row = dict[str, object]


def spreadsheet(plan: Plan, exercises: dict[str, Exercise]) -> bytes:
    """Return the plan as a CSV file; title, athlete and waivers stay behind."""
    text = StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(plan, exercises):
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return text.getvalue().encode("utf-8-sig")


def _rows(plan: Plan, exercises: dict[str, Exercise]) -> Iterator[Row]:
    for w, week in enumerate(plan.weeks):
        head: Row = {"week": w + 1, "week_label": week.label, "week_note": week.note}
        for row in _week_rows(plan, w, week, exercises) or [{}]:
            yield head | row
            head.pop("week_note", None)  # long texts stand once


def _week_rows(plan: Plan, w: int, week: Week, exercises: dict[str, Exercise]) -> list[Row]:
    rows = []
    for d, day in enumerate(week.days):
        date = date_of(plan, w, d)
        head: Row = {"day": DAYS[d], "date": date and date.isoformat(), "kind": day.kind}
        for number, row in enumerate(_day_rows(day, exercises)):
            rows.append(head | row | ({} if number else {"day_note": day.note}))
    return rows


def _day_rows(day: Day, exercises: dict[str, Exercise]) -> list[Row]:
    rows = [
        {"entry": number, "set": one} | _entry(entry, exercises)
        for number, entry in enumerate(day.entries, 1)
        for one in range(1, 1 + (1 if isinstance(entry.dose, Walk) else entry.dose.sets))
    ]
    return rows or ([{}] if day.kind != "rest" or day.note else [])


def _entry(entry: Entry, exercises: dict[str, Exercise]) -> Row:
    row: Row = {
        "exercise": entry.exercise,
        "name": exercises[entry.exercise].name,
        "stage": entry.stage,
        "per_leg": "yes" if entry.per_leg else "no",
        "knee_bend_deg": entry.knee_bend_deg,
        "rest_s": entry.rest_s,
        "note": entry.note,
    }
    row |= {name: getattr(entry.dose, name) for name in DOSE_FIELDS[entry.dose.type]}
    row.pop("sets", None)  # so many rows
    if entry.tempo:
        row |= {name: getattr(entry.tempo, name) for name in ("up_s", "hold_s", "down_s")}
    if entry.load:
        row |= {"load_kg": entry.load.kg, "implement": entry.load.implement}
    return row


def _cell(value: object) -> str:
    if isinstance(value, float):
        return repr(value).removesuffix(".0")
    text = "" if value is None else str(value)
    return _RISKY.sub(r"\1\2'", text)


def as_typed(cell: str) -> str:
    """Take from a cell the apostrophes that kept it from being formulas."""
    return _KEPT.sub(r"\1\2", cell)
